/**
 * How does the program show things on a terminal? In colours, where the terminal has them and nobody forbids them; in tables;
 * and on stderr so that nothing is taken for anything but words.
 */
import type { Command } from 'commander';
import { createColors } from 'picocolors';
import { ASSUMPTIONS, type AssumptionId, type Outcome, type TableCell, layOutColumns } from '../steering';
import { inert } from '../steering/inert';
import type { Severity } from '../steering/rules';

export type Palette = ReturnType<typeof createColors>;

/**
 * Chooses the colours. What picocolors decides by itself takes every CI for a terminal, but a file that CI writes is none.
 * @param isTerminal what a stream says of itself; Node leaves it undefined where the stream is no terminal
 */
export function paletteFor(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): Palette {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  const isSet = (value: string | undefined) => value !== undefined && value !== '';
  if (isSet(NO_COLOR) || FORCE_COLOR === '0') return createColors(false);
  return createColors(isSet(FORCE_COLOR) || (isTerminal === true && TERM !== 'dumb'));
}

/** Chooses the colours of what this process prints. */
export const paletteOfStdout = (): Palette => paletteFor(process.env, process.stdout.isTTY);

/** Finds the colour of an outcome, which is the same wherever one is shown. */
export function outcomeColor(color: Palette, outcome: Outcome): (text: string) => string {
  const colors: Readonly<Record<Outcome, (text: string) => string>> = {
    block: color.red,
    bypass: color.yellow,
    steer: color.green,
    direct: color.cyan,
    unknown: color.magenta,
  };
  return colors[outcome];
}

/**
 * Says something on stderr. A line stays one, and does nothing: names of files, options and values come from elsewhere, and
 * what stands at the beginning of a line is a command to some machines of CI.
 * @param name the name of the command; empty for the program itself
 */
export function say(name: string, ...lines: readonly string[]): void {
  process.stderr.write(`netskope-steering${name === '' ? '' : ` ${name}`}: ${lines.map(inert).join('\n')}\n`);
}

/**
 * Makes what commander says of mistakes inert, because it quotes what was written: as one line, but for commander's
 * suggestion.
 */
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

export function severityMark(severity: Severity, color: Palette): string {
  const colors: Readonly<Record<Severity, (text: string) => string>> = {
    error: color.red,
    warning: color.yellow,
    info: color.blue,
  };
  return colors[severity](severity);
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Lists the assumptions on which decisions rest, by id, beneath a table of the decisions. */
export function assumptionLines(ids: readonly AssumptionId[], color: Palette): string[] {
  const of = (use: 'stands' | 'open', title: string) => {
    const some = ids.filter((id) => ASSUMPTIONS[id].use === use);
    return some.length === 0 ? [] : [color.dim(`  ${title}: ${some.join(', ')}`)];
  };
  const lines = [...of('stands', 'It rests on'), ...of('open', 'Open, because nobody published it')];
  return lines.length === 0 ? [] : ['', ...lines];
}

/** Writes a table with a title for each column. Cells hold inert texts. @param color for titles and the rule below them */
export function table(
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
  color: Palette = paletteOfStdout(),
): string {
  const titles = header.map((title) => ({ lines: [title], paint: color.bold }));
  const rule = header.map(() => ({ fill: '─', paint: color.dim }));
  const none = rows.length === 0 ? [color.dim('(none)')] : [];
  return [...layOutColumns([titles, rule, ...rows]), ...none].map((line) => `  ${line}`).join('\n');
}
