/** Rules across attributes: what they say of an object, and where. */
import {
  alsoRequires,
  atLeastOneOf,
  attribute,
  block,
  conflictsWith,
  exactlyOneOf,
  preferWriteOnly,
  requiredTogether,
  schema,
  UNKNOWN,
  Unknown,
  type Rule,
  type ValueRecord,
} from 'terraform-plugin-sdk-ts';
import { pathText } from '../../../providers/plugin-sdk/diagnostics';
import { validateConfiguration } from '../../../providers/plugin-sdk/engine/validate';
import { complete } from '../../../providers/plugin-sdk/testing/objects';

const description = 'd';
const text = attribute.string({ description, optional: true });
const inner = { a: text, b: text };
const optional = { description, optional: true } as const;
const attributes = {
  a: text,
  b: text,
  c: attribute.string({ description, optional: true, computed: true, default: 'x' }),
  one: attribute.single(inner, optional),
  list: attribute.listOf(inner, { ...optional, rules: [conflictsWith('a', 'b')] }),
  blocks: block.map(inner, { description, rules: [atLeastOneOf('a', 'b')] }),
  group: block.group(inner, { description }),
};

/** Findings as `path: summary`. */
function findings(rules: readonly Rule[], config: ValueRecord): string[] {
  const declared = schema({ description, attributes, rules });
  return validateConfiguration({ schema: declared }, complete(declared, config)).map(
    ({ path = [], summary }) => `${pathText(path)}: ${summary}`,
  );
}

const notNull = new Unknown({ notNull: true });

it.each<[string, Rule, ValueRecord, string[]]>([
  ['one side of a conflict', conflictsWith('a', 'b'), { a: 'x' }, []],
  ['the other side of it', conflictsWith('a', 'b', 'c'), { b: 'x', c: 'x' }, []],
  ['both sides', conflictsWith('a', 'c', 'b'), { a: 'x', b: 'y' }, ['a: Conflicting attributes']],
  ['a side that may become null', conflictsWith('a', 'b'), { a: 'x', b: UNKNOWN }, []],
  ['a side that will not become null', conflictsWith('a', 'b'), { a: 'x', b: notNull }, ['a: Conflicting attributes']],
  ['an attribute with what it needs', alsoRequires('a', 'b'), { a: 'x', b: 'y' }, []],
  ['an attribute that needs another', alsoRequires('a', 'b', 'c'), { a: 'x', c: 'y' }, ['a: Attribute missing']],
  ['an attribute that may be null', alsoRequires('a', 'b'), { a: UNKNOWN }, []],
  ['what it needs alone', alsoRequires('a', 'b'), { b: 'x' }, []],
  ['none of those that go together', requiredTogether('a', 'b'), {}, []],
  ['all of those that go together', requiredTogether('a', 'b'), { a: 'x', b: 'y' }, []],
  ['some of those that go together', requiredTogether('a', 'c', 'b'), { b: 'y', c: UNKNOWN }, ['b: Attribute missing']],
  ['one of two that may go together', requiredTogether('a', 'b'), { a: 'x', b: UNKNOWN }, []],
  ['one that may be null beside none', requiredTogether('a', 'b'), { a: UNKNOWN }, []],
  ['a value that is stored', preferWriteOnly('a', 'b'), { a: 'x' }, ['a: Value is stored']],
  ['a value that is not', preferWriteOnly('a', 'b'), { a: UNKNOWN, b: 'x' }, []],
  ['none of one', exactlyOneOf('a', 'b'), {}, [': Attribute missing']],
  ['one of one', exactlyOneOf('a', 'b'), { b: '' }, []],
  ['two of one', exactlyOneOf('a', 'c', 'b'), { a: 'x', b: 'y', c: UNKNOWN }, ['b: Too many attributes']],
  ['perhaps one of one', exactlyOneOf('a', 'b'), { b: UNKNOWN }, []],
  ['none of some', atLeastOneOf('a', 'b'), { c: 'x' }, [': Attribute missing']],
  ['some of some', atLeastOneOf('a', 'b'), { a: 'x', b: 'y' }, []],
  [
    'a name below a single object',
    conflictsWith(['one', 'a'], 'b'),
    { one: { a: 'x' }, b: 'x' },
    ['one.a: Conflicting attributes'],
  ],
  ['a name below no object', alsoRequires('a', ['one', 'a']), { a: 'x' }, ['a: Attribute missing']],
  ['a name below an object that is not known', alsoRequires('a', ['one', 'a']), { a: 'x', one: notNull }, []],
  ['blocks that are not there', exactlyOneOf('blocks', 'group'), {}, [': Attribute missing']],
  ['a block that is there', exactlyOneOf('blocks', 'group'), { blocks: { x: { a: 'x' } } }, []],
  [
    'a group in which something is set',
    conflictsWith('group', 'a'),
    { group: { b: 'x' }, a: 'x' },
    ['group: Conflicting attributes'],
  ],
  ['a group of which something is not known', exactlyOneOf('group', 'a'), { group: { b: UNKNOWN } }, []],
])('%s', (_, rule, config, expected) => {
  expect(findings([rule], config)).toEqual(expected);
});

