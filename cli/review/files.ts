/**
 * Which files does a review read beside its plans, and where is it written to? Never over a file that it is made from.
 * Options that belong together are given together.
 */
import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { LOCK_FILE } from '../../review';
import { UserError, EXIT } from '../complaint';
import { readText, readTextIfThere } from '../source/files';
import { STACK_FILES, configurationFiles } from './inputs';

/** The options that name files, and what goes into the file of approvals. */
export interface FilesOfReview {
  readonly approvals?: string;
  readonly sameAs?: string;
  readonly output?: string;
  /** The file of approvals that is written. */
  readonly writeApprovals?: string;
  readonly reason?: string;
  readonly expires?: string;
  readonly approve?: readonly string[];
  /** What is known of a live tenant. */
  readonly snapshot?: string;
  readonly baseline?: string;
  readonly dialect?: string;
  readonly done?: string;
}

/** Refuses options that do not belong together, and files that would be written over. @throws UserError */
export async function refuseContradictions(plans: readonly string[], flags: FilesOfReview): Promise<void> {
  const { writeApprovals: target, approvals, sameAs, output, reason, expires } = flags;
  const sources = [...plans, flags.snapshot, flags.baseline, flags.dialect, flags.done].filter(isGiven);
  const read = [...sources, approvals, sameAs].filter(isGiven);
  if (output !== undefined) await refuseToOverwrite('--output', output, read);
  const refuse = (message: string) => new UserError(EXIT.usage, message);
  if (target === undefined) {
    const alone = (['reason', 'expires', 'approve'] as const).find((name) => flags[name] !== undefined);
    if (alone === undefined) return;
    throw refuse(`--${alone} belongs to an approval. Name the file that it is written to with --write-approvals.`);
  }
  if (reason === undefined || expires === undefined)
    throw refuse(
      '--write-approvals needs a reason and a last day: --reason "CHG-4711: what it is for" --expires 2026-12-31',
    );
  if (plans.length > 1)
    throw refuse(
      `--write-approvals is for one plan, and these are ${plans.length}: ${plans.join(', ')}. Approve in each on its own, and repeat --approve for several changes.`,
    );
  if (sameAs !== undefined)
    throw refuse(
      '--same-as compares a plan with its review, and --write-approvals changes the review. Run one after the other.',
    );
  if (approvals !== undefined && !(await isSameFile(approvals, target)))
    throw refuse(
      `--approvals ${approvals} and --write-approvals ${target} are two files. Name the one that is to be written, or leave --approvals out.`,
    );
  if (output !== undefined && (await isSameFile(output, target)))
    throw refuse(`--output and --write-approvals are both ${target}. Name another file for the review.`);
  await refuseToOverwrite('--write-approvals', target, sources);
}

function isGiven(path: string | undefined): path is string {
  return path !== undefined;
}

export async function readApprovalsText({
  approvals,
  writeApprovals: target,
}: FilesOfReview): Promise<string | undefined> {
  const what = 'The file of approvals';
  if (target !== undefined) return readTextIfThere(target, what);
  return approvals === undefined ? undefined : readText(approvals, what);
}

/**
 * Refuses to write over a file that is read.
 * @param option the option that names the output
 * @param inputs the paths of files and of folders of stacks that are read; `-` is stdin
 * @throws UserError
 */
async function refuseToOverwrite(option: string, output: string, inputs: readonly string[]): Promise<void> {
  const written = await identityOf(output);
  if (written === undefined) return;
  for (const input of inputs) {
    for (const file of await filesOf(input)) {
      if ((await identityOf(file)) !== written) continue;
      throw new UserError(
        EXIT.usage,
        `${option} ${output} would overwrite ${file}, which is read for this review. Name another file.`,
      );
    }
  }
}

/** Says whether two paths are of one file, which need not be there yet. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  const identity = await identityOf(one);
  return identity !== undefined && identity === (await identityOf(other));
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
 * Writes a file as a whole or not at all: whoever reads it meanwhile, and whoever ends this process, leaves or finds it as
 * it was before or as it is to be.
 * @param onlyFor who may read it; left out, a file keeps its own mode
 * @throws UserError
 */
export async function replaceFile(path: string, text: string, onlyFor?: number): Promise<void> {
  // A link stays one: the file that it leads to is replaced.
  const target = await realpath(path).catch(() => path);
  // A pipe, or a device such as /dev/null, has nothing to be replaced, and would be a file afterwards.
  if ((await stat(target).catch(() => undefined))?.isFile() === false) return writeOutput(path, text);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  const before = await stat(target).then(
    (found) => found.mode & 0o777,
    () => 0o666,
  );
  try {
    await writeFile(temporary, text, { flag: 'wx', mode: onlyFor ?? before });
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? `there is no folder ${dirname(path)}. Make it first` : message;
    throw new UserError(EXIT.usage, `${path} cannot be written: ${why}.`);
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
