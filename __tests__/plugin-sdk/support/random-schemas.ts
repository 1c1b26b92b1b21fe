/** Random schemas, and random configurations of them, with values of every type and unknowns anywhere. */
import fc from 'fast-check';
import { Decimal, Dynamic, isBlock, isNested, record, schema, UNKNOWN, Unknown } from 'terraform-plugin-sdk-ts';
import type { Attribute, Attributes, BlockKind, NestingMode, Options } from 'terraform-plugin-sdk-ts';
import type { Value, ValueRecord } from 'terraform-plugin-sdk-ts';
import { parseNumber } from '../../../providers/plugin-sdk/numbers';
import { typeOfAttribute } from '../../../providers/plugin-sdk/schema/schema';
import { someType, type Type } from '../../../providers/plugin-sdk/types';
import { textOf } from '../wire/arbitraries';

const PRIMITIVES: readonly Type[] = [{ kind: 'string' }, { kind: 'bool' }, { kind: 'number' }];

const type = (depth: number): fc.Arbitrary<Type> =>
  depth === 0
    ? fc.constantFrom<Type[]>(...PRIMITIVES)
    : fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom<Type[]>(...PRIMITIVES) },
        fc.record({ kind: fc.constantFrom('list', 'set', 'map'), element: type(depth - 1) }),
        fc.record({
          kind: fc.constant('object' as const),
          attributes: fc.dictionary(name, type(depth - 1), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
        }),
        fc.record({ kind: fc.constant('tuple' as const), elements: fc.array(type(depth - 1), { maxLength: 3 }) }),
      );

const name = fc.constantFrom('a', 'b', 'c', 'constructor', 'd_1');
const text = fc.oneof(fc.constantFrom('', 'a', 'A', 'b', '__proto__'), textOf(4));
const number = fc.oneof(
  fc.integer(),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((value) => parseNumber(String(value))),
  fc.constantFrom<Value[]>(0, -0, 0.1, 1.5, parseNumber('0.1000000000000000000000001'), 2n ** 64n),
);

/** A wholly known value of a type. Elements of collections are never null: Terraform's own rule in the SDK. */
export function valueOf(of: Type): fc.Arbitrary<Value> {
  switch (of.kind) {
    case 'string':
      return text;
    case 'bool':
      return fc.boolean();
    case 'number':
      return number;
    case 'list':
    case 'set':
      return fc.array(valueOf(of.element), { maxLength: 3 });
    case 'map':
      return fc.dictionary(text, valueOf(of.element), { maxKeys: 3 }).map((entries) => record(Object.entries(entries)));
    case 'object':
      return recordOf(Object.entries(of.attributes).map(([key, part]) => [key, fc.option(valueOf(part))]));
    case 'tuple':
      return fc.tuple(...of.elements.map((part) => fc.option(valueOf(part))));
    case 'dynamic':
      return type(1).chain((inner) => valueOf(inner).map((value) => new Dynamic(inner, value)));
  }
}

function recordOf(parts: readonly (readonly [string, fc.Arbitrary<Value>])[]): fc.Arbitrary<ValueRecord> {
  return fc
    .tuple(...parts.map(([, part]) => part))
    .map((values) => record(parts.map(([key], index) => [key, values[index] ?? null])));
}

type Role = Pick<Options, 'required' | 'optional' | 'computed'>;
const REQUIRED: Role = { required: true };
const ROLES: readonly Role[] = [REQUIRED, { optional: true }, { computed: true }, { optional: true, computed: true }];

/** What stands around an attribute. */
interface Place {
  readonly inSet?: boolean;
  readonly inCollection?: boolean;
  readonly inAttribute?: boolean;
}

/** Half of the attributes that may have a default have one; half of those that hold texts do not care about case. */
function plainAttribute({ inSet, inCollection }: Place): fc.Arbitrary<Attribute> {
  const dynamic = fc.constant<Type>({ kind: 'dynamic' });
  const shaped = inCollection ? type(2) : fc.oneof({ weight: 6, arbitrary: type(2) }, dynamic);
  return fc.tuple(shaped, fc.constantFrom(...ROLES), fc.boolean()).chain(([of, role, careless]) => {
    const options: Options = { description: 'd', ...role, ...(careless && holdsText(of) && { normalize: lowerCase }) };
    const attribute: Attribute = { shape: { type: of }, options };
    // A default in a set could make two elements one, which no provider can plan.
    if (inSet || !role.optional || !role.computed) return fc.constant(attribute);
    return fc
      .option(valueOf(of), { nil: undefined })
      .map((value) =>
        value === undefined ? attribute : { ...attribute, options: { ...attribute.options, default: value } },
      );
  });
}

function holdsText(of: Type): boolean {
  return of.kind === 'string' || ((of.kind === 'list' || of.kind === 'set') && of.element.kind === 'string');
}

