/** `live export` of a tenant with everything, planned by the real terraform as it is: imports, and nothing else. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createColors } from 'picocolors';
import { exportOf, readResources, runExport } from '../../cli/live/export';
import type { TenantExport } from '../../live/export/export-tenant';
import { createTenantClient } from '../../providers/netskope/client';
import type { PlanJson } from '../../steering';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import { accessTo, CLI_CONFIG_FILE, mustRunTerraform } from '../../tools/terraform/terraform';
import { WHOLES, WHOLES_WITH_UNITS, type Whole } from '../support/samples';
import { settingsFor } from '../netskope/client/support/stub-tenant';
import { compile, complaintsAbout } from '../support/type-check';
import { changesOf, Workspace } from '../support/workspace';

// Several runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const REPOSITORY = resolve(__dirname, '../..');

let folder: string;
let tenant: LocalTenant;
let address: TenantAddress;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-export-'));
  tenant = await startTenant({ trafficMode: 'all' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await tenant?.close();
});

async function make(path: string, body: object): Promise<string> {
  const { status, data } = await request<{ id?: string; config_id?: number }>(address, 'POST', path, body);
  expect([status, data]).toEqual([201, expect.anything()]);
  return String(data.id ?? data.config_id);
}

/** The objects of the table of samples, made by terraform. */
async function makeWholes(samples: readonly Whole[]): Promise<void> {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const { type, name, config } of samples) (resource[type] ??= {})[name] = config;
  const workspace = await Workspace.create(address, {
    terraform: { required_providers: { netskopesteering: { source: 'terraform.local/community/netskopesteering' } } },
    provider: { netskopesteering: { requests_per_second: 1000 } },
    resource,
  });
  try {
    await workspace.apply();
  } finally {
    await workspace.remove();
  }
}

const HOSTILE = 'a" ${file("x")} %{ if true } $${y} \\n `z` */ // # \' \u202e\u2028 </script> 微信 é';
const WINDOWS = { windows: { match: 'exact', processes: ['A.exe'] } };
const APPS = '/steering/apps/certpinned';

const ofApp = (app_id: string, data: object, more: object = {}) => ({
  type: 'certificate_pinned_app',
  ...more,
  certificate_pinned_app: { app_id, ...data },
});

/** What a tenant holds although nobody would write it so, and names that are meant to break code. */
async function makeOddities(): Promise<void> {
  const inDefault = (what: string, body: object) => make(`/steering/configurations/0/${what}`, body);
  const hostile = await make(APPS, { app_name: 'x${y} "z" `', platforms: WINDOWS });
  await make(APPS, { app_name: 'X y z', platforms: WINDOWS });
  for (const app_name of ['7-Zip', '微信', 'Яндекс', '!!!', '???', 'default', 'Port 5222']) {
    const app = await make(APPS, { app_name, platforms: WINDOWS });
    await inDefault('exceptions', ofApp(app, { windows: { action: 'block' } }));
  }
  await inDefault('exceptions', ofApp(hostile, { windows: { action: 'block' } }, { notes: `${HOSTILE}\nsecond` }));
  // On platforms for which the app is not defined; and for a predefined app.
  await inDefault('exceptions', ofApp(hostile, { linux: { action: 'block' }, ios: { action: 'bypass' } }));
  await inDefault('exceptions', ofApp('app-1', { windows: { action: 'bypass', managed_device: true, tunnel: false } }));
  await inDefault('nonstandardports', { port: 5222, domains: [] });
  await inDefault('nonstandardports', { port: 5222, domains: ['a.example', '2001:db8::1', 'A.example'] });
  await inDefault('nonstandardports', { port: 443, domains: [] });
  await make(APPS, {
    app_name: ' White space\n',
    platforms: { windows: { match: 'exact', processes: [' A.exe ', 'A.exe'] } },
  });
  await make(APPS, { app_name: 'Domains', platforms: { ios: { match: 'regex', domains: ['a.example'] } } });
  const odd: readonly object[] = [
    { config_name: 'Specific', private_apps_steering: 'specific' },
    { config_name: 'Idle', steer_dns: true, on_prem: { traffic_type: 'all' } },
    { config_name: ' Groups ', user_groups: [' sales ', 'presales\n'], os_families: ['mac', 'ios'] },
    { config_name: 'Dynamic', traffic_type: 'all', location_based_steering: true, on_prem: { traffic_type: 'none' } },
  ];
  for (const body of odd) {
    const id = await make('/steering/configurations', body);
    const countries = { type: 'source_countries', notes: '', source_countries: { countries: ['DE'] } };
    await make(`/steering/configurations/${id}/exceptions`, {
      ...countries,
      ...('location_based_steering' in body && { location: 'on_prem' }),
    });
  }
  // Toggling leaves exceptions where nobody could make them: a DNS exception in cloud-apps mode.
  const toggled = await make('/steering/configurations', { config_name: 'Was all', traffic_type: 'all' });
  const dns = { type: 'dns', dns: { questions: [{ domain: 'a.example', record_type: 'all' }] } };
  await make(`/steering/configurations/${toggled}/exceptions`, dns);
  await request(address, 'PATCH', `/steering/configurations/${toggled}`, { traffic_type: 'cloud_apps' });
}

