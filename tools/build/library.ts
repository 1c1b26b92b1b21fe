import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  type Diagnostic,
  createProgram,
  flattenDiagnosticMessageText,
  getParsedCommandLineOfConfigFile,
  getPreEmitDiagnostics,
  sys,
} from 'typescript';
import type { BuiltFile } from './sync-folder';

/**
 * A dependency lock file without its entry for `source`, unless that entry holds `checksum`. Terraform refuses a
 * provider that was rebuilt at the same version, because its checksum has changed. When the entry is missing, terraform
 * records the new checksum.
 */
export function dropStaleEntry(text: string, source: string, checksum: string): string {
  const name = source.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const entry = new RegExp(`^provider "${name}" \\{\\n(?:[^}].*\\n|\\n)*\\}\\n\\n?`, 'm');
  return text.replace(entry, (found) => (found.includes(`"${checksum}"`) ? found : ''));
}

/**
 * Drops the stale entry from the lock file of every stack below `cdktf.out`; returns the paths of the files that
 * changed.
 */
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

/** Compiles the constructs and their declarations as tsconfig.build.json says. The paths are relative to its outDir. */
export function compileLibrary(root: string): BuiltFile[] {
  const config = getParsedCommandLineOfConfigFile(`${root}/tsconfig.build.json`, undefined, {
    ...sys,
    onUnRecoverableConfigFileDiagnostic: fail,
  });
  const outDir = config?.options.outDir;
  if (config === undefined || outDir === undefined) throw new Error('tsconfig.build.json names no outDir');
  const program = createProgram(config.fileNames, config.options);
  getPreEmitDiagnostics(program).slice(0, 1).forEach(fail);
  const files: BuiltFile[] = [];
  program.emit(undefined, (fileName, content) => {
    files.push({ path: relative(outDir, fileName).replaceAll('\\', '/'), content });
  });
  return files;
}

function fail({ file, start, messageText }: Diagnostic): never {
  const text = flattenDiagnosticMessageText(messageText, '\n');
  if (file === undefined || start === undefined) throw new Error(text);
  throw new Error(`${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${text}`);
}
