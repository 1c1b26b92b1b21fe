import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropStaleEntries, dropStaleEntry } from '../../../tools/build/library';

const HEADER = `# This file is maintained automatically by "terraform init".
# Manual edits may be lost in future updates.

`;

const entry = (source: string, checksum: string): string => `provider "${source}" {
  version     = "0.1.0"
  constraints = "0.1.0"
  hashes = [
    "${checksum}",
  ]
}
`;

const OURS = 'terraform.local/community/ours';
const THEIRS = 'terraform.local/community/ours-too';

describe('dropping the entry of a rebuilt provider', () => {
  test('an entry with another checksum goes, and the entries around it stay', () => {
    const before = `${HEADER}${entry('a/b/first', 'h1:x')}\n${entry(OURS, 'h1:old')}\n${entry(THEIRS, 'h1:old')}`;
    expect(dropStaleEntry(before, OURS, 'h1:new')).toBe(
      `${HEADER}${entry('a/b/first', 'h1:x')}\n${entry(THEIRS, 'h1:old')}`,
    );
  });

  test('an entry that is the last one goes too', () => {
    const before = `${HEADER}${entry(THEIRS, 'h1:old')}\n${entry(OURS, 'h1:old')}`;
    expect(dropStaleEntry(before, OURS, 'h1:new')).toBe(`${HEADER}${entry(THEIRS, 'h1:old')}\n`);
  });

  test('an entry with the checksum of this build stays', () => {
    const before = `${HEADER}${entry(OURS, 'h1:new')}`;
    expect(dropStaleEntry(before, OURS, 'h1:new')).toBe(before);
  });

  test('the dots of a source are dots', () => {
    const before = entry('terraformxlocal/community/ours', 'h1:old');
    expect(dropStaleEntry(before, OURS, 'h1:new')).toBe(before);
  });
});

describe('the lock files below cdktf.out', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'lock-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  test('each stack loses its stale entry, and the changed files are named', async () => {
    const [stale, fresh, none] = ['stale', 'fresh', 'none'].map((stack) => join(root, 'cdktf.out', 'stacks', stack));
    for (const folder of [stale, fresh, none]) mkdirSync(folder!, { recursive: true });
    const lock = (folder: string | undefined) => join(folder!, '.terraform.lock.hcl');
    writeFileSync(lock(stale), HEADER + entry(OURS, 'h1:old'));
    writeFileSync(lock(fresh), HEADER + entry(OURS, 'h1:new'));

    expect(await dropStaleEntries(root, OURS, 'h1:new')).toEqual([lock(stale)]);
    expect(readFileSync(lock(stale), 'utf8')).toBe(HEADER);
    expect(readFileSync(lock(fresh), 'utf8')).toBe(HEADER + entry(OURS, 'h1:new'));
  });

  test('a checkout that never synthesized has none', async () => {
    expect(await dropStaleEntries(root, OURS, 'h1:new')).toEqual([]);
  });
});
