/** Every attribute of every type under the real terraform: written, imported, drifted behind its back, seen, repaired. */
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import { netskope } from '../../providers/netskope/provider';
import { COLLECTIONS, pathIn } from '../../tenant/contract/collections';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import type { PlanJson } from '../../steering';
import { attributesOf, driftedLeaves, leavesOf, valueAt, writableLeaves } from '../support/every-attribute';
import { DEFAULT, exceptionBodies, UNMOVED, WHOLES, WHOLES_WITH_UNITS, type Whole } from '../support/samples';
import type { ExceptionType } from '../../tenant/contract';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(240_000);

const addressOf = ({ type, name }: Whole) => `${type}.${name}`;

function configurationOf(samples: readonly Whole[], imports: Readonly<Record<string, string>> = {}): object {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const { type, name, config } of samples) (resource[type] ??= {})[name] = config;
  return {
    terraform: { required_providers: { netskopesteering: { source: 'terraform.local/community/netskopesteering' } } },
    provider: { netskopesteering: { requests_per_second: 1000 } },
    resource,
    import: Object.entries(imports).map(([to, id]) => ({ to, id })),
  };
}

/** Where the tenant has an object, by its import id. */
function pathOf({ collection }: Pick<Whole, 'collection'>, id: string): string {
  const [config = '', object] = id.split('/');
  return object === undefined ? pathIn(collection, { id }) : pathIn(collection, { config, id: object });
}

type Wire = Readonly<Record<string, unknown>>;

/** A second client of the tenant. */
class Tenant {
  constructor(private readonly address: TenantAddress) {}

  async read(sample: Whole, id: string): Promise<Wire> {
    const { status, data } = await request<Wire>(this.address, 'GET', pathOf(sample, id));
    expect(status).toBe(200);
    return data;
  }

  async change(sample: Whole, id: string, change: object): Promise<void> {
    const method = COLLECTIONS[sample.collection].updateMethod;
    const body = method === 'PATCH' ? change : { ...inputOf(await this.read(sample, id)), ...change };
    const { status, data } = await request(this.address, method, pathOf(sample, id), body);
    expect([status, data]).toEqual([200, expect.anything()]);
  }
}

/** What a client may write of an object. */
function inputOf({ id: _id, etag: _etag, custom: _custom, ...object }: Wire): Wire {
  const app = object['certificate_pinned_app'] as Wire | undefined;
  if (app === undefined) return object;
  const { app_name: _name, ...pinned } = app;
  return { ...object, certificate_pinned_app: pinned };
}

const withoutEtag = ({ etag: _, ...object }: Wire): Wire => object;

it.each(netskope.resources.map(({ name }) => name))(
  'the samples of %s have every attribute that can be written, and each of them drifts',
  (type) => {
    const samples = [...WHOLES, ...WHOLES_WITH_UNITS].filter((sample) => sample.type === type);
    const all = writableLeaves(attributesOf(type)).sort();
    expect([...new Set(samples.flatMap(leavesOf))].sort()).toEqual(all);
    const unmoved = UNMOVED[type] ?? [];
    expect([...new Set(samples.flatMap(driftedLeaves))].sort()).toEqual(all.filter((leaf) => !unmoved.includes(leaf)));
  },
);

