import { conform, salvage } from '../../../providers/plugin-sdk/engine/conform';
import { attribute, schema, t } from '../../../providers/plugin-sdk/schema';
import { Dynamic, record, UNKNOWN } from '../../../providers/plugin-sdk/values';

const description = 'd';
const { attributes } = schema({
  description,
  attributes: {
    text: attribute.string({ description, optional: true }),
    labels: attribute.map(t.string, { description, optional: true }),
    any: attribute.dynamic({ description, optional: true }),
  },
});
const nothing = record([
  ['text', null],
  ['labels', null],
  ['any', null],
]);

it('brings texts and keys into the normal form in which Terraform compares them', () => {
  const spelled = { text: 'e\u0301', labels: { 'e\u0301': 'e\u0301' } };
  expect(conform(attributes, spelled, false)).toEqual({ ...nothing, text: '\u00e9', labels: { '\u00e9': '\u00e9' } });
});

it('makes null of what is left out, and takes nothing from a prototype', () => {
  expect(conform(attributes, Object.create({ text: 'inherited' }), false)).toEqual(nothing);
});

it('refuses a dynamic value whose own type is dynamic, which nobody can send', () => {
  const twice = new Dynamic({ kind: 'dynamic' }, new Dynamic({ kind: 'string' }, 'x'));
  expect(() => conform(attributes, { any: twice }, false)).toThrow('at any, not a dynamic');
});

it('salvages what is right, takes the rest from before, and never shows a value', () => {
  const before = { ...nothing, text: 'before' };
  const { state, complaints } = salvage(
    attributes,
    { text: 5, labels: { a: 'x' }, any: UNKNOWN, secret: 's3cret' },
    before,
  );
  expect(state).toEqual({ ...nothing, text: 'before', labels: { a: 'x' } });
  expect(complaints.map(({ message }) => message)).toEqual([
    'result has secret, which the schema does not know',
    'result has a number at text, not a string',
    'result leaves any unknown',
  ]);
  expect(salvage(attributes, undefined, before)).toMatchObject({ state: before, complaints: [{}] });
});
