/**
 * How a result of an author's code gets the exact form of its schema. A result that has no such form is a bug, and
 * throws.
 */
import { isNested, type Attribute, type Attributes } from '../schema/attribute';
import { typeOfAttribute } from '../schema/schema';
import type { Type } from '../types';
import { Decimal, Dynamic, record, Unknown, type Value, type ValueRecord } from '../values';
import { emptyOf } from './empty';
import { distinct } from './equal';

/**
 * Brings an object into the form of its schema.
 * @param allowUnknown whether the result may hold unknowns, as plans may and states may not
 * @param step the name of the step whose whole result the value is, such as `read of x_note`. With it, no computed
 * attribute may be left out, and errors name the step
 */
export function conform(attributes: Attributes, value: unknown, allowUnknown: boolean, step?: string): ValueRecord {
  const context = { at: '', allowUnknown, isWhole: step !== undefined };
  return inStep(step, () => conformObject(attributes, value, context));
}

/** Brings one value of a plain type into its form; the parameters are those of {@link conform}. */
export function conformTo(type: Type, value: unknown, allowUnknown = false, step?: string): Value {
  return inStep(step, () => conformValue(type, value, { at: '', allowUnknown, isWhole: step !== undefined }));
}

/** Runs what may find a result of the wrong form, and adds the name of the step to that error. */
export function inStep<T>(step: string | undefined, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw step !== undefined && cause instanceof FormError ? cause.of(step) : cause;
  }
}

/** The error of a result that is of the wrong form. */
class FormError extends Error {
  of(step: string): FormError {
    return new FormError(`${step}: ${this.message}`);
  }
}

/**
 * Brings a configuration into the form in which Terraform hands it on, with unknowns and nulls anywhere. It is for
 * tests without terraform.
 */
export function conformConfiguration(attributes: Attributes, value: unknown): ValueRecord {
  return conformObject(attributes, value, CONFIGURATION);
}

/** Brings an argument of a function into the form in which Terraform hands it on. It is for tests without terraform. */
export function conformArgument(type: Type, value: unknown): Value {
  return conformValue(type, value, CONFIGURATION);
}

const defaults = new WeakMap<Attribute, Value>();

/** Gives the default of an attribute, in the form in which its values come back; undefined where it has none. */
export function defaultOf(attribute: Attribute): Value | undefined {
  if (attribute.options.default === undefined) return undefined;
  const known = defaults.get(attribute);
  if (known !== undefined) return known;
  const value = conformAttribute(attribute, attribute.options.default, {
    at: 'default',
    allowUnknown: false,
    isWhole: false,
  });
  defaults.set(attribute, value);
  return value;
}

/**
 * Gives the state that an apply returned, as far as it is of the right form: the object exists by now, so one bad
 * attribute must not lose it. A bad attribute is complained about, and taken from `fallback` instead.
 * @param step the name of the step, for the complaints
 */
export function salvage(
  attributes: Attributes,
  value: unknown,
  fallback: ValueRecord | null,
  step?: string,
): { readonly state: ValueRecord | null; readonly complaints: readonly Error[] } {
  const context = { at: '', allowUnknown: false, isWhole: true };
  const named = (complaint: FormError) => (step === undefined ? complaint : complaint.of(step));
  if (!isRecord(value)) return { state: fallback, complaints: [named(mismatch(context, 'an object', value))] };
  const complaints: Error[] = strangers(attributes, value, context).map(named);
  const state = record(
    Object.entries(attributes).map(([name, attribute]) => {
      try {
        return [name, conformAttribute(attribute, own(value, name), below(context, name))];
      } catch (cause) {
        if (cause instanceof FormError) complaints.push(named(cause));
        else complaints.push(cause instanceof Error ? cause : named(new FormError(`result cannot be read at ${name}`)));
        return [name, fallback?.[name] ?? emptyOf(attribute)];
      }
    }),
  );
  return { state, complaints };
}

interface ConformContext {
  /** The path to this place, as text; empty at the root. */
  readonly at: string;
  readonly allowUnknown: boolean;
  /** Whether elements of lists, sets and maps may be null. */
  readonly allowNull?: boolean;
  /** Whether a computed attribute, or an element, must not be undefined; else undefined is as good as null. */
  readonly isWhole: boolean;
}

const CONFIGURATION: ConformContext = { at: '', allowUnknown: true, isWhole: false, allowNull: true };

function conformObject(attributes: Attributes, value: unknown, context: ConformContext): ValueRecord {
  if (!isRecord(value)) throw mismatch(context, 'an object', value);
  for (const stranger of strangers(attributes, value, context)) throw stranger;
  return record(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      conformAttribute(attribute, own(value, name), below(context, name)),
    ]),
  );
}

function strangers(attributes: Attributes, value: Record<string, unknown>, context: ConformContext): FormError[] {
  return Object.keys(value)
    .filter((key) => !Object.hasOwn(attributes, key))
    .map((key) => new FormError(`result has ${below(context, key).at}, which the schema does not know`));
}

