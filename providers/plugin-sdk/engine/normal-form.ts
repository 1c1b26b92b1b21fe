/** The normal forms of values: what `normalize` of their attributes makes of them. */
import { isNested, type Attribute, type Attributes } from '../schema/attribute';
import { typeOfAttribute } from '../schema/schema';
import { Dynamic, isKnown, isWhollyKnown, record, type Value, type ValueRecord } from '../values';
import { selecting } from './align';
import { reasonOf } from './cause';
import { conformTo } from './conform';
import { mapParts } from './map-parts';

/** The attributes that have a normal form, or hold such. */
export const SPELLED = selecting(({ options }) => options.normalize !== undefined);

/** Null, and what is not wholly known, is its own normal form. */
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
  const { options } = attribute;
  if (options.normalize === undefined || !isWhollyKnown(value)) return value;
  if (value instanceof Dynamic && value.value === null) return value;
  try {
    return conformTo(typeOfAttribute(attribute), options.normalize(value as never));
  } catch (cause) {
    throw new NormalizeError(reasonOf(cause), cause);
  }
}

/** The bug of a `normalize`, with the place of its attribute. */
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

/** Runs what may normalize a part of the attribute, and adds its name to the bug that it finds. */
export function under<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw cause instanceof NormalizeError ? new NormalizeError(cause.reason, cause.cause, [name, ...cause.at]) : cause;
  }
}
