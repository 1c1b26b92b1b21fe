/** Where is a review written to? Never over a file that the review is made from. */
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK_FILE } from '../../review';
import { UserError, EXIT } from '../complaint';
import { STACK_FILES, configurationFiles } from './inputs';

/**
 * Refuses to write over a file that is read.
 * @param inputs the paths of files and of folders of stacks that are read; `-` is stdin
 * @throws UserError
 */
export async function refuseToOverwrite(output: string, inputs: readonly string[]): Promise<void> {
  const written = await identityOf(output);
  if (written === undefined) return;
  for (const input of inputs) {
    for (const file of await filesOf(input)) {
      if ((await identityOf(file)) !== written) continue;
      throw new UserError(
        EXIT.usage,
        `--output ${output} would overwrite ${file}, which is read for this review. Name another file.`,
      );
    }
  }
}

/** @throws UserError */
export async function writeOutput(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new UserError(EXIT.usage, `${path} cannot be written: ${(cause as Error).message}`);
  }
}

/**
 * Identifies a file. Every path to the file gives the same identity, also over links; undefined where there is no file.
 */
async function identityOf(path: string): Promise<string | undefined> {
  if (path === '-') return undefined;
  return stat(path, { bigint: true }).then(
    (found) => (found.isFile() ? `${found.dev} ${found.ino}` : undefined),
    () => undefined,
  );
}

async function filesOf(input: string): Promise<string[]> {
  const found = await stat(input).catch(() => undefined);
  if (!found?.isDirectory()) return [input];
  const names = [...STACK_FILES, LOCK_FILE, ...(await configurationFiles(input))];
  return [...new Set(names)].map((name) => join(input, name));
}
