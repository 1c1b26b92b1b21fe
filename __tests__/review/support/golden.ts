/** Texts that were looked at once, and must stay as they are. UPDATE_GOLDENS=1 writes them anew, to be looked at again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', 'goldens');

/** @param name of the file; `.txt`, so that no formatter changes it */
export function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, `${name}.txt`);
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
