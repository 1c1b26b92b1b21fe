/** Joins a command to the process: its surroundings, its streams, its exit code. */
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { inert } from '../steering';
import { Complaint, EXIT, type Result, type Surroundings } from './complaint';
import { paletteOfStdout } from './palette';

/** Runs a command; what it complains about goes to stderr, one line each. A bug is passed on. */
export async function runCommand(name: string, run: (surroundings: Surroundings) => Promise<Result>): Promise<void> {
  const say = (message: string): void => {
    process.stderr.write(`netskope-steering ${name}: ${message.split('\n').map(inert).join('\n')}\n`);
  };
  try {
    const { exitCode, stdout, notes } = await run({
      env: process.env,
      color: paletteOfStdout(),
      stdin: () => text(process.stdin),
    });
    for (const note of notes) say(note);
    process.stdout.write(stdout);
    process.exitCode = exitCode;
  } catch (cause) {
    if (!(cause instanceof Complaint)) throw cause;
    say(cause.message);
    process.exitCode = cause.exitCode;
  }
}

/** Options that commander refuses end the program with the code of ours that says so. */
export function endOnUsage(command: Command): Command {
  return command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage));
}
