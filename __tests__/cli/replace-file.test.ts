/** Files are replaced as a whole; what is no file is written into, and stays what it is. */
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../cli/review/files';

const folder = mkdtempSync(join(tmpdir(), 'replace-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes into a pipe, which stays one', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const writing = replaceFile(pipe, 'text');
  expect(await readFile(pipe, 'utf8')).toBe('text');
  await writing;
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

it('keeps a link, and replaces the file that it leads to', async () => {
  const [file, link] = [join(folder, 'file'), join(folder, 'link')];
  writeFileSync(file, 'before');
  symlinkSync(file, link);
  await replaceFile(link, 'after', 0o600);
  expect(readFileSync(file, 'utf8')).toBe('after');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(lstatSync(file).mode & 0o777).toBe(0o600);
});

it('says of a folder that it cannot be written', async () => {
  await expect(replaceFile(folder, 'text')).rejects.toThrow(/cannot be written/);
});
