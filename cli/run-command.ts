/** How is a command joined to the process? By its surroundings, its streams and its exit code. */
import type { Command } from 'commander';
import { UserError, EXIT, type CommandResult, type Surroundings } from './complaint';
import { paletteOfStdout, say, withInertErrors } from './show';
import { readAll } from './source/files';

/** Runs a command. What it complains about goes to stderr; a bug is passed on. */
export async function runCommand(
  name: string,
  run: (surroundings: Surroundings) => Promise<CommandResult>,
): Promise<void> {
  try {
    const { exitCode, stdout, notes } = await run({
      env: process.env,
      color: paletteOfStdout(),
      stdin: (what, bound) => readAll(process.stdin, '-', what, bound),
    });
    for (const note of notes) say(name, note);
    process.stdout.write(stdout);
    process.exitCode = exitCode;
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    say(name, ...cause.lines);
    process.exitCode = cause.exitCode;
  }
}

/** Makes the program end with its own code for wrong options where commander refuses one. */
export function endOnUsage(command: Command): Command {
  return withInertErrors(command).exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage));
}
