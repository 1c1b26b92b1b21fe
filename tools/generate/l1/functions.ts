/**
 * Emits each function of a provider as a TypeScript function that returns the call as a token. cdktf does not know
 * these functions, and does not escape quotes, backslashes and null in arguments, so that Terraform could not read
 * them. The generated code therefore writes the arguments itself.
 */
import type { FunctionToGenerate, ParameterToGenerate } from '../provider-to-generate';
import { docComment } from './comments';
import { camelCase } from './names';
import { plainType } from './plain-types';

/** Names that a function and its parameters cannot have: words of TypeScript, and names in the generated file. */
const RESERVED = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
   finally for function if implements import in instanceof interface let new null package private protected public return
   static super switch this throw true try typeof var void while with yield
   callFunction cdktf escapeText writeArgument writeLiteral writeText`.split(/\s+/),
);

export function emitFunctions(providerType: string, functions: readonly FunctionToGenerate[]): string {
  return `
    import * as cdktf from 'cdktf';

    ${functions.map((one) => emitFunction(providerType, one)).join('\n')}
    ${WRITING}
  `;
}

function emitFunction(providerType: string, definition: FunctionToGenerate): string {
  const { name, summary, description, parameters, variadic, returns } = definition;
  const all = [...parameters, ...(variadic === undefined ? [] : [variadic])];
  const declared = parameters.map((parameter) => `${identifier(parameter.name)}: ${inputType(parameter)}`);
  const rest = variadic === undefined ? [] : [`...${identifier(variadic.name)}: (${inputType(variadic)})[]`];
  const passed = all.map((parameter) => (parameter === variadic ? '...' : '') + identifier(parameter.name));
  const call = `callFunction('provider::${providerType}::${name}', [${passed.join(', ')}])`;
  return `
    ${docComment(
      summary,
      description === summary ? undefined : description,
      `Called as \`provider::${providerType}::${name}\`: the provider must stand in the stack, and Terraform be 1.8 or later.`,
      ...all.map((parameter) => `@param ${identifier(parameter.name)} ${parameter.description}`),
    )}export function ${identifier(name)}(${[...declared, ...rest].join(', ')}) {
      return ${plainType(returns).result(call)};
    }
  `;
}

function inputType({ type, allowNull }: ParameterToGenerate): string {
  const { input } = plainType(type);
  return allowNull ? `${input} | null` : input;
}

function identifier(name: string): string {
  const camel = camelCase(name);
  return RESERVED.has(camel) ? `${camel}Value` : camel;
}

const WRITING = `
  function callFunction(name: string, values: readonly unknown[]): cdktf.IResolvable {
    return cdktf.call(name, values.map(writeArgument));
  }

  /** Text is text: \`\${\` and \`%{\` in it begin no expression. Tokens stay what they are. */
  function writeArgument(value: unknown): unknown {
    if (value === null) return cdktf.ref('null');
    if (typeof value === 'string') return writeText(value);
    if (typeof value !== 'object' || cdktf.Tokenization.isResolvable(value) || cdktf.Token.isUnresolved(value)) return value;
    if (Array.isArray(value)) return value.map(writeArgument);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeText(key), writeArgument(item)]));
  }

  /** Tokens inside of text have a form of their own; text around them makes the whole a call of \`join\`. */
  function writeText(value: string): unknown {
    const parts = value.split(/(\\$\\{TfToken\\[[\\w:.-]+\\]\\})/).filter((part) => part !== '');
    const written = parts.map((part) => (cdktf.Token.isUnresolved(part) ? part : writeLiteral(part)));
    return written.length > 1 ? cdktf.call('join', [writeLiteral(''), written]) : (written[0] ?? writeLiteral(''));
  }

  function writeLiteral(value: string): cdktf.IResolvable {
    return cdktf.ref(\`"\${escapeText(value)}"\`);
  }

  function escapeText(value: string): string {
    return value
      .replace(/["\\\\]/g, '\\\\$&')
      .replace(/[\\u0000-\\u001f]/g, (control) => \`\\\\u\${control.charCodeAt(0).toString(16).padStart(4, '0')}\`)
      .replace(/[$%](?=\\{)/g, '$&$&');
  }
`;
