/** Colours, where the terminal has them and nobody forbids them. */
import { createColors } from 'picocolors';
import type { Outcome } from '../steering';

export type Palette = ReturnType<typeof createColors>;

/**
 * What picocolors decides by itself takes every CI for a terminal; a file that CI writes is none.
 * @param isTerminal what a stream says of itself: Node leaves it undefined where the stream is none
 */
export function paletteFor(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): Palette {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  const isSet = (value: string | undefined) => value !== undefined && value !== '';
  if (isSet(NO_COLOR) || FORCE_COLOR === '0') return createColors(false);
  return createColors(isSet(FORCE_COLOR) || (isTerminal === true && TERM !== 'dumb'));
}

/** Of what this process prints. */
export const paletteOfStdout = (): Palette => paletteFor(process.env, process.stdout.isTTY);

/** The colour of each outcome, the same wherever one is shown. */
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
