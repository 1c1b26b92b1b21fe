import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle, type Bundle } from '../../../tools/build/bundle';

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

function write(into: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, into, path)), { recursive: true });
    writeFileSync(join(folder, into, path), text);
  }
}

const textsOf = ({ files }: Bundle) => Object.fromEntries(files.map(({ path, content }) => [path, String(content)]));

function run(made: Bundle, { preload, args = [] }: { preload?: string; args?: string[] } = {}) {
  write('out', textsOf(made));
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
    expect(names.sort()).toEqual(['imported.cjs', 'out.cjs', 'scope-required.cjs', 'src-heavy.cjs']);
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
  expect(textsOf(here!)).toEqual(textsOf(there!));
  expect(JSON.stringify(textsOf(here!))).not.toContain(folder);
  expect([...here!.inputs].sort()).toEqual([
    'entry.ts',
    'heavy.ts',
    'node_modules/@scope/required/index.js',
    'node_modules/imported/index.mjs',
  ]);
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
