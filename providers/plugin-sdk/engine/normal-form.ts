/**
 * The normal forms of values: what the `normalize` of their attributes and custom types makes of them. Values with
 * equal normal forms count as one value.
 */
import { type Attribute, type Attributes, isNested } from '../schema/attribute';
import { typeOfAttribute } from '../schema/schema';
import { type Type, partType, someType } from '../types';
import { Decimal, Dynamic, type Value, type ValueRecord, isKnown, isWhollyKnown, record } from '../values';
import { selecting } from './align';
import { conformTo } from './conform';
import { reasonOf } from './operation';
import { mapParts } from './parts';

/** The attributes whose values have a normal form, and those that hold such attributes. */
export const SPELLED = selecting(hasForm);

/** Whether the values of the attribute itself have a normal form. */
export function hasForm({ shape, options }: Attribute): boolean {
  return options.normalize !== undefined || (!isNested(shape) && someType(shape.type, isSpelled));
}

function isSpelled({ custom }: Type): boolean {
  return custom?.normalize !== undefined;
}

/**
 * Gives the normal form of an attribute's value. Null, and a value that is not wholly known, is its own normal form.
 */
export function normalFormOf(attribute: Attribute, value: Value): Value {
  const { shape } = attribute;
  if (!isKnown(value)) return value;
  if (!isNested(shape)) return normalize(attribute, value);
  const { attributes, nesting } = shape;
  if (nesting === 'single') return normalFormOfObject(attributes, value);
  return mapParts(value as ValueRecord, (part) => normalFormOfObject(attributes, part));
}

export function normalFormOfObject(attributes: Attributes, value: Value): Value {
  if (!isKnown(value)) return value;
  const form = record(Object.entries(value as ValueRecord));
  for (const [name, attribute] of SPELLED(attributes)) {
    form[name] = under(name, () => normalFormOf(attribute, form[name] ?? null));
  }
  return form;
}

function normalize(attribute: Attribute, value: Value): Value {
  if (!hasForm(attribute) || !isWhollyKnown(value)) return value;
  if (value instanceof Dynamic && value.value === null) return value;
  const type = typeOfAttribute(attribute);
  try {
    const form = normalizeParts(type, value);
    const { normalize } = attribute.options;
    return normalize === undefined ? form : conformTo(type, normalize(form as never));
  } catch (cause) {
    throw new NormalizeError(reasonOf(cause), cause);
  }
}

/** Normalizes a value by the custom types in its type, inner ones first. */
function normalizeParts(type: Type, value: Value): Value {
  if (!isKnown(value) || !someType(type, isSpelled)) return value;
  const isPlain = typeof value !== 'object' || value instanceof Decimal || value instanceof Dynamic;
  const form = isPlain ? value : mapParts(value as ValueRecord, (part, key) => normalizePart(type, key, part));
  const { custom } = type;
  return custom?.normalize === undefined ? form : conformTo(type, custom.normalize(form as never));
}

function normalizePart(type: Type, key: string, part: Value): Value {
  const of = partType(type, key);
  return of === undefined ? part : normalizeParts(of, part);
}

/** The error of a `normalize` that failed, which is a bug, with the place of its attribute. */
class NormalizeError extends Error {
  override readonly name = 'NormalizeError';
  constructor(
    readonly reason: string,
    cause: unknown,
    readonly at: readonly string[] = [],
  ) {
    super(`normalize of ${at.join('.')} failed: ${reason}`, { cause });
  }
}

/**
 * Runs what may normalize a part of the attribute, and adds the attribute's name to the error of a `normalize` that
 * fails.
 */
export function under<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw cause instanceof NormalizeError ? new NormalizeError(cause.reason, cause.cause, [name, ...cause.at]) : cause;
  }
}
