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

function write(into: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, into, path)), { recursive: true });
    writeFileSync(join(folder, into, path), content);
  }
}

const contentsOf = ({ files }: Bundle) => Object.fromEntries(files.map(({ path, content }) => [path, content]));

function run(made: Bundle, { preload, args = [] }: { preload?: string; args?: string[] } = {}) {
  write('out', contentsOf(made));
  const options = preload === undefined ? [] : ['--require', preload];
  return spawnSync(process.execPath, [...options, join(folder, 'out', 'out.cjs'), ...args], { encoding: 'utf8' });
}

describe('what is imported inside a function', () => {
  test('is in the one file of a program, and runs only when the function does', async () => {
    const made = await bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', 'program');
    expect(Object.keys(contentsOf(made))).toEqual(['out.cjs']);
    expect(run(made).stdout).toBe('started\n');
    expect(run(made, { args: ['ours'] }).stdout).toBe('started\nheavy was loaded\n1\n');
    expect(run(made, { args: ['imported'] }).stdout).toBe('started\nas a module\n');
    expect(run(made, { args: ['required'] }).stdout).toBe('started\nas a script\n');
  });

  test('is in a file of its own beside a plugin', async () => {
    const made = await bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', 'plugin');
    const names = Object.keys(contentsOf(made)).filter((name) => !name.startsWith('chunk-'));
    expect(names.map((name) => name.replace(/-[A-Z0-9]{8}\./, '.')).sort()).toEqual([
      'heavy.cjs',
      'imported.cjs',
      'out.cjs',
      'scope-required.cjs',
    ]);
    expect(run(made).stdout).toBe('started\n');
    expect(run(made, { args: ['ours'] }).stdout).toBe('started\nheavy was loaded\n1\n');
    expect(run(made, { args: ['imported'] }).stdout).toBe('started\nas a module\n');
    expect(run(made, { args: ['required'] }).stdout).toBe('started\nas a script\n');
  });
});

test('a plugin has of axios what its client asks for, and other packages whole', async () => {
  write('src', {
    'entry.ts': `
      import whole from 'form-data';
      import('axios').then(({ Left }) => new Left()).catch(({ message }) => console.log(whole, message));
    `,
    'node_modules/axios/index.js': `export { default as Left } from 'form-data';\n`,
    'node_modules/form-data/index.js': `export default 'whole';\n`,
  });
  const made = await bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', 'plugin');
  expect(run(made).stdout).toBe('whole left out of this bundle\n');
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

test.each(['plugin', 'program'] as const)('a %s on an old Node says which one it needs', async (kind) => {
  const preload = join(folder, 'old-node.cjs');
  writeFileSync(preload, `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });\n`);
  const made = await bundle(join(folder, 'src'), 'entry.ts', 'out.cjs', kind);
  const { status, stdout, stderr } = run(made, { preload });
  expect(status).toBe(1);
  expect(stderr).toMatch(/needs Node 20 or later, and the "node" on the PATH is 18.20.4. Install a newer one/);
  expect(stdout).toBe(kind === 'plugin' ? stderr : '');
});

test('the provider loads little before the handshake, for which terraform waits', async () => {
  const root = join(__dirname, '../../..');
  const made = contentsOf(await bundle(root, 'providers/netskope/main.ts', 'provider.cjs', 'plugin'));
  const loaded = (path: string): string[] => {
    const atOnce = made[path]?.toString().matchAll(/import_\w+=require\("\.\/([^"]+)"\)/g) ?? [];
    return [path, ...[...atOnce].flatMap(([, other = '']) => loaded(other))];
  };
  const bytes = [...new Set(loaded('provider.cjs'))].map((path) => Buffer.byteLength(made[path] ?? ''));
  expect(bytes.length).toBeGreaterThan(1);
  // The whole bundle has more than 500,000.
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(50_000);
});
