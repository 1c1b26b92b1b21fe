/** A provider that stores what was planned: resources of any schema, kept in memory, where unknowns get plain values. */
import {
  Decimal,
  Dynamic,
  provider,
  record,
  resource,
  schema,
  UNKNOWN,
  Unknown,
  useStateForUnknown,
} from 'terraform-plugin-sdk-ts';
import type {
  Attribute,
  Attributes,
  Provider,
  Resource,
  Schema,
  State,
  Value,
  ValueRecord,
} from 'terraform-plugin-sdk-ts';
import { isNested } from 'terraform-plugin-sdk-ts';
import { typeOfAttribute } from '../../../providers/plugin-sdk/schema/schema';
import { partType, type Type } from '../../../providers/plugin-sdk/types';

export interface MemoryProvider {
  readonly provider: Provider<null>;
  /** The objects, by id, as the "remote" side has them. */
  readonly objects: Map<string, ValueRecord>;
}

export const THING = 'memory_thing';

/** Serves `memory_thing`. `spell` is how the remote side spells what it is asked for, such as sets in another order. */
export function memoryProvider(attributes: Attributes, spell = (value: Value): Value => value): MemoryProvider {
  return memoryProviderOf({ [THING]: attributes }, spell);
}

/** Serves a resource for each type; ids begin with its name. */
export function memoryProviderOf(
  types: Readonly<Record<string, Attributes>>,
  spell = (value: Value): Value => value,
): MemoryProvider {
  const objects = new Map<string, ValueRecord>();
  const served = provider({
    name: 'memory',
    version: '1.0.0',
    schema: schema({ description: 'None.', attributes: {} }),
    resources: Object.entries(types).map(([name, attributes]) => memoryResource(name, attributes, objects, spell)),
    configure: () => Promise.resolve(null),
  });
  return { objects, provider: served };
}

function memoryResource(
  name: string,
  attributes: Attributes,
  objects: Map<string, ValueRecord>,
  spell: (value: Value) => Value,
): Resource<null> {
  const declared: Schema = schema({ description: 'A thing.', attributes: { ...attributes, id: ID } });
  let count = 0;
  const store = (id: string, planned: ValueRecord): ValueRecord => {
    const settled = settleObject(declared.attributes, { ...planned, id }, () => String(++count));
    objects.set(id, settled);
    return spell(settled) as ValueRecord;
  };
  return resource<Schema, null>({
    name,
    schema: declared,
    create: async ({ planned }) => store(`${name}-${++count}`, planned as ValueRecord),
    update: async ({ planned, prior }) => store(idOf(prior), planned as ValueRecord),
    read: async ({ state }) => spell(objects.get(idOf(state)) ?? null) as State<Schema> | null,
    delete: async ({ prior }) => void objects.delete(idOf(prior)),
    importState: async ({ id }) => ({ id }),
  });
}

const ID: Attribute = {
  shape: { type: { kind: 'string' } },
  options: {
    description: 'Its id.',
    computed: true,
    planModifiers: [useStateForUnknown()],
  },
};

function idOf(state: object): string {
  const { id } = state as { readonly id?: unknown };
  return typeof id === 'string' ? id : '';
}

function settleObject(attributes: Attributes, object: ValueRecord, next: () => string): ValueRecord {
  return record(
    Object.entries(attributes).map(([name, attribute]) => [name, settle(attribute, object[name] ?? null, next)]),
  );
}

/** Unknowns get values; what nobody planned stays null. */
function settle(attribute: Attribute, value: Value, next: () => string): Value {
  const { shape } = attribute;
  if (value instanceof Unknown) {
    if (!isNested(shape)) return invent(typeOfAttribute(attribute), next);
    // Something that only a configuration can set would look configured to Terraform.
    const own = Object.values(shape.attributes).every(({ options }) => options.computed === true);
    if (shape.nesting === 'single')
      return own ? settleObject(shape.attributes, allUnknown(shape.attributes), next) : null;
    return own ? (shape.nesting === 'map' ? record() : []) : null;
  }
  if (value === null) return null;
  if (!isNested(shape)) return settleInside(shape.type, value, next);
  const settleElement = (element: Value): Value =>
    element === null || element instanceof Unknown
      ? null
      : settleObject(shape.attributes, element as ValueRecord, next);
  if (shape.nesting === 'single') return settleElement(value);
  if (shape.nesting !== 'map') return (value as readonly Value[]).map(settleElement);
  return record(Object.entries(value).map(([key, element]: [string, Value]) => [key, settleElement(element)]));
}

/** A value of a plain type may be known in part. */
function settleInside(type: Type, value: Value, next: () => string): Value {
  if (value instanceof Unknown) return invent(type, next);
  if (value instanceof Dynamic) return new Dynamic(value.type, settleInside(value.type, value.value, next));
  if (value === null || typeof value !== 'object' || value instanceof Decimal) return value;
  const part = (key: string | number, inner: Value) => {
    const of = partType(type, key);
    return of === undefined ? inner : settleInside(of, inner, next);
  };
  if (Array.isArray(value)) return (value as readonly Value[]).map((inner, index) => part(index, inner));
  return record(Object.entries(value as ValueRecord).map(([key, inner]) => [key, part(key, inner)]));
}

function allUnknown(attributes: Attributes): ValueRecord {
  return record(Object.keys(attributes).map((name) => [name, UNKNOWN]));
}

/** Some value of a type, another one each time. */
function invent(type: Type, next: () => string): Value {
  switch (type.kind) {
    case 'string':
      return `made-${next()}`;
    case 'bool':
      return true;
    case 'number':
      return Number(next());
    case 'list':
    case 'set':
      return [invent(type.element, next)];
    case 'map':
      return record([['made', invent(type.element, next)]]);
    case 'object':
      return record(Object.entries(type.attributes).map(([name, part]) => [name, invent(part, next)]));
    case 'tuple':
      return type.elements.map((part) => invent(part, next));
    case 'dynamic':
      return null;
  }
}
