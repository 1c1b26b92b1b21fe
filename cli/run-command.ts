/** How is a command connected to the process? By the environment it gets, its streams and its exit code. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { isDay } from '../steering';
import { UserError, EXIT, type CommandResult, type Surroundings } from './complaint';
import { paletteOfStdout, say, withInertErrors } from './show';
import { readAll } from './source/files';

/** Runs a command. Its complaints go to stderr; a bug is thrown again. */
export async function runCommand(
  name: string,
  run: (surroundings: Surroundings) => Promise<CommandResult>,
): Promise<void> {
  try {
    const {
      exitCode,
      stdout,
      notes,
      closing = [],
    } = await run({
      env: process.env,
      color: paletteOfStdout(),
      ...(process.stdout.isTTY && { columns: process.stdout.columns }),
      stdin: (what, bound) => readAll(process.stdin, '-', what, bound),
    });
    for (const note of notes) say(name, note);
    process.exitCode = exitCode;
    // Both streams may be one terminal, and then the last lines stand below the result. Where nobody reads the result any
    // more, they are said all the same.
    await new Promise<void>((resolve) => process.stdout.write(stdout, () => resolve()));
    if (closing.length > 0) say(name, ...closing);
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    say(name, ...cause.lines);
    process.exitCode = cause.exitCode;
  }
}

/** Makes the option that gives the day of a judgement: today in UTC, unless a user gives another day. */
export function dateOption(what: string): Option {
  return new Option('--date <day>', `the day on which ${what} are judged, as 2026-12-31`)
    .argParser(readDay)
    .default(new Date().toISOString().slice(0, 10), 'today, UTC');
}

/** Reads a day that a user gives to an option. */
export function readDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write a day as 2026-12-31.');
}

/** Makes the program exit with its own code for wrong options when commander refuses one. */
export function endOnUsage(command: Command): Command {
  blameUnknownFirst(command);
  return withInertErrors(command).exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage));
}

/** What commander calls when it refuses a command line. Its types leave these methods out. */
interface Refusals {
  missingMandatoryOptionValue: (option: Option) => void;
  unknownOption: (flag: string) => void;
}

/**
 * Makes commander name an option that it does not know before one that is missing. It looks for them the other way round,
 * but whoever mistypes an option has not forgotten it.
 */
function blameUnknownFirst(command: Command): void {
  const refusals = command as unknown as Refusals;
  const isMissing = refusals.missingMandatoryOptionValue.bind(command);
  refusals.missingMandatoryOptionValue = (option) => {
    // What is left of the line has what belongs to no option.
    const unknown = command.args.find((word) => /^--?[^-]/.test(word));
    if (unknown !== undefined) refusals.unknownOption(unknown);
    isMissing(option);
  };
}
