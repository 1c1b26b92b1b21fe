/** How often the tenant is asked. At 4 requests per second, every call that is not needed is a quarter of a second. */
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { App, SteeringException } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const PAGE = 100;
const EXCEPTIONS = '/steering/configurations/0/exceptions';

/** Exceptions of one app, all in the default configuration, adopted if `ids` are given. */
function hcl(count: number, notes: string, adopted?: { app: string; ids: readonly string[] }): string {
  const imports =
    adopted === undefined
      ? ''
      : `
import {
  to = netskopesteering_certificate_pinned_app.app
  id = "${adopted.app}"
}
import {
  for_each = ${JSON.stringify(adopted.ids)}
  to       = netskopesteering_certificate_pinned_app_exception.it[each.key]
  id       = "0/\${each.value}"
}
`;
  return `${imports}
resource "netskopesteering_certificate_pinned_app" "app" {
  name    = "App"
  windows = { processes = ["App.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  count                  = ${count}
  configuration_id       = "0"
  notes                  = "${notes} \${count.index}"
  app_id  = netskopesteering_certificate_pinned_app.app.id
  windows = "block"
}
`;
}

let tenant: LocalTenant;
let address: TenantAddress;
let workspace: Workspace;

beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  workspace = await Workspace.create(address);
});
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

async function create<T>(path: string, body: object): Promise<T> {
  const { status, data } = await request<T>(address, 'POST', path, body);
  expect(status).toBe(201);
  return data;
}

/** The objects on the tenant, made by the second client and taken into the state by import blocks. */
async function adopt(count: number): Promise<void> {
  const app = await create<App>('/steering/apps/certpinned', {
    app_name: 'App',
    platforms: { windows: { match: 'exact', processes: ['App.exe'] } },
  });
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await create<SteeringException>(EXCEPTIONS, {
      type: 'certificate_pinned_app',
      notes: `before ${index}`,
      certificate_pinned_app: { app_id: app.id, windows: { action: 'block' } },
    });
    ids.push(id);
  }
  await workspace.apply(hcl(count, 'before', { app: app.id, ids }));
  await workspace.write(hcl(count, 'before'));
}

/** What the tenant was asked meanwhile. */
async function callsOf(run: () => Promise<unknown>) {
  tenant.journal.clear();
  await run();
  const calls = tenant.journal.entries.map(({ method, path }) => `${method} ${path}`);
  const reads = calls.filter((call) => call.startsWith('GET '));
  return { calls, reads, writes: calls.filter((call) => !reads.includes(call)) };
}

const planFor = (parallelism: number) => () =>
  workspace.mustRun('plan', '-detailed-exitcode', `-parallelism=${parallelism}`);

describe.each([1, 101, 250])('of %i exceptions', (count) => {
  const pages = (objects: number) => Math.ceil(objects / PAGE);
  /** The predefined apps stand in the same list, with an exception each. */
  const predefined = 4;

  it('a plan that changes nothing asks for each page once, and a change of each is one write', async () => {
    await adopt(count);
    for (const parallelism of [1, 50]) {
      const { calls, reads } = await callsOf(planFor(parallelism));
      expect(reads).toEqual(calls);
      expect(new Set(calls).size).toBe(calls.length);
      expect(calls.length).toBeLessThanOrEqual(2 * pages(count) + 4);
      expect(calls.length).toBe(pages(1 + predefined) + pages(count + predefined));
    }

    await workspace.planJson(hcl(count, 'after'));
    const { reads, writes } = await callsOf(() => workspace.mustRun('apply', '-parallelism=50', 'tfplan'));
    expect(new Set(writes).size).toBe(count);
    expect(writes).toHaveLength(count);
    expect(writes.every((call) => call.startsWith(`PUT /api/v2${EXCEPTIONS}/`))).toBe(true);
    // The etags to send come with the plan.
    expect(reads).toEqual([]);
  });
});

it('an apply that creates makes one write each, after one list; one that deletes an app, the exceptions of every configuration', async () => {
  await workspace.planJson(hcl(30, 'new'));
  const creation = await callsOf(() => workspace.mustRun('apply', 'tfplan'));
  expect(creation.reads).toEqual([`GET /api/v2${EXCEPTIONS}?limit=100&offset=0`]);
  expect(creation.writes).toHaveLength(31);

  await workspace.mustRun('plan', '-destroy', '-out=tfplan');
  const deletion = await callsOf(() => workspace.mustRun('apply', 'tfplan'));
  expect(deletion.reads).toEqual([
    'GET /api/v2/steering/configurations?limit=100&offset=0',
    `GET /api/v2${EXCEPTIONS}?limit=100&offset=0`,
  ]);
  expect(deletion.writes).toHaveLength(31);
});

it('an apply that creates ports lists them once, to find a row that says the same', async () => {
  await workspace.planJson(`
resource "netskopesteering_non_standard_port" "it" {
  count            = 20
  configuration_id = "0"
  port             = 5000 + count.index
}
`);
  const { reads, writes } = await callsOf(() => workspace.mustRun('apply', 'tfplan'));
  expect(reads).toHaveLength(1);
  expect(writes).toHaveLength(20);
});