/** ASCII alone: what other alphabets do to the length of a text is none of our concern. */
function lowerCase(value: Value): Value {
  return mapTexts(value, (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
}

function mapTexts(value: Value, map: (text: string) => string): Value {
  if (typeof value === 'string') return map(value);
  return Array.isArray(value) ? (value as readonly Value[]).map((element) => mapTexts(element, map)) : value;
}

const KEY: Attribute = { shape: { type: { kind: 'string' } }, options: { description: 'd', required: true } };

function nestedAttribute(depth: number, place: Place): fc.Arbitrary<Attribute> {
  const { inSet = false } = place;
  return fc
    .tuple(fc.constantFrom<NestingMode[]>('single', 'list', 'set', 'map'), fc.constantFrom(...ROLES))
    .chain(([nesting, role]) =>
      attributesOf(depth - 1, { ...inside(place, nesting), inAttribute: true }).map((inner): Attribute => {
        const attributes = keyed(nesting, inner, inSet);
        const type = typeOfAttribute({ shape: { nesting, attributes }, options: { description: 'd' } });
        const hasKeys = someType(type, (part) => part.kind === 'set' && part.element.kind === 'object');
        // Inside a set Terraform does not look into what a provider made on its own, either; and keys are required.
        if ((inSet || (hasKeys && role.optional)) && role.computed)
          return { shape: { nesting, attributes }, options: { description: 'd', optional: true } };
        const shape = { nesting, attributes: role.computed ? as(attributes, role) : attributes };
        return { shape, options: { description: 'd', ...role } };
      }),
    );
}

function blocks(depth: number, place: Place): fc.Arbitrary<Attribute> {
  return fc.constantFrom<BlockKind[]>('single', 'group', 'list', 'set', 'map').chain((kind) => {
    const nesting = kind === 'group' ? 'single' : kind;
    return attributesOf(depth - 1, inside(place, nesting)).map((inner): Attribute => {
      const attributes = keyed(nesting, kind === 'group' ? notRequired(inner) : inner, place.inSet === true);
      return { shape: { nesting, attributes, block: { kind } }, options: { description: 'd', optional: true } };
    });
  });
}

function inside(place: Place, nesting: NestingMode): Place {
  return {
    ...place,
    inSet: place.inSet === true || nesting === 'set',
    inCollection: place.inCollection === true || nesting !== 'single',
  };
}

/** Terraform finds the prior element of a set by what is configured: a key keeps elements apart. */
function keyed(nesting: NestingMode, inner: Attributes, inSet: boolean): Attributes {
  if (nesting !== 'set') return inner;
  // Terraform does not look into a set inside a set, so nothing can be computed there.
  return inSet ? as({ ...inner, key: KEY }, { optional: true }) : { ...inner, key: KEY };
}

/** A group is there even where nobody writes it. */
function notRequired(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, attribute]) => {
      const { required, ...options } = attribute.options;
      return [key, required ? { ...attribute, options: { ...options, optional: true } } : attribute];
    }),
  );
}

/** The same attributes in another role, at any depth. */
function as(attributes: Attributes, role: Role): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, { shape }]) => [
      key,
      {
        shape: isNested(shape) ? { ...shape, attributes: as(shape.attributes, role) } : shape,
        options: { description: 'd', ...(key === 'key' ? REQUIRED : role) },
      },
    ]),
  );
}

