/** What the program says beside its results: on stderr, and so that nothing in it is taken for anything but words. */
import type { Command } from 'commander';
import { inert } from '../steering/inert';

/**
 * Says something on stderr. A line stays one, and does nothing: names of files, options and values come from elsewhere, and
 * what stands at the beginning of a line is a command to some machines of CI.
 * @param name of the command; empty: of the program
 */
export function say(name: string, ...lines: readonly string[]): void {
  process.stderr.write(`netskope-steering${name === '' ? '' : ` ${name}`}: ${lines.map(inert).join('\n')}\n`);
}

/** What commander says of mistakes quotes what was written: as one line, but for a suggestion of its own. */
export function withInertErrors(command: Command): Command {
  return command.configureOutput({
    outputError: (text, write) => {
      const [, message = '', suggestion = ''] = /^(.*?)(\n\(Did you mean [^\n]*\))?\n*$/s.exec(text) ?? [];
      write(
        `${[message, suggestion.slice(1)]
          .filter((line) => line !== '')
          .map(inert)
          .join('\n')}\n`,
      );
    },
  });
}
