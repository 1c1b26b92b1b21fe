import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { parseNumber } from '../../../providers/plugin-sdk/numbers';
import { numberText } from '../../../providers/plugin-sdk/numbers';
import type { Type } from '../../../providers/plugin-sdk/types';
import { Decimal, Dynamic, record, type Value } from '../../../providers/plugin-sdk/values';
import { decodeJsonValue, typeFromJson, typeToJson } from '../../../providers/plugin-sdk/wire/json';
import { WireError } from '../../../providers/plugin-sdk/wire/wire-error';
import { types, valuesOf } from './arbitraries';

const STRING: Type = { kind: 'string' };
const NUMBER: Type = { kind: 'number' };

/** JSON as Terraform writes state, by other means than the code under test. */
function toJson(value: Value): string {
  if (value instanceof Dynamic)
    return `{"type":${JSON.stringify(typeToJson(value.type))},"value":${toJson(value.value)}}`;
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal) return numberText(value);
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value as Record<string, Value>)
    .map(([key, item]) => `${JSON.stringify(key)}:${toJson(item)}`)
    .join(',')}}`;
}

describe('decodeJsonValue', () => {
  it.each<[string, string, Type, Value]>([
    ['integers beyond 2^53', '12345678901234567890', NUMBER, 12345678901234567890n],
    ['fractions of many digits', '0.12345678901234567891', NUMBER, parseNumber('0.12345678901234567891')],
    ['numbers with exponents', '1.5e3', NUMBER, 1500],
    ['text that is not normalised', '"a\u0308"', STRING, 'ä'],
    [
      'an attribute that an older version did not have, as null',
      '{"a":"x"}',
      { kind: 'object', attributes: { a: STRING, b: STRING } },
      record([
        ['a', 'x'],
        ['b', null],
      ]),
    ],
    [
      'nothing of an attribute that a newer version does not have',
      '{"a":"x","old":1}',
      { kind: 'object', attributes: { a: STRING } },
      record([['a', 'x']]),
    ],
    ['null', 'null', { kind: 'object', attributes: { a: STRING } }, null],
    [
      'a dynamic value',
      '{"type":["list","string"],"value":["a"]}',
      { kind: 'dynamic' },
      new Dynamic({ kind: 'list', element: STRING }, ['a']),
    ],
  ])('reads %s', (_, text, type, value) => deepStrictEqual(decodeJsonValue(text, type), value));

  it('reads bytes as well as text', () => expect(decodeJsonValue(Buffer.from('"ä"'), STRING)).toBe('ä'));

  it('reads what Terraform writes, for any type', () => {
    fc.assert(
      fc.property(
        types.chain((type) => fc.tuple(fc.constant(type), valuesOf(type, { unknown: false }))),
        ([type, value]) => deepStrictEqual(decodeJsonValue(toJson(value), type), value),
      ),
      { numRuns: 2_000 },
    );
  });

  it.each<[string, string, Type]>([
    ['The state is not valid JSON.', '', STRING],
    ['The state is not valid JSON.', '{"a":', STRING],
    ['The state is not valid JSON.', '['.repeat(1_000_000), STRING],
    ['The state is not valid JSON.', '1e999999999', NUMBER],
    ['expected a string, found a number', '1', STRING],
    ['expected a number, found a string', '"1"', NUMBER],
    ['[0]: expected a map, found a number', '[1]', { kind: 'list', element: { kind: 'map', element: STRING } }],
    ['expected a value with its type, found a string', '"x"', { kind: 'dynamic' }],
    ['a type is none of those that Terraform has', '{"value":1}', { kind: 'dynamic' }],
  ])('refuses with "%s" (%#)', (message, text, type) => {
    expect(() => decodeJsonValue(text, type)).toThrow(new WireError(message));
  });
});

describe('types in JSON', () => {
  it.each<[Type, string]>([
    [STRING, '"string"'],
    [{ kind: 'number', whole: true }, '"number"'],
    [{ kind: 'dynamic' }, '"dynamic"'],
    [{ kind: 'set', element: { kind: 'bool' } }, '["set","bool"]'],
    [{ kind: 'tuple', elements: [STRING, NUMBER] }, '["tuple",["string","number"]]'],
    [{ kind: 'object', attributes: { a: { kind: 'map', element: STRING } } }, '["object",{"a":["map","string"]}]'],
  ])('are as Terraform writes them: %#', (type, json) => expect(JSON.stringify(typeToJson(type))).toBe(json));

  it('are read back, for any type', () => {
    fc.assert(
      fc.property(types, (type) => deepStrictEqual(typeFromJson(JSON.parse(JSON.stringify(typeToJson(type)))), type)),
    );
  });

  it('may say which attributes are optional, which no value needs to know', () => {
    expect(typeFromJson(['object', { a: 'string' }, ['a']])).toEqual({ kind: 'object', attributes: { a: STRING } });
  });

  it.each([
    null,
    1,
    'set',
    'any',
    [],
    ['list'],
    ['object', []],
    ['object', 'string'],
    ['tuple', 'string'],
    ['list', ['map']],
    {},
  ])('refuse %j', (json) => expect(() => typeFromJson(json)).toThrow(WireError));
});
