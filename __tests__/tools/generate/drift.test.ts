import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyDrift, findDrift, type Generator } from '../../../tools/generate/drift';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drift-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const generator = (paths: readonly string[]): Generator => ({
  name: 'toy',
  owns: ['docs/a', 'docs/b'],
  generate: () => Promise.resolve(paths.map((path) => ({ path, text: path }))),
});

it('owns several folders, and nothing beside them', async () => {
  await applyDrift(root, await findDrift(root, generator(['docs/a/1', 'docs/b/2', 'docs/c/3', 'docs/index'])));
  const later = await findDrift(root, generator(['docs/index']));
  expect(later).toEqual([
    { kind: 'stale', path: 'docs/a/1' },
    { kind: 'stale', path: 'docs/b/2' },
  ]);
  await applyDrift(root, later);
  expect(await findDrift(root, generator(['docs/index']))).toEqual([]);
  expect(readdirSync(join(root, 'docs', 'c'))).toEqual(['3']);
});
