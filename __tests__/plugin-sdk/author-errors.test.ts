/** Mistakes of a provider's author: each is reported with the step that made it, the place, and what is wrong there. */
import {
  attribute,
  dataSource,
  ephemeralResource,
  provider,
  providerFunction,
  resource,
  schema,
  t,
} from 'terraform-plugin-sdk-ts';
import type { Schema, Type } from 'terraform-plugin-sdk-ts';
import { ApplyError, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';

const description = 'd';
const computed = { description, computed: true } as const;
const thing = schema({
  description,
  attributes: {
    name: attribute.string({ description, optional: true }),
    id: attribute.string(computed),
    size: attribute.number({ description, optional: true }),
    sizes: attribute.map(t.number, { description, optional: true }),
    words: attribute.list(t.string, { description, optional: true }),
    rows: attribute.listOf(
      { key: attribute.string(computed) },
      { description, optional: true, computed: true, nullable: true },
    ),
    mode: attribute.string({ description, optional: true, computed: true, default: 'web' }),
  },
});
const GOOD = { name: null, id: '1', size: null, sizes: null, words: null, rows: null, mode: 'web' };

const WRONG: readonly [what: string, returned: unknown, why: string][] = [
  ['nothing', undefined, 'it returned nothing, not an object'],
  ['null', null, 'result has null at its root, not an object'],
  ['a number that is none', { ...GOOD, size: NaN }, 'result has NaN at size, not a number'],
  [
    'a number without end',
    { ...GOOD, sizes: { 'a b': -Infinity } },
    'result has -Infinity at sizes["a b"], not a number',
  ],
  ['an object for a text', { ...GOOD, name: {} }, 'result has an object at name, not a string'],
  ['undefined for what it decides', { ...GOOD, id: undefined }, 'result leaves id undefined'],
  ['nothing for what it decides', { name: 'n', mode: 'web', rows: null }, 'result leaves id undefined'],
  ['undefined for a default', { ...GOOD, mode: undefined }, 'result leaves mode undefined'],
  ['undefined for what it decides below', { ...GOOD, rows: [{ key: 'k' }, {}] }, 'result leaves rows[1].key undefined'],
  ['an undefined element', { ...GOOD, words: ['a', undefined] }, 'result leaves words[1] undefined'],
];
/** A read that returns null says that the object is gone. */
const READ = WRONG.filter(([, returned]) => returned !== null);

const drivers: ProviderDriver[] = [];
afterEach(() => Promise.all(drivers.splice(0).map((driver) => driver.close())));

async function start(
  steps: Readonly<Record<string, () => unknown>>,
  returns: Type = t.string,
): Promise<ProviderDriver> {
  const good = { create: () => GOOD, read: () => GOOD, update: () => GOOD, open: () => GOOD, ...steps };
  const does = (step: keyof typeof good) => async () => good[step]() as never;
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    configure: async () => null,
    resources: [
      resource<Schema, null>({
        name: 'x_thing',
        schema: thing,
        create: does('create'),
        read: does('read'),
        update: does('update'),
        delete: async () => undefined,
        ...(steps['modifyPlan'] && { modifyPlan: async () => steps['modifyPlan']?.() as never }),
        ...(steps['importState'] && { importState: async () => steps['importState']?.() as never }),
      }),
    ],
    dataSources: [dataSource<Schema, null>({ name: 'x_thing', schema: thing, read: does('read') })],
    ephemeralResources: [ephemeralResource<Schema, null>({ name: 'x_thing', schema: thing, open: does('open') })],
    functions: [
      providerFunction({
        name: 'does',
        summary: 's',
        description,
        parameters: [],
        returns,
        run: () => steps['run']?.() as never,
      }),
    ],
  });
  const driver = await ProviderDriver.inProcess(served);
  drivers.push(driver);
  return driver;
}

async function told(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => 'nothing',
    (cause: Error) => cause.message,
  );
}

describe.each(WRONG)('what returns %s', (_, returned, why) => {
  const wrong = () => returned;

  it('is named where it is a create or an update, and what is right of it is kept', async () => {
    const driver = await start({ create: wrong });
    const failed = await driver.apply('x_thing', {}).catch((cause: unknown) => cause);
    expect(failed).toBeInstanceOf(ApplyError);
    expect((failed as ApplyError).message).toContain(`create of x_thing: ${why}`);

    const updates = await start({ update: wrong });
    const made = await updates.apply('x_thing', {});
    expect(await told(updates.apply('x_thing', { name: 'n' }, made))).toContain(`update of x_thing: ${why}`);
  });

  it('is named where it is a plan, a data source or an ephemeral resource', async () => {
    expect(await told((await start({ modifyPlan: wrong })).plan('x_thing', {}))).toContain(
      `modifyPlan of x_thing: ${why}`,
    );
    expect(await told((await start({ read: wrong })).readData('x_thing'))).toContain(`read of x_thing: ${why}`);
    expect(await told((await start({ open: wrong })).openEphemeral('x_thing'))).toContain(`open of x_thing: ${why}`);
  });
});

it.each(READ)('a read that returns %s is named', async (_, returned, why) => {
  const driver = await start({ read: () => returned });
  const made = await driver.apply('x_thing', {});
  expect(await told(driver.read('x_thing', made!))).toContain(`read of x_thing: ${why}`);
});

it('an import may leave out what the read that follows will find, but not be of another form', async () => {
  expect((await (await start({ importState: () => ({ name: 'n' }) })).importResource('x_thing', 'i'))?.state).toEqual(
    GOOD,
  );
  const wrong = await start({ importState: () => ({ size: NaN }) });
  expect(await told(wrong.importResource('x_thing', 'i'))).toContain('importState of x_thing: result has NaN at size');
});

it.each<[what: string, returned: unknown, returns: Type, why: string]>([
  ['a number that is none', { n: NaN }, t.object({ n: t.number }), 'does: result has NaN at n, not a number'],
  ['nothing', undefined, t.string, 'does returned nothing'],
  ['an undefined element', ['a', undefined], t.list(t.string), 'does: result leaves [1] undefined'],
])('a function that returns %s is named', async (_, returned, returns, why) => {
  expect(await told((await start({ run: () => returned }, returns)).callFunction('does', []))).toContain(why);
});

it('a default that is none, and a normal form that fails for one, are named with their attribute', async () => {
  const plan = (options: object) => {
    const text = attribute.string({ description, optional: true, computed: true, ...options } as never);
    const declared = schema({
      description,
      attributes: { one: attribute.single({ text }, { description, required: true }) },
    });
    const state = async () => ({ one: { text: 'a' } }) as never;
    const made = resource<Schema, null>({
      name: 'x_it',
      schema: declared,
      create: state,
      read: state,
      update: state,
      delete: async () => undefined,
    });
    const served = provider({
      name: 'x',
      version: '1',
      schema: schema({ description, attributes: {} }),
      resources: [made],
      configure: async () => null,
    });
    return ProviderDriver.inProcess(served).then(async (driver) => {
      const prior = { state: { one: { text: 'a' } }, privateBytes: new Uint8Array() };
      return told(driver.plan('x_it', { one: {} }, prior));
    });
  };
  expect(await plan({ default: 5 })).toContain('default of one.text: result has a number');
  const fails = () => {
    throw new TypeError('no form');
  };
  expect(await plan({ default: 'b', normalize: fails })).toContain('normalize of one.text failed: TypeError: no form');
});
