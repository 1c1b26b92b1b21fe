/** Which findings does somebody accept, and why? A suppression that is no longer needed is itself a finding. */
import { quote, type FindingSubject, type RawFinding, type Rule, type Severity } from './rule';

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

/** What a rule finds at one object. */
export interface RuleFinding extends RawFinding {
  readonly rule: string;
  readonly severity: Severity;
}

/** What is found and does not count, with the suppression that accepts it. */
export interface Accepted {
  readonly finding: RuleFinding;
  readonly suppression: Suppression;
}

/**
 * Splits what is found into what counts and what a suppression accepts.
 * @param rules all rules: a suppression of any other accepts nothing
 */
export function suppress(
  found: readonly RuleFinding[],
  suppressions: readonly Suppression[],
  rules: readonly Pick<Rule, 'id' | 'comesWithTime'>[],
): { kept: RuleFinding[]; accepted: Accepted[] } {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const valid = suppressions.filter(({ rule, reason }) => byId.has(rule) && reason.trim() !== '');
  const kept: RuleFinding[] = [];
  const accepted: Accepted[] = [];
  for (const one of found) {
    const suppression = valid.find((candidate) => candidate.rule === one.rule && reaches(candidate, one.subject));
    if (suppression === undefined) kept.push(one);
    else accepted.push({ finding: one, suppression });
  }
  return { kept, accepted };
}

/**
 * Finds what is wrong with the suppressions.
 * @param accepted what they accept, over everything that they are about
 * @param rules all rules: a suppression of any other is an error
 */
export function wrongSuppressions(
  suppressions: readonly Suppression[],
  accepted: readonly Accepted[],
  rules: readonly Pick<Rule, 'id' | 'comesWithTime'>[],
): RuleFinding[] {
  const used = new Set(accepted.map(({ suppression }) => suppression));
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
): RuleFinding[] {
  const { rule, on, reason } = suppression;
  const make = (code: string, message: string, severity: Severity): RuleFinding[] => [
    { code, message, rule: 'suppression', severity, subject: { key: on ?? rule, origin: {} } },
  ];
  if (!rules.has(rule)) {
    const message = `A suppression names the rule ${quote(rule)}, which does not exist. Correct the name, or remove it.`;
    return make('suppression/unknown-rule', message, 'error');
  }
  if (reason.trim() === '') {
    const message = `A suppression of "${rule}" gives no reason. Say why the finding is accepted; until then it counts.`;
    return make('suppression/no-reason', message, 'error');
  }
  if (used.has(suppression) || rules.get(rule)?.comesWithTime === true) return [];
  const where = on === undefined ? '' : ` on ${quote(on)}`;
  return make('suppression/unused', `A suppression of "${rule}"${where} suppresses nothing. Remove it.`, 'warning');
}
