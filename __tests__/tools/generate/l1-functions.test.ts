import * as cdktf from 'cdktf';
import { schema, t } from 'terraform-plugin-sdk-ts';
import { emitL1 } from '../../../tools/generate/l1/emit-l1';
import type { FunctionToGenerate } from '../../../tools/generate/provider-to-generate';
import { Workspace } from '../../support/workspace';
import { compile, load, synthesize, type GeneratedText } from './support/generated-code';

const PARAMETER = { name: 'value', description: 'A value.', type: t.string } as const;

function declare(name: string, parts: Partial<FunctionToGenerate> = {}): FunctionToGenerate {
  return { name, summary: `Does ${name}.`, description: 'Does it well.', parameters: [], returns: t.string, ...parts };
}

function emit(name: string, functions: readonly FunctionToGenerate[]): GeneratedText[] {
  const provider = { name, version: '1.2.3', schema: schema({ description: 'd', attributes: {} }), resources: [] };
  return emitL1({ ...provider, functions }, { source: 'example.test/probe/probe', className: 'ProbeProvider' });
}

const FILE = 'provider-functions.ts';
const textOf = (files: readonly GeneratedText[]) => files.find(({ name }) => name === FILE)?.text.replace(/\s+/g, ' ');

/** Every type a parameter or result may have, and names that TypeScript keeps for itself. */
const TYPES = {
  text: t.string,
  count: t.number,
  flag: t.bool,
  texts: t.list(t.string),
  counts: t.list(t.integer),
  flags: t.list(t.bool),
  text_set: t.set(t.string),
  count_set: t.set(t.number),
  tags: t.map(t.string),
  limits: t.map(t.number),
  switches: t.map(t.bool),
  anything: t.dynamic,
  default: t.object({ some_text: t.string }),
} as const;

const everything = emit('probe', [
  ...Object.entries(TYPES).map(([name, type]) =>
    declare(name, {
      parameters: [{ ...PARAMETER, name, type }],
      variadic: { ...PARAMETER, name: 'more', type },
      returns: type,
    }),
  ),
  declare('maybe', { parameters: [{ ...PARAMETER, name: 'import', allowNull: true }] }),
]);

it('adds a file only where there are functions', () => {
  expect(emit('probe', []).map(({ name }) => name)).toEqual(['provider.ts', 'index.ts']);
  expect(everything.map(({ name }) => name)).toEqual(['provider.ts', FILE, 'index.ts']);
  expect(everything.at(-1)?.text).toContain("export * as providerFunctions from './provider-functions';");
});

it('documents each, and types what goes in', () => {
  const text = textOf(everything);
  expect(text).toContain(
    '/** * Does flag. * * Does it well. * * Called as `probe::flag`'.replace('probe', 'provider::probe'),
  );
  expect(text).toContain('* @param importValue A value. */ export function maybe(importValue: string | null)');
  expect(text).toContain('export function texts(texts: string[], ...more: (string[])[])');
});

it('types what comes out as attributes of that type are typed', () => {
  const use = `
    import type { IResolvable } from 'cdktf';
    import * as functions from './provider-functions';
    type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
    type Results = { [N in keyof typeof functions]: ReturnType<(typeof functions)[N]> };
    export const equal: Equal<Results, {
      text: string; count: number; flag: IResolvable; texts: string[]; counts: number[]; flags: IResolvable;
      textSet: string[]; countSet: number[]; tags: { [key: string]: string }; limits: { [key: string]: number };
      switches: { [key: string]: boolean }; anything: IResolvable; defaultValue: IResolvable; maybe: string;
    }> = true;`;
  expect(compile([...everything, { name: 'use.ts', text: use }])).toEqual([]);
}, 30_000);

it('calls with all arguments, variadic ones too', () => {
  type Functions = Record<'count' | 'textSet', (...values: unknown[]) => unknown>;
  const { count, textSet } = load<Functions>(everything, FILE);
  const { output } = synthesize((stack) => {
    new cdktf.TerraformOutput(stack, 'count', { value: count(1, count(2), 3) });
    new cdktf.TerraformOutput(stack, 'set', { value: textSet(['a', '"'], textSet([])) });
  });
  expect(output['count']?.value).toBe('${provider::probe::count(1, provider::probe::count(2), 3)}');
  expect(output['set']?.value).toBe(
    '${tolist(provider::probe::text_set(["a", "\\""], tolist(provider::probe::text_set([]))))}',
  );
});

/** Terraform has functions of its own that are called like those of a provider: no plugin is needed to try a call. */
const builtin = load<{
  encodeExpr(value: unknown): string;
  decodeTfvars(text: string): cdktf.IResolvable;
}>(
  emit('terraform', [
    declare('encode_expr', { parameters: [{ ...PARAMETER, type: t.dynamic }] }),
    declare('decode_tfvars', { parameters: [PARAMETER], returns: t.dynamic }),
  ]),
  FILE,
);

it('passes every argument to the real terraform as it was written', async () => {
  const { encodeExpr, decodeTfvars } = builtin;
  const given: Record<string, [argument: (variable: string) => unknown, arrives?: unknown]> = {
    plain: [() => 'a'],
    empty: [() => ''],
    quotes: [() => '"a"b"'],
    backslashes: [() => '^a\\.exe$\\'],
    templates: [() => '${a} %{b} $${c} $$ %%{'],
    control: [() => '\n\t\r\u0001'],
    unicode: [() => 'ü😀'],
    token: [(variable) => variable, 'x"y'],
    mixed: [(variable) => `"-${variable}-\\${variable}`, '"-x"y-\\x"y'],
    list: [(variable) => ['"', variable, [true, 1]], ['"', 'x"y', [true, 1]]],
    object: [(variable) => ({ 'a"${b}': variable, c: null }), { 'a"${b}': 'x"y', c: null }],
    nested: [() => cdktf.Fn.upper('a'), 'A'],
  };
  const config = synthesize((stack) => {
    stack.addOverride('terraform.required_providers', { terraform: { source: 'terraform.io/builtin/terraform' } });
    const variable = new cdktf.TerraformVariable(stack, 'variable', { default: 'x"y' }).stringValue;
    for (const [name, [argument]] of Object.entries(given)) {
      new cdktf.TerraformOutput(stack, name, { value: decodeTfvars(`a = ${encodeExpr(argument(variable))}`) });
    }
  });
  const workspace = await Workspace.create(undefined, config);
  try {
    await workspace.apply();
    const outputs = JSON.parse(await workspace.mustRun('output', '-json')) as Record<string, { value: { a: unknown } }>;
    const arrived = Object.entries(outputs).map(([name, { value }]) => [name, value.a]);
    const expected = Object.entries(given).map(([name, [argument, arrives = argument('')]]) => [name, arrives]);
    expect(Object.fromEntries(arrived)).toEqual(Object.fromEntries(expected));
  } finally {
    await workspace.remove();
  }
});
