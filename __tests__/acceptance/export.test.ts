/** A whole tenant becomes code in one run of terraform: 1,000 objects of every kind, and the plan that writes them down changes nothing. */
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import { EXCEPTION_TYPES, type ExceptionTypeName } from '../../steering/domain/exceptions';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import type { PlanJson } from '../../steering';
import { changesOf, Workspace } from '../support/workspace';

// Terraform writes a thousand blocks, on a machine that may be busy.
jest.setTimeout(180_000);

const OBJECTS = 1000;
const CONFIGURATIONS = 50;
/** An app, its exception and its port; what is left over are exceptions of other types. */
const APPS = 300;

let tenant: LocalTenant;
let address: TenantAddress;
let workspace: Workspace | undefined;
beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'all' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
});
afterEach(async () => {
  await workspace?.remove();
  workspace = undefined;
  await tenant?.close();
});

async function make(path: string, body: object): Promise<string> {
  const { status, data } = await request<{ id?: string; config_id?: number }>(address, 'POST', path, body);
  expect(status).toBe(201);
  return String(data.id ?? data.config_id);
}

const OTHERS: readonly ((index: number) => { readonly type: ExceptionTypeName; readonly [data: string]: unknown })[] = [
  (index) => ({ type: 'domains', domains: { domains: [`a${index}.example`, `*.b${index}.example`] } }),
  (index) => ({ type: 'dns', dns: { questions: [{ domain: `d${index}.example`, record_type: 'TXT' }] } }),
  (index) => ({
    type: 'source_countries',
    source_countries: { countries: ['DE', 'US'] },
    notes: `Office ${index}, "quoted" \${x}`,
  }),
  (index) => ({ type: 'category', category: { categories: [`Category ${index}`] } }),
];

/** By address, in Terraform's own order, the id to import. */
async function fill(): Promise<Map<string, string>> {
  const ids = new Map<string, string>([['default_configuration.it', '0']]);
  const add = (name: string, id: string) => ids.set(name, id);
  const count = (length: number) => Array.from({ length }, (_, index) => index);
  for (const index of count(CONFIGURATIONS)) {
    const body = { config_name: `Group ${index}`, traffic_type: 'web', user_groups: [`group-${index}`] };
    add(`configuration.of_${index}`, await make('/steering/configurations', body));
  }
  for (const index of count(APPS)) {
    const platforms = {
      windows: { match: 'exact', processes: [`App${index}.exe`, `Helper${index}.exe`] },
      ...(index % 3 === 0 && { mac: { match: 'regex', processes: [`^App ${index}$`] } }),
    };
    const app_id = await make('/steering/apps/certpinned', { app_name: `App ${index}`, platforms });
    add(`certificate_pinned_app.of_${index}`, app_id);
    const action =
      index % 2 === 0 ? { action: 'block' } : { action: 'bypass', managed_device: index % 4 === 1, tunnel: false };
    const custom_app_domains = index % 2 === 0 ? {} : { custom_app_domains: [`app${index}.example`] };
    const block = {
      type: 'certificate_pinned_app',
      certificate_pinned_app: { app_id, windows: action, ...custom_app_domains },
    };
    add(
      `certificate_pinned_app_exception.of_app_${index}`,
      `0/${await make('/steering/configurations/0/exceptions', block)}`,
    );
    const row = { port: 1024 + index, domains: [`app${index}.example`] };
    add(`non_standard_port.of_${index}`, `0/${await make('/steering/configurations/0/nonstandardports', row)}`);
  }
  for (const index of count(OBJECTS - ids.size)) {
    const body = OTHERS[index % OTHERS.length]!(index);
    add(
      `${EXCEPTION_TYPES[body.type].resource}.other_${index}`,
      `0/${await make('/steering/configurations/0/exceptions', body)}`,
    );
  }
  return ids;
}

it(`${OBJECTS} objects are written down by the very plan that says: no changes`, async () => {
  const ids = await fill();
  expect(ids.size).toBe(OBJECTS);

  const imports = [...ids].map(([name, id]) => `import {\n  to = netskopesteering_${name}\n  id = "${id}"\n}\n`);
  workspace = await Workspace.create(address, imports.join(''));
  tenant.journal.clear();
  const said = await workspace.mustRun('plan', '-generate-config-out=generated.tf', '-out=tfplan');
  expect(said).toContain(`Plan: ${OBJECTS} to import, 0 to add, 0 to change, 0 to destroy.`);

  const plan = JSON.parse(await workspace.mustRun('show', '-json', 'tfplan')) as PlanJson;
  const changes = changesOf(plan);
  expect(changes.filter(({ actions, importing }) => actions.join() !== 'no-op' || !importing)).toEqual([]);
  expect(changes.map((change) => change.address).sort()).toEqual(
    [...ids.keys()].map((name) => `netskopesteering_${name}`).sort(),
  );
  expect((await workspace.read('generated.tf')).match(/^resource /gm)).toHaveLength(OBJECTS);
  // Pages of a hundred, the vendor's own objects among them; nothing one by one, and no write.
  expect(tenant.journal.counts).toEqual({
    listCertificatePinnedApps: 4,
    listConfigurations: 1,
    listExceptions: 4,
    listNonStandardPorts: 3,
  });
});
