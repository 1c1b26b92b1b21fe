/** `terraform plan -generate-config-out`: what was made by hand becomes configuration that changes nothing. */
import { request, type TenantAddress } from '../../cli/tenant-reader';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

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

async function made(path: string, body: object): Promise<string> {
  const { status, data } = await request<{ id?: string; config_id?: number }>(address, 'POST', path, body);
  expect(status).toBe(201);
  return String(data.id ?? data.config_id);
}

const APPS = '/steering/apps/certpinned';
const PORTS = '/steering/configurations/0/nonstandardports';
const app = (name: string, platforms: object) => () => made(APPS, { app_name: name, platforms });
const configuration =
  (name: string, more: object = {}) =>
  () =>
    made('/steering/configurations', { config_name: name, ...more });
const port = (body: object) => async () => `0/${await made(PORTS, body)}`;
const there = (id: string) => () => Promise.resolve(id);

const WINDOWS = { windows: { match: 'exact', processes: ['A.exe'] } };

function exception(name: string, platforms: object, more: object = {}) {
  return async () => {
    const app_id = await app(name, WINDOWS)();
    const body = { type: 'certificate_pinned_app', ...more, certificate_pinned_app: { app_id, ...platforms } };
    return `0/${await made('/steering/configurations/0/exceptions', body)}`;
  };
}

/** What is made by hand, by the address it is imported to. */
const FOUND: Readonly<Record<string, () => Promise<string>>> = {
  'certificate_pinned_app.on_one_platform': app('One platform', WINDOWS),
  'certificate_pinned_app.on_every_platform': app('App ${x} "quoted"', {
    windows: { match: 'regex', processes: ['^A\\.exe$'] },
    mac: { match: 'exact', processes: ['A', 'A Helper'] },
    linux: { match: 'exact', processes: ['a'] },
    ios: { match: 'exact', processes: [], domains: ['a.example'] },
    android: { match: 'exact', processes: ['com.a'], domains: [] },
    chrome_os: { match: 'exact', processes: ['a'] },
  }),
  'certificate_pinned_app.predefined': there('app-1'),
  'configuration.of_groups': configuration('Sales', { enabled: true, traffic_type: 'web', user_groups: ['sales'] }),
  'configuration.of_nobody': configuration('Nobody'),
  'default_configuration.it': there('0'),
  'exception.with_everything': exception(
    'Everything',
    {
      custom_app_domains: ['a.example', 'b.example'],
      windows: { action: 'bypass', managed_device: true, tunnel: true },
      mac: { action: 'bypass', managed_device: false, tunnel: false },
      linux: { action: 'block' },
    },
    { notes: 'first\nsecond ${x}' },
  ),
  'exception.with_little': exception('Little', { windows: { action: 'block' } }),
  'exception.of_a_predefined_app': there('0/exc-1'),
  'non_standard_port.with_domains': port({ port: 5222, domains: ['a.example'] }),
  'non_standard_port.without_domains': port({ port: 5222 }),
};

/** A tenant assigns by groups or by units, never both. [doc] */
const ON_ANOTHER_TENANT: typeof FOUND = {
  'configuration.of_units': configuration('Sales', { organization_units: ['emea'] }),
};

it.each([
  ['each type of object, with all its attributes and with few', FOUND],
  ['a configuration of units', ON_ANOTHER_TENANT],
])('%s', async (_what, found) => {
  let imports = '';
  for (const [name, make] of Object.entries(found)) {
    imports += `import {\n  to = netskopesteering_${name}\n  id = "${await make()}"\n}\n`;
  }
  await workspace.write(imports);
  await workspace.mustRun('plan', '-no-color', '-generate-config-out=generated.tf');
  const changes = Object.keys(found)
    .sort()
    .map((name) => `netskopesteering_${name}`);
  expect(await workspace.plan()).toEqual(changes.map((one) => ({ address: one, actions: ['no-op'], importing: true })));
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
  const writes = tenant.journal.entries.filter(({ method }) => method === 'PUT' || method === 'PATCH');
  expect(writes).toEqual([]);
});
