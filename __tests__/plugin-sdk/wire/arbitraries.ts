// Random types, and random values of a given type.
import fc from 'fast-check';
import { fromFloat64, parseNumber } from '../../../providers/plugin-sdk/numbers';
import type { Type } from '../../../providers/plugin-sdk/types';
import {
  Dynamic,
  record,
  Unknown,
  type Refinements,
  type TfNumber,
  type Value,
} from '../../../providers/plugin-sdk/values';

/** Any text of any characters. As `fc.string` with the unit `binary`, which takes a second to be made. */
export function textOf(maxLength: number): fc.Arbitrary<string> {
  const surrogates = { from: 0xd800, count: 0x800 };
  const character = fc
    .nat(0x10ffff - surrogates.count)
    .map((code) => String.fromCodePoint(code < surrogates.from ? code : code + surrogates.count));
  return fc.array(character, { maxLength }).map((characters) => characters.join(''));
}

/** Names that mean something in JavaScript, or sort before others, are names like any other. */
const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'length', '1', '', '.'),
  textOf(6).map((name) => name.normalize('NFC')),
);

const strings = textOf(12).map((text) => text.normalize('NFC'));

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: -60, max: 60 }))
  .map(([digits, exponent]) => parseNumber(`${digits}e${exponent}`));

const bigIntegers = fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }).map((integer) => parseNumber(String(integer)));

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true }).map(fromFloat64);

const numbers: fc.Arbitrary<TfNumber> = fc.oneof(fc.integer(), bigIntegers, decimals, doubles);

export const types: fc.Arbitrary<Type> = fc.letrec<{ type: Type; structure: Type; leaf: Type }>((tie) => ({
  type: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('structure')),
  leaf: fc.constantFrom<Type>({ kind: 'string' }, { kind: 'bool' }, { kind: 'number' }, { kind: 'dynamic' }),
  structure: fc.oneof(
    fc
      .tuple(fc.constantFrom('list' as const, 'set' as const, 'map' as const), tie('type'))
      .map(([kind, element]) => ({ kind, element })),
    fc.array(tie('type'), { maxLength: 3 }).map((elements) => ({ kind: 'tuple' as const, elements })),
    entriesOf(tie('type')).map((attributes) => ({ kind: 'object' as const, attributes: bare(attributes) })),
  ),
})).type;

const bounds = fc.record({ value: numbers, inclusive: fc.boolean() }, { noNullPrototype: true });

const unknowns: fc.Arbitrary<Unknown> = fc
  .record<Refinements>(
    {
      notNull: fc.constant(true as const),
      stringPrefix: strings,
      numberMin: bounds,
      numberMax: bounds,
      lengthMin: fc.nat(),
      lengthMax: fc.nat(),
    },
    { requiredKeys: [] },
  )
  .map((refinements) => new Unknown({ ...refinements }));

interface ValueOptions {
  /** Whether a value, or a part of it, may be unknown. */
  readonly unknown: boolean;
  /** Whether an element of a list, a set or a map may be null. Default: it may. */
  readonly nullElements?: boolean;
}

/** A value that the type allows; now and then null or, with `unknown`, an unknown one. */
export function valuesOf(type: Type, options: ValueOptions): fc.Arbitrary<Value> {
  const known = knownValuesOf(type, options);
  const absent = options.unknown ? fc.oneof(fc.constant(null), unknowns) : fc.constant(null);
  return fc.oneof({ weight: 5, arbitrary: known }, { weight: 1, arbitrary: absent });
}

function elementsOf(type: Type, options: ValueOptions): fc.Arbitrary<Value> {
  const values = valuesOf(type, options);
  return options.nullElements === false ? values.filter((value) => value !== null) : values;
}

function knownValuesOf(type: Type, options: ValueOptions): fc.Arbitrary<Value> {
  switch (type.kind) {
    case 'string':
      return strings;
    case 'bool':
      return fc.boolean();
    case 'number':
      return numbers;
    case 'dynamic':
      return types
        .filter(({ kind }) => kind !== 'dynamic')
        .chain((inner) => valuesOf(inner, options).map((value) => new Dynamic(inner, value)));
    case 'list':
    case 'set':
      return fc.array(elementsOf(type.element, options), { maxLength: 4 });
    case 'map':
      return entriesOf(elementsOf(type.element, options)).map(record);
    case 'tuple':
      return fc.tuple(...type.elements.map((element) => valuesOf(element, options)));
    case 'object': {
      const attributes = Object.entries(type.attributes);
      return fc
        .tuple(...attributes.map(([, attribute]) => valuesOf(attribute, options)))
        .map((values) => record(attributes.map(([name], index) => [name, values[index] ?? null])));
    }
  }
}

function entriesOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<[string, T][]> {
  return fc.uniqueArray(fc.tuple(names, value), { selector: ([name]) => name, maxLength: 4 });
}

function bare(entries: readonly (readonly [string, Type])[]): Record<string, Type> {
  const result = Object.create(null) as Record<string, Type>;
  for (const [name, type] of entries) result[name] = type;
  return result;
}
