/** `cdktf get`: how users of other languages, or of no package of ours, make constructs of the provider themselves. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CLI_CONFIG_FILE, runTerraform } from '../../tools/terraform/terraform';
import { PROVIDER_SOURCE, VERSION } from '../../providers/netskope/names';

const ROOT = resolve(__dirname, '../..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdktf-get-'));
  mkdirSync(join(folder, 'home'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `cdktf get` in the folder, with nothing but the mirror to find the provider in. */
async function get(language: string): Promise<void> {
  const project = {
    language,
    app: 'true',
    projectId: '00000000-0000-4000-8000-000000000000',
    sendCrashReports: 'false',
    terraformProviders: [`${PROVIDER_SOURCE}@${VERSION}`],
  };
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify(project));
  const quiet = { CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1', NO_UPDATE_NOTIFIER: '1', CI: '1' };
  const child = spawn('npx', ['--no-install', 'cdktf', 'get', '--silent'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quiet, HOME: join(folder, 'home'), TF_CLI_CONFIG_FILE: CLI_CONFIG_FILE },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  expect({ exitCode, output: exitCode === 0 ? '' : output }).toEqual({ exitCode: 0, output: '' });
}

const APP = `
import { App, TerraformStack } from 'cdktf';
import { CertificatePinnedApp } from './.gen/providers/netskopesteering/certificate-pinned-app';
import { CertificatePinnedAppException } from './.gen/providers/netskopesteering/certificate-pinned-app-exception';
import { NetskopesteeringProvider } from './.gen/providers/netskopesteering/provider';

const app = new App();
const stack = new TerraformStack(app, 'tenant');
new NetskopesteeringProvider(stack, 'netskope', {});
const pinned = new CertificatePinnedApp(stack, 'App', { name: 'App', windows: { processes: ['app.exe'] } });
new CertificatePinnedAppException(stack, 'Block', { configurationId: '0', appId: pinned.id, windows: 'block' });
app.synth();
`;

test('constructs in TypeScript synthesize what terraform takes', async () => {
  await get('typescript');
  writeFileSync(join(folder, 'main.ts'), APP);
  const out = join(folder, 'cdktf.out');
  const tsx = spawn(process.execPath, ['--require', 'tsx/cjs', 'main.ts'], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, CDKTF_OUTDIR: out },
  });
  expect(await once(tsx, 'close')).toEqual([0, null]);
  const terraform = (...args: string[]) =>
    runTerraform(args, { cwd: join(out, 'stacks', 'tenant'), cliConfigFile: CLI_CONFIG_FILE });
  expect(await terraform('init')).toMatchObject({ exitCode: 0 });
  const { stdout } = await terraform('validate', '-json');
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
});

test('constructs in Python come with types and descriptions', async () => {
  await get('python');
  const python = readFileSync(join(folder, '.gen/netskopesteering/non_standard_port/__init__.py'), 'utf8');
  expect(python).toMatch(
    /class NonStandardPort\([^]*configuration_id: builtins\.str,\s+port: jsii\.Number,\s+domains:/,
  );
  expect(python).toContain('Ports 80 and 443 are steered without an entry');
});
