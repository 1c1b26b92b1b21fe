import { error, type Path } from '../../../providers/plugin-sdk/diagnostics';
import { validateAttributes } from '../../../providers/plugin-sdk/engine/validate';
import {
  attribute,
  between,
  eachElement,
  eachKey,
  eachSetElement,
  eachValue,
  lengthBetween,
  matches,
  oneOf,
  schema,
  sizeAtLeast,
  sizeAtMost,
  t,
} from '../../../providers/plugin-sdk/schema';
import { UNKNOWN, type ValueRecord } from '../../../providers/plugin-sdk/values';

const description = 'd';
const { attributes } = schema({
  description,
  attributes: {
    mode: attribute.string({ description, optional: true, validators: [oneOf('web', 'all')] }),
    port: attribute.integer({ description, optional: true, validators: [between(1, 65535)] }),
    name: attribute.string({ description, optional: true, validators: [lengthBetween(1, 3)] }),
    hosts: attribute.set(t.string, {
      description,
      optional: true,
      validators: [sizeAtLeast(1), eachSetElement(lengthBetween(1, 3))],
    }),
    host: attribute.string({ description, optional: true, validators: [matches(/^[a-z.]+$/g, 'a host name')] }),
    few: attribute.list(t.string, { description, optional: true, validators: [sizeAtMost(2)] }),
    tags: attribute.map(t.string, {
      description,
      optional: true,
      validators: [sizeAtLeast(1), sizeAtMost(2), eachKey(lengthBetween(1, 3)), eachValue(oneOf('a', 'b'))],
    }),
    steps: attribute.list(t.string, { description, optional: true, validators: [eachElement(oneOf('a', 'b'))] }),
    table: attribute.of(t.map(t.list(t.integer)), { description, optional: true }),
    rules: attribute.listOf(
      { port: attribute.integer({ description, required: true, validators: [between(1, 9)] }) },
      {
        description,
        optional: true,
        validators: [(rules, at) => (rules.length > 2 ? [error('Too many', 'At most two.', at)] : [])],
      },
    ),
  },
});

const findings = (config: ValueRecord) =>
  validateAttributes(attributes, config).map(({ summary, path = [] }) => [summary, textOf(path)]);

const textOf = (path: Path): string =>
  path
    .map((step) => {
      if (step.kind === 'attribute') return `.${step.name}`;
      if (step.kind === 'index') return `[${step.index}]`;
      return step.kind === 'key' ? `["${step.key}"]` : `{${JSON.stringify(step.value)}}`;
    })
    .join('');

it.each<[string, ValueRecord, string[][]]>([
  ['nothing set', {}, []],
  ['unknown values', { mode: UNKNOWN, port: UNKNOWN, hosts: UNKNOWN, rules: [UNKNOWN] }, []],
  ['a value outside a list', { mode: 'none' }, [['Value not allowed', '.mode']]],
  ['a number out of range', { port: 0 }, [['Number out of range', '.port']]],
  ['a fraction', { port: 1.5 }, [['Not a whole number', '.port']]],
  ['a number beyond 2^53', { port: 2n ** 60n }, [['Not a whole number', '.port']]],
  ['a text counted by code points', { name: '👍👍👍' }, []],
  ['a text too long', { name: 'four' }, [['Text of the wrong length', '.name']]],
  ['an empty set', { hosts: [] }, [['Too few elements', '.hosts']]],
  [
    'an element of a set, others unknown',
    { hosts: ['ok', 'four', UNKNOWN] },
    [['Text of the wrong length', '.hosts{"four"}']],
  ],
  ['a text of the right form, each time', { host: 'a.b' }, []],
  ['a text of another form', { host: 'a b' }, [['Text of the wrong form', '.host']]],
  ['as many elements as may be', { few: ['a', UNKNOWN] }, []],
  ['too many elements', { few: ['a', 'b', 'c'] }, [['Too many elements', '.few']]],
  ['an empty map', { tags: {} }, [['Too few elements', '.tags']]],
  ['too many keys of a map', { tags: { a: UNKNOWN, b: UNKNOWN, c: UNKNOWN } }, [['Too many elements', '.tags']]],
  [
    'keys and values of a map',
    { tags: { four: 'a', b: 'c' } },
    [
      ['Text of the wrong length', '.tags["four"]'],
      ['Value not allowed', '.tags["b"]'],
    ],
  ],
  ['an element of a list', { steps: ['a', 'c'] }, [['Value not allowed', '.steps[1]']]],
  ['a null element', { steps: [null] }, [['Null element', '.steps[0]']]],
  ['a null deep inside a plain type', { table: { x: [1, null] } }, [['Null element', '.table["x"][1]']]],
  ['a fraction deep inside a plain type', { table: { x: [0.5] } }, [['Not a whole number', '.table["x"][0]']]],
  ['a nested attribute', { rules: [{ port: 1 }, { port: 10 }] }, [['Number out of range', '.rules[1].port']]],
  ['a rule over nested attributes', { rules: [{ port: 1 }, { port: 2 }, { port: 3 }] }, [['Too many', '.rules']]],
])('%s', (_, config, expected) => {
  expect(findings(config)).toEqual(expected);
});

it('a pattern is told in words, and matches the same text twice though it is global', () => {
  const validate = matches(/a/g, 'a text with an a');
  expect([validate('a', []), validate('a', []), validate('b', [])]).toMatchObject([
    [],
    [],
    [{ detail: '"b" is not a text with an a.' }],
  ]);
});