it('each object below is looked at by itself, and findings have full paths', () => {
  const both = { a: 'x', b: 'y' };
  expect(findings([], { list: [{ a: 'x' }, both], blocks: { 'k 1': {}, k2: both } })).toEqual([
    'list[1].a: Conflicting attributes',
    'blocks["k 1"]: Attribute missing',
  ]);
});

it('a rule says what it demands, for reference pages and for users', () => {
  expect(exactlyOneOf('a', ['one', 'b'], 'c').description).toBe('Exactly one of `a`, `one.b` and `c` must be set.');
  expect(alsoRequires('a', 'b').description).toBe('`a` also requires `b`.');
  expect(requiredTogether('a', 'b').description).toBe('`a` and `b` must be set together, or not at all.');
  expect(preferWriteOnly('a', 'b').description).toBe('Prefer `b` to `a` from Terraform 1.11 on: it is not stored.');
  const stored = schema({ description, attributes, rules: [preferWriteOnly('a', 'b')] });
  expect(validateConfiguration({ schema: stored }, complete(stored, { a: '' }))).toMatchObject([
    {
      severity: 'warning',
      detail: 'a is stored in the state, and in plans. Prefer b to a from Terraform 1.11 on, which is not.',
    },
  ]);
  const declared = schema({ description, attributes, rules: [conflictsWith('a', 'b', 'c')] });
  expect(validateConfiguration({ schema: declared }, complete(declared, { a: '', b: '' }))).toMatchObject([
    { detail: 'a cannot be set together with b. Remove a, or b.' },
  ]);
});

it('a rule that breaks spares the author’s own rules, which need not expect that', () => {
  const validate = jest.fn(() => []);
  const declared = schema({ description, attributes, rules: [exactlyOneOf('a', 'b')] });
  validateConfiguration({ schema: declared, validate }, complete(declared, {}));
  expect(validate).not.toHaveBeenCalled();
  validateConfiguration({ schema: declared, validate }, complete(declared, { a: 'x' }));
  expect(validate).toHaveBeenCalledTimes(1);
});

it.each<[string, Rule, string]>([
  ['that is not there', conflictsWith('a', 'z'), 'a rule of the schema names z, which is no attribute of it'],
  ['inside a list', conflictsWith('a', ['list', 'a']), 'a rule of the schema names list.a'],
  ['alone', exactlyOneOf('a'), 'a rule of the schema must name two attributes or more'],
])('a rule that names something %s is refused when it is declared', (_, rule, why) => {
  expect(() => schema({ description, attributes, rules: [rule] })).toThrow(why);
});

it('a rule of an attribute without attributes is refused too', () => {
  const odd = attribute.string({ ...optional, rules: [] } as never);
  expect(() => schema({ description, attributes: { odd } })).toThrow('odd has no attributes that rules could be about');
});
