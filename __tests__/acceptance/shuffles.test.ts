/** A tenant that gives every list in another order, with repetitions, white space and another case: nothing to plan. */
import { COLLECTION_NAMES } from '../../tenant/contract/collections';
import { startTenant, type Store } from '../../tenant/emulator';
import { makeWebConfiguration, sampleConfiguration } from '../support/sample-configuration';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const SHUFFLES = 20;

/** A draw that is the same in every run. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Row = Readonly<Record<string, unknown>>;

/** The same, spelled in another way. Names and notes keep their case: nobody published whether it counts. */
function respell(value: unknown, draw: (below: number) => number, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => respell(item, draw, name));
    const repeated = items.filter(() => draw(3) === 0).map((item) => respell(item, draw, name));
    return [...items, ...repeated]
      .map((item) => [draw(1000), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, respell(part, draw, key)]));
  }
  if (typeof value !== 'string' || !/s$|name$|domain$/.test(name)) return value;
  const spelled = /domains?$/.test(name) && draw(2) === 0 ? value.toUpperCase() : value;
  return `${' '.repeat(draw(3))}${spelled.trim()}${' '.repeat(draw(2))}`;
}

it(`sees nothing to do in ${SHUFFLES} spellings of everything`, async () => {
  const tenant = await startTenant({ trafficMode: 'all' });
  const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  const web = await makeWebConfiguration(address);
  const workspace = await Workspace.create(address, sampleConfiguration('first', web));
  try {
    await workspace.apply();
    for (let seed = 1; seed <= SHUFFLES; seed += 1) {
      respellAll(tenant.store, drawing(seed));
      const changes = await workspace.plan();
      expect({ seed, changes }).toEqual({ seed, changes: [] });
    }
  } finally {
    await workspace.remove();
    await tenant.close();
  }
});

function respellAll(store: Store, draw: (below: number) => number): void {
  for (const name of COLLECTION_NAMES) {
    const table = store[name] as Store['apps'];
    for (const row of table.page({}, 0, Infinity).rows as readonly Row[]) {
      const id = (row['id'] ?? row['config_id']) as string;
      table.put(id, respell(row, draw) as never);
    }
  }
}