function own(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function conformAttribute(attribute: Attribute, value: unknown, context: ConformContext): Value {
  const { shape } = attribute;
  // A write-only value never enters a state, whatever the author's code returns.
  if (attribute.options.writeOnly && !context.allowUnknown) return null;
  if (attribute.options.computed) mustBeThere(value, context);
  if (!isNested(shape)) return conformValue(shape.type, value, context);
  if (value === null || value === undefined) return emptyOf(attribute);
  const type = typeOfAttribute(attribute);
  const object = (element: unknown, key: string | number) => {
    const inside = below(context, key, type);
    const special = conformSpecial(element, inside);
    return special === undefined ? conformObject(shape.attributes, element, inside) : special;
  };
  const special = conformSpecial(value, context);
  if (special !== undefined) return special;
  if (shape.nesting === 'single') return conformObject(shape.attributes, value, context);
  return conformCollection(type, value, context, object);
}

/** Gives a value that is null or unknown, since those fit every type; undefined for every other value. */
function conformSpecial(value: unknown, context: ConformContext): null | Unknown | undefined {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Unknown)) return undefined;
  if (!context.allowUnknown) throw new FormError(`result leaves ${context.at || 'its root'} unknown`);
  return value;
}

function mustBeThere(value: unknown, { isWhole, at }: ConformContext): void {
  if (!isWhole || value !== undefined) return;
  throw new FormError(`result leaves ${at} undefined; give it a value, or null where it has none`);
}

function conformValue(type: Type, value: unknown, context: ConformContext): Value {
  const special = conformSpecial(value, context);
  if (special !== undefined) return special;
  switch (type.kind) {
    case 'string':
      if (typeof value === 'string') return value.normalize('NFC');
      break;
    case 'bool':
      if (typeof value === 'boolean') return value;
      break;
    case 'number':
      if (typeof value === 'bigint' || value instanceof Decimal) return value;
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      break;
    case 'dynamic':
      if (value instanceof Dynamic && value.type.kind !== 'dynamic')
        return new Dynamic(value.type, conformValue(value.type, value.value, context));
      break;
    case 'object':
      if (isRecord(value)) {
        return record(
          Object.entries(type.attributes).map(([name, of]) => [
            name,
            conformValue(of, own(value, name), below(context, name)),
          ]),
        );
      }
      break;
    case 'tuple':
      if (Array.isArray(value) && value.length === type.elements.length) {
        return type.elements.map((of, index) => conformValue(of, value[index], below(context, index)));
      }
      break;
    default:
      return conformCollection(type, value, context, (element, key) =>
        conformValue(type.element, element, below(context, key, type)),
      );
  }
  throw mismatch(context, `a ${type.kind}`, value);
}

function conformCollection(
  type: Type,
  value: unknown,
  context: ConformContext,
  conformPart: (element: unknown, key: string | number) => Value,
): Value {
  const conformElement = (element: unknown, key: string | number): Value => {
    const conformed = conformPart(element, key);
    if (conformed === null && !context.allowNull) throw nullElement(below(context, key, type));
    return conformed;
  };
  if (type.kind === 'map') {
    if (!isRecord(value)) throw mismatch(context, 'a map', value);
    const entries = Object.entries(value);
    for (const [key, element] of entries) mustBeThere(element, below(context, key, type));
    return record(entries.map(([key, element]) => [key.normalize('NFC'), conformElement(element, key)]));
  }
  if (!Array.isArray(value)) throw mismatch(context, `a ${type.kind}`, value);
  value.forEach((element: unknown, index) => mustBeThere(element, below(context, index)));
  const elements = value.map(conformElement);
  if (type.kind !== 'set') return elements;
  return distinct(type.element, elements);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

/**
 * Gives the context of a part.
 * @param within the type of the value around the part, where that may be a map, whose keys are quoted
 */
function below({ at, ...context }: ConformContext, key: string | number, within?: Type): ConformContext {
  if (typeof key === 'number') return { ...context, at: `${at}[${key}]` };
  if (within?.kind === 'map') return { ...context, at: `${at}[${JSON.stringify(key)}]` };
  return { ...context, at: at === '' ? key : `${at}.${key}` };
}

function nullElement({ at }: ConformContext): FormError {
  return new FormError(
    `Null element in the result, at ${at}: lists, sets and maps hold no null. Leave it out, or give it a value`,
  );
}

/** Makes the error of a value of another kind. It names the kind, never the value, which may be a secret. */
function mismatch({ at }: ConformContext, wanted: string, value: unknown): FormError {
  if (value === undefined && at === '') return new FormError(`it returned nothing, not ${wanted}`);
  return new FormError(`result has ${kindOf(value)} at ${at || 'its root'}, not ${wanted}`);
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null || (typeof value === 'number' && !Number.isFinite(value)))
    return `${value}`;
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
