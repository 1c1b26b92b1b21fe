/** Examples are run, not only read. Their types are checked with all others, by `npm run check`. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { readTenant, type TenantAddress } from '../../tools/terraform/tenant-reader';
import { CLI_CONFIG_FILE, runTerraform } from '../../tools/terraform/terraform';
import { netskope } from '../../providers/netskope/provider';
import { EXCEPTION_TYPES } from '../../steering/domain/exceptions';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { examplesOf } from '../../tools/generate/docs/page';
import { Workspace, type Change } from '../support/workspace';

const ROOT = resolve(__dirname, '../..');
const EXAMPLES = join(ROOT, 'examples');
const FILES = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
/** A provider is no stack, and has a test beside it; a test runs as one. */
const TYPESCRIPT = FILES.filter((path) => path.endsWith('.ts') && !/^minimal-provider\/|\.test\.ts$/.test(path));
/** The folders in `hcl/` call a module, so that they need an init of their own; `hcl-examples.test.ts` applies them. */
const HCL_FOLDERS = [...new Set(FILES.filter((path) => path.endsWith('.tf')).map((path) => dirname(path)))].filter(
  (folder) => !folder.startsWith('hcl/'),
);

const read = (path: string) => readFileSync(join(EXAMPLES, path), 'utf8');

/** The text of the cdk.tf.json that an example makes. */
async function synthesize(path: string): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    const env = { ...process.env, CDKTF_OUTDIR: out };
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(EXAMPLES, path)], { cwd: ROOT, env });
    const [stack = '', ...others] = readdirSync(join(out, 'stacks'));
    expect(others).toEqual([]);
    return readFileSync(join(out, 'stacks', stack, 'cdk.tf.json'), 'utf8');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

it('stand for every resource, data source and function of the provider, and for nothing that is gone', () => {
  const standing = FILES.filter((path) => /^(provider|resources|data-sources|functions)\/.*\./.test(path));
  const expected = examplesOf(netskope);
  expect(standing).toEqual(expect.arrayContaining(expected));
  // A resource may have further ones.
  const folders = new Set(expected.map((path) => dirname(path)));
  expect(standing.filter((path) => !folders.has(dirname(path)))).toEqual([]);
});

describe('to the real terraform', () => {
  /** Where the provider is installed, once for all. */
  let installed: Workspace;
  beforeAll(async () => {
    installed = await Workspace.create(undefined, read('provider/provider.tf'));
  });
  afterAll(() => installed?.remove());

  /** What terraform says of files in a folder that needs no init of its own. */
  async function validate(name: string, files: Readonly<Record<string, string>>): Promise<unknown> {
    const folder = join(installed.folder, name.replaceAll('/', '-'));
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    copyFileSync(join(installed.folder, '.terraform.lock.hcl'), join(folder, '.terraform.lock.hcl'));
    const env = { ...installed.environment(), TF_DATA_DIR: join(installed.folder, '.terraform') };
    const { stdout } = await runTerraform(['validate', '-json'], { cwd: folder, cliConfigFile: CLI_CONFIG_FILE, env });
    return JSON.parse(stdout);
  }

  const VALID = { valid: true, diagnostics: [] };

  it.each(HCL_FOLDERS)('examples/%s is valid', async (folder) => {
    const paths = FILES.filter((path) => dirname(path) === folder && path.endsWith('.tf'));
    const own = paths.some((path) => read(path).includes('required_providers'));
    const files = [...(own ? [] : ['provider/provider.tf']), ...paths].map((path) => [basename(path), read(path)]);
    expect(await validate(folder, Object.fromEntries(files) as Record<string, string>)).toMatchObject(VALID);
  });

  it.each(TYPESCRIPT)('what examples/%s synthesizes is valid', async (path) => {
    expect(await validate(path, { 'cdk.tf.json': await synthesize(path) })).toMatchObject(VALID);
  });

  it('they are formatted', async () => {
    const options = { cwd: EXAMPLES, cliConfigFile: CLI_CONFIG_FILE };
    const { stdout } = await runTerraform(['fmt', '-check', '-recursive', '-diff', '.'], options);
    expect(stdout).toBe('');
  });
});

