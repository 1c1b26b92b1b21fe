/** What a benchmark found: a figure beside its goal. */
import color from 'picocolors';
import { table } from '../tools/demo/table';

export interface Finding {
  readonly what: string;
  /** What was measured, readable. */
  readonly measured: string;
  readonly figure: number;
  /** The figure must not be more than this. */
  readonly goal: number;
}

export function report(findings: readonly Finding[]): string {
  return table(
    ['measured', 'ours / base', 'figure', 'goal', ''],
    findings.map(({ what, measured, figure, goal }) => [
      what,
      measured,
      String(Math.round(figure * 100) / 100),
      `<= ${goal}`,
      figure <= goal ? color.green('met') : color.red('missed'),
    ]),
  );
}
