/**
 * Elements of a set of objects that a configuration writes in two ways, though they are one element: an attribute that
 * is left out takes its default, and spellings with equal normal forms count as one value. Terraform counts the
 * elements before the provider can say so, and would call the difference a bug. Elements for which the provider makes a
 * value may differ in that value, so they are left alone.
 */
import { error, pathText, type Diagnostic, type Path } from '../diagnostics';
import { numberText } from '../numbers';
import { isNested, type Attribute, type Attributes } from '../schema/attribute';
import { typeOfAttributes } from '../schema/schema';
import { Decimal, Dynamic, isKnown, isWhollyKnown, record, Unknown, type Value, type ValueRecord } from '../values';
import { selecting } from './align';
import { defaultOf } from './conform';
import { canonicalText } from './equal';
import { normalFormOfObject, SPELLED, under } from './normal-form';
import { child, mapParts } from './parts';

const WITH_DEFAULT = selecting(({ options }) => options.default !== undefined);
/**
 * The sets in which one element can be written in two ways. In all other sets, Terraform itself sees which elements are
 * equal.
 */
const SETS = selecting(
  ({ shape }) =>
    isNested(shape) &&
    shape.nesting === 'set' &&
    WITH_DEFAULT(shape.attributes).length + SPELLED(shape.attributes).length > 0,
);

/**
 * Finds the elements of sets that are one element, written twice.
 * @param hidden whether the object is part of a sensitive value, which no text may show
 */
export function findDuplicates(attributes: Attributes, config: Value, path: Path = [], hidden = false): Diagnostic[] {
  if (!isKnown(config)) return [];
  return SETS(attributes).flatMap(([name, attribute]) => {
    const by = { kind: 'attribute', name } as const;
    return inAttribute(attribute, child(config, by), [...path, by], hidden || attribute.options.sensitive === true);
  });
}

function inAttribute({ shape }: Attribute, value: Value, path: Path, hidden: boolean): Diagnostic[] {
  if (!isNested(shape) || !isKnown(value)) return [];
  const { attributes, nesting } = shape;
  if (nesting === 'single') return findDuplicates(attributes, value, path, hidden);
  const inside = Object.entries(value as ValueRecord).flatMap(([key, element]) => {
    if (nesting === 'set')
      return findDuplicates(attributes, element, [...path, { kind: 'element', value: element }], hidden);
    const step = nesting === 'map' ? ({ kind: 'key', key } as const) : ({ kind: 'index', index: Number(key) } as const);
    return findDuplicates(attributes, element, [...path, step], hidden);
  });
  return nesting === 'set' ? [...inside, ...inSet(attributes, value as readonly Value[], path, hidden)] : inside;
}

function inSet(attributes: Attributes, elements: readonly Value[], path: Path, hidden: boolean): Diagnostic[] {
  const type = typeOfAttributes(attributes);
  const first = new Map<string, { readonly element: Value; readonly filled: Value }>();
  return elements.flatMap((element) => {
    const filled = fill(attributes, element);
    if (filled === undefined) return [];
    const form = canonicalText(
      type,
      under(pathText(path), () => normalFormOfObject(attributes, filled)),
    );
    const twin = first.get(form);
    if (twin === undefined) {
      first.set(form, { element, filled });
      return [];
    }
    const [one, other] = [twin.element, element].map((each) => (hidden ? SECRET : objectText(attributes, each)));
    const byDefault = canonicalText(type, twin.filled) === canonicalText(type, filled);
    const why = byDefault ? 'What is left out takes its default.' : 'They differ in nothing but how they are written.';
    const detail = `${one} and ${other} are one element of this set. ${why} Remove one of them, or let them differ.`;
    return [error('Duplicate element', detail, path)];
  });
}

/** Gives the object with its defaults; undefined where something in it is not known, or is for the provider to make. */
function fill(attributes: Attributes, object: Value): ValueRecord | undefined {
  if (!isKnown(object) || !isWhollyKnown(object)) return undefined;
  const filled = record();
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = fillAttribute(attribute, child(object, { kind: 'attribute', name }));
    if (value === undefined) return undefined;
    filled[name] = value;
  }
  return filled;
}

function fillAttribute(attribute: Attribute, value: Value): Value | undefined {
  const { shape, options } = attribute;
  if (value === null) return defaultOf(attribute) ?? (options.computed ? undefined : null);
  if (!isNested(shape)) return value;
  if (shape.nesting === 'single') return fill(shape.attributes, value);
  const parts = mapParts(value as ValueRecord, (part) => fill(shape.attributes, part) ?? new Unknown());
  return isWhollyKnown(parts) ? parts : undefined;
}

const SECRET = '(a sensitive value)';

/** Writes an object as a configuration does. */
function objectText(attributes: Attributes, object: Value): string {
  const parts = Object.entries(object as ValueRecord).filter(
    ([name, value]) => value !== null && attributes[name] !== undefined,
  );
  if (parts.length === 0) return '{}';
  return `{ ${parts.map(([name, value]) => `${name} = ${attributeText(attributes[name], value)}`).join(', ')} }`;
}

function attributeText(attribute: Attribute | undefined, value: Value): string {
  if (attribute === undefined || attribute.options.sensitive) return SECRET;
  const { shape } = attribute;
  if (!isNested(shape)) return valueText(value);
  if (shape.nesting === 'single') return objectText(shape.attributes, value);
  return partsText(value, (part) => objectText(shape.attributes, part));
}

function valueText(value: Value): string {
  if (value instanceof Dynamic) return valueText(value.value);
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal) return numberText(value);
  return typeof value === 'object' && value !== null ? partsText(value, valueText) : JSON.stringify(value);
}

function partsText(value: Value, textOf: (part: Value) => string): string {
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(textOf).join(', ')}]`;
  const parts = Object.entries(value as ValueRecord).map(([key, part]) => `${JSON.stringify(key)} = ${textOf(part)}`);
  return `{ ${parts.join(', ')} }`;
}
