/**
 * Which element of a set belongs to which element of another set. Sets have no order and no keys, so elements are known
 * by their content: a derived element is its source plus values that the provider computed. This is the behaviour of
 * Terraform's objchange.validPriorFromConfig.
 */
import { isNested, type Attribute, type Attributes } from '../schema/attribute';
import { typeOfAttribute } from '../schema/schema';
import { isKnown, Unknown, type Value } from '../values';
import { bucketsOf, inTurn, plainKey } from './buckets';
import { equalValues } from './equal';
import { child } from './parts';

/**
 * Whose knowledge tells elements apart: that of Terraform, or that of the provider, which knows what it may compute.
 */
export type Sight = 'of terraform' | 'of the provider';

/**
 * Whether an object may be its source plus computed values: it differs only where the source left the value to the
 * provider.
 */
export function couldDerive(
  attributes: Attributes,
  derived: Value,
  source: Value,
  sight: Sight = 'of the provider',
): boolean {
  if (!isKnown(derived) || !isKnown(source)) {
    return derived === source || (derived instanceof Unknown && source instanceof Unknown);
  }
  return Object.entries(attributes).every(([name, attribute]) => {
    const by = { kind: 'attribute', name } as const;
    return couldDeriveAttribute(attribute, child(derived, by), child(source, by), sight);
  });
}

function couldDeriveAttribute(attribute: Attribute, derived: Value, source: Value, sight: Sight): boolean {
  const { shape, options } = attribute;
  const type = typeOfAttribute(attribute);
  if (equalValues(type, derived, source)) return true;
  // Terraform compares a set only as a whole, even where the provider makes all of it.
  if (type.kind === 'set' && sight === 'of terraform') return false;
  const isProviders = options.computed && !options.optional && sight === 'of the provider';
  if (isProviders || (options.computed && source === null && (derived instanceof Unknown || !isNested(shape))))
    return true;
  // Sets inside elements are not looked into once more: they must be equal.
  if (!isNested(shape) || shape.nesting === 'set' || derived instanceof Unknown) return false;
  if (derived === null) return true;
  const { attributes, nesting } = shape;
  if (nesting === 'single') return couldDerive(attributes, derived, source, sight);
  return Object.keys(derived).every((key) => {
    const by = nesting === 'map' ? ({ kind: 'key', key } as const) : ({ kind: 'index', index: Number(key) } as const);
    return couldDerive(attributes, child(derived, by), child(source, by), sight);
  });
}

/**
 * Finds for each source, in order, the first derived element that belongs to no other source yet; null where there is
 * none.
 */
export function findDerived(
  attributes: Attributes,
  sources: readonly Value[],
  derived: Value,
  sight: Sight = 'of the provider',
): (Value | null)[] {
  const all = isKnown(derived) ? (derived as readonly Value[]) : [];
  const buckets = bucketsOf(all, (element) => plainKey(attributes, element));
  const used = new Set<number>();
  return sources.map((source) => {
    const bucket = all.length === 0 ? [] : (buckets.get(plainKey(attributes, source)) ?? []);
    const found = bucket.find(
      (index) => !used.has(index) && couldDerive(attributes, all[index] ?? null, source, sight),
    );
    if (found === undefined) return null;
    used.add(found);
    return all[found] ?? null;
  });
}

/**
 * Finds for each derived element the index of its source, or -1. No source serves twice, and as many elements as
 * possible have one: an element that fits several sources makes room for one that fits only its own (Kuhn's bipartite
 * matching).
 */
export function findSources(attributes: Attributes, derived: readonly Value[], sources: readonly Value[]): number[] {
  const takenBy = new Map<number, number>();
  const buckets = bucketsOf(sources, (element) => plainKey(attributes, element));
  const place = (index: number, tried: Set<number>): boolean => {
    for (const source of inTurn(buckets, plainKey(attributes, derived[index] ?? null), index)) {
      if (tried.has(source) || !couldDerive(attributes, derived[index] ?? null, sources[source] ?? null)) continue;
      tried.add(source);
      const owner = takenBy.get(source);
      if (owner !== undefined && !place(owner, tried)) continue;
      takenBy.set(source, index);
      return true;
    }
    return false;
  };
  derived.forEach((_, index) => place(index, new Set()));
  const sourceOf = new Map([...takenBy].map(([source, index]) => [index, source]));
  return derived.map((_, index) => sourceOf.get(index) ?? -1);
}
