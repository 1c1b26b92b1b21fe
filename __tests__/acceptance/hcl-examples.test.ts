/** The examples in HCL, each in its folder beside the module that it calls: applied as they stand, and finished then. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { accessTo, CLI_CONFIG_FILE } from '../../tools/terraform/terraform';
import { readAll, readTenant, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { SteeringException } from '../../tenant/contract';
import { pathIn } from '../../tenant/contract/collections';
import { CATALOGUE_ENTRIES } from '../../steering/catalogue';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { unwrap, Workspace } from '../support/workspace';

const ROOT = resolve(__dirname, '../..');
const REQUIRED = /^terraform \{[^]*?^\}\n/m.exec(readFileSync(join(ROOT, 'examples/hcl/bypass/main.tf'), 'utf8'))?.[0];

let folder: string;
let tenant: LocalTenant;
let address: TenantAddress;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hcl-examples-'));
  cpSync(join(ROOT, 'examples/hcl'), folder, { recursive: true });
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await tenant?.close();
});

/** Applies an example, which must go without a warning and leave nothing to do. */
async function settle(example: string): Promise<Workspace> {
  const workspace = await Workspace.within(join(folder, example), address);
  expect(await workspace.apply()).not.toContain('Warning');
  expect(await workspace.plan()).toEqual([]);
  return workspace;
}

const unhurried = (example: string) =>
  writeFileSync(
    join(folder, example, 'unhurried.tf'),
    'provider "netskopesteering" {\n  requests_per_second = 1000\n}\n',
  );

it('kind-of-apps blocks every app of the kind but one, each port for the domains of its app', async () => {
  unhurried('kind-of-apps');
  await settle('kind-of-apps');
  const meant = CATALOGUE_ENTRIES.filter(({ kind, name }) => kind === 'remote access' && name !== 'TeamViewer');
  const { apps, ports, exceptions } = await readTenant(address);
  const own = apps.filter(({ custom }) => custom);
  expect(own.map(({ app_name }) => app_name).sort()).toEqual(meant.map(({ name }) => name).sort());
  const blocked = exceptions.map(({ certificate_pinned_app }) => certificate_pinned_app?.app_id);
  expect(blocked).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
  const steered = meant
    .flatMap(({ tcp = [] }) => tcp.map(({ value }) => value))
    .filter((port) => ![80, 443].includes(port));
  expect(ports.map(({ port }) => Number(port)).sort()).toEqual(steered.sort());
  expect(ports.every(({ domains = [] }) => domains.length > 0)).toBe(true);
});

it('many-domains makes an exception for each owner in the file, and refuses a domain that stands twice', async () => {
  const workspace = await settle('many-domains');
  const { exceptions } = await readTenant(address);
  expect(exceptions.map(({ notes }) => notes)).toEqual(
    expect.arrayContaining(
      ['facilities', 'finance', 'workplace'].map((owner) => `Domains of ${owner}, from domains.csv.`),
    ),
  );
  writeFileSync(join(workspace.folder, 'domains.csv'), 'owner,domain\na,print.example.com\nb,print.example.com\n');
  expect(await workspace.failure('plan')).toContain('A domain stands twice in domains.csv');
});

/** The exceptions of the only configuration beside the default one. */
async function exceptionsOfSales(): Promise<readonly SteeringException[]> {
  const [sales] = (await readTenant(address)).configurations.filter(({ config_name }) => config_name === 'Sales');
  return readAll(address, pathIn('exceptions', { config: sales!.config_id }));
}

it('dynamic-steering blocks in both locations and bypasses in one', async () => {
  await settle('dynamic-steering');
  const placed = (await exceptionsOfSales()).map(({ type, location }) => `${type} ${location}`);
  expect(placed.sort()).toEqual([
    'certificate_pinned_app off_prem',
    'certificate_pinned_app on_prem',
    'domains on_prem',
  ]);
});

it('bypass takes apps that tenants have, and a plan that writes domains for managed devices says what becomes of them', async () => {
  const workspace = await settle('bypass');
  const text = await workspace.read('main.tf');
  const narrowed = text.replace(
    'windows          = "bypass_managed_direct"',
    '$&\n  custom_app_domains = ["dropbox.com"]',
  );
  writeFileSync(join(workspace.folder, 'main.tf'), narrowed);
  expect(unwrap(await workspace.mustRun('plan', '-no-color'))).toContain(
    'is bypassed on managed devices only and blocked on all others. Such actions ignore custom app domains',
  );
});

