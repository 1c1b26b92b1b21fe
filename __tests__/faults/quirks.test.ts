/** What the vendor's API has been seen to do on good days [vendor]: no type of object minds, or a user is told. */
import { DiagnosticError } from 'terraform-plugin-sdk-ts';
import type { Instance } from 'terraform-plugin-sdk-ts/testing';
import type { Quirks } from '../../tenant/emulator';
import { idOf, objectId } from '../netskope/support/drive';
import { EXCEPTION_TYPE_NAMES } from '../../steering/domain/exceptions';
import { exceptionOf, PORT, SAMPLES, type Sample } from '../support/samples';
import { expectDecent } from './support/decent';
import { Stage } from './support/stage';

const QUIRKS: readonly (readonly [what: string, Quirks])[] = [
  ['fields renamed between create and read', { fieldsRenamed: true }],
  ['lists reordered', { listsReordered: true }],
  ['numbers as strings', { numbersAsStrings: true }],
  ['refusals behind HTTP 200', { errorsAs200: true }],
  ['all of them at once', { fieldsRenamed: true, listsReordered: true, numbersAsStrings: true, errorsAs200: true }],
];

/** Without them, nobody knows what an object is, or whose. All others may be missing. */
const NEEDED = [
  ...['id', 'type', 'app_name', 'custom', 'platforms', 'name', 'windows', 'android', 'linux', 'match', 'config_id'],
  ...['config_name', 'port', 'app_id', 'action', 'apps', 'categories', 'countries', 'locations', 'questions'],
  ...['domain', 'record_type'],
];

describe.each(SAMPLES.map((sample) => [sample.type, sample] as const))('%s', (_, sample) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start(sample);
  });
  afterEach(() => stage?.close());

  it.each(QUIRKS)('is made, changed, imported and deleted without a diff: %s', async (_, quirks) => {
    stage.tenant.conditions.change({ quirks });
    await expectLife(stage, ['no-op']);
  });

  it('lives without any field that need not come back, and says so where one must', async () => {
    const fields = fieldsOf(stage, await stage.make());
    expect(fields.size).toBeGreaterThan(2);
    for (const field of fields) {
      const other = await Stage.start(sample, { quirks: { fieldsNotReturned: [field] } });
      const told = await expectLife(other, ['no-op', 'update']).catch((cause: unknown) => {
        if (cause instanceof DiagnosticError) return cause;
        throw cause;
      });
      await other.close();
      if (told === undefined) continue;
      expectDecent(told.diagnostics);
      expect(isNeeded(sample, field) ? undefined : `${field}: ${told.message}`).toBeUndefined();
    }
  });
});

it.each(SAMPLES.filter(({ type }) => type !== PORT).map((sample) => [sample.type, sample] as const))(
  '%s: a data source shows what comes back, whichever field does not',
  async (_, sample) => {
    const stage = await Stage.start(sample);
    const made = await stage.make();
    const id = idOf(made);
    for (const field of fieldsOf(stage, made)) {
      stage.tenant.conditions.change({ quirks: { fieldsNotReturned: [field] } });
      const { driver } = await stage.command();
      const shown = await driver
        .readData(sample.type.replace('default_', '').replace(/_\w+_exception$/, '_exception'), { id })
        .catch((cause: unknown) => {
          if (cause instanceof DiagnosticError) return expectDecent(cause.diagnostics);
          throw cause;
        });
      if (shown !== undefined) expect(shown['id']).toBe(id);
    }
    await stage.close();
  },
);

it('creates that collide are all carried out', async () => {
  const stage = await Stage.start(
    SAMPLES.find(({ type }) => type === PORT)!,
    { quirks: { createsCollide: 10 } },
  );
  const { driver } = await stage.command();
  const ports = Array.from({ length: 12 }, (_, n) => ({ configuration_id: '0', port: 5000 + n }));
  const made = await Promise.all(ports.map((config) => driver.apply(PORT, config)));
  expect(stage.made().sort()).toEqual(made.map((instance) => idOf(instance)).sort());
  await stage.close();
});

/** The names of all fields, at any depth, that the tenant shows of the sample. */
function fieldsOf({ tenant, sample }: Stage, made: Instance): ReadonlySet<string> {
  const id = objectId(made);
  const names = new Set<string>();
  JSON.stringify(tenant.store[sample.collection].get(id), (name, value: unknown) => {
    if (/^[a-z_]+$/.test(name)) names.add(name);
    return value;
  });
  return names;
}

function isNeeded({ type }: Sample, field: string): boolean {
  return NEEDED.includes(field) || EXCEPTION_TYPE_NAMES.some((name) => name === field && exceptionOf(name) === type);
}

/** @param onImport what an import may leave to do: it cannot know what is never returned */
async function expectLife(stage: Stage, onImport: readonly string[]): Promise<void> {
  const { type } = stage.sample;
  let state: Instance | null = null;
  for (const config of [stage.first, stage.second]) {
    state = await (await stage.command()).driver.apply(type, config, state);
    const { driver } = await stage.command();
    state = await driver.read(type, state!);
    expect((await driver.plan(type, config, state)).action).toBe('no-op');
    const imported = await driver.importResource(type, idOf(state));
    expect(onImport).toContain((await driver.plan(type, config, imported)).action);
  }
  expect(await (await stage.command()).driver.apply(type, null, state)).toBeNull();
  expect(stage.made()).toEqual([]);
}
