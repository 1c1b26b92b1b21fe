/** Which findings does somebody accept, and why? A suppression that is no longer needed is itself a finding. */
import type { Finding, RawFinding, Rule, Severity, FindingSubject } from './rule';
import { finding } from './rule';

/** The acceptance of what a rule finds, with the reason. */
export interface Suppression {
  /** The id of the rule. */
  readonly rule: string;
  /**
   * The object whose findings are accepted: its key, Terraform address or id, or the path of a construct, which covers
   * what is below it.
   * @default - every finding of the rule
   */
  readonly on?: string;
  /** Why the findings are accepted, for whoever reads it next. With a blank reason nothing is suppressed. */
  readonly reason: string;
}

/** A finding that does not count, with the suppression that accepts it. */
export interface Suppressed {
  readonly finding: Finding;
  readonly suppression: Suppression;
}

/**
 * Splits findings into those that count and those that a suppression accepts.
 * @param rules all rules: a suppression of any other accepts nothing
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  rules: readonly Pick<Rule, 'id' | 'comesWithTime'>[],
): { findings: Finding[]; suppressed: Suppressed[] } {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const valid = suppressions.filter(({ rule, reason }) => byId.has(rule) && reason.trim() !== '');
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const one of findings) {
    const suppression = valid.find((candidate) => candidate.rule === one.rule && reaches(candidate, one.subject));
    if (suppression === undefined) kept.push(one);
    else suppressed.push({ finding: one, suppression });
  }
  return { findings: kept, suppressed };
}

/**
 * Finds what is wrong with the suppressions.
 * @param suppressed what they accept, over everything that they are about
 * @param rules all rules: a suppression of any other is an error
 */
export function wrongSuppressions(
  suppressions: readonly Suppression[],
  suppressed: readonly Suppressed[],
  rules: readonly Pick<Rule, 'id' | 'comesWithTime'>[],
): Finding[] {
  const used = new Set(suppressed.map(({ suppression }) => suppression));
  return suppressions.flatMap((one) => complaints(one, new Map(rules.map((rule) => [rule.id, rule])), used));
}

function reaches({ on }: Suppression, { key, origin }: FindingSubject): boolean {
  if (on === undefined) return true;
  const { address, construct, id } = origin;
  return [key, address, id, construct].includes(on) || (construct?.startsWith(`${on}/`) ?? false);
}

function complaints(
  suppression: Suppression,
  rules: ReadonlyMap<string, Pick<Rule, 'comesWithTime'>>,
  used: ReadonlySet<Suppression>,
): Finding[] {
  const { rule, on, reason } = suppression;
  const subject = { key: on ?? rule, origin: {} };
  const make = (raw: RawFinding, severity: Severity): Finding[] => [{ ...raw, rule: 'suppression', severity }];
  if (!rules.has(rule)) return make(finding('suppression/unknown-rule', subject, { rule }), 'error');
  if (reason.trim() === '') return make(finding('suppression/no-reason', subject, { rule }), 'error');
  if (used.has(suppression) || rules.get(rule)?.comesWithTime === true) return [];
  const where = on === undefined ? '' : ` on ${JSON.stringify(on)}`;
  return make(finding('suppression/unused', subject, { rule, on: where }), 'warning');
}
