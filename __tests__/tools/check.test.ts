import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..');

/** The checks' own files, as they are. */
const COPIED = [
  '.dependency-cruiser.cjs',
  '.prettierignore',
  '.prettierrc.json',
  '.editorconfig',
  'eslint.config.mjs',
  'package.json',
  'tsconfig.json',
  'tools/check/aliases.cjs',
  'tools/generate.ts',
  'tools/generate/drift.ts',
];

/** A tree in order: a source in several rooms, and one generated file. */
const IN_ORDER = {
  'steering/model/flow.ts': `export const port = 443;\n`,
  'providers/plugin-sdk/engine/plan.ts': `import type { Value } from '../values';\n\nexport const plan = (value: Value): Value => value;\n`,
  'providers/plugin-sdk/values.ts': `export type Value = string | null;\n`,
  'providers/plugin-sdk/index.ts': `export type { Value } from './values';\n`,
  'providers/plugin-sdk/testing/index.ts': `export const drive = (): string => 'driven';\n`,
  'providers/plugin-sdk/dist/index.d.ts': `export   declare const built: any = "by npm pack"\nexport * from '../../netskope/names'\n`,
  'providers/netskope/names.ts': `import type { Value } from 'terraform-plugin-sdk-ts';\n\nexport const name: Value = 'app';\n`,
  'providers/plugin-sdk/wire/encode.ts': `import { randomBytes } from 'node:crypto';\n\nexport const encode = (): Buffer => randomBytes(4);\n`,
  'tenant/contract/index.ts': `export interface App {\n  id: string;\n}\n\nexport const path = '/apps';\n`,
  'providers/netskope/client/apps.ts': `import type { App } from '../../../tenant/contract';\n\nexport const idOf = (app: App): string => app.id;\n`,
  'constructs/l1/app.ts': `import { Construct } from 'constructs';\n\nexport class App extends Construct {}\n`,
  'constructs/index.ts': `export { App } from './l1/app';\n`,
  'tools/generate/generators.ts': `import type { Generator } from './drift';

export const GENERATORS: readonly Generator[] = [
  { name: 'toy', owns: 'toy/gen', generate: async () => [{ path: 'toy/gen/made.txt', text: 'made\\n' }] },
];
`,
  'toy/gen/made.txt': 'made\n',
  'knip.json': `{ "include": ["exports"], "entry": ["**/*.ts", "!cli/parts.ts"], "project": ["**/*.ts"] }\n`,
  'cli/parts.ts': `export const part = 1;\n`,
  'cli/whole.ts': `import { part } from './parts';\n\nexport const whole = [part];\n`,
};