/** Writes the files of an export. The local tenant limits nobody, so that the provider need not wait. */
async function written({ files }: TenantExport, name: string): Promise<string> {
  const out = join(folder, name);
  await mkdir(out);
  for (const [path, text] of Object.entries(files)) {
    const unhurried = text
      .replace(/^(provider "netskopesteering" )\{\}/m, '$1{ requests_per_second = 1000 }')
      .replace(/(NetskopeSteeringProvider\(stack, 'netskope')/, '$1, { requestsPerSecond: 1000 }');
    await writeFile(join(out, path), unhurried);
  }
  return out;
}

/** What terraform would do in a folder. */
async function planned(cwd: string) {
  const options = { cwd, cliConfigFile: CLI_CONFIG_FILE, env: accessTo(address) };
  await mustRunTerraform(['init'], options);
  const said = await mustRunTerraform(['plan', '-out=tfplan'], options);
  const plan = JSON.parse(await mustRunTerraform(['show', '-json', 'tfplan'], options)) as PlanJson;
  return { said, changes: changesOf(plan), options };
}

/** The folder of the stack, synthesized as a user synthesizes it. */
async function synthesized(out: string): Promise<string> {
  await mkdir(join(out, 'node_modules'));
  for (const name of ['cdktf', 'constructs', 'tsx']) {
    await symlink(join(REPOSITORY, 'node_modules', name), join(out, 'node_modules', name));
  }
  await symlink(REPOSITORY, join(out, 'node_modules', 'cdktf-netskope-steering'));
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'main.ts'], { cwd: out });
  return join(out, 'cdktf.out', 'stacks', 'tenant');
}

const notImported = (changes: ReturnType<typeof changesOf>) =>
  changes.filter(({ actions, importing }) => !importing || actions.join() !== 'no-op');

it('a tenant with every attribute, and with what nobody would write, is imported as it is', async () => {
  await makeWholes(WHOLES);
  await makeOddities();

  const client = createTenantClient(settingsFor(address.serverUrl, { apiKey: address.apiKey }));
  const read = { from: 'contract', resources: await readResources(client), source: 'a tenant' } as const;
  const hcl = exportOf(read, { format: 'hcl', name: 'tenant', predefined: true });
  expect(hcl.withheld).toEqual([]);
  const inHcl = await planned(await written(hcl, 'hcl'));
  expect(notImported(inHcl.changes)).toEqual([]);
  expect(inHcl.changes.length).toBe(hcl.written);
  await mustRunTerraform(['fmt', '-check', '-diff'], inHcl.options);

  const cdktf = exportOf(read, { format: 'cdktf', name: 'tenant', predefined: true });
  const inCdktf = await planned(await synthesized(await written(cdktf, 'cdktf')));
  expect(notImported(inCdktf.changes)).toEqual([]);
  expect(inCdktf.changes.length).toBe(cdktf.written);

  const files = ['main.ts', 'imports.ts'];
  const paths = files.map((name) => join(REPOSITORY, `exported-${name}`));
  const sources = Object.fromEntries(
    paths.map((path, index) => [path, cdktf.files[files[index]!]!.replace("'./imports'", "'./exported-imports'")]),
  );
  expect(complaintsAbout(compile([], sources), paths)).toEqual([]);
});

it('a tenant of organizational units is imported as it is', async () => {
  await makeWholes(WHOLES_WITH_UNITS);
  const out = join(folder, 'new', 'hcl');
  const flags = { format: 'hcl', out, name: 'tenant' } as const;
  const surroundings = { env: accessTo(address), color: createColors(false), stdin: () => Promise.resolve('') };
  const { stdout, notes, exitCode } = await runExport(flags, surroundings);
  expect([exitCode, notes]).toEqual([0, []]);
  expect(stdout).toContain('Wrote 2 objects');
  const { said, changes } = await planned(out);
  expect(notImported(changes)).toEqual([]);
  expect(said).toContain('Plan: 2 to import, 0 to add, 0 to change, 0 to destroy.');
});
