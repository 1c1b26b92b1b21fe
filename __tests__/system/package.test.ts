import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { readTenant } from '../../tools/terraform/tenant-reader';
import { accessTo, runTerraform } from '../../tools/terraform/terraform';
import { PackedProject } from '../support/packed-project';

const REPOSITORY = resolve(__dirname, '../..');

/** The commands of the README that `init` writes, one array for each block. */
let blocks: string[][];
let project: PackedProject;
beforeAll(() => {
  project = PackedProject.begin();
  const readme = readFileSync(join(project.folder, 'README.md'), 'utf8');
  blocks = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block.trim().split('\n'));
  // Each of them is run: this one before all others.
  expect(blocks[0]?.shift()).toBe('npm install');
  expect(shell(['npm install'])).toMatchObject({ status: 0 });
});
afterAll(() => project?.remove());

/** Runs commands as a newcomer does, who has set nothing for terraform. */
function shell(commands: readonly string[], others: NodeJS.ProcessEnv = {}) {
  const { TF_CLI_CONFIG_FILE: _, ...env } = process.env;
  const quiet = { CHECKPOINT_DISABLE: '1', CI: '1', npm_config_prefer_offline: 'true', npm_config_audit: 'false' };
  return spawnSync('bash', ['-c', commands.join(' && ')], {
    cwd: project.folder,
    env: { ...env, ...quiet, ...others },
    encoding: 'utf8',
  });
}

