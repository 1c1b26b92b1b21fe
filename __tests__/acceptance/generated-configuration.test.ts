/** `terraform plan -generate-config-out`: what was made by hand becomes configuration that changes nothing. */
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
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
  'configuration.of_groups': configuration('Sales', { enabled: true, traffic_type: 'web', user_groups: ['sales'] }),
  'configuration.of_nobody': configuration('Nobody'),
  'default_configuration.it': there('0'),
  'certificate_pinned_app_exception.with_everything': exception(
    'Everything',
    {
      custom_app_domains: ['a.example', 'b.example'],
      windows: { action: 'bypass', managed_device: true, tunnel: true },
      mac: { action: 'bypass', managed_device: false, tunnel: false },
      linux: { action: 'block' },
    },
    { notes: 'first\nsecond ${x}' },
  ),
  'certificate_pinned_app_exception.with_little': exception('Little', { windows: { action: 'block' } }),
  'certificate_pinned_app_exception.of_a_predefined_app': there('0/exc-1'),
  'non_standard_port.with_domains': port({ port: 5222, domains: ['a.example'] }),
  'non_standard_port.without_domains': port({ port: 5222 }),
};

/** What a tenant takes, and nobody would write so: values without effect, white space, and what toggling leaves behind. */
const ODD: typeof FOUND = {
  'certificate_pinned_app.of_domains_alone': app('Domains', { ios: { match: 'regex', domains: ['a.example'] } }),
  'certificate_pinned_app.with_white_space': app(' White space\n', {
    windows: { match: 'exact', processes: [' A.exe ', 'A.exe'] },
  }),
  'configuration.with_sides': configuration('Sides', {
    traffic_type: 'web',
    location_based_steering: true,
    on_prem: { traffic_type: 'none' },
    off_prem: { traffic_type: 'all' },
  }),
  'configuration.with_idle_values': configuration('Idle', { steer_dns: true, on_prem: { traffic_type: 'all' } }),
  'configuration.with_no_specific_apps': configuration('Specific', { private_apps_steering: 'specific' }),
  'configuration.with_white_space': configuration(' Groups ', { user_groups: [' sales ', 'presales\n'] }),
  'default_configuration.it': async () => {
    await request(address, 'PATCH', '/steering/configurations/0', { traffic_type: 'all', steer_dns: true });
    return '0';
  },
  'certificate_pinned_app_exception.of_ignored_domains': exception('Ignored', {
    custom_app_domains: ['a.example'],
    windows: { action: 'block' },
    mac: { action: 'bypass', managed_device: true, tunnel: false },
  }),
  'certificate_pinned_app_exception.of_undefined_platforms': exception('Undefined', {
    linux: { action: 'block' },
    ios: { action: 'bypass' },
  }),
  'dns_exception.of_questions': () => ofType('dns', { questions: [{ domain: 'a.example', record_type: 'all' }] }),
  'category_exception.of_categories': () => ofType('category', { categories: [' Finance '] }),
  'source_location_exception.of_locations': () =>
    ofType('source_location', { locations: ['HQ\n', 'Lab'] }, { traffic_type: 'web' }),
  'non_standard_port.of_the_web': port({ port: 443, domains: [] }),
  'non_standard_port.of_an_address': port({ port: 8443, domains: ['2001:db8::1', 'A.example'] }),
};

/** An exception in a configuration of its own, which is then steered by location: that moves it to a side. */
async function ofType(type: string, data: object, mode: object = { traffic_type: 'all' }): Promise<string> {
  const config = await configuration(`Of ${type}`, mode)();
  const path = `/steering/configurations/${config}`;
  const id = await made(`${path}/exceptions`, { type, [type]: data });
  const { status } = await request(address, 'PATCH', path, { location_based_steering: true });
  expect(status).toBe(200);
  return `${config}/${id}`;
}

/** A tenant assigns by groups or by units, never both. [doc] */
const ON_ANOTHER_TENANT: typeof FOUND = {
  'configuration.of_units': configuration('Sales', { organization_units: ['emea'] }),
};

/** The exception is moved to a side. */
const WITH_SIDES: typeof FOUND = {
  'certificate_pinned_app_exception.of_a_side': exception('Side', { windows: { action: 'block' } }),
  'default_configuration.it': async () => {
    const sides = { location_based_steering: true, private_apps_steering: 'specific' };
    await request(address, 'PATCH', '/steering/configurations/0', sides);
    return '0';
  },
};

it.each([
  ['each type of object, with all its attributes and with few', FOUND],
  ['what does nothing, or is written as nobody writes it', ODD],
  ['a configuration of units', ON_ANOTHER_TENANT],
  ['a default configuration that is steered by location', WITH_SIDES],
])('%s', async (_what, found) => {
  let imports = '';
  for (const [name, make] of Object.entries(found)) {
    imports += `import {\n  to = netskopesteering_${name}\n  id = "${await make()}"\n}\n`;
  }
  tenant.journal.clear();
  await workspace.write(imports);
  const generating = await workspace.mustRun('plan', '-generate-config-out=generated.tf');
  expect(warningsIn(generating)).toEqual([]);
  const changes = Object.keys(found)
    .sort()
    .map((name) => `netskopesteering_${name}`);
  expect(await workspace.plan()).toEqual(changes.map((one) => ({ address: one, actions: ['no-op'], importing: true })));
  expect(warningsIn(await workspace.mustRun('validate'))).toEqual([]);
  expect(warningsIn(await workspace.apply())).toEqual([]);
  expect(await workspace.plan()).toEqual([]);
  expect(warningsIn(await workspace.mustRun('plan'))).toEqual([]);
  const writes = tenant.journal.entries.filter(({ method }) => method === 'PUT' || method === 'PATCH');
  expect(writes).toEqual([]);
});

/** Terraform has one of its own, that it generates at all. */
function warningsIn(output: string): string[] {
  return output.split('\n').filter((line) => /Warning: (?!Config generation is experimental)/.test(line));
}
