/** Configurations with null and read-only values anywhere, and what must be said of them. */
import fc from 'fast-check';
import { Decimal, Dynamic, isBlock, isConfigurable, isKnown, isNested, record } from 'terraform-plugin-sdk-ts';
import type { Attribute, Attributes, Value, ValueRecord } from 'terraform-plugin-sdk-ts';
import { typeOfAttribute } from '../../../providers/plugin-sdk/schema/schema';
import { partType, type Type } from '../../../providers/plugin-sdk/types';
import { valueOf } from './random-schemas';

/** The same object with one place changed, which the number decides: a value becomes null, or null a value. */
export function spoil(attributes: Attributes, config: ValueRecord, seed: number): ValueRecord {
  const changes = changesOfObject(attributes, config, seed);
  return (changes[seed % Math.max(changes.length, 1)]?.() ?? config) as ValueRecord;
}

type Change = () => Value;

function changesOfObject(attributes: Attributes, object: Value, seed: number): Change[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = (object as ValueRecord)[name] ?? null;
    return changesOf(attribute, value, seed).map((change) => () => put(object, name, change()));
  });
}

function changesOf(attribute: Attribute, value: Value, seed: number): Change[] {
  const { shape } = attribute;
  if (value === null) {
    // Whole objects would need keys that keep elements of sets apart.
    if (isNested(shape) && isConfigurable(attribute)) return [];
    return [() => fc.sample(valueOf(typeOfAttribute(attribute)), { numRuns: 1, seed })[0]!];
  }
  if (!isNested(shape)) return [() => null, ...changesInside(shape.type, value)];
  if (shape.nesting === 'single') {
    const inside = changesOfObject(shape.attributes, value, seed);
    return isBlock(shape) && shape.block.kind === 'group' ? inside : [() => null, ...inside];
  }
  const elements = Object.entries(value as ValueRecord).flatMap(([key, element]) =>
    [...(isBlock(shape) ? [] : [() => null]), ...changesOfObject(shape.attributes, element, seed)].map(
      (change) => () => put(value, key, change()),
    ),
  );
  return isBlock(shape) ? elements : [() => null, ...elements];
}

/** What is in a value of a plain type becomes null. */
function changesInside(type: Type, value: Value): Change[] {
  if (typeof value !== 'object' || !isKnown(value) || value instanceof Dynamic || value instanceof Decimal) return [];
  return Object.entries(value as ValueRecord).flatMap(([key, part]) => {
    const of = partType(type, key);
    const inside: Change[] = of === undefined ? [] : [() => null, ...changesInside(of, part)];
    return inside.map((change) => () => put(value, key, change()));
  });
}

function put(whole: Value, key: string, part: Value): Value {
  if (Array.isArray(whole)) return (whole as readonly Value[]).with(Number(key), part);
  return record([...Object.entries(whole as ValueRecord).filter(([other]) => other !== key), [key, part]]);
}

/** The summaries of what is wrong with a configuration, each once. */
export function faultsOf(attributes: Attributes, config: Value): string[] {
  return [...new Set(faultsOfObject(attributes, config))].sort();
}

function faultsOfObject(attributes: Attributes, object: Value): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = (object as ValueRecord)[name] ?? null;
    const { shape, options } = attribute;
    if (value === null) return options.required ? ['Missing required argument'] : [];
    if (!isConfigurable(attribute)) return ['Value for unconfigurable attribute'];
    if (!isNested(shape)) return faultsInside(shape.type, value);
    if (shape.nesting === 'single') return faultsOfObject(shape.attributes, value);
    const elements = Object.values(value as ValueRecord);
    if (elements.includes(null)) return ['Null element'];
    return elements.flatMap((element) => faultsOfObject(shape.attributes, element));
  });
}

function faultsInside(type: Type, value: Value): string[] {
  if (typeof value !== 'object' || !isKnown(value) || value instanceof Dynamic || value instanceof Decimal) return [];
  const isCollection = type.kind === 'list' || type.kind === 'set' || type.kind === 'map';
  return Object.entries(value as ValueRecord).flatMap(([key, part]) => {
    if (part === null) return isCollection ? ['Null element'] : [];
    const of = partType(type, key);
    return of === undefined ? [] : faultsInside(of, part);
  });
}
