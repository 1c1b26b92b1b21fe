/** Two rules of the tree that hold for files which no linter reads. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..');
const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage', 'cdktf.out', '.git', '.terraform']);

/** Every file below `root`, as a path from there with forward slashes. */
function filesBelow(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : filesBelow(root, `${path}/`);
    return entry.isFile() ? [path] : [];
  });
}

/** The plugin SDK serves any provider, so neither a path nor a text of it says the name of this one. */
const namingTheVendor = (sdk: string): string[] =>
  filesBelow(sdk).filter((path) => /netskope/i.test(path + readFileSync(join(sdk, path), 'utf8')));

const tooLongScripts = (root: string): string[] =>
  filesBelow(root).filter(
    (path) => path.endsWith('.sh') && readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length > 300,
  );

test('no file of the plugin SDK names the vendor', () => {
  expect(namingTheVendor(join(REPOSITORY, 'providers', 'plugin-sdk'))).toEqual([]);
});

test('no shell script is longer than a file of TypeScript may be', () => {
  expect(tooLongScripts(REPOSITORY)).toEqual([]);
});

describe('of planted files', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'tree-'));
    mkdirSync(join(root, 'engine'));
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'engine', 'plan.ts'), '// Made for NetSkope.\n');
    writeFileSync(join(root, 'engine', 'netskope.proto'), '');
    writeFileSync(join(root, 'README.md'), 'For any provider.\n');
    writeFileSync(join(root, 'dist', 'built.sh'), '# netskope\n'.repeat(400));
    writeFileSync(join(root, 'long.sh'), '# on and on\n'.repeat(301));
    writeFileSync(join(root, 'engine', 'short.sh'), '# on and on\n'.repeat(300));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('those are found that break a rule, and no others', () => {
    expect(namingTheVendor(root).sort()).toEqual(['engine/netskope.proto', 'engine/plan.ts']);
    expect(tooLongScripts(root)).toEqual(['long.sh']);
  });
});
