/** Every text that docs/guides/troubleshooting.md quotes is what somebody sees: each is provoked here. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { NetskopeSteeringProvider, SteeringConfiguration, TrafficMode } from '../../constructs';
import { describe as wordsOf, type ApiErrorCode } from '../../providers/netskope/client/error-text';
import { PROVIDER_SOURCE, VERSION } from '../../providers/netskope/names';
import { onlyMirrors, PLATFORM } from '../../tools/build/install-plugin';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { accessTo, CLI_CONFIG_FILE, runTerraform } from '../../tools/terraform/terraform';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/guides/troubleshooting.md'), 'utf8');
const HCL = readFileSync(join(ROOT, 'examples/hcl/whatsapp/main.tf'), 'utf8');
/** A proxy that nobody serves, so that no request leaves this machine. */
const NO_NETWORK = { HTTPS_PROXY: 'http://127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '' };

const plainly = (text: string) => text.replace(/[│╷╵\s]+/g, ' ').trim();

let root: string;
let tenants: LocalTenant[];
/** What terraform has said in this test. */
const told: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'troubleshooting-'));
  tenants = await Promise.all([
    startTenant({ trafficMode: 'web' }),
    startTenant({ trafficMode: 'web' }),
    startTenant({ trafficMode: 'cloud_apps' }),
  ]);
  await provoke();
});
afterAll(async () => {
  await Promise.all((tenants ?? []).map((tenant) => tenant.close()));
  rmSync(root, { recursive: true, force: true });
});

const accessToTenant = (index: number) => {
  const { serverUrl, token } = tenants[index]!;
  return accessTo({ serverUrl, apiKey: token });
};

function folder(name: string, main: string, file = 'main.tf'): string {
  const path = join(root, name);
  mkdirSync(path);
  writeFileSync(join(path, file), main);
  return path;
}

/** Runs terraform, keeps what it says, and fails where it does not end as it must. */
async function run(cwd: string, args: string, env: NodeJS.ProcessEnv = {}, ends = 0, cliConfigFile = CLI_CONFIG_FILE) {
  const { exitCode, said } = await runTerraform(args.split(' '), { cwd, cliConfigFile, env });
  told.push(plainly(said));
  if (exitCode !== ends) throw new Error(`terraform ${args} ended with ${exitCode}: ${said}`);
}

async function provoke(): Promise<void> {
  const path = folder('own', HCL);
  await run(path, 'init', NO_NETWORK, 1, join(root, 'no-such-file'));
  await run(path, 'plan', {}, 1);
  await run(path, 'init');
  await run(path, 'providers lock -platform=linux_amd64', NO_NETWORK, 1);
  await run(path, 'plan', { NETSKOPE_SERVER_URL: tenants[0]!.serverUrl }, 1);
  await run(path, 'plan', { NETSKOPE_SERVER_URL: 'http://tenant.example/api/v2', NETSKOPE_API_KEY: 'x' }, 1);
  await run(path, 'plan', { ...accessToTenant(0), PATH: withoutNode() }, 1);
  await run(path, 'apply -auto-approve', accessToTenant(0));
  await run(path, 'plan', accessToTenant(1), 1);

  const second = folder('second', HCL.replace(/^import \{[^}]*\}$/m, ''));
  await run(second, 'init');
  await run(second, 'apply -auto-approve', accessToTenant(0), 1);

  const stack = new TerraformStack(Testing.app(), 'tenant');
  new NetskopeSteeringProvider(stack, 'netskope');
  SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', { expectTrafficMode: TrafficMode.WEB });
  const expecting = folder('expecting', JSON.stringify(stack.toTerraform()), 'cdk.tf.json');
  await run(expecting, 'init');
  await run(expecting, 'plan', accessToTenant(2), 1);

  const lock = join(path, '.terraform.lock.hcl');
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/h1:[^"]+/, `h1:${'A'.repeat(43)}=`));
  rmSync(join(path, '.terraform'), { recursive: true });
  await run(path, 'init', {}, 1);

  const mocked = join(root, 'mocked');
  cpSync(join(ROOT, 'examples/terraform-test'), mocked, { recursive: true });
  const test = join(mocked, 'tests/block.tftest.hcl');
  await run(mocked, 'init');
  await run(mocked, 'test');
  writeFileSync(test, readFileSync(test, 'utf8').replace(/^ *override_resource \{[^]*?^ {2}\}$/gm, ''));
  await run(mocked, 'test', {}, 1);

  await misplace();

  const postgres = folder('postgres', 'terraform {\n  backend "pg" {}\n}\n');
  await run(postgres, 'init', { PG_CONN_STR: '', PGPORT: '1' }, 1);
}

/** An archive that is not there, that was unpacked under another name, and that another build took the place of. */
async function misplace(): Promise<void> {
  const [path, mirror] = [folder('archive', HCL), join(root, 'plugins')];
  mkdirSync(mirror);
  const rc = join(root, 'archive-rc');
  writeFileSync(rc, onlyMirrors(mirror));
  await run(path, 'init', {}, 1, rc);
  const own = join(PROVIDER_SOURCE, VERSION, PLATFORM);
  const built = join(ROOT, 'dist/mirror', own);
  cpSync(built, join(mirror, PROVIDER_SOURCE, VERSION, 'windows_arm64'), { recursive: true });
  await run(path, 'init', {}, 1, rc);
  cpSync(built, join(mirror, own), { recursive: true });
  await run(path, 'init', {}, 0, rc);
  appendFileSync(join(mirror, own, 'provider.cjs'), '// another build');
  await run(path, 'validate', {}, 1, rc);
}

/** A PATH on which there is terraform, and no Node. */
function withoutNode(): string {
  const found = (process.env['PATH'] ?? '').split(delimiter).map((path) => join(path, 'terraform'));
  const only = join(root, 'only-terraform');
  mkdirSync(only);
  symlinkSync(
    found.find((path) => existsSync(path))!,
    join(only, 'terraform'),
  );
  return only;
}

/** The quoted blocks, each as its parts around `…`. */
const QUOTED = [...PAGE.matchAll(/^```text\n([^]*?)^```$/gm)].map(([, block = '']) => block.split('…').map(plainly));

it.each(QUOTED)('terraform or the provider says: %s', (...parts: string[]) => {
  const port = (text: string) => text.replaceAll('127.0.0.1:5432', '127.0.0.1:1');
  const together = told.filter((text) => parts.every((part) => text.includes(port(part).replace(/^Error: /, ''))));
  expect(together.length).toBeGreaterThan(0);
});

it('quotes a dozen texts', () => expect(QUOTED.length).toBeGreaterThan(12));

it.each<[status: string, code: ApiErrorCode]>([
  ['none', 'network'],
  ['none', 'certificate'],
  ['200', 'malformed'],
  ['400', 'invalid'],
  ['401', 'unauthorized'],
  ['403', 'forbidden'],
  ['404, 405', 'no_such_route'],
  ['404', 'not_found'],
  ['409', 'conflict'],
  ['412', 'precondition_failed'],
  ['429', 'rate_limited'],
])('with status %s the provider says the words of %s', (status, code) => {
  const rows = [...PAGE.matchAll(/^\| (\S[^|]*?) +\| "([^"]+)"/gm)].map(([, first, words = '']) => ({ first, words }));
  const said = rows.filter(({ first, words }) => first === status && wordsOf({ code }).includes(words));
  expect(said).toHaveLength(1);
  expect(rows).toHaveLength(11);
});
