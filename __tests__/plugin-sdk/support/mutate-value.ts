/** Changes one thing in a value, in a way that its type allows: what a provider with a bug might plan or return. */
import fc from 'fast-check';
import { Decimal, Dynamic, record, Unknown, UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { Value, ValueRecord } from 'terraform-plugin-sdk-ts';
import { canonicalText } from '../../../providers/plugin-sdk/engine/equal';
import { partType, type Type } from '../../../providers/plugin-sdk/types';
import { valueOf } from './random-schemas';

const KINDS = [
  'null',
  'unknown',
  'refined unknown',
  'another value',
  'empty',
  'an element less',
  'an element more',
  'an element twice',
  'another order',
] as const;

/** A change: of which kind, and a number that decides where, and to what. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly seed: number;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...KINDS),
  seed: fc.nat(1_000_000),
});

/** The same for the same arguments. Where nothing in the value can be changed so, it stays as it is. */
export function mutate(type: Type, value: Value, { kind, seed }: Mutation): Value {
  const changes = spots(type, inOrder(type, value)).flatMap((spot) => {
    const changed = change(spot.type, spot.value, kind, seed);
    return changed === undefined ? [] : [() => spot.put(changed)];
  });
  return changes.length === 0 ? value : changes[seed % changes.length]!();
}

/** Sets and records in an order of their own: terraform and the test driver send them in different ones. */
function inOrder(type: Type, value: Value): Value {
  if (value === null || typeof value !== 'object' || value instanceof Unknown || value instanceof Decimal) return value;
  if (value instanceof Dynamic) return new Dynamic(value.type, inOrder(value.type, value.value));
  const ordered = (key: string, part: Value) => inOrder(partType(type, key) ?? { kind: 'dynamic' }, part);
  if (!Array.isArray(value)) {
    const entries = Object.entries(value as ValueRecord).sort(([a], [b]) => (a < b ? -1 : 1));
    return record(entries.map(([key, part]) => [key, ordered(key, part)]));
  }
  const parts = (value as readonly Value[]).map((part, index) => ordered(String(index), part));
  if (type.kind !== 'set') return parts;
  const texts = new Map(parts.map((part) => [part, canonicalText(type.element, part)]));
  return parts.sort((a, b) => (texts.get(a)! < texts.get(b)! ? -1 : 1));
}

interface Spot {
  readonly type: Type;
  readonly value: Value;
  /** The whole with another value in this place. */
  readonly put: (value: Value) => Value;
}

/** Every place below a value, outer ones first. */
function spots(type: Type, value: Value): Spot[] {
  if (value === null || typeof value !== 'object' || value instanceof Unknown || value instanceof Decimal) return [];
  if (value instanceof Dynamic) {
    return spots(value.type, value.value).map((spot) => ({
      ...spot,
      put: (changed) => new Dynamic(value.type, spot.put(changed)),
    }));
  }
  return Object.entries(value as ValueRecord).flatMap(([key, part]) => {
    const of = partType(type, key);
    if (of === undefined) return [];
    const put = (changed: Value): Value =>
      Array.isArray(value) ? value.with(Number(key), changed) : { ...(value as ValueRecord), [key]: changed };
    const inner = spots(of, part).map((spot) => ({ ...spot, put: (changed: Value) => put(spot.put(changed)) }));
    return [{ type: of, value: part, put }, ...inner];
  });
}

/** Undefined where a value cannot be changed so. */
function change(type: Type, value: Value, kind: Mutation['kind'], seed: number): Value | undefined {
  switch (kind) {
    case 'null':
      return value === null ? undefined : null;
    case 'unknown':
      return value instanceof Unknown ? undefined : UNKNOWN;
    case 'refined unknown':
      return type.kind === 'dynamic' ? undefined : new Unknown({ notNull: true });
    case 'another value':
      return some(type, seed);
    case 'empty':
      return emptyOf(type);
    default:
      return changeElements(type, value, kind, seed);
  }
}

function changeElements(type: Type, value: Value, kind: Mutation['kind'], seed: number): Value | undefined {
  if (value === null || value instanceof Unknown) return undefined;
  if (type.kind === 'map') {
    const entries = Object.entries(value as ValueRecord);
    if (kind === 'an element less') return entries.length === 0 ? undefined : record(entries.slice(1));
    return kind === 'an element more' ? record([...entries, ['more', some(type.element, seed)]]) : undefined;
  }
  if (type.kind !== 'list' && type.kind !== 'set') return undefined;
  const elements = value as readonly Value[];
  if (kind === 'an element more') return [...elements, some(type.element, seed)];
  if (elements.length === 0) return undefined;
  if (kind === 'an element less') return elements.slice(1);
  if (kind === 'an element twice') return [...elements, elements[0]!];
  return [...elements].reverse();
}

function some(type: Type, seed: number): Value {
  return fc.sample(valueOf(type), { numRuns: 1, seed })[0]!;
}

function emptyOf(type: Type): Value | undefined {
  switch (type.kind) {
    case 'string':
      return '';
    case 'bool':
      return false;
    case 'number':
      return 0;
    case 'list':
    case 'set':
      return [];
    case 'map':
      return record();
    default:
      return undefined;
  }
}
