/** What does a benchmark find? A figure, which stands beside its goal. */
import { paletteOfStdout, table } from '../cli/show';

const color = paletteOfStdout();

export interface Finding {
  readonly what: string;
  /** The name of what was measured, for people. */
  readonly measured: string;
  readonly figure: number;
  readonly goal: number;
  /** Whether the figure must not be more than the goal, which is the default, or not less. */
  readonly bound?: 'at most' | 'at least';
}

export function isMet({ figure, goal, bound = 'at most' }: Finding): boolean {
  return bound === 'at most' ? figure <= goal : figure >= goal;
}

export function report(findings: readonly Finding[]): string {
  return table(
    ['measured', 'ours / base', 'figure', 'goal', ''],
    findings.map((finding) => [
      finding.what,
      finding.measured,
      String(Math.round(finding.figure * 100) / 100),
      `${finding.bound === 'at least' ? '>=' : '<='} ${finding.goal}`,
      isMet(finding) ? color.green('met') : color.red('missed'),
    ]),
  );
}
