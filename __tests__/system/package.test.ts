import { execFileSync, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..');

/** An empty project with the package that `npm pack` makes in it: what a user of a release has. */
let project: string;
let packed: string[];

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel', 'error'], { cwd, encoding: 'utf8' });
}

beforeAll(() => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));
  project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', private: true }));
  // "prepack" builds, and says so on stdout before npm's own JSON.
  const output = npm(REPOSITORY, 'pack', '--json', '--pack-destination', folder);
  const [made] = JSON.parse(output.slice(output.indexOf('[\n'))) as { filename: string; files: { path: string }[] }[];
  packed = made!.files.map(({ path }) => path);
  npm(project, 'install', '--prefer-offline', join(folder, made!.filename));
});

afterAll(() => rmSync(join(project, '..'), { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync('npx', ['--no-install', 'netskope-steering', ...args], { cwd: project, encoding: 'utf8' });

test('the package carries its licence, its readers’ files and nothing of the work on it', () => {
  expect(packed).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/cli.cjs']));
  expect(packed.filter((path) => !/^(dist\/|LICENSE$|README\.md$|CHANGELOG\.md$|package\.json$)/.test(path))).toEqual(
    [],
  );
});

test('the licences of the packages inside our programs come along', () => {
  const notices = readFileSync(
    join(project, 'node_modules', 'cdktf-netskope-steering', 'dist', 'THIRD-PARTY-NOTICES.txt'),
    'utf8',
  );
  const names = [...notices.matchAll(/^---- (\S+) \S+ \(/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['axios', 're2js', 'fastify', '@msgpack/msgpack', 'commander']));
});

test('the program says its version', () => {
  const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
  expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
});

test('terraform installs the provider by the CLI configuration that the program prints', () => {
  const { status, stdout } = run('terraformrc');
  expect(status).toBe(0);
  writeFileSync(join(project, 'terraformrc'), stdout);
  const source = 'terraform.local/community/netskopesteering';
  const required = { terraform: { required_providers: { netskopesteering: { source } } } };
  writeFileSync(join(project, 'main.tf.json'), JSON.stringify(required));
  const env = { ...process.env, TF_CLI_CONFIG_FILE: join(project, 'terraformrc'), CHECKPOINT_DISABLE: '1' };
  const init = spawnSync('terraform', ['init', '-no-color'], { cwd: project, encoding: 'utf8', env });
  expect(init).toMatchObject({ status: 0, stderr: '' });

  const launchers = packed.filter((path) => /\/terraform-provider-netskopesteering_v[^/]+$/.test(path));
  expect(launchers).toHaveLength(4);
  for (const launcher of launchers) {
    accessSync(join(project, 'node_modules', 'cdktf-netskope-steering', launcher), constants.X_OK);
  }

  const schemas = spawnSync('terraform', ['providers', 'schema', '-json'], { cwd: project, encoding: 'utf8', env });
  expect(schemas).toMatchObject({ status: 0, stderr: '' });
  expect(Object.keys(JSON.parse(schemas.stdout).provider_schemas)).toEqual([source]);
});

test('the constructs load, with their types', () => {
  const script = `console.log(Object.keys(require('cdktf-netskope-steering')).length > 0)`;
  expect(spawnSync(process.execPath, ['-e', script], { cwd: project, encoding: 'utf8' })).toMatchObject({
    stdout: 'true\n',
    stderr: '',
  });
  const types = packed.filter((path) => path.endsWith('lib/constructs/index.d.ts'));
  expect(types).toHaveLength(1);
});
