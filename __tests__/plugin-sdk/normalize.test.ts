/** `normalize` on a real socket: a remote side that spells what it was given in its own way changes nothing. */
import { attribute, provider, record, requiresReplace, resource, schema, t } from 'terraform-plugin-sdk-ts';
import type { ResourceDefinition, State, Value } from 'terraform-plugin-sdk-ts';
import { typeOfAttributes } from '../../providers/plugin-sdk/schema/schema';
import { ApplyError, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { encodeValue } from '../../providers/plugin-sdk/wire/msgpack';

const description = 'd';
const lower = (text: string) => text.toLowerCase();

const app = schema({
  description,
  attributes: {
    name: attribute.string({ description, required: true, normalize: lower, planModifiers: [requiresReplace()] }),
    processes: attribute.set(t.string, { description, optional: true, normalize: (all) => all.map(lower) }),
    revision: attribute.integer({ description, computed: true }),
  },
});
type App = typeof app;

function appProvider(changes: Partial<ResourceDefinition<App, null>> = {}, declared: App = app) {
  let stored: State<App> | null = null;
  const put = ({ name, processes }: Pick<State<App>, 'name' | 'processes'>): State<App> =>
    (stored = {
      name: name.toUpperCase(),
      processes: processes && [...new Set(processes.map(lower))].reverse(),
      revision: (stored?.revision ?? 0) + 1,
    });
  const definition = resource<App, null>({
    name: 'x_app',
    schema: declared,
    create: async ({ planned }) => put(planned),
    update: async ({ planned }) => put(planned),
    read: async () => stored,
    delete: async () => void (stored = null),
    importState: async ({ id }) => ({ name: id }),
    ...changes,
  });
  return provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources: [definition],
    configure: async () => null,
  });
}

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

async function start(...args: Parameters<typeof appProvider>): Promise<ProviderDriver> {
  const driver = await ProviderDriver.start(appProvider(...args));
  closing.push(driver);
  return driver;
}

const CONFIG = { name: 'Signal', processes: ['Signal.exe', 'b.exe'] };

it('what was written stays in apply, read and plan, whatever the remote side makes of it', async () => {
  const driver = await start();
  const made = await driver.apply('x_app', CONFIG);
  expect(made?.state).toEqual({ ...CONFIG, revision: 1 });
  expect((await driver.read('x_app', made!))?.state).toEqual(made?.state);
  const other = { name: 'SIGNAL', processes: ['B.exe', 'signal.exe', 'SIGNAL.exe'] };
  expect(await driver.plan('x_app', other, made)).toMatchObject({ action: 'no-op', requiresReplace: [] });
  const changed = await driver.apply('x_app', { ...other, processes: ['c.exe'] }, made);
  expect(changed?.state).toEqual({ name: 'Signal', processes: ['c.exe'], revision: 2 });
  expect((await driver.plan('x_app', { ...CONFIG, name: 'Telegram' }, changed)).action).toBe('replace');
});

it('an import plans empty beside a configuration in other spelling', async () => {
  const driver = await start();
  await driver.apply('x_app', CONFIG);
  const found = await driver.importResource('x_app', 'sIgNaL');
  expect(found?.state).toMatchObject({ name: 'sIgNaL', processes: ['b.exe', 'signal.exe'] });
  expect((await driver.plan('x_app', CONFIG, found)).action).toBe('no-op');
});

it('a plan that changes nothing returns the bytes that are stored', async () => {
  const client = await ProviderClient.start(appProvider());
  closing.push(client);
  const encode = (value: Record<string, Value>, attributes: App['attributes'] | object = app.attributes) => ({
    msgpack: encodeValue(record(Object.entries(value)), typeOfAttributes(attributes as App['attributes'])),
    json: new Uint8Array(),
  });
  await client.call('ConfigureProvider', { config: encode({}, {}) });
  const priorState = encode({ name: 'signal', processes: ['a'], revision: 1 });
  const answer = await client.call('PlanResourceChange', {
    typeName: 'x_app',
    config: encode({ name: 'Signal', processes: ['A'], revision: null }),
    priorState,
    proposedNewState: encode({ name: 'Signal', processes: ['A'], revision: 1 }),
  });
  expect(answer.diagnostics).toEqual([]);
  expect(Buffer.from(answer.plannedState!.msgpack)).toEqual(Buffer.from(priorState.msgpack));
});

it('modifyPlan meets the configuration in the spelling that is stored', async () => {
  const seen: unknown[] = [];
  const driver = await start({ modifyPlan: async ({ config, plan }) => (seen.push(config.name), plan) });
  const made = await driver.apply('x_app', CONFIG);
  await driver.plan('x_app', { ...CONFIG, name: 'SIGNAL' }, made);
  expect(seen.at(-1)).toBe('Signal');
});

it('a normalize that throws is reported as a bug at its attribute, and loses no state', async () => {
  const broken = schema({
    description,
    attributes: {
      ...app.attributes,
      name: attribute.string({
        description,
        required: true,
        normalize: (): string => {
          throw new TypeError('x is undefined');
        },
      }),
    },
  });
  const driver = await start({}, broken as never);
  const failed = (await driver.apply('x_app', CONFIG).catch((cause: unknown) => cause)) as ApplyError;
  expect(failed).toBeInstanceOf(ApplyError);
  expect(failed.diagnostics).toMatchObject([
    {
      summary: 'The provider failed unexpectedly',
      detail: expect.stringContaining('normalize of name failed: TypeError'),
    },
  ]);
  const { instance } = failed;
  expect(instance?.state).toMatchObject({ name: 'SIGNAL', revision: 1 });
  await expect(driver.read('x_app', { ...instance!, state: { ...instance!.state, name: 'x' } })).rejects.toThrow(
    'normalize of name failed',
  );
  await expect(driver.plan('x_app', { ...CONFIG, name: 'x' }, instance)).rejects.toThrow('normalize of name failed');
  expect((await driver.plan('x_app', { ...CONFIG, name: 'SIGNAL' }, instance)).action).toBe('no-op');
});
