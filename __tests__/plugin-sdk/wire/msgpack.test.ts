import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { parseNumber } from '../../../providers/plugin-sdk/numbers';
import type { Type } from '../../../providers/plugin-sdk/types';
import { Decimal, Dynamic, record, Unknown, UNKNOWN, type Value } from '../../../providers/plugin-sdk/values';
import { decodeValue, encodeValue } from '../../../providers/plugin-sdk/wire/msgpack';
import { WireError } from '../../../providers/plugin-sdk/wire/wire-error';
import { types, valuesOf } from './arbitraries';

const STRING: Type = { kind: 'string' };
const NUMBER: Type = { kind: 'number' };
const BOOL: Type = { kind: 'bool' };
const DYNAMIC: Type = { kind: 'dynamic' };

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const utf8 = (text: string): string => Buffer.from(text).toString('hex');

/** A type that nests so many lists, and MessagePack that does the same. */
const nested = (levels: number): { type: Type; bytes: Buffer } => ({
  type: Array.from({ length: levels }).reduce<Type>((element) => ({ kind: 'list', element }), STRING),
  bytes: Buffer.concat([Buffer.alloc(levels, 0x91), hex('c0')]),
});

describe('a value', () => {
  it.each<[string, Value, Type, string]>([
    ['null', null, STRING, 'c0'],
    ['a string', 'aä', STRING, `a3 ${utf8('aä')}`],
    ['a string that is not normalised', 'a\u0308', STRING, `a2 ${utf8('ä')}`],
    ['a bool', true, BOOL, 'c3'],
    ['a small integer', 7, NUMBER, '07'],
    ['a negative integer', -1, NUMBER, 'ff'],
    ['minus zero', -0, NUMBER, '00'],
    ['the greatest safe integer', Number.MAX_SAFE_INTEGER, NUMBER, 'cf 001fffffffffffff'],
    ['an integer beyond 32 bits', -(2 ** 31) - 1, NUMBER, 'd3 ffffffff7fffffff'],
    ['an integer beyond 2^53', 2n ** 53n + 1n, NUMBER, 'cf 0020000000000001'],
    ['the least int64', -(2n ** 63n), NUMBER, 'd3 8000000000000000'],
    ['an integer beyond int64, as text', 2n ** 63n, NUMBER, `b3 ${utf8('9223372036854775808')}`],
    ['an unsafe integer in a double, as text', 1e21, NUMBER, `b6 ${utf8('1000000000000000000000')}`],
    ['one tenth, as text', 0.1, NUMBER, `a3 ${utf8('0.1')}`],
    [
      'more digits than a double has',
      parseNumber('0.12345678901234567891'),
      NUMBER,
      `b6 ${utf8('0.12345678901234567891')}`,
    ],
    ['a list', ['a', null], { kind: 'list', element: STRING }, '92 a1 61 c0'],
    ['a map', record([['__proto__', 1]]), { kind: 'map', element: NUMBER }, `81 a9 ${utf8('__proto__')} 01`],
    ['an object', { a: 1 }, { kind: 'object', attributes: { a: NUMBER } }, '81 a1 61 01'],
    ['a tuple', ['a', 1], { kind: 'tuple', elements: [STRING, NUMBER] }, '92 a1 61 01'],
    ['a dynamic value', new Dynamic(BOOL, false), DYNAMIC, `92 c4 06 ${utf8('"bool"')} c2`],
    ['a dynamic null that has a type', new Dynamic(BOOL, null), DYNAMIC, `92 c4 06 ${utf8('"bool"')} c0`],
    ['a dynamic null', null, DYNAMIC, 'c0'],
    ['an unknown', UNKNOWN, STRING, 'd4 00 00'],
    ['a dynamic unknown', UNKNOWN, DYNAMIC, 'd4 00 00'],
    ['an unknown that is not null', new Unknown({ notNull: true }), STRING, 'c7 03 0c 81 01 c2'],
  ])('is written as HashiCorp describes it: %s', (_, value, type, bytes) => {
    expect(Buffer.from(encodeValue(value, type)).toString('hex')).toBe(hex(bytes).toString('hex'));
  });

  it.each<[string, string, Type, Value]>([
    ['float64 that is whole', 'cb 4014000000000000', NUMBER, 5],
    ['float64 that is exact', 'cb 3fe0000000000000', NUMBER, 0.5],
    ['float32', 'ca 3f000000', NUMBER, 0.5],
    [
      'float64 near one tenth, with all its digits',
      'cb 3fb999999999999a',
      NUMBER,
      new Decimal('0.1000000000000000055511151231257827021181583404541015625'),
    ],
    ['int64 that is small', 'd3 0000000000000005', NUMBER, 5],
    ['uint64 beyond 2^53', 'cf ffffffffffffffff', NUMBER, 2n ** 64n - 1n],
    ['text for one tenth', `a3 ${utf8('0.1')}`, NUMBER, 0.1],
    ['text for 2^64', `b4 ${utf8('18446744073709551616')}`, NUMBER, 2n ** 64n],
    ['text that is not normalised', `a3 61cc88`, STRING, 'ä'],
    ['an unknown of a type that nobody knows yet', 'd5 63 0102', STRING, UNKNOWN],
    ['an unknown without payload', 'c7 00 00', STRING, UNKNOWN],
    [
      'an unknown that starts with "beta-"',
      `c7 0a 0c 82 01 c2 02 a5 ${utf8('beta-')}`,
      STRING,
      new Unknown({ notNull: true, stringPrefix: 'beta-' }),
    ],
    [
      'an unknown with bounds',
      'c7 0c 0c 82 03 92 a3 302e31 c3 04 92 05 c2',
      NUMBER,
      new Unknown({ numberMin: { value: 0.1, inclusive: true }, numberMax: { value: 5, inclusive: false } }),
    ],
    [
      'an unknown with lengths',
      'c7 05 0c 82 05 01 06 09',
      { kind: 'list', element: STRING },
      new Unknown({ lengthMin: 1, lengthMax: 9 }),
    ],
    [
      'an unknown with a refinement of the future',
      'c7 06 0c 82 63 a1 61 01 c2',
      STRING,
      new Unknown({ notNull: true }),
    ],
    ['an unknown that can only be null', 'c7 03 0c 81 01 c3', STRING, null],
    ['an unknown whose refinements make no sense', 'c7 05 0c 82 02 07 05 ff', STRING, UNKNOWN],
  ])('is read: %s', (_, bytes, type, value) => deepStrictEqual(decodeValue(hex(bytes), type), value));

  it('of any type survives the way there and back', () => {
    fc.assert(
      fc.property(
        types.chain((type) => fc.tuple(fc.constant(type), valuesOf(type, { unknown: true }))),
        ([type, value]) => deepStrictEqual(decodeValue(encodeValue(value, type), type), value),
      ),
      { numRuns: 3_000 },
    );
  });

  it('may have 20 MB', () => {
    const type: Type = { kind: 'list', element: STRING };
    const value = Array.from({ length: 2_000 }, (_, index) => `${index}`.padEnd(10_000, '-'));
    expect(decodeValue(encodeValue(value, type), type)).toEqual(value);
  });
});

