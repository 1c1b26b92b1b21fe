import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syncFolder } from '../../../tools/build/sync-folder';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sync-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const mode = (path: string): string => (statSync(join(folder, path)).mode & 0o777).toString(8);

test('the folder holds the files it was given, programs executable, and nothing else', async () => {
  mkdirSync(join(folder, 'old', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'old', 'deep', 'stale.txt'), 'stale');
  await syncFolder(folder, [
    { path: 'bin/run', content: '#!/bin/sh\n', executable: true },
    { path: 'note.txt', content: 'note' },
  ]);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['bin', 'bin/run', 'note.txt']);
  expect([mode('bin/run'), mode('note.txt')]).toEqual(['755', '644']);
});

test('a file that is already right is not touched; one that differs, or lost its mode, is replaced', async () => {
  const files = ['same', 'text', 'mode'].map((path) => ({ path, content: 'new', executable: true }));
  await syncFolder(folder, files);
  writeFileSync(join(folder, 'text'), 'edited');
  rmSync(join(folder, 'mode'));
  writeFileSync(join(folder, 'mode'), 'new', { mode: 0o600 });
  utimesSync(join(folder, 'same'), 1, 1);

  await syncFolder(folder, files);
  expect(statSync(join(folder, 'same')).mtimeMs).toBe(1000);
  expect(readFileSync(join(folder, 'text'), 'utf8')).toBe('new');
  expect(mode('mode')).toBe('755');
});

test('what another program made in the folder that is spared stays', async () => {
  mkdirSync(join(folder, 'release'));
  writeFileSync(join(folder, 'release', 'archive.zip'), 'zip');
  writeFileSync(join(folder, 'release.txt'), 'stale');
  await syncFolder(folder, [{ path: 'note.txt', content: 'note' }], 'release');
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['note.txt', 'release', 'release/archive.zip']);
});
