/** The plugin SDK as a stranger has it: its package in an empty folder, and the minimal provider, copied there. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTerraform } from '../../tools/terraform/terraform';
import { PLATFORM } from '../../tools/build/install-plugin';
import { PackedProject } from '../support/packed-project';

const REPOSITORY = resolve(__dirname, '../..');
const SDK = join(REPOSITORY, 'providers/plugin-sdk');
const EXAMPLE = join(REPOSITORY, 'examples/minimal-provider');
const MODULES = join(REPOSITORY, 'node_modules');
const FILES = ['provider.ts', 'main.ts', 'provider.test.ts'];

let project: PackedProject;
beforeAll(() => {
  project = PackedProject.create(SDK);
  for (const file of FILES) copyFileSync(join(EXAMPLE, file), join(project.folder, file));
});
afterAll(() => project?.remove());

test('the package is compiled, documented and licensed, has no sources, and names no vendor', () => {
  const { files } = project;
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.js', 'dist/index.d.ts']));
  const expected = /^(dist\/.*\.(js|d\.ts)|LICENSE|README\.md|package\.json)$/;
  expect(files.filter((path) => !expected.test(path))).toEqual([]);
  const naming = files.filter((path) => /netskope/i.test(path + readFileSync(project.packaged(path), 'utf8')));
  expect(naming).toEqual([]);
});

test('its licence is that of this repository, but for who holds it', () => {
  const textOf = (folder: string) =>
    readFileSync(join(folder, 'LICENSE'), 'utf8').replace(/(Copyright \d+ The) .* authors/, '$1 authors');
  expect(textOf(SDK)).toBe(textOf(REPOSITORY));
});

const NAMES = [
  'terraform-plugin-sdk-ts',
  'terraform-plugin-sdk-ts/testing',
  'terraform-plugin-sdk-ts/testing/terraform',
];

test.each(NAMES)('%s gives the same to a script and to a module', (name) => {
  const script = project.spawn(process.execPath, '-p', `Object.keys(require('${name}')).sort().join()`);
  expect(script.stdout).toMatch(/\w+,\w+/);
  const print = `import * as all from '${name}'; console.log(Object.keys(all.default).sort().join());
    console.log(Object.keys(all.default).filter((one) => all[one] !== all.default[one]).join());`;
  const module = project.spawn(process.execPath, '--input-type=module', '-e', print);
  expect(module).toMatchObject({ stdout: `${script.stdout}\n`, stderr: '' });
});

test('what the package does not offer cannot be imported', () => {
  const deep = project.spawn(process.execPath, '-p', `require('terraform-plugin-sdk-ts/dist/values.js')`);
  expect(deep.stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
});

/** With the types of the package as a stranger has them, and every library checked. */
function compile(module: string, resolution: string, ...files: string[]) {
  const compiler = join(MODULES, 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', resolution];
  const types = ['--types', 'node,jest', '--typeRoots', join(MODULES, '@types')];
  return project.spawn(process.execPath, compiler, ...options, ...types, ...files);
}

test('the minimal provider and its test compile with the types of the package', () => {
  expect(compile('preserve', 'bundler', ...FILES)).toMatchObject({ status: 0, stdout: '' });
  // Here TypeScript wants an extension where main.ts imports the provider.
  expect(compile('node16', 'node16', 'provider.ts', 'provider.test.ts')).toMatchObject({ status: 0, stdout: '' });
});

test('a mistake of the author is an error of the compiler', () => {
  const text = readFileSync(join(EXAMPLE, 'provider.ts'), 'utf8').replace('{ path, text };', '{ path, text: 1 };');
  expect(text).toContain('text: 1');
  writeFileSync(join(project.folder, 'wrong.ts'), text);
  const { status, stdout } = compile('preserve', 'bundler', 'wrong.ts');
  expect({ status, stdout }).toEqual({
    status: 2,
    stdout: expect.stringMatching(/^wrong\.ts\(\d+,\d+\): error TS2322/),
  });
});

test('the test of the minimal provider passes, without terraform and with it', () => {
  const config = {
    rootDir: project.folder,
    testEnvironment: 'node',
    testTimeout: 60_000,
    transform: { '\\.ts$': [require.resolve('@swc/jest'), { jsc: { parser: { syntax: 'typescript' } } }] },
  };
  const jest = join(MODULES, 'jest', 'bin', 'jest.js');
  const { status, stderr } = project.spawn(process.execPath, jest, '--config', JSON.stringify(config));
  expect({ status, passed: stderr.match(/^Tests:.*$/m)?.[0] }).toMatchObject({
    status: 0,
    passed: expect.stringContaining('2 passed, 2 total'),
  });
});

test('the commands of the README ship it, and terraform applies with it', async () => {
  const [, commands = ''] =
    /^### 3\. Ship it\n[^]*?^```sh\n([^]*?)^```$/m.exec(readFileSync(join(SDK, 'README.md'), 'utf8')) ?? [];
  const esbuild = join(MODULES, '.bin', 'esbuild');
  const script = `set -e\nexport HOME='${project.folder}'\n${commands
    .replaceAll('linux_amd64', PLATFORM)
    .replace('npx esbuild', `'${esbuild}'`)}`;
  expect(script).toContain(`'${esbuild}' main.ts`);
  expect(project.spawn('sh', '-c', script)).toMatchObject({ status: 0 });

  const cliConfigFile = join(project.folder, 'terraformrc');
  writeFileSync(cliConfigFile, '');
  const path = join(project.folder, 'it.txt');
  writeFileSync(
    join(project.folder, 'main.tf'),
    `terraform {
  required_providers {
    minimal = { source = "terraform.local/example/minimal" }
  }
}
resource "minimal_file" "it" {
  path = "${path}"
  text = "packed"
}
`,
  );
  for (const command of [['init'], ['apply', '-auto-approve'], ['plan', '-detailed-exitcode']]) {
    const { exitCode, stdout, stderr } = await runTerraform(command, {
      cwd: project.folder,
      cliConfigFile,
      env: { HOME: project.folder },
    });
    expect([exitCode, exitCode === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  }
  expect(readFileSync(path, 'utf8')).toBe('packed');
});
