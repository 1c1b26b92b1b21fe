/** Brings what an author's code returns into the exact form of its schema, or throws: a result of the wrong form is a bug. */
import { isNested, type Attribute, type Attributes } from '../schema/attribute';
import { typeOfAttribute } from '../schema/schema';
import type { Type } from '../types';
import { Decimal, Dynamic, record, Unknown, type Value, type ValueRecord } from '../values';
import { emptyOf } from './empty';
import { distinct } from './equal';

/** @param allowUnknown whether unknowns may stand in the result: in plans, not in states. */
export function conform(attributes: Attributes, value: unknown, allowUnknown: boolean): ValueRecord {
  return conformObject(attributes, value, { at: '', allowUnknown });
}

/** The same for one value of a plain type. */
export function conformTo(type: Type, value: unknown, allowUnknown = false): Value {
  return conformValue(type, value, { at: '', allowUnknown });
}

/** What a configuration says, as Terraform hands it on: unknowns and nulls anywhere. For tests without terraform. */
export function conformConfiguration(attributes: Attributes, value: unknown): ValueRecord {
  return conformObject(attributes, value, CONFIGURATION);
}

/** The same for the argument of a function. */
export function conformArgument(type: Type, value: unknown): Value {
  return conformValue(type, value, CONFIGURATION);
}

const defaults = new WeakMap<Attribute, Value>();

/** An attribute's default in the form in which its values come back; undefined where it has none. */
export function defaultOf(attribute: Attribute): Value | undefined {
  if (attribute.options.default === undefined) return undefined;
  const known = defaults.get(attribute);
  if (known !== undefined) return known;
  const value = conformAttribute(attribute, attribute.options.default, { at: 'default', allowUnknown: false });
  defaults.set(attribute, value);
  return value;
}

/**
 * The state that an apply returned, as far as it is of the right form: the object exists by now, so one bad attribute must
 * not lose it. What is bad is complained about, and taken from `fallback` instead.
 */
export function salvage(
  attributes: Attributes,
  value: unknown,
  fallback: ValueRecord | null,
): { readonly state: ValueRecord | null; readonly complaints: readonly Error[] } {
  const context = { at: '', allowUnknown: false };
  if (!isRecord(value)) return { state: fallback, complaints: [mismatch(context, 'an object', value)] };
  const complaints: Error[] = strangers(attributes, value, context);
  const state = record(
    Object.entries(attributes).map(([name, attribute]) => {
      try {
        return [name, conformAttribute(attribute, own(value, name), below(context, name))];
      } catch (cause) {
        complaints.push(cause instanceof Error ? cause : new Error(`result cannot be read at ${name}`));
        return [name, fallback?.[name] ?? emptyOf(attribute)];
      }
    }),
  );
  return { state, complaints };
}

interface Context {
  readonly at: string;
  readonly allowUnknown: boolean;
  /** Elements of lists, sets and maps may be null. */
  readonly allowNull?: boolean;
}

const CONFIGURATION: Context = { at: '', allowUnknown: true, allowNull: true };

function conformObject(attributes: Attributes, value: unknown, context: Context): ValueRecord {
  if (!isRecord(value)) throw mismatch(context, 'an object', value);
  for (const stranger of strangers(attributes, value, context)) throw stranger;
  return record(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      conformAttribute(attribute, own(value, name), below(context, name)),
    ]),
  );
}

function strangers(attributes: Attributes, value: Record<string, unknown>, context: Context): Error[] {
  return Object.keys(value)
    .filter((key) => !Object.hasOwn(attributes, key))
    .map((key) => new Error(`result has ${below(context, key).at}, which the schema does not know`));
}

function own(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : null;
}

function conformAttribute(attribute: Attribute, value: unknown, context: Context): Value {
  const { shape } = attribute;
  // What is write-only never enters a state, whatever the author's code returns.
  if (attribute.options.writeOnly && !context.allowUnknown) return null;
  if (!isNested(shape)) return conformValue(shape.type, value, context);
  if (value === null || value === undefined) return emptyOf(attribute);
  const object = (element: unknown, key: string | number) => {
    const special = conformSpecial(element, below(context, key));
    return special === undefined ? conformObject(shape.attributes, element, below(context, key)) : special;
  };
  const special = conformSpecial(value, context);
  if (special !== undefined) return special;
  if (shape.nesting === 'single') return conformObject(shape.attributes, value, context);
  return conformCollection(typeOfAttribute(attribute), value, context, object);
}

/** Null and unknown, which fit every type. */
function conformSpecial(value: unknown, context: Context): null | Unknown | undefined {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Unknown)) return undefined;
  if (!context.allowUnknown) throw new Error(`result leaves ${context.at || 'its root'} unknown`);
  return value;
}

function conformValue(type: Type, value: unknown, context: Context): Value {
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
        conformValue(type.element, element, below(context, key)),
      );
  }
  throw mismatch(context, `a ${type.kind}`, value);
}

function conformCollection(
  type: Type,
  value: unknown,
  context: Context,
  conformPart: (element: unknown, key: string | number) => Value,
): Value {
  const conformElement = (element: unknown, key: string | number): Value => {
    const conformed = conformPart(element, key);
    if (conformed === null && !context.allowNull) throw nullElement(below(context, key));
    return conformed;
  };
  if (type.kind === 'map') {
    if (!isRecord(value)) throw mismatch(context, 'a map', value);
    return record(Object.entries(value).map(([key, element]) => [key.normalize('NFC'), conformElement(element, key)]));
  }
  if (!Array.isArray(value)) throw mismatch(context, `a ${type.kind}`, value);
  const elements = value.map(conformElement);
  if (type.kind !== 'set') return elements;
  return distinct(type.element, elements);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

function below({ at, ...context }: Context, key: string | number): Context {
  return { ...context, at: typeof key === 'number' ? `${at}[${key}]` : at === '' ? key : `${at}.${key}` };
}

function nullElement({ at }: Context): Error {
  return new Error(
    `Null element in the result, at ${at}: lists, sets and maps hold no null. Leave it out, or give it a value`,
  );
}

/** Names the kind of value found, never the value: it may be a secret. */
function mismatch({ at }: Context, wanted: string, value: unknown): Error {
  return new Error(
    `result has ${Array.isArray(value) ? 'an array' : `a ${typeof value}`} at ${at || 'its root'}, not ${wanted}`,
  );
}
