/**
 * Elements of sets, sorted by what they must have in common to belong together. Of thousands of elements, only a few
 * are then compared with each other; comparing each with each would take seconds.
 */
import { isNested, type Attributes } from '../schema/attribute';
import { typeOfAttribute } from '../schema/schema';
import type { Type } from '../types';
import { isKnown, Unknown, type Value } from '../values';
import { canonicalText } from './equal';
import { child } from './parts';

/** The indexes of elements, in their order, by key. */
export type Buckets = ReadonlyMap<string, readonly number[]>;

export function bucketsOf(elements: readonly Value[], keyOf: (element: Value) => string): Buckets {
  const buckets = new Map<string, number[]>();
  for (const [index, element] of elements.entries()) {
    const key = keyOf(element);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [index]);
    else bucket.push(index);
  }
  return buckets;
}

/**
 * Gives the indexes under a key, beginning with the first that is not below `place`, since most often both sets have
 * the same order.
 */
export function inTurn(buckets: Buckets, key: string, place: number): readonly number[] {
  const bucket = buckets.get(key) ?? [];
  const start = bucket.findIndex((index) => index >= place);
  return start <= 0 ? bucket : [...bucket.slice(start), ...bucket.slice(0, start)];
}

const PLAIN = new WeakMap<Attributes, readonly (readonly [name: string, type: Type])[]>();

function plainAttributes(attributes: Attributes): readonly (readonly [name: string, type: Type])[] {
  let plain = PLAIN.get(attributes);
  if (plain === undefined) {
    const found = Object.entries(attributes).filter(([, { shape, options }]) => !isNested(shape) && !options.computed);
    plain = found.map(([name, attribute]) => [name, typeOfAttribute(attribute)] as const);
    PLAIN.set(attributes, plain);
  }
  return plain;
}

/** Gives the values of the attributes that are plain and that the provider cannot make. */
export function plainsOf(attributes: Attributes, object: Value): readonly Value[] {
  return plainAttributes(attributes).map(([name]) => child(object, { kind: 'attribute', name }));
}

/** Gives the values of {@link plainsOf} as one text. Objects in which they are equal have the same text. */
export function plainKey(attributes: Attributes, object: Value): string {
  if (!isKnown(object)) return object instanceof Unknown ? 'unknown' : 'null';
  const texts = plainAttributes(attributes).map(([name, type]) =>
    canonicalText(type, child(object, { kind: 'attribute', name })),
  );
  return texts.join('\n');
}
