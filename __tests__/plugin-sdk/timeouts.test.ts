/** Timeouts: what a user allows reaches operations as a deadline of their signal. */
import {
  attribute,
  dataSource,
  DiagnosticError,
  duration,
  error,
  millisecondsOf,
  provider,
  resource,
  schema,
  timeouts,
  type ResourceDefinition,
  type State,
} from 'terraform-plugin-sdk-ts';
import { Timer } from '../../providers/plugin-sdk/engine/operation';
import { ApplyError, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { same } from './support/same';

const description = 'd';
const slow = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true }),
    text: attribute.string({ description, optional: true }),
    timeouts: timeouts({ create: '20m', read: '1h', update: '90s', delete: '5m' }),
  },
});
type Slow = typeof slow;

const drivers: ProviderDriver[] = [];
afterEach(async () => {
  await Promise.all(drivers.splice(0).map((driver) => driver.close()));
});

/** What a call does that heeds its signal, and nothing else. */
function untilAborted({ signal }: { readonly signal: AbortSignal }): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    if (signal.aborted) reject(signal.reason as Error);
  });
}

async function start(changes: Partial<ResourceDefinition<Slow, null>> = {}) {
  const stored = new Map<string, State<Slow>>();
  // Timeouts are not this author's affair: what is said of them here does not matter.
  const put = (text: string | null): State<Slow> => ({ id: '1', text, timeouts: null });
  const definition: ResourceDefinition<Slow, null> = {
    name: 'x_slow',
    schema: slow,
    create: async ({ planned: { text } }) => put(text),
    read: async ({ state: { text } }) => put(text),
    update: async ({ planned: { text } }) => put(text),
    delete: async () => undefined,
    importState: async ({ id }) => ({ id }),
    ...changes,
  };
  const settings = schema({ description, attributes: {} });
  const asked = schema({ description, attributes: { timeouts: timeouts({ read: '1m' }, { block: true }) } });
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: settings,
    resources: [resource(definition)],
    dataSources: [dataSource<typeof asked, null>({ name: 'x_slow', schema: asked, read: untilAborted })],
    configure: async () => null,
  });
  const driver = await ProviderDriver.start(served);
  drivers.push(driver);
  return { driver, stored };
}

it('infers texts, none of which must be set', () => {
  same<
    State<Slow>['timeouts'],
    {
      readonly create: string | null;
      readonly read: string | null;
      readonly update: string | null;
      readonly delete: string | null;
    } | null
  >();
});

it('are stored as they are configured, and nothing else is', async () => {
  const { driver } = await start();
  const created = await driver.apply('x_slow', { text: 'a', timeouts: { create: '1h30m' } });
  const configured = { create: '1h30m', read: null, update: null, delete: null };
  expect(created?.state).toMatchObject({ timeouts: configured });
  const read = await driver.read('x_slow', created!);
  expect(read?.state).toMatchObject({ timeouts: configured });
  expect((await driver.plan('x_slow', { text: 'a', timeouts: { create: '90m' } }, read)).action).toBe('no-op');
  expect((await driver.apply('x_slow', { text: 'a' }, read))?.state).toMatchObject({ timeouts: null });
});

describe('an operation whose time is up', () => {
  const timedOut = (operation: string) => ({
    summary: 'Timed out',
    detail: expect.stringMatching(`The ${operation} took longer than 0.02 s.* set timeouts.${operation}.`),
    path: [{ name: 'timeouts' }, { name: operation }],
  });
  const short = { create: '20ms', read: '20ms', update: '20ms', delete: '20ms' };

  it('is aborted, and told as a timeout at the attribute that can change it', async () => {
    const { driver } = await start({ create: untilAborted });
    const failed = await driver.apply('x_slow', { timeouts: short }).catch((cause: unknown) => cause);
    expect(failed).toBeInstanceOf(ApplyError);
    expect((failed as ApplyError).diagnostics).toMatchObject([timedOut('create')]);
    expect((failed as ApplyError).instance).toBeNull();
  });

  it('keeps what it had saved, with its timeouts', async () => {
    const { driver } = await start({
      async create(request) {
        request.saveState({ id: '1', text: null, timeouts: null });
        return untilAborted(request);
      },
    });
    const failed = await driver.apply('x_slow', { timeouts: short }).catch((cause: unknown) => cause);
    expect((failed as ApplyError).instance?.state).toMatchObject({ id: '1', timeouts: short });
  });

  it('is told of beside what the author says of it', async () => {
    const { driver } = await start({
      update: (request) =>
        untilAborted(request).catch(() => {
          throw new DiagnosticError(error('Half done', 'Two of three parts.'));
        }),
    });
    const created = await driver.apply('x_slow', { text: 'a', timeouts: short });
    const failed = await driver
      .apply('x_slow', { text: 'b', timeouts: short }, created)
      .catch((cause: unknown) => cause);
    expect((failed as ApplyError).diagnostics).toMatchObject([timedOut('update'), { summary: 'Half done' }]);
  });

  it('may be a read or a delete, by what is stored', async () => {
    const { driver } = await start({ read: untilAborted, delete: untilAborted });
    const created = await driver.apply('x_slow', { timeouts: short });
    await expect(driver.read('x_slow', created!)).rejects.toMatchObject({ diagnostics: [timedOut('read')] });
    await expect(driver.apply('x_slow', null, created)).rejects.toMatchObject({ diagnostics: [timedOut('delete')] });
  });

  it('may be that of a data source, whose timeouts are a block', async () => {
    const { driver } = await start();
    const asked = driver.readData('x_slow', { timeouts: { read: '20ms' } });
    await expect(asked).rejects.toMatchObject({ diagnostics: [timedOut('read')] });
  });
});

it('an operation without a word in the configuration has its default, and StopProvider ends it before', async () => {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const { driver } = await start({ create: (request) => (begin(), untilAborted(request)) });
  const failed = driver.apply('x_slow', {}).catch((cause: unknown) => cause);
  await begun;
  await driver.stop();
  expect(((await failed) as ApplyError).diagnostics).toMatchObject([{ summary: 'Interrupted' }]);
});

it('a failure within the time is no timeout', async () => {
  const { driver } = await start({ create: () => Promise.reject(new TypeError('x')) });
  await expect(driver.apply('x_slow', { timeouts: { create: '1h' } })).rejects.toMatchObject({
    diagnostics: [{ summary: 'The provider failed unexpectedly' }],
  });
});

it('a timer that nobody needs any more holds nothing up', () => {
  const timer = new Timer(
    { operation: 'create', milliseconds: 2 ** 40, attribute: 'timeouts' },
    new AbortController().signal,
  );
  timer.stop();
  expect(timer.signal.aborted).toBe(false);
});

it.each<[string, number | undefined]>([
  ['90s', 90_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['250ms', 250],
  ['1us', 0.001],
  ['', undefined],
  ['10', undefined],
  ['-1s', undefined],
  ['1 h', undefined],
])('reads the duration %j', (text, milliseconds) => {
  expect(millisecondsOf(text)).toBe(milliseconds);
});

it('refuses what is no duration, in configurations and in declarations', async () => {
  const { driver } = await start();
  expect(await driver.validate('x_slow', { timeouts: { create: 'soon', read: '0s' } })).toMatchObject([
    { summary: 'Not a duration', detail: expect.stringContaining('"soon"') },
    { summary: 'Not a duration', detail: expect.stringContaining('"0s"') },
  ]);
  expect(() => timeouts({ create: 'soon' })).toThrow('timeouts of create: "soon" is no duration');
  expect(duration.custom.name).toBe('duration');
});
