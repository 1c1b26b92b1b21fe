/** What does a benchmark measure? It measures a figure, which is shown beside its goal. */
import { paletteOfStdout, table } from '../cli/show';

const color = paletteOfStdout();

export interface Measurement {
  readonly what: string;
  /** The name of what was measured, for people. */
  readonly measured: string;
  readonly figure: number;
  readonly goal: number;
  /** Whether the figure must be at most the goal, which is the default, or at least the goal. */
  readonly bound?: 'at most' | 'at least';
}

export function isMet({ figure, goal, bound = 'at most' }: Measurement): boolean {
  return bound === 'at most' ? figure <= goal : figure >= goal;
}

export function report(measurements: readonly Measurement[]): string {
  return table(
    ['measured', 'ours / base', 'figure', 'goal', ''],
    measurements.map((measurement) => [
      measurement.what,
      measurement.measured,
      String(Math.round(measurement.figure * 100) / 100),
      `${measurement.bound === 'at least' ? '>=' : '<='} ${measurement.goal}`,
      isMet(measurement) ? color.green('met') : color.red('missed'),
    ]),
  );
}