describe('the module block-native-app', () => {
  const calling = async (text: string) => {
    rmSync(join(folder, 'bypass'), { recursive: true });
    cpSync(join(folder, 'dynamic-steering'), join(folder, 'bypass'), { recursive: true });
    writeFileSync(join(folder, 'bypass/main.tf'), REQUIRED + text);
    unhurried('bypass');
    return Workspace.within(join(folder, 'bypass'), address);
  };
  const call = (id: string, name: string, more = '') => `
module "${id}" {
  source           = "../modules/block-native-app"
  name             = "${name}"
  configuration_id = "0"
  ${more}
}
`;

  it('looks up an app that tenants have, and takes one that another call defines, for another configuration', async () => {
    const workspace = await calling(`
resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Sales"]
}
${call('zoom', 'Zoom', 'platforms = ["windows"]')}
${call('telegram', 'Telegram', 'processes = { android = ["org.telegram.messenger"] }')}
${call('sales', 'Telegram', 'app = module.telegram.app').replace('"0"', 'netskopesteering_configuration.sales.id')}
output "platforms" {
  value = module.telegram.platforms
}
`);
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
    const { apps, ports, exceptions } = await readTenant(address);
    const telegram = apps.filter(({ app_name }) => app_name === 'Telegram');
    expect(telegram.map(({ platforms }) => Object.keys(platforms).sort())).toEqual([
      ['android', 'linux', 'mac', 'windows'],
    ]);
    const blocked = (some: readonly SteeringException[]) =>
      some.filter(({ certificate_pinned_app: of }) => of?.app_id === telegram[0]?.id);
    expect([blocked(exceptions).length, blocked(await exceptionsOfSales()).length]).toEqual([1, 1]);
    expect(apps.filter(({ app_name, custom }) => app_name === 'Zoom' && custom)).toEqual([]);
    expect(ports.map(({ port }) => port).sort()).toEqual([8801, 8802]);
  });

  it('says what is wrong with what it is given', async () => {
    const workspace = await calling(call('typo', 'Telegrm'));
    expect(unwrap(await workspace.failure('plan'))).toContain(
      'The catalogue has no app "Telegrm". Did you mean "Telegram"?',
    );
    const write = (text: string) => writeFileSync(join(workspace.folder, 'main.tf'), REQUIRED + text);
    write(call('typo', 'Threema', 'platforms = ["linux"]'));
    expect(unwrap(await workspace.failure('plan'))).toContain(
      'No executable of Threema is known on one of these platforms.',
    );
    write(call('typo', 'Threema', 'ports = [5222]'));
    expect(unwrap(await workspace.failure('plan'))).toContain(
      'No domains of Threema are known, to steer port 5222 for',
    );
    write(call('typo', 'Telegram', 'processes = { macos = ["Mine"] }'));
    expect(unwrap(await workspace.failure('plan'))).toContain('The keys of processes are platforms: windows, mac_os,');
    write(call('typo', 'Zoom', 'processes = { windows = ["OtherZoom.exe"] }'));
    expect(unwrap(await workspace.failure('plan'))).toContain(
      'Zoom is defined already, by app or because tenants have it, so processes would have no effect.',
    );
  });
});

describe('gitops', () => {
  const steering = async (...args: string[]) => steeringBy(`${process.execPath} ${join(ROOT, 'dist/cli.cjs')}`, args);
  const steeringBy = async (program: string, args: readonly string[]) => {
    const env = {
      ...process.env,
      ...accessTo(address),
      TF_CLI_CONFIG_FILE: CLI_CONFIG_FILE,
      CHECKPOINT_DISABLE: '1',
      NETSKOPE_STEERING: program,
    };
    const run = promisify(execFile)(join(folder, 'gitops/steering.sh'), args, { env });
    return run.then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
    );
  };
  const review = (name: string) => readFileSync(join(folder, 'gitops/reviews', name), 'utf8');

  it('applies what was reviewed and nothing else, and stops at what opens something', async () => {
    unhurried('gitops');
    expect(await steering('propose', 'nowhere')).toMatchObject({ code: 2 });
    expect(await steeringBy('no-such-program --x', ['propose', 'emea'])).toMatchObject({
      code: 2,
      said: expect.stringContaining('which reviews plans, is not on the PATH. It is in the npm package'),
    });
    expect(await steering('apply', 'emea')).toMatchObject({ code: 20 });
    expect(await steering('propose', 'emea')).toMatchObject({ code: 0 });
    expect(review('emea.md').split('\n')[2]).toContain(
      'Blocks more, opens nothing.** `Telegram`, `WhatsApp` are blocked',
    );
    expect(await steering('apply', 'emea')).toMatchObject({ code: 0 });
    expect(await steering('propose', 'emea')).toMatchObject({ code: 0 });
    expect(review('emea.md')).toContain('**Does nothing.**');
    writeFileSync(join(folder, 'gitops/tenants/emea.tfvars'), 'blocked = {}\n');
    expect(await steering('apply', 'emea')).toMatchObject({ code: 20 });
    expect(await steering('propose', 'emea')).toMatchObject({ code: 11 });
    expect(existsSync(join(folder, 'gitops/reviews/emea.json'))).toBe(false);
  });
});
