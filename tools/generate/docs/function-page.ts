/** The page of a function: how it is called, with what, and what it returns. */
import type { FunctionToGenerate, ParameterToGenerate } from '../provider-to-generate';
import { exampleSection, fenced, type DocsPage } from './page';
import { spellType } from './schema-section';

export function functionPage(providerName: string, definition: FunctionToGenerate, example: string): DocsPage {
  const { name, summary, description, parameters, variadic, returns } = definition;
  const all = [...parameters, ...(variadic === undefined ? [] : [variadic])];
  const typed = all.map(
    (parameter) => `${parameter.name} ${lowerCase(spellType(parameter.type))}${parameter === variadic ? '...' : ''}`,
  );
  const listed = all.map((parameter, index) => `${index + 1}. ${describe(parameter, parameter === variadic)}`);
  return {
    pageTitle: `${name} function - ${providerName}`,
    title: `function: ${name}`,
    summary,
    sections: [
      description,
      `Called as \`provider::${providerName}::${name}\`, with Terraform 1.8 or later.`,
      exampleSection(example),
      '## Signature',
      fenced('text', `${name}(${typed.join(', ')}) ${lowerCase(spellType(returns))}`),
      ...(all.length === 0 ? [] : ['## Arguments', listed.join('\n')]),
    ],
  };
}

function describe({ name, type, description, allowNull }: ParameterToGenerate, variadic: boolean): string {
  const traits = [spellType(type), ...(allowNull ? ['Nullable'] : []), ...(variadic ? ['Variadic'] : [])];
  return `\`${name}\` (${traits.join(', ')}) ${description}`;
}

function lowerCase(type: string): string {
  return type.replaceAll('Boolean', 'bool').toLowerCase();
}
