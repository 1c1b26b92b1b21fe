import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../../tools/build/bundle';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bundle-')));
  writeFileSync(join(folder, 'heavy.ts'), `console.log('heavy was loaded');\nexport const weight = 1;\n`);
  writeFileSync(
    join(folder, 'entry.ts'),
    `console.log('started');\nif (process.argv[2] === 'heavy') void import('./heavy').then(({ weight }) => console.log(weight));\n`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(text: string, { preload, args = [] }: { preload?: string; args?: string[] } = {}) {
  const path = join(folder, 'out.cjs');
  writeFileSync(path, text);
  const options = preload === undefined ? [] : ['--require', preload];
  return spawnSync(process.execPath, [...options, path, ...args], { encoding: 'utf8' });
}

test('what is imported inside a function runs only when the function does', async () => {
  const { text } = await bundle(folder, 'entry.ts', 'plugin');
  expect(text).toContain('heavy was loaded');
  expect(run(text).stdout).toBe('started\n');
  expect(run(text, { args: ['heavy'] }).stdout).toBe('started\nheavy was loaded\n1\n');
});

test('the bytes are the same wherever the checkout lies, and name no folder of the machine', async () => {
  const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'elsewhere-')));
  try {
    cpSync(folder, elsewhere, { recursive: true });
    const [here, there] = await Promise.all([folder, elsewhere].map((root) => bundle(root, 'entry.ts', 'program')));
    expect(here?.text).toBe(there?.text);
    expect(here?.text).not.toContain(folder);
    expect(Object.keys(here?.inputs ?? {}).sort()).toEqual(['entry.ts', 'heavy.ts']);
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});

test.each(['plugin', 'program'] as const)('a %s on an old Node says which one it needs', async (kind) => {
  const preload = join(folder, 'old-node.cjs');
  writeFileSync(preload, `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });\n`);
  const { text } = await bundle(folder, 'entry.ts', kind);
  const { status, stdout, stderr } = run(text, { preload });
  expect(status).toBe(1);
  expect(stderr).toMatch(/needs Node 20 or later, and the "node" on the PATH is 18.20.4. Install a newer one/);
  expect(stdout).toBe(kind === 'plugin' ? stderr : '');
});
