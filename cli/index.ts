/**
 * How does the program `netskope-steering` start, and what happens when it fails or when nobody reads its output any
 * more?
 */
import type { Command } from 'commander';
import { EXIT } from './complaint';
import { programWith } from './program';
import { say } from './show';

/**
 * Keeps a command alive when the reader of its streams goes away: `| head`, a pager that is quit, a log that is full.
 * Nobody is there to be told, so the command goes on to its end, and exits with its own code. When a stream cannot be
 * written for another reason, the program says so, as far as that is possible.
 */
function outliveReaders({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'> = process): void {
  stderr.on('error', () => undefined);
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    stderr.write(`netskope-steering: what it prints cannot be written: ${message}\n`);
    process.exitCode = EXIT.usage;
  });
}

async function main(args: readonly string[]): Promise<void> {
  const program = await programWith((name) => args.includes(name));
  await program.parseAsync(helpAsOption(program, args), { from: 'user' });
}

/**
 * Writes `help live diff` as `live diff --help`. Of a command that there is not, commander would only print what there
 * is; so it stands alone, and is refused by its name.
 */
function helpAsOption(parent: Command, args: readonly string[]): readonly string[] {
  const [first, ...rest] = args;
  const isHelp = first === 'help' && rest.length > 0;
  const name = isHelp ? rest[0] : first;
  const command = parent.commands.find((one) => one.name() === name);
  if (command === undefined) return isHelp ? rest : args;
  if (!isHelp) return [command.name(), ...helpAsOption(command, rest)];
  if (rest.length === 1) return [command.name(), '--help'];
  return [command.name(), ...helpAsOption(command, ['help', ...rest.slice(1)])];
}

outliveReaders();
main(process.argv.slice(2)).catch((error: unknown) => {
  say('', error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT.bug;
});