describe('a value of another type than the schema says', () => {
  const schema: Type = {
    kind: 'object',
    attributes: { rules: { kind: 'list', element: { kind: 'map', element: { kind: 'tuple', elements: [NUMBER] } } } },
  };

  it.each<[string, unknown]>([
    ['rules[1]["a b"][0]: expected a number, found a string', { rules: [null, { 'a b': ['secret'] }] }],
    ['rules[1]["a b"][0]: expected a number, found a number', { rules: [null, { 'a b': [NaN] }] }],
    ['rules[0]["x"]: expected 1 elements, found a list of 2', { rules: [{ x: [1, 2] }] }],
    ['rules[0]: expected a map, found a list of 0', { rules: [[]] }],
    ['rules[0]: expected a value or null, found undefined', { rules: [undefined] }],
    ['rules: expected a list, found a dynamic value', { rules: new Dynamic(BOOL, true) }],
    ['the attribute rules is missing', {}],
    ['the schema has no attribute extra', { rules: null, extra: 1 }],
    ['expected a map, found a string', 'secret'],
  ])('is not written: %s', (message, value) => {
    expect(() => encodeValue(value as Value, schema)).toThrow(new WireError(message));
  });

  it.each<[string, string, Type]>([
    ['rules[0]: expected a map, found a number', `81 a5 ${utf8('rules')} 91 07`, schema],
    ['the attribute rules is missing', '80', schema],
    ['there is an attribute that the schema does not have', `82 a5 ${utf8('rules')} c0 a1 78 c0`, schema],
    ['expected a string, found bytes', 'c4 00', STRING],
    ['expected a map, found a map', '81 01 c0', { kind: 'map', element: STRING }],
    ['expected a value with its type, found a list of 1', '91 c0', DYNAMIC],
    ['expected a value with its type, found a list of 2', `92 c4 09 ${utf8('"dynamic"')} c0`, DYNAMIC],
    ['a type is none of those that Terraform has', `92 c4 05 ${utf8('"set"')} c0`, DYNAMIC],
    ['the type of a dynamic value is not valid JSON', '92 c4 01 22 c0', DYNAMIC],
    ['"secret" is not a decimal number of at most 20000 digits.', `a6 ${utf8('secret')}`, NUMBER],
    ['NaN is not a number that Terraform knows.', 'cb 7ff8000000000000', NUMBER],
    ['The value is not valid MessagePack.', '', STRING],
    ['The value is not valid MessagePack.', 'c1', STRING],
    ['The value is not valid MessagePack.', 'c0 c0', STRING],
    ['The value is not valid MessagePack.', 'dd ffffffff', { kind: 'list', element: STRING }],
  ])('is not read: %s (%s)', (message, bytes, type) => {
    expect(() => decodeValue(hex(bytes), type)).toThrow(new WireError(message));
  });

  it('carries its path for a diagnostic', () => {
    expect.assertions(1);
    try {
      encodeValue({ rules: [{ x: [true] }] }, schema);
    } catch (error) {
      expect((error as WireError).path).toEqual([
        { kind: 'attribute', name: 'rules' },
        { kind: 'index', index: 0 },
        { kind: 'key', key: 'x' },
        { kind: 'index', index: 0 },
      ]);
    }
  });
});

