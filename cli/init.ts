/**
 * `netskope-steering init`: how does a project of one's own begin? With the files of examples/project, and with the
 * package of this program beside them, because no registry has it.
 */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { inert } from '../steering/inert';
import { EXIT, UserError, type CommandResult } from './complaint';
import { fillFolder, refuseFilled } from './new-folder';
import { PACKAGE_ROOT, refuseUnbuilt } from './package-root';
import { endOnUsage, runCommand } from './run-command';
import { quoteForShell } from './show';

const TEMPLATE = join(PACKAGE_ROOT, 'examples', 'project');

/**
 * The files whose names are different in the template. npm leaves any .gitignore out of packages, and compilers would take
 * the tsconfig.json for that of the template's own folder, in which nothing is installed.
 */
const RENAMED = [
  ['gitignore', '.gitignore'],
  ['tsconfig.project.json', 'tsconfig.json'],
] as const;

/** What the template's package.json says of the package, up to the name of the file. */
const DEPENDENCY = /"file:vendor\/[^"]*"/;

const HELP = `
It writes a program that blocks WhatsApp Desktop, a test of its traffic, the file of tenants, and a README that says how
to go on. The package of this program is copied into vendor/, because no registry has it: the project needs nothing else
of this machine, and can be committed as it is. Nothing is written over.

Exit codes:
  0  the project is written
  2  options that make no sense, or a folder that is not empty
  3  a file cannot be read or written, or npm cannot pack the package
  70 a bug of this program

Examples:
  $ netskope-steering init my-tenants
  $ npx ./cdktf-netskope-steering-0.1.0.tgz init my-tenants
`;

/** The sub-command, to be mounted in the program. */
export function initCommand(): Command {
  const command = new Command('init')
    .description('write a project that blocks an app, tests that, and runs as it is')
    .argument('<folder>', 'the folder for the project: a new one, or an empty one')
    .addHelpText('after', HELP)
    .action((folder: string) => runCommand('init', () => runInit(folder)));
  return endOnUsage(command);
}

/**
 * Writes the project.
 * @param named the folder as the user wrote it
 * @throws UserError
 */
export async function runInit(named: string): Promise<CommandResult> {
  if (named.trim() === '')
    throw new UserError(EXIT.usage, 'The folder has no name. Name a new folder, or "." for this one.');
  const folder = resolve(named);
  await refuseFilled(folder, named);
  refuseUnbuilt();
  await fillFolder(folder, named, writeProject);
  const step = relative('', folder);
  const enter = step === '' ? '' : `  cd ${quoteForShell(inert(step))}\n`;
  return {
    exitCode: EXIT.done,
    stdout: `Wrote a project to ${inert(folder)}. Next:\n\n${enter}  npm install\n  npm test\n\nIts README.md says how to go on: a local tenant, a plan, a deployment.\n`,
    notes: [],
  };
}

async function writeProject(into: string): Promise<void> {
  // A folder in the making is its user's own; a project is as any other folder.
  await chmod(into, 0o777 & ~process.umask());
  await cp(TEMPLATE, into, { recursive: true });
  for (const [from, to] of RENAMED) await rename(join(into, from), join(into, to));
  const packed = await packInto(join(into, 'vendor'));
  const manifest = join(into, 'package.json');
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, text.replace(DEPENDENCY, JSON.stringify(`file:vendor/${packed}`)));
}

/**
 * Packs this package. A dependency on its folder would be a link: in a checkout the constructs would then load a second
 * cdktf, and a folder of npx's cache can be gone tomorrow.
 * @returns the name of the file
 */
async function packInto(folder: string): Promise<string> {
  await mkdir(folder);
  const args = ['pack', '--ignore-scripts', '--loglevel', 'error', '--pack-destination', folder, PACKAGE_ROOT];
  try {
    const { stdout } = await promisify(execFile)('npm', args, { cwd: folder });
    return stdout.trim().split('\n').at(-1) ?? '';
  } catch (cause) {
    const { code, message, stderr = '' } = cause as NodeJS.ErrnoException & { stderr?: string };
    const why =
      code === 'ENOENT' ? 'there is no npm on the PATH, which comes with Node' : stderr.trim() || message.trim();
    throw new UserError(EXIT.unreadable, `The package at ${PACKAGE_ROOT} cannot be packed: ${why}`);
  }
}
