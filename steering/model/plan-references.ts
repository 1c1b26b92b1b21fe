/**
 * This file finds what an attribute that is only known after apply may refer to. A plan keeps the references of an
 * expression, but not the expression itself, nor which of several references stands in which nested attribute, nor
 * anything of locals.
 */
import type { Expression, ModuleConfiguration, PlanJson, PlannedChange } from './plan-json';

/** One instance of a module of the configuration. */
interface ReferencePlace {
  readonly module: ModuleConfiguration;
  /** The address of the instance; empty for the root. */
  readonly address: string;
  readonly parent?: ReferencePlace;
  /** The expressions that the call gives for variables. */
  readonly given?: Readonly<Record<string, Expression>>;
}

/**
 * The addresses that an expression may mean, without an index where it may mean any instance. `complete` says that it
 * can mean nothing else.
 */
export interface References {
  readonly addresses: readonly string[];
  readonly complete: boolean;
}

const NONE: References = { addresses: [], complete: true };
/** How deep variables and outputs are followed. A configuration cannot be circular, but a broken file can. */
const DEPTH = 32;

/** Finds what an attribute of a resource may refer to. */
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

/** Returns the resource in the configuration, and the module that has it. */
function writtenAt(plan: PlanJson, { module_address, mode, type, name }: PlannedChange) {
  const root: ReferencePlace = { module: plan.configuration?.root_module ?? {}, address: '' };
  const place = enter(root, module_address ?? '');
  const local = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  return { place, resource: place?.module.resources?.find(({ address }) => address === local) };
}

/** Returns the module instance with this address, such as `module.a["x"].module.b`. */
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

/**
 * Finds what an expression may refer to.
 * @param each what `each.value` may be
 */
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
      // An index tells which instance of a module it is; without one it may be any.
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

/** Keeps the most specific references: `x.a["k"].id` stands beside `x.a["k"]` and `x.a`, which say less. */
function mostSpecific(references: readonly string[]): string[] {
  return references.filter(
    (one) =>
      !references.some(
        (other) => other.length > one.length && other.startsWith(one) && /^[.[]/.test(other.slice(one.length)),
      ),
  );
}

/** Returns the references of an expression, or of a block, whose expressions are nested. */
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
