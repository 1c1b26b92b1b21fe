import { attribute, schema, type Attributes } from '../../../providers/plugin-sdk';

const description = 'd';
const required = attribute.string({ description, required: true });

it.each<[string, Attributes, string]>([
  ['a name in another spelling', { camelCase: required }, 'attribute camelCase must be named in snake_case'],
  [
    'nobody to write it',
    { a: attribute.string({ description }) },
    'attribute a must be required, optional or computed',
  ],
  [
    'two minds',
    { a: attribute.string({ description, required: true, computed: true }) },
    'neither optional nor computed',
  ],
  [
    'a default that never counts',
    { a: attribute.string({ description, optional: true, default: 'x' }) },
    'has a default',
  ],
  [
    'a write-only value that is computed',
    { a: attribute.string({ description, optional: true, computed: true, writeOnly: true }) },
    'cannot be computed',
  ],
  [
    'a write-only value in a set',
    {
      a: attribute.setOf(
        {
          b: attribute.single(
            { c: attribute.string({ description, optional: true, writeOnly: true }) },
            { description, optional: true },
          ),
        },
        { description, optional: true },
      ),
    },
    'attribute a.b.c stands in a set, so it cannot be write-only',
  ],
])('a declaration with %s is refused at once', (_, attributes, why) => {
  expect(() => schema({ description, attributes })).toThrow(why);
});

it('a declaration in order is taken as it is, at version 0', () => {
  expect(schema({ description, attributes: { a: required } })).toEqual({
    description,
    version: 0,
    attributes: { a: required },
  });
});
