import { accessSync, constants, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readTenant } from '../../tools/terraform/tenant-reader';
import { accessTo, runTerraform } from '../../tools/terraform/terraform';
import { PackedProject } from '../support/packed-project';

const REPOSITORY = resolve(__dirname, '../..');

let project: PackedProject;
beforeAll(() => {
  project = PackedProject.create();
});
afterAll(() => project?.remove());

test('the package carries its licence, its readers’ files and nothing of the work on it', () => {
  expect(project.files).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/cli.cjs', 'docs/tenants.schema.json']),
  );
  expect(
    project.files.filter(
      (path) => !/^(dist\/|LICENSE$|README\.md$|CHANGELOG\.md$|package\.json$|docs\/tenants\.schema\.json$)/.test(path),
    ),
  ).toEqual([]);
});

test('the licences of the packages inside our programs come along', () => {
  const notices = readFileSync(project.packaged('dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const names = [...notices.matchAll(/^---- (\S+) \S+ \(/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['axios', 're2js', 'fastify', '@msgpack/msgpack', 'commander']));
});

test('the program says its version', () => {
  const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
  expect(project.run('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
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