function attributesOf(depth: number, place: Place): fc.Arbitrary<Attributes> {
  const plain = { weight: 4, arbitrary: plainAttribute(place) };
  const nested = { weight: 2, arbitrary: nestedAttribute(depth, place) };
  const one =
    depth === 0
      ? plainAttribute(place)
      : place.inAttribute
        ? fc.oneof(plain, nested)
        : fc.oneof(plain, nested, { weight: 2, arbitrary: blocks(depth, place) });
  return fc.dictionary(name, one, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
}

export const randomAttributes: fc.Arbitrary<Attributes> = attributesOf(2, {}).map(
  (attributes) => schema({ description: 'd', attributes }).attributes,
);

/** A configuration, wholly known. Of each object in it, what is null is written, or left out. */
export function configurationOf(attributes: Attributes): fc.Arbitrary<ValueRecord> {
  const whole = recordOf(Object.entries(attributes).map(([key, attribute]) => [key, configuredValue(attribute)]));
  return fc
    .tuple(whole, fc.boolean())
    .map(([all, written]) => (written ? all : record(Object.entries(all).filter(([, value]) => value !== null))));
}

function configuredValue({ shape, options }: Attribute): fc.Arbitrary<Value> {
  if (!options.required && !options.optional) return fc.constant(null);
  const value = isNested(shape) ? nestedValue(shape.nesting, shape.attributes) : valueOf(shape.type);
  const isThere = options.required === true || (isBlock(shape) && shape.block.kind !== 'single');
  return isThere ? value : fc.option(value);
}

function nestedValue(nesting: NestingMode, attributes: Attributes): fc.Arbitrary<Value> {
  const element = configurationOf(attributes);
  if (nesting === 'single') return element;
  if (nesting === 'list') return fc.array(element, { maxLength: 3 });
  if (nesting === 'set') return fc.uniqueArray(element, { maxLength: 3, selector: (one) => keyText(one) });
  return fc.dictionary(text, element, { maxKeys: 2 }).map((entries) => record(Object.entries(entries)));
}

/** Keys that only differ before normalization are one key. */
function keyText(element: ValueRecord): string {
  return (element['key'] as string).normalize('NFC');
}

/** The same configuration as it is while some of it is not known yet: every value in it is hidden with a small chance. */
export function hide(attributes: Attributes, config: ValueRecord, chance: () => boolean): ValueRecord {
  return record(
    Object.entries(attributes).map(([key, attribute]) => {
      const value = config[key] ?? null;
      if (value === null) return [key, null];
      const { shape } = attribute;
      // A single block is there or not: of none of them can Terraform say that nobody knows.
      if (chance() && !(isBlock(shape) && shape.nesting === 'single')) return [key, unknownOf(value)];
      if (!isNested(shape)) {
        // Terraform wants a collection as configured or as stored, so one of two spellings must be known as a whole.
        const whole = attribute.options.normalize !== undefined;
        return [key, whole ? value : hideInside(typeOfAttribute(attribute), value, chance)];
      }
      const hideElement = (element: Value) => hide(shape.attributes, element as ValueRecord, chance);
      if (shape.nesting === 'single') return [key, hideElement(value)];
      // Which of two spellings a set keeps can depend on what is not known yet.
      if (shape.nesting === 'set' && spellsInTwoWays(shape.attributes, value)) return [key, value];
      if (Array.isArray(value)) return [key, (value as readonly Value[]).map(hideElement)];
      return [key, record(Object.entries(value).map(([k, element]: [string, Value]) => [k, hideElement(element)]))];
    }),
  );
}

function spellsInTwoWays(attributes: Attributes, elements: Value): boolean {
  const texts = new Set<string>();
  const gather = (value: Value): Value => mapTexts(value, (text) => (texts.add(text), text));
  const visit = (inside: Attributes, object: Value): void => {
    for (const [key, { shape, options }] of Object.entries(inside)) {
      const value = (object as ValueRecord)[key] ?? null;
      if (!isNested(shape)) gather(options.normalize === undefined ? null : value);
      else if (shape.nesting === 'single') visit(shape.attributes, value ?? {});
      else for (const part of Object.values(value ?? [])) visit(shape.attributes, part as Value);
    }
  };
  for (const element of elements as readonly Value[]) visit(attributes, element);
  return new Set([...texts].map(lowerCase)).size < texts.size;
}

function hideInside(of: Type, value: Value, chance: () => boolean): Value {
  if (of.kind !== 'list' && of.kind !== 'set') return value;
  return (value as readonly Value[]).map((element) => (chance() ? UNKNOWN : element));
}

/** Refinements as Terraform would know them. */
function unknownOf(value: Value): Unknown {
  if (typeof value === 'string') return new Unknown({ notNull: true, stringPrefix: [...value].slice(0, 1).join('') });
  if (value instanceof Decimal || typeof value === 'object') return UNKNOWN;
  return new Unknown({ notNull: true });
}

/** The same object as somebody else would write it: every set reversed, and the case of letters swapped where none cares. */
export function rewrite(attributes: Attributes, object: ValueRecord): ValueRecord {
  return record(
    Object.entries(attributes).map(([key, { shape, options }]) => {
      const value = object[key] ?? null;
      if (isNested(shape)) return [key, rewriteNested(shape.nesting, shape.attributes, value)];
      const reversed = reverseInside(shape.type, value);
      return [key, options.normalize === undefined ? reversed : mapTexts(reversed, swapCase)];
    }),
  );
}

function swapCase(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}

function rewriteNested(nesting: NestingMode, attributes: Attributes, value: Value): Value {
  if (value === null || value instanceof Unknown) return value;
  const inside = (element: Value) => rewrite(attributes, element as ValueRecord);
  if (nesting === 'single') return inside(value);
  if (nesting === 'map')
    return record(Object.entries(value).map(([k, element]: [string, Value]) => [k, inside(element)]));
  const elements = (value as readonly Value[]).map(inside);
  return nesting === 'set' ? elements.reverse() : elements;
}

function reverseInside(of: Type, value: Value): Value {
  if (!Array.isArray(value) || (of.kind !== 'set' && of.kind !== 'list')) return value;
  const elements = (value as readonly Value[]).map((element) => reverseInside(of.element, element));
  return of.kind === 'set' ? elements.reverse() : elements;
}