describe.each(
  ['certificate_pinned_app', ...Object.values(EXCEPTION_TYPES).map(({ resource }) => resource)].map(
    (resource) => `resources/netskopesteering_${resource}`,
  ),
)('examples/%s', (folder) => {
  it('are applied as they stand, the second plan is empty, and their import block takes the first', async () => {
    const mode = folder.includes('source_location') ? 'web' : 'all';
    const tenant = await startTenant({ trafficMode: mode });
    const paths = FILES.filter((path) => dirname(path) === folder && path.endsWith('.tf'));
    const imports = paths.filter((path) => basename(path) === 'import.tf').map(read);
    const written = paths.filter((path) => basename(path) !== 'import.tf').map(read);
    const hcl = [read('provider/provider.tf'), ...written].join('\n');
    const workspace = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token }, hcl);
    try {
      await workspace.apply();
      expect(await workspace.plan()).toEqual([]);
      const [, to = ''] = /to = (\S+)/.exec(imports.join('')) ?? [];
      const { id } = await workspace.stateOf(to);
      await workspace.mustRun('state', 'rm', to);
      const found = imports.join('').replace(/"(0\/)?\d+"/, JSON.stringify(id));
      await workspace.write(`${hcl}\n${found}`);
      const changes = await workspace.plan();
      expect(changes.filter(({ importing }) => importing)).toMatchObject([{ address: to, actions: ['no-op'] }]);
      expect(changes).toHaveLength(1);
    } finally {
      await workspace.remove();
      await tenant.close();
    }
  });
});

describe('on a tenant', () => {
  let tenant: LocalTenant;
  let address: TenantAddress;
  let blocking: Workspace;
  beforeAll(async () => {
    tenant = await startTenant({ trafficMode: 'web' });
    address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
    blocking = await Workspace.create(address, read('hcl/whatsapp/main.tf'));
    await blocking.apply();
  });
  afterAll(async () => {
    await blocking?.remove();
    await tenant?.close();
  });

  it('examples/hcl/whatsapp blocks WhatsApp by hand-written HCL, and its second plan is empty', async () => {
    const { apps, ports, exceptions } = await readTenant(address);
    const app = apps.find(({ app_name }) => app_name === 'WhatsApp');
    const processes = [...(app?.platforms.windows?.processes ?? [])].sort();
    expect(processes).toEqual(['WhatsApp.Root.exe', 'WhatsApp.exe', 'WhatsAppDesktop.exe']);
    expect(ports).toMatchObject([{ port: 5222 }]);
    expect(exceptions.find(({ certificate_pinned_app }) => certificate_pinned_app?.app_id === app?.id)).toMatchObject({
      certificate_pinned_app: { custom_app_domains: ['*'], windows: { action: 'block' } },
    });
    expect(await blocking.plan()).toEqual([]);
  });

  const onlyImports = (changes: readonly Change[]) =>
    changes.filter(({ actions, importing }) => importing && actions.join() === 'no-op').length === changes.length;

  it('examples/adopt adopts what examples/hcl/whatsapp made, with configuration that terraform writes', async () => {
    const adopting = await Workspace.create(address, read('adopt/main.tf'));
    try {
      await adopting.mustRun('plan', '-generate-config-out=adopted.tf');
      const changes = await adopting.plan();
      expect(changes).toHaveLength(4);
      expect(onlyImports(changes)).toBe(true);
    } finally {
      await adopting.remove();
    }
  });

  it('examples/cdktf/adopt.ts adopts the same with constructs', async () => {
    const config = JSON.parse(await synthesize('cdktf/adopt.ts')) as { terraform: { backend?: unknown } };
    delete config.terraform.backend;
    const adopting = await Workspace.create(address, config);
    try {
      const changes = await adopting.plan();
      expect(changes).toHaveLength(4);
      expect(onlyImports(changes)).toBe(true);
    } finally {
      await adopting.remove();
    }
  });
});
