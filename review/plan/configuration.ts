/**
 * Which configuration does a plan carry? It has the providers, module calls and resources with their provisioners, in
 * all modules. Of a constant expression Terraform keeps the value; of any other expression it keeps only what the
 * expression refers to. A part that has not the form that terraform writes counts as left out.
 */
import { isObject, withoutIndexes, type PlanJson } from '../../steering';

type Fields = Readonly<Record<string, unknown>>;

/** A part of the configuration, with the fields that terraform writes of it. */
export interface Configured {
  /** The address, without the indexes of instances; a provider has its key here. */
  readonly address: string;
  /** The path of the module, such as `network.ports`; empty for the root. */
  readonly module: string;
  readonly fields: Fields;
}

export interface Configuration {
  readonly providers: readonly Configured[];
  readonly calls: readonly Configured[];
  readonly resources: readonly Configured[];
}

export function configurationOf({ configuration }: PlanJson): Configuration {
  const { provider_config: providers, root_module: root } = fieldsOf(configuration);
  const found = { calls: [] as Configured[], resources: [] as Configured[] };
  visit(fieldsOf(root), [], found);
  return {
    providers: Object.entries(fieldsOf(providers)).map(([address, one]) => {
      const fields = fieldsOf(one);
      return { address, module: pathOf(textOf(fields['module_address'])), fields };
    }),
    ...found,
  };
}

function visit(module: Fields, path: readonly string[], found: { calls: Configured[]; resources: Configured[] }): void {
  const at = { module: path.join('.') };
  const prefix = path.map((name) => `module.${name}.`).join('');
  for (const one of listOf(module['resources'])) {
    const fields = fieldsOf(one);
    found.resources.push({ ...at, address: prefix + textOf(fields['address']), fields });
  }
  for (const [name, one] of Object.entries(fieldsOf(module['module_calls']))) {
    const { module: called, ...fields } = fieldsOf(one);
    found.calls.push({ module: [...path, name].join('.'), address: `${prefix}module.${name}`, fields });
    visit(fieldsOf(called), [...path, name], found);
  }
}

/**
 * Takes the constants out of an expression, or out of many nested ones. The rest is its form, and what it refers to.
 */
export function withoutConstants(expression: unknown): unknown {
  if (Array.isArray(expression)) return expression.map(withoutConstants);
  if (!isObject(expression)) return expression;
  if ('constant_value' in expression) return 'a constant';
  return Object.fromEntries(Object.entries(expression).map(([name, inner]) => [name, withoutConstants(inner)]));
}

/** The constants in expressions, each with its place. */
export function constantsIn(expression: unknown, place = ''): (readonly [place: string, value: unknown])[] {
  if (typeof expression !== 'object' || expression === null) return [];
  if ('constant_value' in expression) return [[place, expression.constant_value]];
  return Object.entries(expression).flatMap(([name, inner]) => constantsIn(inner, `${place}.${name}`));
}

/** Lists what an expression refers to. If it refers to anything, the plan shows neither its value nor its form. */
export function referencesIn(expression: unknown): string[] {
  if (typeof expression !== 'object' || expression === null) return [];
  const { references } = expression as Fields;
  if (Array.isArray(references)) return references.filter((one) => typeof one === 'string');
  return 'constant_value' in expression ? [] : Object.values(expression).flatMap(referencesIn);
}

/** Makes the path of a module from its address: `network.ports` from `module.network["x"].module.ports`. */
function pathOf(moduleAddress: string): string {
  return withoutIndexes(moduleAddress).replace(/(^|\.)module\./g, '$1');
}

/** Makes the path of the module that an address is in. */
export function moduleOf(address: string): string {
  return pathOf(/^(?:module\.[^.[]+\.)*/.exec(withoutIndexes(address))?.[0].replace(/\.$/, '') ?? '');
}

export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
