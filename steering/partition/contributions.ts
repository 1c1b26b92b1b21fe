/**
 * What a process brings about in some scenarios: effects of rules, each with how certain it is that they are about the
 * process. Processes that bring about the same are one class.
 */
import { NO, openBecause, YES, type Finding, type Verdict } from '../engine/finding';
import type { PinnedRule } from '../engine/pinned-rule';
import { remembered } from '../remembered';

export interface Contribution {
  /** Index of the scenario. */
  readonly scenario: number;
  /** One of the rules with this effect. */
  readonly rule: PinnedRule;
  readonly matched: Finding;
  readonly effect: number;
}

export type Contributions = readonly Contribution[];

const MATCHED: Readonly<Record<Verdict, Finding>> = { yes: YES, no: NO, unknown: openBecause('case-of-patterns') };
const STRENGTH: Readonly<Record<Verdict, number>> = { no: 0, unknown: 1, yes: 2 };

/** Numbers effects: rules with the same one are not told apart. */
export class Effects {
  private readonly numbers = new Map<string, number>();
  private readonly ofRule = new Map<PinnedRule, number>();
  private readonly known = new Map<string, Contribution>();

  contribution(scenario: number, rule: PinnedRule, verdict: Verdict): Contribution {
    const effect = this.numberOf(rule);
    const key = `${scenario} ${effect} ${verdict}`;
    let contribution = this.known.get(key);
    if (contribution === undefined) {
      this.known.set(key, (contribution = { scenario, rule, matched: MATCHED[verdict], effect }));
    }
    return contribution;
  }

  private numberOf(rule: PinnedRule): number {
    let number = this.ofRule.get(rule);
    if (number === undefined) {
      const key = effectOf(rule);
      number = this.numbers.get(key) ?? this.numbers.size;
      this.numbers.set(key, number);
      this.ofRule.set(rule, number);
    }
    return number;
  }
}

/** All of a rule that counts for a flow of its processes. */
export const effectOf = remembered((rule: PinnedRule): string => {
  const { actions, limitNames, unlimited, domains, domainNames, stands } = rule;
  const list = ({ items, open }: PinnedRule['limitNames']) => [[...items].sort(), open !== undefined];
  return JSON.stringify([
    actions,
    actions.some((action) => action?.startsWith('bypass') === true) && [list(limitNames), unlimited.verdict],
    domains !== undefined && list(domainNames),
    stands.verdict,
  ]);
});

/** Each effect in each scenario once, as certain as it gets. */
export function strongest(contributions: Iterable<Contribution>): Contribution[] {
  const best = new Map<string, Contribution>();
  for (const one of contributions) {
    const key = `${one.scenario} ${one.effect}`;
    const before = best.get(key);
    if (before === undefined || STRENGTH[one.matched.verdict] > STRENGTH[before.matched.verdict]) best.set(key, one);
  }
  return [...best.values()];
}

/** The same for the same contributions in any order. */
export function keyOf(contributions: Contributions): string {
  return contributions
    .map(({ scenario, effect, matched }) => `${scenario}.${effect}.${matched.verdict}`)
    .sort()
    .join(' ');
}
