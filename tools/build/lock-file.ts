import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A dependency lock file without its entry for `source`, unless the entry holds `checksum`. A provider rebuilt at the same
 * version has another checksum, and terraform refuses it; without the entry, it records the new one.
 */
export function dropStaleEntry(text: string, source: string, checksum: string): string {
  const name = source.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const entry = new RegExp(`^provider "${name}" \\{\\n(?:[^}].*\\n|\\n)*\\}\\n\\n?`, 'm');
  return text.replace(entry, (found) => (found.includes(`"${checksum}"`) ? found : ''));
}

/** Does so in every stack below `cdktf.out`; returns the lock files that it changed. */
export async function dropStaleEntries(root: string, source: string, checksum: string): Promise<string[]> {
  const stacks = join(root, 'cdktf.out', 'stacks');
  const names = await readdir(stacks).catch(() => []);
  const changed: string[] = [];
  for (const name of names) {
    const path = join(stacks, name, '.terraform.lock.hcl');
    const before = await readFile(path, 'utf8').catch(() => undefined);
    if (before === undefined) continue;
    const after = dropStaleEntry(before, source, checksum);
    if (after === before) continue;
    await writeFile(path, after);
    changed.push(path);
  }
  return changed;
}