/** step that must fail; what is planted; the words in its output that prove that it failed for this reason. */
const PLANTED: readonly (readonly [step: string, path: string, text: string, complaint: string])[] = [
  [
    'arrows',
    'steering/fetch.ts',
    `import axios from 'axios';\n\nexport const get = axios.get;\n`,
    'steering: steering/fetch.ts',
  ],
  [
    'arrows',
    'steering/domain/port.ts',
    `export { port } from '../model/flow';\n`,
    'steering-domain: steering/domain/port.ts',
  ],
  ['arrows', 'steering/read.ts', `export { readFile } from 'node:fs';\n`, 'steering: steering/read.ts'],
  [
    'arrows',
    'providers/plugin-sdk/engine/apply.ts',
    `export { encode } from '../wire/encode';\n`,
    'sdk-engine: providers/plugin-sdk/engine/apply.ts',
  ],
  [
    'arrows',
    'providers/plugin-sdk/wire/plan.ts',
    `export type { plan } from '../engine/plan';\n`,
    'sdk-wire: providers/plugin-sdk/wire/plan.ts',
  ],
  [
    'arrows',
    'providers/netskope/client/path.ts',
    `export { path } from '../../../tenant/contract';\n`,
    'contract-types-only-in-client: providers/netskope/client/path.ts',
  ],
  [
    'arrows',
    'tenant/emulator/app.ts',
    `export { idOf } from '../../providers/netskope/client/apps';\n`,
    'tenant-emulator: tenant/emulator/app.ts',
  ],
  [
    'arrows',
    'providers/netskope/values.ts',
    `export type { Value } from '../plugin-sdk/values';\n`,
    'netskope-provider: providers/netskope/values.ts',
  ],
  [
    'arrows',
    '__tests__/support/stand-in-null/provider.ts',
    `export { encode } from '../../../providers/plugin-sdk/wire/encode';\n`,
    'other-providers: __tests__/support/stand-in-null/provider.ts',
  ],
  [
    'arrows',
    'examples/minimal-provider/main.ts',
    `export type { Value } from '../../providers/plugin-sdk/values';\n`,
    'other-providers: examples/minimal-provider/main.ts',
  ],
  [
    'arrows',
    '__tests__/netskope/plan.test.ts',
    `export { plan } from '../../providers/plugin-sdk/engine/plan';\n`,
    'sdk-by-its-name: __tests__/netskope/plan.test.ts',
  ],
  // By its name, the SDK is in the same room as by its path.
  [
    'arrows',
    'steering/model/model.ts',
    `export type { Value } from 'terraform-plugin-sdk-ts';\n`,
    'steering: steering/model/model.ts → providers/plugin-sdk/index.ts',
  ],
  [
    'arrows',
    'providers/netskope/client/value.ts',
    `export type { Value } from 'terraform-plugin-sdk-ts';\n`,
    'netskope-client: providers/netskope/client/value.ts → providers/plugin-sdk/index.ts',
  ],
  [
    'arrows',
    'providers/netskope/drive.ts',
    `export { drive } from 'terraform-plugin-sdk-ts/testing';\n`,
    'netskope-provider: providers/netskope/drive.ts → providers/plugin-sdk/testing/index.ts',
  ],
  [
    'arrows',
    'cli/drive.ts',
    `export { drive } from 'terraform-plugin-sdk-ts/testing';\n`,
    'no-test-in-product: cli/drive.ts → providers/plugin-sdk/testing/index.ts',
  ],
  [
    'arrows',
    'cli/plan.ts',
    `export { plan } from 'terraform-plugin-sdk-ts/engine/plan';\n`,
    'not-to-unresolvable: cli/plan.ts → terraform-plugin-sdk-ts/engine/plan',
  ],
  [
    'arrows',
    'cli/value.ts',
    `export type { Value } from '../providers/plugin-sdk';\n`,
    'sdk-by-its-name: cli/value.ts → providers/plugin-sdk/index.ts',
  ],
  ['arrows', 'cli/stack.ts', `export { App } from 'cdktf';\n`, 'cdktf-only-in-constructs: cli/stack.ts'],
  [
    'arrows',
    'constructs/format.ts',
    `export { format } from 'prettier';\n`,
    'library-imports-what-it-declares: constructs/format.ts',
  ],
  ['arrows', 'cli/a.ts', `import { b } from './b';\n\nexport const a = (): number => b();\n`, 'no-circular: cli/a.ts'],
  [
    'arrows',
    'cli/b.ts',
    `import { a } from './a';\n\nexport const b = (): number => a();\n`,
    'no-circular: cli/a.ts → cli/b.ts → cli/a.ts',
  ],
  ['arrows', 'cli/lost.ts', `export * from './nowhere';\n`, 'not-to-unresolvable: cli/lost.ts'],
  [
    'lint',
    'cli/floating.ts',
    `const save = async (): Promise<void> => {};\n\nsave();\n\nexport {};\n`,
    'no-floating-promises',
  ],
  ['lint', 'cli/any.ts', `export const anything: any = 1;\n`, 'no-explicit-any'],
  [
    'lint',
    'cli/choose.ts',
    `export function choose(mode: 'web' | 'all'): void {\n  switch (mode) {\n    case 'web':\n      return;\n  }\n}\n`,
    'switch-exhaustiveness-check',
  ],
  ['lint', 'providers/netskope/print.ts', `console.log('on stdout');\n\nexport {};\n`, 'no-console'],
  ['types', 'cli/wrong.ts', `export const port: number = 'https';\n`, 'cli/wrong.ts(1,14): error TS2322'],
  ['format', 'cli/badly.ts', `export   const quote = "double"\n`, 'cli/badly.ts'],
  ['format', 'docs/badly.md', `* item\n\n\n\n* item\n`, 'docs/badly.md'],
  [
    'lint',
    'jest.config.js',
    `${'// on and on\n'.repeat(301)}`,
    'jest.config.js 301:1 error File has too many lines (301)',
  ],
  ['lint', 'cli/endless.ts', `export {};\n${'// on and on\n'.repeat(300)}`, 'cli/endless.ts 301:1 error File has too'],
  ['lint', 'cli/camelCase.ts', `export {};\n`, 'The filename "camelCase.ts" does not match the "KEBAB_CASE" pattern'],
  ['exports', 'cli/parts.ts', `export const part = 1;\nexport const spare = 2;\n`, 'spare cli/parts.ts:2:14'],
  ['generated', 'toy/gen/made.txt', 'edited by hand\n', 'changed  toy/gen/made.txt'],
  ['generated', 'toy/gen/old.txt', 'of a generator long gone\n', 'stale    toy/gen/old.txt'],
];