test('the project that `init` writes passes its test, and blocks WhatsApp on a local tenant, as its README says', async () => {
  const [tests, tenant, deploy, ask] = blocks as [string[], string[], string[], string[]];
  expect(blocks).toHaveLength(4);
  expect(shell(tests)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^# pass 3$/m) });

  // Another program may have the port.
  const port = String(await freePort());
  const own = (text: string) => text.replaceAll('8080', port);
  const manifest = join(project.folder, 'package.json');
  writeFileSync(manifest, own(readFileSync(manifest, 'utf8')));
  const served = spawn('bash', ['-c', tenant.join(' && ')], {
    cwd: project.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    for await (const line of createInterface(served.stdout)) if (line.includes('A local tenant answers')) break;
    // Nobody is there to say yes.
    const commands = deploy.map((line) => own(line).replace(/cdktf deploy$/, '$& --auto-approve'));
    // There cdktf keeps a cache of plugins, which is one for all that run at the same time.
    const home = join(project.folder, '..', 'home');
    mkdirSync(home);
    const ran = shell([...commands, ...ask], { HOME: home });
    expect(ran).toMatchObject({ status: 0 });
    const printed = stripVTControlCharacters(ran.stdout);
    expect(printed).toContain('Plan: 1 to import, 3 to add, 0 to change, 0 to destroy');
    expect(printed).toContain('1 imported, 3 added, 0 changed, 0 destroyed');
    expect(printed).toContain('TCP port 5222: block.');
    const { exceptions } = await readTenant({ serverUrl: `http://127.0.0.1:${port}/api/v2`, apiKey: 'secret' });
    expect(exceptions.at(-1)).toMatchObject({
      certificate_pinned_app: { app_name: 'WhatsApp', windows: { action: 'block' } },
    });
  } finally {
    if (served.pid !== undefined) process.kill(-served.pid, 'SIGTERM');
    // Other tests begin without a state.
    for (const path of ['cdktf.out', 'terraform.tenant.tfstate'])
      rmSync(join(project.folder, path), { recursive: true, force: true });
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('the package carries its licence, its documents and examples, and nothing of the work on it', () => {
  const places = ['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json', 'dist', 'docs', 'examples', 'tenant'];
  expect([...new Set(project.files.map((path) => path.split('/')[0]))].sort()).toEqual(places.sort());
  expect(project.files.filter((path) => path.startsWith('tenant/'))).toEqual([
    'tenant/contract/openapi.yaml',
    'tenant/README.md',
  ]);
  expect(project.files).toEqual(
    expect.arrayContaining([
      'dist/cli.cjs',
      'docs/tenants.schema.json',
      'docs/index.md',
      'examples/hcl/whatsapp/main.tf',
    ]),
  );
  expect(project.files.filter((path) => /\.test\.|__tests__|architecture|protocol/.test(path))).toEqual([
    'examples/project/main.test.ts',
    'examples/traffic-tests/traffic.test.ts',
  ]);
});

test('the licences of the packages inside our programs come along', () => {
  const notices = readFileSync(project.packaged('dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const names = [...notices.matchAll(/^---- (\S+) \S+ \(/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['axios', 're2js', 'fastify', '@msgpack/msgpack', 'commander']));
});

test('the program says its version, and where it runs from', () => {
  const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
  const { status, stdout } = project.run('--version');
  expect([status, stdout.split('\n').slice(0, 3)]).toEqual([
    0,
    [version, `package    ${project.packaged()}`, expect.stringContaining(`provider   ${version} for darwin_amd64, `)],
  ]);
});

test('the launchers of the provider may be executed, on every system', () => {
  const launchers = project.files.filter((path) => /\/terraform-provider-netskopesteering_v[^/]+$/.test(path));
  expect(launchers).toHaveLength(4);
  for (const launcher of launchers) accessSync(project.packaged(launcher), constants.X_OK);
});

test('the constructs load, with their types', () => {
  for (const name of ['cdktf-netskope-steering', 'cdktf-netskope-steering/testing']) {
    const script = `console.log(Object.keys(require('${name}')).length > 0)`;
    expect(project.spawn(process.execPath, '-e', script)).toMatchObject({ stdout: 'true\n', stderr: '' });
  }
  expect(project.files.filter((path) => /lib\/constructs\/(testing\/)?index\.d\.ts$/.test(path))).toHaveLength(2);
});

/** With the types of the package as a user has them. */
function compile(file: string): void {
  const compiler = join(REPOSITORY, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'node16'];
  const types = ['--types', 'node,jest', '--typeRoots', join(REPOSITORY, 'node_modules', '@types')];
  expect(project.spawn(process.execPath, compiler, ...options, ...types, file)).toMatchObject({
    status: 0,
    stdout: '',
  });
}

test('the example of a test of traffic compiles, and passes in jest', () => {
  copyFileSync(join(REPOSITORY, 'examples/traffic-tests/traffic.test.ts'), join(project.folder, 'traffic.test.ts'));
  compile('traffic.test.ts');
  const config = {
    rootDir: project.folder,
    testEnvironment: 'node',
    testMatch: ['**/traffic.test.ts'],
    transform: { '\\.ts$': [require.resolve('@swc/jest'), { jsc: { parser: { syntax: 'typescript' } } }] },
  };
  const jest = join(REPOSITORY, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status, stderr } = project.spawn(process.execPath, jest, '--config', JSON.stringify(config));
  expect({ status, passed: stderr.match(/^Tests:.*$/m)?.[0] }).toMatchObject({
    status: 0,
    passed: expect.stringContaining('3 passed, 3 total'),
  });
});

test('the example of the README compiles, plans and applies with what the package brings, and then plans empty', async () => {
  copyFileSync(join(REPOSITORY, 'examples', 'whatsapp', 'main.ts'), join(project.folder, 'main.ts'));
  compile('main.ts');
  const loader = pathToFileURL(require.resolve('tsx')).href;
  expect(project.spawn(process.execPath, '--import', loader, 'main.ts')).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(
      /^Warning: \[tenant\/DefaultConfiguration\/WhatsApp\/Exception\] .*WhatsApp\.Root\.exe.*\n$/,
    ),
  });

  const { status, stdout } = project.run('terraformrc');
  expect(status).toBe(0);
  const cliConfigFile = join(project.folder, 'netskope.tfrc');
  writeFileSync(cliConfigFile, stdout);
  expect(stdout).toContain(project.packaged('dist', 'mirror'));

  const tenant = await project.startTenant('--traffic-mode', 'web');
  try {
    const before = await readTenant(tenant);
    const terraform = async (...args: string[]) => {
      const cwd = join(project.folder, 'cdktf.out', 'stacks', 'tenant');
      const ran = await runTerraform(args, { cwd, cliConfigFile, env: accessTo(tenant) });
      expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
      return ran.stdout;
    };
    await terraform('init');
    expect(await terraform('plan', '-out=tfplan')).toContain('Plan: 1 to import, 3 to add, 0 to change, 0 to destroy');
    await terraform('apply', 'tfplan');
    expect(existsSync(join(project.folder, 'terraform.tenant.tfstate'))).toBe(true);
    const { apps, ports, exceptions } = await readTenant(tenant);
    expect(apps.filter(({ custom }) => custom)).toMatchObject([
      {
        app_name: 'WhatsApp',
        platforms: { windows: { match: 'exact', processes: ['WhatsApp.exe', 'WhatsAppDesktop.exe'] } },
      },
    ]);
    expect(ports).toMatchObject([{ port: 5222 }]);
    expect(exceptions.at(-1)).toMatchObject({
      certificate_pinned_app: { app_name: 'WhatsApp', windows: { action: 'block' } },
    });
    expect(await terraform('plan')).toContain('No changes');
    await terraform('destroy', '-auto-approve');
    expect(await readTenant(tenant)).toEqual(before);
  } finally {
    await tenant.stop();
  }
});
