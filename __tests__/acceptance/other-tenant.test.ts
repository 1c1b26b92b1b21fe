/** State, plans and imports under the real terraform where another tenant answers, and what nobody can manage. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTenant, request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { unwrap, Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(240_000);

/** One token for both, as for the environments of one pipeline: nothing but the address tells them apart. */
const OPTIONS = { trafficMode: 'web', token: 'of-both-tenants' } as const;

let here: LocalTenant;
let there: LocalTenant;
let workspace: Workspace;
/** Of each run of terraform. */
let env: { NETSKOPE_API_KEY: string; NETSKOPE_SERVER_URL: string };
beforeEach(async () => {
  [here, there] = await Promise.all([startTenant(OPTIONS), startTenant(OPTIONS)]);
  env = { NETSKOPE_API_KEY: here.token, NETSKOPE_SERVER_URL: here.serverUrl };
  workspace = await Workspace.create(undefined, '', env);
});
afterEach(async () => {
  await workspace?.remove();
  await Promise.all([here?.close(), there?.close()]);
});

const addressOf = ({ serverUrl }: LocalTenant): TenantAddress => ({ serverUrl, apiKey: here.token });
const setting = (more: string) => `provider "netskopesteering" {\n  requests_per_second = 1000\n${more}}\n`;
const stack = (process: string) => `
resource "netskopesteering_default_configuration" "it" {
  traffic_mode = "all"
}
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "App"
  windows = { processes = ["${process}"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id       = netskopesteering_default_configuration.it.id
  app_id = netskopesteering_certificate_pinned_app.it.id
  windows = "block"
}
resource "netskopesteering_non_standard_port" "it" {
  configuration_id = "0"
  port             = 5222
  domains          = ["a.example"]
}
`;

/** A tenant of the same kind on which other people made objects that have the same ids. */
async function fill(tenant: LocalTenant): Promise<object> {
  const address = addressOf(tenant);
  const platforms = { windows: { match: 'exact', processes: ['theirs.exe'] } };
  const app = await request<{ id: string }>(address, 'POST', '/steering/apps/certpinned', {
    app_name: 'Theirs',
    platforms,
  });
  const certificate_pinned_app = { app_id: app.data.id, windows: { action: 'bypass' } };
  const inDefault = '/steering/configurations/0';
  await request(address, 'POST', `${inDefault}/exceptions`, { type: 'certificate_pinned_app', certificate_pinned_app });
  await request(address, 'POST', `${inDefault}/nonstandardports`, { port: 1, domains: ['theirs.example'] });
  return readTenant(address);
}

it('plans, saved plans and destroys are refused on another tenant, whose objects stay as they are', async () => {
  await workspace.apply(stack('a.exe'));
  const theirs = await fill(there);

  await workspace.write(stack('b.exe'));
  env.NETSKOPE_SERVER_URL = there.serverUrl;
  for (const args of [
    ['plan'],
    ['plan', '-refresh=false'],
    ['apply', '-auto-approve'],
    ['apply', '-auto-approve', '-refresh-only'],
    ['destroy', '-auto-approve'],
    ['destroy', '-auto-approve', '-refresh=false'],
  ]) {
    expect(await workspace.failure(...args)).toContain('Made on another tenant');
  }
  expect(await readTenant(addressOf(there))).toEqual(theirs);

  for (const what of [[], ['-destroy']]) {
    env.NETSKOPE_SERVER_URL = here.serverUrl;
    await workspace.mustRun('plan', '-out=saved', ...what);
    env.NETSKOPE_SERVER_URL = there.serverUrl;
    expect(await workspace.failure('apply', 'saved')).toContain('Made on another tenant');
  }
  expect(await readTenant(addressOf(there))).toEqual(theirs);
  env.NETSKOPE_SERVER_URL = here.serverUrl;
  await workspace.destroy();
});

it('an object does not change its tenant with the alias of its provider', async () => {
  const alias = `provider "netskopesteering" {\n  alias = "there"\n  server_url = "${there.serverUrl}"\n}\n`;
  const app = (more: string) =>
    `resource "netskopesteering_certificate_pinned_app" "it" {\n  name = "App"\n  windows = { processes = ["a.exe"] }\n${more}}\n`;
  await workspace.apply(setting('') + alias + app(''));
  const theirs = await fill(there);
  await workspace.write(setting('') + alias + app('  provider = netskopesteering.there\n'));
  expect(await workspace.failure('apply', '-auto-approve')).toContain('Made on another tenant');
  expect(await readTenant(addressOf(there))).toEqual(theirs);
});

it('an object whose address was lost is bound by the next plan, which says so, and its apply keeps it', async () => {
  await workspace.apply(stack('a.exe'));
  const file = join(workspace.folder, 'terraform.tfstate');
  const state = JSON.parse(await readFile(file, 'utf8')) as {
    resources: { instances: { private?: string }[] }[];
  };
  for (const { instances } of state.resources) for (const instance of instances) delete instance.private;
  await writeFile(file, JSON.stringify(state));
  const said = unwrap(await workspace.mustRun('plan'));
  expect(said).toContain('Object without a tenant');
  expect(said).toContain(`it belongs to ${here.serverUrl}`);
  await workspace.apply();
  expect(unwrap(await workspace.mustRun('plan'))).not.toContain('Object without a tenant');
  env.NETSKOPE_SERVER_URL = there.serverUrl;
  expect(await workspace.failure('plan')).toContain('Made on another tenant');
});

it('a tenant that has a new address is accepted by a setting, once', async () => {
  const app =
    'resource "netskopesteering_certificate_pinned_app" "it" {\n  name = "App"\n  windows = { processes = ["a.exe"] }\n}\n';
  await workspace.apply(app);
  env.NETSKOPE_SERVER_URL = here.serverUrl.replace('127.0.0.1', 'localhost');
  expect(await workspace.failure('plan')).toContain(`former_server_urls = ["${here.serverUrl}"]`);
  expect(unwrap(await workspace.apply(setting(`  former_server_urls = ["${here.serverUrl}"]\n`) + app))).toContain(
    'State of a former address taken over',
  );
  expect(await workspace.plan(app)).toEqual([]);
});

it.each([
  ['netskopesteering_configuration', '0', 'Import it as netskopesteering_default_configuration.'],
  ['netskopesteering_certificate_pinned_app', 'app-1', 'is predefined by the vendor'],
])('%s: what cannot be managed cannot be imported, by command and by block', async (type, id, said) => {
  const body = type.endsWith('app') ? '  name = "Box"\n  windows = { processes = ["a.exe"] }\n' : '  name = "C"\n';
  const hcl = `resource "${type}" "it" {\n${body}}\n`;
  await workspace.write(hcl);
  expect(await workspace.failure('import', `${type}.it`, id)).toContain(said);
  await workspace.write(`${hcl}import {\n  to = ${type}.it\n  id = "${id}"\n}\n`);
  expect(await workspace.failure('plan')).toContain(said);
});
