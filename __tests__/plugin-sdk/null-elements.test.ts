/**
 * Elements of lists, sets and maps are never null, whoever would put it there: the user of a provider is told so of a
 * configuration, its author of what the code returns.
 */
import {
  attribute,
  dataSource,
  ephemeralResource,
  moveFrom,
  provider,
  providerFunction,
  resource,
  schema,
  t,
  UNKNOWN,
  upgradeFrom,
} from 'terraform-plugin-sdk-ts';
import type { Provider, Schema, Value } from 'terraform-plugin-sdk-ts';
import { ApplyError, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';

const description = 'd';
const computed = { description, computed: true } as const;
const things = schema({
  description,
  version: 1,
  attributes: {
    name: attribute.string({ description, required: true }),
    list: attribute.list(t.string, computed),
    set: attribute.set(t.string, computed),
    map: attribute.map(t.list(t.string), computed),
    plain: attribute.of(t.object({ part: t.list(t.string) }), computed),
    rows: attribute.listOf({ made: attribute.string(computed) }, computed),
    tags: attribute.setOf({ made: attribute.string(computed) }, computed),
    named: attribute.mapOf({ made: attribute.string(computed) }, computed),
    any: attribute.dynamic(computed),
    chosen: attribute.list(t.string, { description, optional: true }),
  },
});
const old = schema({ description, attributes: { name: attribute.string({ description, optional: true }) } });

const GOOD = { name: 'n', list: [], set: [], map: {}, plain: null, rows: [], tags: [], named: {}, any: null };
type Step =
  'modifyPlan' | 'create' | 'saveState' | 'update' | 'read' | 'importState' | 'upgrade' | 'move' | 'data' | 'open';

/** All that it returns is good, but for what a step returns beside. */
function returning(step: Step | undefined, changes: object): Provider<null> {
  const of = (one: Step, more: object = {}) => ({ ...GOOD, ...more, ...(one === step && changes) }) as never;
  const thing = resource<Schema, null>({
    name: 'x_thing',
    schema: things,
    modifyPlan: async ({ plan }) => (step === 'modifyPlan' ? { ...plan, ...changes } : plan),
    create: async ({ planned, saveState }) => {
      if (step === 'saveState') saveState(of('saveState', { name: (planned as { name: Value }).name }));
      return of('create', { chosen: (planned as { chosen: Value }).chosen });
    },
    update: async ({ planned }) => of('update', { name: (planned as { name: Value }).name }),
    read: async () => of('read'),
    delete: async () => undefined,
    importState: async () => of('importState'),
    upgrades: { 0: upgradeFrom(old, () => of('upgrade')) },
    moves: [moveFrom({ type: 'y_thing', schema: old }, () => of('move'))],
  });
  return provider<Schema, null>({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources: [thing],
    dataSources: [dataSource<Schema, null>({ name: 'x_found', schema: things, read: async () => of('data') })],
    ephemeralResources: [
      ephemeralResource<Schema, null>({ name: 'x_open', schema: things, open: async () => of('open') }),
    ],
    functions: [
      providerFunction({
        name: 'echo',
        summary: 's',
        description,
        parameters: [{ name: 'value', type: t.string, description }],
        returns: t.map(t.list(t.string)),
        run: () => ({ k: changes }) as never,
      }),
    ],
    configure: async () => null,
  });
}

const reason = (run: Promise<unknown>): Promise<Error> =>
  run.then(
    () => new Error('it was let through'),
    (cause: Error) => cause,
  );
const bug = (at: string) => {
  const detail = expect.stringMatching(
    `Null element in the result, at ${at}\\W*: .*\\n\\nThis is a bug of the provider`,
  ) as string;
  return [{ summary: 'The provider failed unexpectedly', detail }];
};
const CONFIG = { name: 'n' };
const THING = 'x_thing';

it.each<[Step, (driver: ProviderDriver) => Promise<unknown>]>([
  ['modifyPlan', (driver) => driver.plan(THING, CONFIG)],
  ['create', (driver) => driver.apply(THING, CONFIG)],
  ['saveState', (driver) => driver.apply(THING, CONFIG)],
  ['update', async (driver) => driver.apply(THING, { name: 'm' }, await driver.apply(THING, CONFIG))],
  ['read', async (driver) => driver.read(THING, (await driver.apply(THING, CONFIG))!)],
  ['importState', (driver) => driver.importResource(THING, '1')],
  ['upgrade', (driver) => driver.upgrade(THING, 0, {})],
  ['move', (driver) => driver.move(THING, { type: 'y_thing' }, {})],
  ['data', (driver) => driver.readData('x_found', CONFIG)],
  ['open', (driver) => driver.openEphemeral('x_open', CONFIG)],
])('what %s returns is refused as a bug, at its place', async (step, run) => {
  const found = await reason(run(await ProviderDriver.inProcess(returning(step, { list: ['a', null] }))));
  expect(found).toMatchObject({ diagnostics: bug('list\\[1\\]') });
});

it.each<[object, string]>([
  [{ set: [null] }, 'set\\[0\\]'],
  [{ map: { k: null } }, 'map\\W+k'],
  [{ map: { k: ['a', null] } }, 'map\\W+k\\W*\\[1\\]'],
  [{ plain: { part: [null] } }, 'plain.part\\[0\\]'],
  [{ rows: [null] }, 'rows\\[0\\]'],
  [{ tags: [{ made: null }, null] }, 'tags\\[1\\]'],
  [{ named: { k: null } }, 'named\\W+k'],
])('%j is one of every kind; what else was made is kept', async (changes, at) => {
  const driver = await ProviderDriver.inProcess(returning('create', changes));
  const failed = (await reason(driver.apply(THING, CONFIG))) as ApplyError;
  expect(failed).toBeInstanceOf(ApplyError);
  expect(failed.diagnostics).toMatchObject(bug(at));
  expect(failed.instance?.state).toMatchObject({ name: 'n', list: [] });
});

it('the result of a function is one', async () => {
  const driver = await ProviderDriver.inProcess(returning(undefined, [null]));
  expect((await reason(driver.callFunction('echo', ['a']))).message).toMatch(
    /Null element in the result, at \W*k\W*0\W.*bug/s,
  );
});

it('an element that is not known in the plan and turns out null is refused before anything is made', async () => {
  let made = 0;
  const served = returning(undefined, {});
  const [thing] = served.resources;
  const create = async () => (made++, GOOD as never);
  const driver = await ProviderDriver.inProcess({ ...served, resources: [{ ...thing!, create }] });
  const early = await driver.plan(THING, { ...CONFIG, chosen: ['a', UNKNOWN] });
  const failed = await reason(driver.applyPlan(THING, { ...CONFIG, chosen: ['a', null] }, null, early));
  expect(failed).toMatchObject({
    diagnostics: [{ summary: 'Null element', path: [{ name: 'chosen' }, { index: 1 }] }],
  });
  expect(made).toBe(0);
});
