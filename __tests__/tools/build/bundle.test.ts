import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle, type Bundle } from '../../../tools/build/bundle';
import { asFunction, compiledPath, isCompiled } from '../../../tools/build/compiled/form';

const SOURCES = {
  'entry.ts': `
    console.log('started');
    if (process.argv[2] === 'ours') void import('./heavy').then(({ weight }) => console.log(weight));
    if (process.argv[2] === 'imported') void import('imported').then(({ default: made }) => console.log(made));
    if (process.argv[2] === 'required') console.log((require('@scope/required') as { made: string }).made);
  `,
  'heavy.ts': `console.log('heavy was loaded');\nexport const weight = 1;\n`,
  'node_modules/imported/package.json': `{"name":"imported","exports":{"import":"./index.mjs","require":"./index.cjs"}}`,
  'node_modules/imported/index.mjs': `export default 'as a module';\n`,
  'node_modules/imported/index.cjs': `module.exports = 'as a script';\n`,
  'node_modules/@scope/required/index.js': `exports.made = 'as a script';\n`,
};

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bundle-')));
  write('src', SOURCES);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(into: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, into, path)), { recursive: true });
    writeFileSync(join(folder, into, path), content);
  }
}

const contentsOf = ({ files }: Bundle) => Object.fromEntries(files.map(({ path, content }) => [path, content]));
const textsOf = ({ files }: Bundle) =>
  Object.fromEntries(files.filter(({ path }) => !isCompiled(path)).map(({ path, content }) => [path, String(content)]));

function run(made: Bundle, { preload, args = [] }: { preload?: string; args?: string[] } = {}) {
  write('out', contentsOf(made));
  const options = preload === undefined ? [] : ['--require', preload];
  return spawnSync(process.execPath, [...options, join(folder, 'out', 'out.cjs'), ...args], { encoding: 'utf8' });
}

describe('what is imported inside a function', () => {
  test('is in the one file of a program, and runs only when the function does', async () => {
    const made = await bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', 'program');
    expect(Object.keys(textsOf(made))).toEqual(['out.cjs']);
    expect(run(made).stdout).toBe('started\n');
    expect(run(made, { args: ['ours'] }).stdout).toBe('started\nheavy was loaded\n1\n');
    expect(run(made, { args: ['imported'] }).stdout).toBe('started\nas a module\n');
    expect(run(made, { args: ['required'] }).stdout).toBe('started\nas a script\n');
  });

  test('is in a file of its own beside a plugin', async () => {
    const made = await bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', 'plugin');
    const names = Object.keys(textsOf(made)).filter((name) => !name.startsWith('chunk-'));
    expect(names.sort()).toEqual(['imported.cjs', 'main.cjs', 'out.cjs', 'scope-required.cjs', 'src-heavy.cjs']);
    expect(run(made).stdout).toBe('started\n');
    expect(run(made, { args: ['ours'] }).stdout).toBe('started\nheavy was loaded\n1\n');
    expect(run(made, { args: ['imported'] }).stdout).toBe('started\nas a module\n');
    expect(run(made, { args: ['required'] }).stdout).toBe('started\nas a script\n');
  });
});

test('two modules that would be one file are refused', async () => {
  write('src', { 'other/src/heavy.ts': `export const weight = 2;\n` });
  write('src', { 'entry.ts': `void import('./heavy'); void import('./other/src/heavy');\n` });
  await expect(bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', 'plugin')).rejects.toThrow(
    'two modules would be src-heavy.cjs',
  );
});

test('the bytes are the same wherever the checkout lies, and name no folder of the machine', async () => {
  for (const place of ['here', 'there']) cpSync(join(folder, 'src'), join(folder, place, 'src'), { recursive: true });
  const [here, there] = await Promise.all(
    ['here/src', 'there/src'].map((root) => bundle(join(folder, root), 'entry.ts', 'out.cjs', 'plugin')),
  );
  expect(contentsOf(here!)).toEqual(contentsOf(there!));
  for (const { content } of here!.files) expect(Buffer.from(content).toString('latin1')).not.toContain(folder);
  expect([...here!.inputs].sort()).toEqual([
    'entry.ts',
    'heavy.ts',
    'node_modules/@scope/required/index.js',
    'node_modules/imported/index.mjs',
  ]);
});

describe('what V8 made of the files of a plugin', () => {
  const made = () => bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', 'plugin');

  test('lies beside each file but the first, for this Node, and V8 takes it', async () => {
    const bundled = await made();
    const { files } = bundled;
    const names = files.map(({ path }) => path).filter((path) => !isCompiled(path) && path !== 'out.cjs');
    expect(files.map(({ path }) => path).filter(isCompiled)).toEqual(names.map(compiledPath));
    write('out', contentsOf(bundled));
    const script = `
      const [, source, cached] = process.argv;
      const read = require('node:fs').readFileSync;
      const script = new (require('node:vm').Script)(read(source, 'utf8'), { cachedData: read(cached) });
      console.log(script.cachedDataRejected);
    `;
    for (const name of names) {
      write('wrapped', { [name]: asFunction(textsOf(bundled)[name] ?? '') });
      const paths = [join(folder, 'wrapped', name), join(folder, 'out', compiledPath(name))];
      expect(spawnSync(process.execPath, ['-e', script, ...paths], { encoding: 'utf8' }).stdout).toBe('false\n');
    }
  });

  test('is not missed where it is of another Node', async () => {
    const { files, inputs } = await made();
    const sources = files.filter(({ path }) => !isCompiled(path));
    expect(run({ files: sources, inputs }, { args: ['ours'] }).stdout).toBe('started\nheavy was loaded\n1\n');
  });

  test('leaves the places in stack traces as they are', async () => {
    write('src', { 'entry.ts': `console.log(new Error('here').stack);\n` });
    const failing = await made();
    const [, line, column] = /at .*main\.cjs:(\d+):(\d+)/.exec(run(failing).stdout) ?? [];
    const text = textsOf(failing)['main.cjs']?.split('\n')[Number(line) - 1];
    expect(text?.slice(Number(column) - 1)).toMatch(/^new Error\("here"\)/);
  });
});

test.each(['plugin', 'program'] as const)('a %s on an old Node says which one it needs', async (kind) => {
  const preload = join(folder, 'old-node.cjs');
  writeFileSync(preload, `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });\n`);
  const made = await bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', kind);
  const { status, stdout, stderr } = run(made, { preload });
  expect(status).toBe(1);
  expect(stderr).toMatch(/needs Node 20 or later, and the "node" on the PATH is 18.20.4. Install a newer one/);
  expect(stdout).toBe(kind === 'plugin' ? stderr : '');
});
