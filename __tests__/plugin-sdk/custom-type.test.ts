/** Types of one's own: their rules and their normal form hold wherever they stand. */
import { attribute, error, provider, providerFunction, schema, t, UNKNOWN, warning } from 'terraform-plugin-sdk-ts';
import type { State, TfNumber, Validator } from 'terraform-plugin-sdk-ts';
import { pathText } from '../../providers/plugin-sdk/diagnostics';
import { FunctionError, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { memoryProvider } from './support/memory-provider';
import { same } from './support/same';

const description = 'd';
const optional = { description, optional: true } as const;

const noSpace: Validator<string> = (text, at) =>
  text.includes(' ') ? [error('A space', `${JSON.stringify(text)} has one.`, at)] : [];
const lower = (text: string) => text.toLowerCase();
const color = t.custom(t.string, { name: 'color', normalize: lower, validators: [noSpace] });
const even = t.custom(t.integer, {
  name: 'even number',
  validators: [(number, at) => (number % 2 === 0 ? [] : [warning('Odd number', 'It is odd.', at)])],
});
/** A type around a type: its normal form is made of normal ones. */
const palette = t.custom(t.list(color), { name: 'palette', normalize: (colors) => [...colors].sort() });

const attributes = {
  color: attribute.of(color, { description, optional: true, computed: true, default: 'Red' }),
  colors: attribute.set(color, optional),
  palette: attribute.of(palette, optional),
  fields: attribute.of(t.object({ color, size: even, pair: t.tuple([even, color]) }), optional),
  named: attribute.mapOf({ color: attribute.of(color, optional) }, optional),
};

let driver: ProviderDriver;
beforeAll(async () => {
  const shout = providerFunction({
    name: 'shout',
    summary: 'Shouts.',
    description,
    parameters: [{ name: 'colors', type: t.list(color), description }],
    returns: t.string,
    run: (colors) => colors.join('!'),
  });
  driver = await ProviderDriver.start(provider({ ...memoryProvider(attributes).provider, functions: [shout] }));
});
afterAll(() => driver.close());

const THING = 'memory_thing';

it('are inferred as the form they have', () => {
  const _declared = schema({ description, attributes: { ...attributes, size: attribute.of(even, optional) } });
  type S = State<typeof _declared>;
  same<S['color'], string>();
  same<S['size'], number | null>();
  same<S['colors'], readonly string[] | null>();
  same<S['palette'], readonly string[] | null>();
  // @ts-expect-error the normal form of a text is a text
  t.custom(t.string, { name: 'x', normalize: (text) => text.length });
  t.custom(t.number, { name: 'x', normalize: (value) => (same<typeof value, TfNumber>(), value) });
});

it('are checked at any depth, at full paths, with errors and warnings', async () => {
  const found = await driver.validate(THING, {
    color: 'light red',
    colors: ['a', 'b c'],
    palette: ['d e', UNKNOWN],
    fields: { color: null, size: 3, pair: [1, 'f g'] },
    named: { k: { color: 'h i' } },
  });
  expect(found.map(({ severity, path = [] }) => `${severity} ${pathText(path)}`).sort()).toEqual([
    'error color',
    'error colors',
    'error fields.pair[1]',
    'error named["k"].color',
    'error palette[0]',
    'warning fields.pair[0]',
    'warning fields.size',
  ]);
});

it('keep the stored spelling of equal values, inside collections and objects too', async () => {
  const config = {
    color: 'RED',
    colors: ['Blue', 'Green'],
    palette: ['B', 'A'],
    fields: { color: 'Red', size: 2, pair: [2, 'Red'] },
    named: { k: { color: 'Red' } },
  };
  const other = {
    color: 'red',
    colors: ['GREEN', 'blue'],
    palette: ['a', 'b'],
    fields: { color: 'RED', size: 2, pair: [2, 'rEd'] },
    named: { k: { color: 'red' } },
  };
  const created = await driver.apply(THING, config);
  expect((await driver.plan(THING, other, created)).action).toBe('no-op');
  expect((await driver.plan(THING, { ...other, palette: ['a'] }, created)).planned).toMatchObject({
    color: 'RED',
    palette: ['a'],
  });
  expect((await driver.plan(THING, { ...other, color: null }, created)).planned).toMatchObject({ color: 'RED' });
});

it('guard the arguments of functions', async () => {
  expect(await driver.callFunction('shout', [['a', 'b']])).toBe('a!b');
  const failed = await driver.callFunction('shout', [['a', 'b c']]).catch((cause: unknown) => cause);
  expect(failed).toBeInstanceOf(FunctionError);
  expect(failed).toMatchObject({ argument: 0, message: 'A space: "b c" has one.\n\nAt [1].' });
});
