/** One run of `npm run generate` brings everything in line with a source that has changed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..', '..');
const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage', 'cdktf.out', '.git', '.terraform']);

let tree: string;

beforeAll(() => {
  tree = realpathSync(mkdtempSync(join(tmpdir(), 'generate-')));
  cpSync(REPOSITORY, tree, { recursive: true, filter: (path) => !NOT_SOURCE.has(basename(path)) });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(tree, 'node_modules'));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Changes a sentence of a source; a sentence that is not there would prove nothing. */
function reword(path: string, before: string, after: string): void {
  const text = readFileSync(join(tree, path), 'utf8');
  expect(text).toContain(before);
  writeFileSync(join(tree, path), text.replace(before, after));
}

function generate(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/generate.ts', ...args], {
    cwd: tree,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

test('after changes of the contract, of a schema, of a rule and of the catalogue, the second run has nothing to do', () => {
  reword('tenant/contract/openapi.yaml', 'Define a custom certificate pinned app', 'Make an app');
  reword('providers/netskope/resources/configuration/schema.ts', 'The id that the tenant gave', 'The number of');
  reword('steering/rules/steer-dns.ts', 'Steer DNS on-premises', 'Steer names on premises');
  reword('steering/catalogue/ai.ts', `name: 'ChatGPT'`, `name: 'ChatGPT Desktop'`);

  const { status, output } = generate();
  expect(output.trim().split('\n').sort()).toEqual([
    'changed  constructs/gen/native-apps.ts',
    'changed  constructs/l1/configuration.ts',
    'changed  docs/assumptions.md',
    'changed  docs/guardrails.md',
    'changed  docs/native-apps.md',
    'changed  docs/resources/configuration.md',
    'changed  docs/tenants.schema.json',
    'changed  tenant/contract/gen/api.ts',
    'changed  tenant/contract/gen/openapi.json',
  ]);
  expect(status).toBe(0);
  expect(generate('--check')).toEqual({ status: 0, output: '' });
}, 120_000);
