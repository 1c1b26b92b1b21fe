/**
 * This file finds what an attribute that is only known after apply may refer to. A plan keeps the references of an
 * expression, but not the expression itself, nor which of several references stands in which nested attribute, nor
 * anything of locals. It also finds what a resource depends on, which is the order in which Terraform makes things.
 */
import {
  type Expression,
  type ModuleCall,
  type ModuleConfiguration,
  type PlanJson,
  type PlannedChange,
  withoutIndexes,
} from './plan-json';

/** One instance of a module of the configuration. */
interface ReferencePlace {
  readonly module: ModuleConfiguration;
  /** The address of the instance; empty for the root. */
  readonly address: string;
  readonly parent?: ReferencePlace;
  /** The call, in the parent, which gives expressions for variables. */
  readonly call?: ModuleCall;
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
  const place = enter(rootOf(plan), module_address ?? '');
  const local = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  return { place, resource: place?.module.resources?.find(({ address }) => address === local) };
}

function rootOf({ configuration }: PlanJson): ReferencePlace {
  return { module: configuration?.root_module ?? {}, address: '' };
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
  return { module: call.module, address, parent, call };
}

/**
 * The order in which Terraform makes the resources of a configuration. It knows no instances: what depends on a resource
 * waits for all instances of it. A reference through a local value is not seen, because no plan tells it.
 */
export class Dependencies {
  private readonly root: ReferencePlace;

  constructor(plan: PlanJson) {
    this.root = rootOf(plan);
  }

  /** Returns the addresses, without indexes, of all that is made before a resource, directly or through others. */
  of(address: string): string[] {
    const waiting = [withoutIndexes(address)];
    const found = new Set<string>();
    for (const one of waiting) {
      for (const next of this.directly(one)) {
        if (found.has(next)) continue;
        found.add(next);
        waiting.push(next);
      }
    }
    return [...found];
  }

  private directly(address: string): string[] {
    const [path = ''] = /^(?:module\.[^.]+\.)*/.exec(address) ?? [];
    const place = enter(this.root, path.replace(/\.$/, ''));
    const resource = place?.module.resources?.find((one) => path + one.address === address);
    if (place === undefined || resource === undefined) return [];
    const { expressions = {}, for_each_expression: each, count_expression: count, depends_on: stated } = resource;
    const { addresses } = merge(
      [each, count, ...Object.values(expressions)].map((one) => followExpression(place, one, NONE, DEPTH)),
    );
    return [...addresses.map(withoutIndexes), ...statedIn(place, stated), ...ofCalls(place)];
  }
}

/** Returns what the calls of a module, and of those around it, say that they depend on. */
function ofCalls({ parent, call }: ReferencePlace): string[] {
  return parent === undefined ? [] : [...statedIn(parent, call?.depends_on), ...ofCalls(parent)];
}

/** Returns the addresses that `depends_on` means. A module is everything in it. */
function statedIn(place: ReferencePlace, stated: readonly string[] | undefined): string[] {
  if (!Array.isArray(stated)) return [];
  return stated.map(String).flatMap((one) => {
    const [root, name = ''] = one.split('.');
    const into = root === 'module' ? child(place, bare(name), `module.${bare(name)}`) : undefined;
    if (into !== undefined) return allIn(into);
    return follow(place, one, NONE, DEPTH).addresses.map(withoutIndexes);
  });
}

function allIn(place: ReferencePlace): string[] {
  const { resources = [], module_calls: calls = {} } = place.module;
  const inner = Object.keys(calls).flatMap((name) => child(place, name, `module.${name}`) ?? []);
  const prefix = withoutIndexes(place.address);
  return [...resources.map(({ address }) => `${prefix}.${address}`), ...inner.flatMap(allIn)];
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
      return followExpression(
        place.parent,
        place.call?.expressions?.[bare(name)],
        { addresses: [], complete: false },
        depth,
      );
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
