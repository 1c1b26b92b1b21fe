/** The SDK's README: its code compiles and works, its commands ship a provider, its links lead somewhere, its calls are those that are served. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import * as sdk from 'terraform-plugin-sdk-ts';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { mustRunTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';
import { ProviderDefinition } from '../../providers/plugin-sdk/wire/gen/tfplugin6';
import { PLATFORM } from '../../tools/build/install-plugin';
import { compile, complaintsAbout } from '../support/type-check';

const ROOT = resolve(__dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/minimal-provider');
const README = join(ROOT, 'providers/plugin-sdk/README.md');
const text = readFileSync(README, 'utf8');
const blocks = (language: string) =>
  [...text.matchAll(new RegExp('^```' + language + '\\n([^]*?)^```$', 'gm'))].map(([, code = '']) => code);
const example = blocks('ts').find((code) => code.includes('export const example')) ?? '';
const debug = blocks('ts').find((code) => code.includes('debugProvider(')) ?? '';

it('quotes the minimal provider, whole, and nothing else that is not compiled here', () => {
  const quoted = ['provider.ts', 'main.ts', 'provider.test.ts'].map((file) =>
    readFileSync(join(EXAMPLE, file), 'utf8'),
  );
  expect(blocks('ts')).toEqual([...quoted, debug, example]);
});

/** Of its headings, as GitHub makes them. */
function anchorsIn(file: string): string[] {
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

it('links to its own headings and to the web, since a package has nothing beside it', () => {
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  const own = links.filter((target) => !target.startsWith('https://'));
  expect(own.length).toBeGreaterThan(1);
  const anchors = anchorsIn(README).map((anchor) => `#${anchor}`);
  expect(own.filter((target) => !anchors.includes(target))).toEqual([]);
});

it('names every call that is answered, and no other among them', () => {
  const [, section = ''] = /^## What is spoken of the protocol\n([^]*?)^## /m.exec(text) ?? [];
  const [answered = '', refused = ''] = section.split(/^\| not answered/m);
  const named = (part: string) => [...part.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort();
  const served = Object.values(ProviderDefinition.methods).map(({ name }) => name);
  expect(named(answered)).toEqual([...served].sort());
  expect(named(refused).filter((name) => served.some((one) => one === name))).toEqual([]);
  expect(named(refused)).not.toEqual([]);
});

it('debugs the minimal provider by a file that compiles beside it', () => {
  const file = join(EXAMPLE, 'debug.ts');
  expect(debug).not.toBe('');
  expect(complaintsAbout(compile([], { [file]: debug }), [file])).toEqual([]);
});

it('ships the minimal provider by its commands: terraform finds and runs it', async () => {
  const home = mkdtempSync(join(tmpdir(), 'shipped-'));
  try {
    const commands = blocks('sh').find((code) => code.includes('esbuild main.ts')) ?? '';
    const env = { ...process.env, HOME: home };
    const script = `set -e\n${commands.replaceAll('linux_amd64', PLATFORM)}`;
    expect(spawnSync('sh', ['-c', script], { cwd: EXAMPLE, env, encoding: 'utf8' })).toMatchObject({ status: 0 });

    const required = `terraform {\n  required_providers {\n    minimal = { source = "terraform.local/example/minimal" }\n  }\n}\n`;
    const file = `resource "minimal_file" "it" {\n  path = "${join(home, 'it.txt')}"\n  text = "shipped"\n}\n`;
    writeFileSync(join(home, 'main.tf'), required + file);
    for (const command of [['init'], ['apply', '-auto-approve'], ['plan', '-detailed-exitcode']]) {
      await mustRunTerraform(command, { cwd: home, env: { HOME: home } });
    }
    expect(readFileSync(join(home, 'it.txt'), 'utf8')).toBe('shipped');
  } finally {
    rmSync(home, { recursive: true });
  }
});

it('shows an example that compiles, and goes through its life', async () => {
  const file = join(ROOT, 'examples/minimal-provider/example.ts');
  expect(complaintsAbout(compile([], { [file]: example }), [file])).toEqual([]);
  const driver = await ProviderDriver.start(run(example));
  try {
    const made = await driver.apply('example_note', { folder: 'a', text: 'hello' });
    expect(made?.state).toEqual({ id: 'a/0', folder: 'a', text: 'hello' });
    expect((await driver.plan('example_note', { folder: 'A', text: 'hello' }, made)).action).toBe('no-op');
    expect(await driver.readData('example_folder', { name: 'a' })).toEqual({ name: 'a', ids: ['a/0'] });
    expect(await driver.callFunction('note_id', ['a', 0])).toBe('a/0');
    await expect(driver.callFunction('note_id', ['a', -1])).rejects.toMatchObject({ argument: 1 });
    const changed = await driver.apply('example_note', { folder: 'a' }, made);
    expect(changed?.state).toEqual({ id: 'a/0', folder: 'a', text: '' });
    expect((await driver.importResource('example_note', 'a/0'))?.state).toEqual(changed?.state);
    expect((await driver.plan('example_note', { folder: 'b' }, changed)).action).toBe('replace');
    expect(await driver.apply('example_note', null, changed)).toBeNull();
    expect(await driver.read('example_note', made!)).toBeNull();
  } finally {
    await driver.close();
  }
});

function run(text: string): sdk.Provider {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  const exports: { example?: sdk.Provider } = {};
  const load = compileFunction(outputText, ['require', 'exports']) as (
    require: () => typeof sdk,
    exports: object,
  ) => void;
  load(() => sdk, exports);
  if (exports.example === undefined) throw new Error('the README exports no example');
  return exports.example;
}
