/**
 * What an attribute that is only known after apply may refer to. A plan keeps the references of an expression, but neither
 * the expression, nor which of several references stands in which nested attribute, nor anything of locals.
 */
import type { Expression, ModuleConfiguration, PlanJson, PlannedChange } from './plan-json';

/** A module of the configuration, as one instance of it. */
interface ReferencePlace {
  readonly module: ModuleConfiguration;
  /** Address of the instance, empty for the root. */
  readonly address: string;
  readonly parent?: ReferencePlace;
  /** The expressions that the call gives for variables. */
  readonly given?: Readonly<Record<string, Expression>>;
}

/** Addresses, without an index where the expression may mean any instance. `complete`: they are all that it can be. */
export interface References {
  readonly addresses: readonly string[];
  readonly complete: boolean;
}

const NONE: References = { addresses: [], complete: true };
/** How deep variables and outputs are followed; a configuration cannot be circular, a broken file can. */
const DEPTH = 32;

export function referencesOf(plan: PlanJson, change: PlannedChange, attribute: string): References {
  const { place, resource } = writtenAt(plan, change);
  if (place === undefined || resource === undefined) return { addresses: [], complete: false };
  const each = followExpression(place, resource.for_each_expression, NONE, DEPTH);
  return followExpression(place, resource.expressions?.[attribute], each, DEPTH);
}

/** Whether the configuration writes an attribute; true where it does not have the resource. */
export function isWritten(plan: PlanJson, change: PlannedChange, attribute: string): boolean {
  const { resource } = writtenAt(plan, change);
  return resource === undefined || resource.expressions?.[attribute] !== undefined;
}

/** The resource in the configuration, and the module that has it. */
function writtenAt(plan: PlanJson, { module_address, mode, type, name }: PlannedChange) {
  const root: ReferencePlace = { module: plan.configuration?.root_module ?? {}, address: '' };
  const place = enter(root, module_address ?? '');
  const local = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  return { place, resource: place?.module.resources?.find(({ address }) => address === local) };
}

/** The module instance with this address, such as `module.a["x"].module.b`. */
function enter(root: ReferencePlace, address: string): ReferencePlace | undefined {
  let place: ReferencePlace | undefined = root;
  for (const [step, name = ''] of address.matchAll(/(?:^|\.)module\.([^.[]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/g)) {
    place = place && child(place, name, step.replace(/^\./, ''));
  }
  return place;
}

function child(parent: ReferencePlace, name: string, step: string): ReferencePlace | undefined {
  const call = parent.module.module_calls?.[name];
  if (call?.module === undefined) return undefined;
  const address = parent.address === '' ? step : `${parent.address}.${step}`;
  return { module: call.module, address, parent, ...(call.expressions && { given: call.expressions }) };
}

/** @param each what `each.value` may be */
function followExpression(
  place: ReferencePlace,
  expression: Expression | undefined,
  each: References,
  depth: number,
): References {
  if (expression === undefined) return NONE;
  if (depth === 0) return { addresses: [], complete: false };
  return merge(mostSpecific(referencesIn(expression)).map((one) => follow(place, one, each, depth - 1)));
}

function follow(place: ReferencePlace, reference: string, each: References, depth: number): References {
  const [root = '', name = '', member = ''] = reference.split('.');
  switch (root) {
    case 'each':
      return name === 'value' ? each : NONE;
    case 'count':
    case 'path':
    case 'terraform':
      return NONE;
    case 'var':
      // A variable of the root module is known at plan.
      if (place.parent === undefined) return NONE;
      return followExpression(place.parent, place.given?.[bare(name)], { addresses: [], complete: false }, depth);
    case 'module': {
      // Which instance of a module it is, an index tells; without one it is any.
      const into = child(place, bare(name), `module.${name}`);
      return into === undefined
        ? { addresses: [], complete: false }
        : followExpression(into, into.module.outputs?.[bare(member)]?.expression, NONE, depth);
    }
    case 'local':
    case 'self':
      return { addresses: [], complete: false };
    default: {
      const found = /^(?:data\.)?[^.[]+\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/.exec(reference);
      if (found === null) return { addresses: [], complete: false };
      return { addresses: [place.address === '' ? found[0] : `${place.address}.${found[0]}`], complete: true };
    }
  }
}

/** `x.a["k"].id` stands beside `x.a["k"]` and `x.a`, which say less. */
function mostSpecific(references: readonly string[]): string[] {
  return references.filter(
    (one) =>
      !references.some(
        (other) => other.length > one.length && other.startsWith(one) && /^[.[]/.test(other.slice(one.length)),
      ),
  );
}

/** Of blocks as well, whose expressions are nested. */
function referencesIn(expression: unknown): string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  if (typeof expression !== 'object' || expression === null) return [];
  const { references } = expression as Expression;
  if (Array.isArray(references)) return references.filter((one) => typeof one === 'string');
  return Object.values(expression).flatMap(referencesIn);
}

function merge(all: readonly References[]): References {
  return {
    addresses: [...new Set(all.flatMap(({ addresses }) => addresses))],
    complete: all.every(({ complete }) => complete),
  };
}

function bare(name: string): string {
  return name.replace(/\[.*$/, '');
}
