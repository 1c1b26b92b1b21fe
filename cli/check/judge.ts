/**
 * What is wrong with a source? Guardrails find mistakes, and demands of the stack may not be met. The functions are
 * pure.
 */
import {
  checkInvariant,
  judge,
  quote,
  type Invariant,
  type InvariantResult,
  type TrafficTest,
  type TrafficVerdict,
} from '../../steering';
import { checkModels, SEVERITIES, type Expiries, type RuleReport, type Severity } from '../../steering/rules';
import type { ModelSource } from '../source/source';

export interface JudgedTest {
  readonly test: TrafficTest;
  readonly verdict: TrafficVerdict;
}

export interface JudgedInvariant {
  readonly invariant: Invariant;
  readonly result: InvariantResult;
}

export interface DemandsJudgement extends RuleReport {
  readonly tests: readonly JudgedTest[];
  readonly invariants: readonly JudgedInvariant[];
  /** The invariants about changes that were not judged, because the source has no change. */
  readonly notJudged: readonly Invariant[];
}

/**
 * Judges a source. Demands and last days are about the state after a change, so the state before it is not judged by
 * them.
 * @param today the day on which the last days of exceptions are judged, ISO 8601
 */
export function judgeSource(source: ModelSource, today: string): DemandsJudgement {
  const {
    model,
    before,
    steering,
    json: { state },
  } = source;
  const demands = state === 'before' ? undefined : steering;
  const isJudged = ({ newly }: Invariant): boolean => newly !== true || before !== undefined;
  const invariants = demands?.invariants ?? [];
  const models = { before: before ?? model, after: model };
  return {
    ...reportOf(source, { stated: demands?.expiries ?? [], on: today }),
    tests: (demands?.trafficTests ?? []).map((test) => ({ test, verdict: judge(model, test) })),
    invariants: invariants
      .filter(isJudged)
      .map((invariant) => ({ invariant, result: checkInvariant({ models }, invariant) })),
    notJudged: invariants.filter((invariant) => !isJudged(invariant)),
  };
}

function reportOf(
  { model, before, steering, beside: { models, isMain } = ALONE }: ModelSource,
  expiries: Expiries,
): RuleReport {
  const own = { model, ...(before !== undefined && { before }), orders: steering?.orders ?? [] };
  const all = isMain ? [own, ...models] : [...models, own];
  const reports = checkModels(all, { suppressions: steering?.suppressions ?? [], expiries });
  return reports[all.indexOf(own)] ?? { findings: [], suppressed: [] };
}

const ALONE: NonNullable<ModelSource['beside']> = { models: [], isMain: true };

/** Says in sentences what a user should know of the tests besides their verdicts. */
export function remarksOn({ tests }: DemandsJudgement): string[] {
  return tests.flatMap(({ test, verdict }) =>
    verdict.remarks.map((remark) => `Note on the traffic test ${quote(test.name)}: ${remark}`),
  );
}

/** Counts what was found by severity; a demand that is not met is an error. */
export function countOf({ findings, tests, invariants }: DemandsJudgement): Readonly<Record<Severity, number>> {
  const unmet =
    tests.filter(({ verdict }) => !verdict.passed).length + invariants.filter(({ result }) => !result.holds).length;
  const counts = SEVERITIES.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity).length;
    return [severity, severity === 'error' ? found + unmet : found] as const;
  });
  return Object.fromEntries(counts) as Record<Severity, number>;
}