describe.each([
  ['with user groups', WHOLES],
  ['with organizational units', WHOLES_WITH_UNITS],
])('a tenant %s', (_, samples) => {
  let local: LocalTenant;
  let workspace: Workspace;
  let tenant: Tenant;
  const ids = new Map<Whole, string>();
  const idOf = (sample: Whole) => ids.get(sample)!;

  beforeAll(async () => {
    local = await startTenant();
    const address = { serverUrl: local.serverUrl, apiKey: local.token };
    tenant = new Tenant(address);
    workspace = await Workspace.create(address, configurationOf(samples));
  });
  afterAll(async () => {
    await workspace?.remove();
    await local?.close();
  });

  const readAll = async () =>
    Object.fromEntries(
      await Promise.all(
        samples.map(async (sample) => [addressOf(sample), withoutEtag(await tenant.read(sample, idOf(sample)))]),
      ),
    ) as Readonly<Record<string, Wire>>;

  it('takes it all, and the second plan is empty', async () => {
    await workspace.apply();
    for (const sample of samples) ids.set(sample, String((await workspace.stateOf(addressOf(sample)))['id']));
    expect(await workspace.plan()).toEqual([]);
    for (const sample of samples.filter(({ collection, name }) => collection === 'exceptions' && name === 'it')) {
      const { type, [type]: data, ..._ } = (await tenant.read(sample, idOf(sample))) as Wire & { type: ExceptionType };
      const body = exceptionBodies[type][type] as Wire;
      // The sample is for another app than the one that stands here.
      expect(sorted(data)).toMatchObject({
        ...(sorted(body) as Wire),
        ...('app_id' in body && { app_id: expect.anything() }),
      });
    }
  });

  it('gives it all back to an import, with nothing to change', async () => {
    const imports = Object.fromEntries(samples.map((sample) => [addressOf(sample), idOf(sample)]));
    const other = await Workspace.create(
      { serverUrl: local.serverUrl, apiKey: local.token },
      configurationOf(samples, imports),
    );
    try {
      const { resource_changes = [] } = await other.planJson();
      expect(resource_changes.filter(({ change }) => change.importing === undefined)).toEqual([]);
      const changed = resource_changes.filter(({ change }) => change.actions[0] !== 'no-op');
      expect(changed.map(({ address }) => address)).toEqual([]);
    } finally {
      await other.remove();
    }
  });

  it('is generated as configuration that changes nothing', async () => {
    const imports = Object.fromEntries(samples.map((sample) => [addressOf(sample), idOf(sample)]));
    const { resource: _, ...found } = configurationOf(samples, imports) as { resource: object };
    const other = await Workspace.create({ serverUrl: local.serverUrl, apiKey: local.token }, found);
    try {
      await other.mustRun('plan', '-generate-config-out=generated.tf');
      const { resource_changes = [] } = await other.planJson();
      expect(resource_changes).toHaveLength(samples.length);
      expect(resource_changes.filter(({ change }) => change.actions[0] !== 'no-op')).toEqual([]);
    } finally {
      await other.remove();
    }
  });

  it('drifts, which is seen at each attribute; one apply repairs it all', async () => {
    const before = await readAll();
    for (const sample of samples) {
      if (Object.keys(sample.drift).length > 0) await tenant.change(sample, idOf(sample), sample.drift);
    }
    const seen = changedPaths(await workspace.planJson());
    const expected = samples.flatMap((sample) => driftedLeaves(sample).map((path) => `${addressOf(sample)}.${path}`));
    expect(expected.filter((path) => !seen.includes(path))).toEqual([]);

    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
    for (const sample of samples) ids.set(sample, String((await workspace.stateOf(addressOf(sample)))['id']));
    const after = await readAll();
    const comparable = (objects: Readonly<Record<string, Wire>>) =>
      Object.fromEntries(Object.entries(objects).map(([address, { id: _id, ...object }]) => [address, sorted(object)]));
    expect(comparable(after)).toEqual(comparable(before));
  });

  it('is left as it was before', async () => {
    await workspace.destroy();
    for (const sample of samples.filter(({ type }) => type !== DEFAULT)) {
      const path = pathOf(sample, idOf(sample));
      expect((await request({ serverUrl: local.serverUrl, apiKey: local.token }, 'GET', path)).status).toBe(404);
    }
  });
});

function changedPaths({ resource_changes = [] }: PlanJson): string[] {
  return resource_changes.flatMap(({ address, change: { before, after } }) => {
    const type = address.split('.')[0]!;
    return writableLeaves(attributesOf(type))
      .filter((path) => JSON.stringify(valueAt(before, path)) !== JSON.stringify(valueAt(after, path)))
      .map((path) => `${address}.${path}`);
  });
}

/** Lists of the tenant have no order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sorted(part)]));
}
