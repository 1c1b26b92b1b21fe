/** What is wrong with a source: findings of the guardrails, and traffic tests of the stack that fail. Pure. */
import { judge, type Decision, type TrafficTest } from '../../steering';
import { checkModel, SEVERITIES, type Report, type Severity } from '../../steering/rules';
import type { Source } from '../source/source';

export interface JudgedTest {
  readonly test: TrafficTest;
  readonly passed: boolean;
  readonly decision: Decision;
}

export interface Judgement extends Report {
  readonly tests: readonly JudgedTest[];
  /** Invariants of the stack: claims about every flow there is, which synth and reviews judge. */
  readonly notJudged: number;
}

/** Tests say what is there after a change, so of what is before it they say nothing. */
export function judgeSource({ model, before, steering, json: { state } }: Source): Judgement {
  const report = checkModel(model, {
    suppressions: steering?.suppressions ?? [],
    ...(before !== undefined && { before }),
  });
  const demands = state === 'before' ? undefined : steering;
  const tests = (demands?.trafficTests ?? []).map((test) => ({ test, ...judge(model, test) }));
  return { ...report, tests, notJudged: demands?.invariants.length ?? 0 };
}

/** How many there are of each severity; a test that fails is an error. */
export function countOf({ findings, tests }: Judgement): Readonly<Record<Severity, number>> {
  const failed = tests.filter(({ passed }) => !passed).length;
  const counts = SEVERITIES.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity).length;
    return [severity, severity === 'error' ? found + failed : found] as const;
  });
  return Object.fromEntries(counts) as Record<Severity, number>;
}