let tree: string;

function plant(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
}

/** Runs `npm run` with `args` in the tree, without what an npm around this test tells its children of its own package. */
function npmRun(...args: string[]): { status: number | null; output: string } {
  const ours = Object.entries(process.env).filter(([name]) => !/^(npm_|FORCE_COLOR$)/i.test(name));
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', ...args], {
    cwd: tree,
    encoding: 'utf8',
    env: { ...Object.fromEntries(ours), NO_COLOR: '1', npm_config_update_notifier: 'false' },
  });
  return { status, output: stdout + stderr };
}

interface Step {
  readonly ok: boolean;
  readonly text: string;
}

/** What each step of `npm run check` printed, without its name, its command and its exit code. */
function splitBySteps(output: string): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  for (const [, name = '', text = ''] of output.matchAll(/^\[(\w+)\] ?(.*)$/gm)) {
    const said = steps.get(name) ?? { ok: false, text: '' };
    const exit = /^npm run \S+ exited with code (\d+)$/.exec(text)?.[1];
    if (exit !== undefined) steps.set(name, { ...said, ok: exit === '0' });
    else if (!/^(> |npm run |$)/.test(text)) steps.set(name, { ...said, text: `${said.text}${text}\n` });
  }
  return steps;
}

beforeAll(() => {
  tree = realpathSync(mkdtempSync(join(tmpdir(), 'check-')));
  for (const path of COPIED) cpSync(join(REPOSITORY, path), join(tree, path), { recursive: true });
  // A folder of its own, with a cache of its own.
  mkdirSync(join(tree, 'node_modules'));
  for (const name of readdirSync(join(REPOSITORY, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(REPOSITORY, 'node_modules', name), join(tree, 'node_modules', name));
  }
  plant(IN_ORDER);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test('a tree in order passes every step, without a complaint', () => {
  const { status, output } = npmRun('check');
  const steps = splitBySteps(output);
  expect([...steps].map(([name, { ok, text }]) => [name, ok || text]).sort()).toEqual([
    ['arrows', true],
    ['exports', true],
    ['format', true],
    ['generated', true],
    ['lint', true],
    ['types', true],
  ]);
  expect(status).toBe(0);
  expect([...steps.values()].map(({ text }) => text).join('')).toMatch(/^✔ no dependency violations found.*\n$/);
  // With a TypeScript that it does not know, dependency-cruiser reads no module and says yes.
  const read = Number(/\((\d+) modules/.exec(output)?.[1]);
  expect(read).toBeGreaterThanOrEqual(Object.keys(IN_ORDER).filter((path) => path.endsWith('.ts')).length);
}, 120_000);

describe('a tree with everything planted in it', () => {
  let steps: ReturnType<typeof splitBySteps>;

  beforeAll(() => {
    plant(Object.fromEntries(PLANTED.map(([, path, text]) => [path, text])));
    const { status, output } = npmRun('check');
    expect(status).toBe(1);
    steps = splitBySteps(output);
  }, 120_000);

  test.each(PLANTED)('the step "%s" fails because of %s', (name, _path, _text, complaint) => {
    const step = steps.get(name);
    expect(step?.ok).toBe(false);
    expect(step?.text.replaceAll(/\s+/g, ' ')).toContain(complaint.replaceAll(/\s+/g, ' '));
  });

  test('what is in order is not complained about', () => {
    expect(steps.get('arrows')?.text).not.toContain('encode.ts →');
    expect(steps.get('arrows')?.text).not.toContain('client/apps.ts →');
    expect(steps.get('arrows')?.text).not.toContain('l1/app.ts → ');
    expect(steps.get('arrows')?.text).not.toContain('netskope/names.ts → ');
  });

  test('"generate" repairs what "check:generated" found', () => {
    expect(npmRun('generate').status).toBe(0);
    expect(npmRun('check:generated')).toEqual({ status: 0, output: '' });
  }, 30_000);
});
