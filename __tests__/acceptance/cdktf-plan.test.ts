/** `npx cdktf plan`, as a user of CDKTF calls it, before and after a rebuild of the provider at the same version. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { NetskopeSteeringProvider } from '../../constructs';
import { PROVIDER_SOURCE, VERSION } from '../../providers/netskope/names';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { dropStaleEntries } from '../../tools/build/library';
import { packageChecksum } from '../../tools/build/mirror';
import { changeMirror, type ChangedMirror } from '../support/changed-mirror';
import { unwrap } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const REPOSITORY = resolve(__dirname, '../..');

let tenant: LocalTenant;
let mirror: ChangedMirror;
/** Stands for the repository where cdktf writes: its cdktf.out, and the state beside it. */
let folder: string;

beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  mirror = await changeMirror((bundle) => `${bundle}\n// one build\n`);
  folder = await mkdtemp(join(tmpdir(), 'steering-cdktf-'));
  await mkdir(join(folder, 'home'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mirror?.remove();
  await tenant?.close();
});

async function cdktfPlan(): Promise<{ exitCode: number | null; output: string }> {
  const args = [
    '--no-install',
    'cdktf',
    'plan',
    '--skip-provider-lock',
    '--no-color',
    '--output',
    join(folder, 'cdktf.out'),
  ];
  const child = spawn('npx', args, {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // cdktf keeps settings and a plugin cache there.
      HOME: join(folder, 'home'),
      TF_CLI_CONFIG_FILE: mirror.cliConfigFile,
      NETSKOPE_SERVER_URL: tenant.serverUrl,
      NETSKOPE_API_KEY: tenant.token,
      CHECKPOINT_DISABLE: '1',
      DISABLE_VERSION_CHECK: '1',
      NO_UPDATE_NOTIFIER: '1',
      CI: '1',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const exitCode = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  return { exitCode, output: unwrap(output) };
}

const lockFile = () => join(folder, 'cdktf.out', 'stacks', 'tenant', '.terraform.lock.hcl');
const PLAN = 'Plan: 1 to import, 3 to add, 0 to change, 0 to destroy';

it('plans main.ts', async () => {
  const { exitCode, output } = await cdktfPlan();
  expect(output).toContain(PLAN);
  expect(exitCode).toBe(0);
  expect(existsSync(join(REPOSITORY, 'terraform.tenant.tfstate'))).toBe(false);
});

it('plans again after a rebuild, because the build drops the lock entry of the former one', async () => {
  const before = await readFile(lockFile(), 'utf8');
  const files = await mirror.rebuild((bundle) => `${bundle}// the next build\n`);
  const refused = await cdktfPlan();
  expect(refused.output).toContain("doesn't match any of the checksums");
  expect(refused.exitCode).not.toBe(0);

  expect(await dropStaleEntries(folder, PROVIDER_SOURCE, packageChecksum(files))).toEqual([lockFile()]);
  const { exitCode, output } = await cdktfPlan();
  expect(output).toContain(PLAN);
  expect(exitCode).toBe(0);
  const after = await readFile(lockFile(), 'utf8');
  expect(after).toContain(packageChecksum(files));
  expect(after).not.toBe(before);
  expect(await dropStaleEntries(folder, PROVIDER_SOURCE, packageChecksum(files))).toEqual([]);
});

describe('what synth leaves for terraform beside a stack', () => {
  const MARK = 'CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS';
  const MIRROR = resolve(REPOSITORY, 'dist/mirror');
  const OURS = `provider "${PROVIDER_SOURCE}" {
  version     = "${VERSION}"
  constraints = "${VERSION}"
}
`;
  const OTHER = `provider "registry.terraform.io/hashicorp/null" {
  version = "3.2.4"
  hashes = [
    "h1:other",
  ]
}
`;
  let outdir: string;
  let stack: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'steering-offered-'));
    stack = join(outdir, 'stacks', 'tenant');
    mkdirSync(stack, { recursive: true });
    process.env[MARK] = 'true';
  });
  afterEach(() => {
    delete process.env[MARK];
    rmSync(outdir, { recursive: true, force: true });
  });

  function synth() {
    const app = new App({ outdir, stackTraces: false });
    new NetskopeSteeringProvider(new TerraformStack(app, 'tenant'), 'netskope');
    app.synth();
  }
  const plugins = () => join(stack, 'terraform.d', 'plugins');
  const lock = () => readFileSync(join(stack, '.terraform.lock.hcl'), 'utf8');
  const writeLock = (text: string) => writeFileSync(join(stack, '.terraform.lock.hcl'), text);

  it('is a link to the provider and an entry without a checksum, where the CLI of cdktf runs it', () => {
    synth();
    expect(readlinkSync(plugins())).toBe(MIRROR);
    expect(lock()).toBe(OURS);
    synth();
    expect(lock()).toBe(OURS);
  });

  it('is nothing where another program runs it', () => {
    delete process.env[MARK];
    synth();
    expect([existsSync(plugins()), existsSync(join(stack, '.terraform.lock.hcl'))]).toEqual([false, false]);
  });

  it.each([
    ['keeps the checksum of this version', OURS.replace('}', '  hashes = [\n    "h1:this",\n  ]\n}'), undefined],
    ['replaces another version', OURS.replaceAll(VERSION, '0.0.9'), OURS],
    ['leaves other providers alone', OTHER, OTHER + OURS],
    ['replaces one between others', OTHER + OURS.replaceAll(VERSION, '0.0.9') + OTHER, OTHER + OURS + OTHER],
  ])('%s in a lock file', (_, before, after = before) => {
    writeLock(before);
    synth();
    expect(lock()).toBe(after);
  });

  it('moves a link to a package that is gone, leaves a folder of plugins alone, and does without where no link can be', () => {
    mkdirSync(join(stack, 'terraform.d'));
    symlinkSync('/nowhere/dist/mirror', plugins());
    synth();
    expect(readlinkSync(plugins())).toBe(MIRROR);

    rmSync(plugins());
    mkdirSync(join(plugins(), 'own'), { recursive: true });
    synth();
    expect(existsSync(join(plugins(), 'own'))).toBe(true);

    rmSync(join(stack, 'terraform.d'), { recursive: true });
    writeFileSync(join(stack, 'terraform.d'), 'a place for no link');
    synth();
    expect(readFileSync(join(stack, 'terraform.d'), 'utf8')).toBe('a place for no link');
  });
});