describe('bytes from nowhere', () => {
  it('never nest too deep for the stack', () => {
    const fine = nested(200);
    expect(() => decodeValue(fine.bytes, fine.type)).not.toThrow();
    const deep = nested(100_000);
    expect(() => decodeValue(deep.bytes, deep.type)).toThrow(WireError);
    const type = Buffer.from('["list",'.repeat(50_000) + '"string"' + ']'.repeat(50_000));
    const header = Buffer.from([0x92, 0xc6, 0, 0, 0, 0]);
    header.writeUInt32BE(type.length, 2);
    expect(() => decodeValue(Buffer.concat([header, type, hex('c0')]), DYNAMIC)).toThrow(WireError);
  });

  it('are read or refused, never worse', () => {
    const mutation = fc.record({
      at: fc.nat(),
      byte: fc.integer({ min: 0, max: 255 }),
      kind: fc.constantFrom('set', 'cut', 'insert'),
    });
    const mutated = types.chain((type) =>
      fc.tuple(
        fc.constant(type),
        valuesOf(type, { unknown: true }),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
      ),
    );
    let refused = 0;
    fc.assert(
      fc.property(mutated, ([type, value, mutations]) => {
        const bytes = mutations.reduce<Buffer>(
          (before, { at, byte, kind }) => {
            const index = at % (before.length + 1);
            const rest = kind === 'cut' ? Buffer.alloc(0) : before.subarray(kind === 'set' ? index + 1 : index);
            return Buffer.concat([before.subarray(0, index), Buffer.from([byte]), rest]);
          },
          Buffer.from(encodeValue(value, type)),
        );
        try {
          decodeValue(bytes, type);
        } catch (error) {
          refused += 1;
          expect(error).toBeInstanceOf(WireError);
        }
      }),
      { numRuns: 5_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
  });
});
