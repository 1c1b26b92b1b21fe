/**
 * How does the program show things on a terminal? In colours, where the terminal has them and nobody forbids them; in
 * tables; and on stderr in a form that nobody can mistake for a command.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Command } from 'commander';
import { createColors } from 'picocolors';
import { ASSUMPTIONS, type AssumptionId, type Outcome, type TableCell, layOutColumns } from '../steering';
import { inert } from '../steering/inert';
import type { Severity } from '../steering/rules';

export type Palette = ReturnType<typeof createColors>;

/**
 * Chooses the colours. picocolors alone would take every CI for a terminal, but a file that CI writes is no terminal.
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

/** Finds the colour of an outcome, which is the same in every place. */
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
 * Writes lines to stderr. Each line is made inert and stays one line: names of files, options and values come from
 * elsewhere, and some CI systems take the beginning of a line for a command.
 * @param name the name of the command; empty for the program itself
 */
export function say(name: string, ...lines: readonly string[]): void {
  process.stderr.write(`netskope-steering${name === '' ? '' : ` ${name}`}: ${lines.map(inert).join('\n')}\n`);
}

/**
 * Makes commander's messages about mistakes inert, because they quote what a user wrote. Each message becomes one line,
 * except for commander's suggestion.
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

/** Writes a word of a command that a user copies into a shell. */
export function quoteForShell(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
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

/** Lists by id the assumptions on which decisions rest, for the lines below a table of the decisions. */
export function assumptionLines(ids: readonly AssumptionId[], color: Palette): string[] {
  const of = (use: 'stands' | 'open', title: string) => {
    const some = ids.filter((id) => ASSUMPTIONS[id].use === use);
    return some.length === 0 ? [] : [color.dim(`  ${title}: ${some.join(', ')}`)];
  };
  const lines = [...of('stands', 'It rests on'), ...of('open', 'Open, because nobody published it')];
  return lines.length === 0 ? [] : ['', ...lines];
}

/**
 * Writes a table with a title for each column.
 * @param rows the rows, whose cells hold inert texts
 * @param color the colours of titles and of the rule below them
 */
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

/** A line on a terminal that says what a long command is doing. */
export interface Progress {
  readonly tell: (phase: string) => void;
  /** Removes the line. What is written afterwards stands where it was. */
  readonly end: () => Promise<void>;
}

/** The time after which somebody who waits wants to know what for. */
const LONG_MS = 1000;

/**
 * The program of the thread that writes the line. It is a thread of its own because a command that compares thousands of
 * objects does nothing else until it has done so. Spaces remove the line, which every terminal understands.
 */
const WRITER = `
const { parentPort, workerData: { fd, after } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let told = '', shown = '', isLong = false;
const show = (text, end) => {
  try { writeSync(fd, '\\r' + text.padEnd(shown.length) + end); } catch {}
  shown = text;
};
const timer = setTimeout(() => { isLong = true; if (told !== '') show(told, ''); }, after);
parentPort.on('message', (text) => {
  if (text !== null) told = text;
  if (text !== null && isLong) show(told, '');
  if (text !== null) return;
  clearTimeout(timer);
  if (shown !== '') show('', '\\r');
  parentPort.close();
});
`;

/**
 * Shows what a command is doing, once it takes long. Nothing is written where the stream is no terminal.
 * @param after the time, in milliseconds, after which the line appears
 */
export function progressOn(
  stream: { readonly isTTY?: boolean; readonly fd: number },
  name: string,
  after = LONG_MS,
): Progress {
  if (stream.isTTY !== true) return { tell: () => undefined, end: () => Promise.resolve() };
  const writer = new Worker(WRITER, { eval: true, execArgv: [], workerData: { fd: stream.fd, after } });
  const exit = once(writer, 'exit');
  // A line that cannot be written is not missed.
  writer.on('error', () => undefined);
  return {
    tell: (phase) => writer.postMessage(inert(`netskope-steering ${name}: ${phase} …`).slice(0, 79)),
    end: async () => {
      writer.postMessage(null);
      await exit.catch(() => undefined);
    },
  };
}
