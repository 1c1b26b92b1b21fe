/**
 * What does a process bring about in some scenarios? It brings about the effects of rules, each as certain as it is
 * that the rule is about the process. Processes that bring about the same are one class.
 */
import { append, computed, groupBy, remembered } from '../collections';
import { BLOCKED, type Blocked, EFFECTS, asksForManaged, mayBeLimited } from '../decide/actions';
import { certaintyOf, joined, NO, YES, type Certainty, type CertaintyVerdict } from '../decide/certainty';
import { ALWAYS, conditionOf, identityOf, openAmong, sideOf } from '../decide/condition';
import { whatOf, type Contender } from '../decide/contender';
import type { Host } from '../decide/destination';
import { applyRule, mayBlock, type PinnedRule } from '../decide/pinned';
import type { Element, PinnedIndex } from '../decide/pinned-index';

/** An effect that a process brings about in one scenario. */
export interface Contribution {
  /** The index of the scenario. */
  readonly scenario: number;
  /** One of the rules with this effect. */
  readonly rule: PinnedRule;
  /** How certain it is that the rule is about the process. */
  readonly matched: Certainty;
  /** The conditions on which it depends whether the rule is about the process. */
  readonly when: readonly string[];
  /** The number of the effect. */
  readonly effect: number;
  /** The result of a block for the process. */
  readonly blocked: Blocked;
  /**
   * The name of the exception of the rule in all scenarios. Exceptions that do the same in each of them share a name.
   */
  readonly who: string;
}

export type Contributions = readonly Contribution[];

const MATCHED: Readonly<Record<CertaintyVerdict, Certainty>> = { yes: YES, no: NO, unknown: certaintyOf('unknown') };
const STRENGTH: Readonly<Record<CertaintyVerdict, number>> = { no: 0, unknown: 1, yes: 2 };

/** The beginnings of names that one exception alone has, and of names of exceptions for one app of several. */
const NAMED = '=';
const FOR_SEVERAL = '+';

/** Whether an exception of this name is known to be for one app, which is the same in each scenario. */
export function isOfOneRule(who: string): boolean {
  return !who.startsWith(NAMED) && !who.startsWith(FOR_SEVERAL);
}

/** The effects of rules, by their numbers: rules with the same effect are not told apart. */
export class Effects {
  private readonly numbers = new Map<string, number>();
  private readonly ofRule = new Map<PinnedRule, number>();
  private readonly known = new Map<string, Contribution>();
  private readonly names: ReadonlyMap<string, string>;

  /** @param indexes the rules in each scenario */
  constructor(indexes: readonly PinnedIndex[]) {
    this.names = this.namesIn(indexes);
  }

  contribution(scenario: number, rule: PinnedRule, matched: Certainty): Contribution {
    const { verdict } = matched;
    const identity = identityOf(rule.exception);
    const when = verdict === 'unknown' ? openAmong(matched.because, identity) : [];
    const who = this.names.get(identity) ?? '';
    return this.of({ scenario, rule, effect: this.numberOf(rule), blocked: BLOCKED, who, verdict, when });
  }

  /** Returns the contribution for a process on which a block has this result. */
  onBlocked(contribution: Contribution, blocked: Blocked): Contribution {
    if (blocked.fates === contribution.blocked.fates || !mayBlock(contribution.rule)) return contribution;
    return this.of({ ...contribution, blocked, verdict: contribution.matched.verdict });
  }

  /** Returns the contribution where it is not known whether the rule is about the process. */
  perhaps({ when, ...contribution }: Contribution, { because }: Certainty): Contribution {
    const all = new Set([...when, ...openAmong(because, '')]);
    return this.of({ ...contribution, verdict: 'unknown', when: [...all].sort() });
  }

  /** Keeps each effect of each exception in each scenario once, as certain as it gets. */
  strongest(contributions: Iterable<Contribution>): Contribution[] {
    const best = new Map<string, Contribution>();
    for (const one of contributions) {
      const key = `${one.scenario} ${one.effect} ${one.who}`;
      const before = best.get(key);
      const difference = before === undefined ? 1 : strengthOf(one) - strengthOf(before);
      if (before === undefined || difference > 0) best.set(key, one);
      else if (difference === 0 && one.when.length > 0) {
        const when = [...new Set([...before.when, ...one.when])].sort();
        best.set(key, this.of({ ...before, verdict: before.matched.verdict, when }));
      }
    }
    return [...best.values()];
  }

  private of({
    verdict,
    ...told
  }: Omit<Contribution, 'matched'> & { readonly verdict: CertaintyVerdict }): Contribution {
    const { scenario, effect, blocked, who, when } = told;
    const key = `${scenario} ${effect} ${blocked.fates} ${who} ${verdict} ${when.join('|')}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const contribution = { ...told, matched: MATCHED[verdict] };
    this.known.set(key, contribution);
    return contribution;
  }

  private numberOf(rule: PinnedRule): number {
    return computed(this.ofRule, rule, () => computed(this.numbers, effectOf(rule), () => this.numbers.size));
  }

  /**
   * Names exceptions by their identities. Exceptions whose apps are recognized by the same processes and domains before
   * and after are told apart only by what they do, because each is about the same processes in every scenario.
   */
  private namesIn(indexes: readonly PinnedIndex[]): Map<string, string> {
    const found = new Map<string, { whom: string; does: string }[]>();
    indexes.forEach((index, scenario) => {
      const elements = groupBy(index.elements, ({ rule }) => rule);
      for (const [identity, rules] of groupBy(index.rules, ({ exception }) => identityOf(exception))) {
        const whom = rules.map((rule) => whomOf(rule, elements.get(rule) ?? []));
        const does = rules.map((rule) => this.numberOf(rule));
        append(found, identity, { whom: whom.join(), does: `${scenario}:${does.join('+')}` });
      }
    });
    const numbers = new Map<string, number>();
    return new Map(
      [...found].map(([identity, all]) => {
        const isSame = all.every(({ whom }) => whom === all[0]?.whom);
        const told = isSame ? all.map(({ does }) => does).join() : `${NAMED} ${identity}`;
        const number = computed(numbers, told, () => numbers.size);
        return [identity, `${isSame ? (told.includes('+') ? FOR_SEVERAL : '') : NAMED}${number}`];
      }),
    );
  }
}

function strengthOf({ matched }: Contribution): number {
  return STRENGTH[matched.verdict];
}

/** Returns what a rule does to a flow of the process; undefined where it does nothing. */
export function contenderOf(contribution: Contribution, host: Host, managed: boolean): Contender | undefined {
  const { rule, matched, blocked, when, who } = contribution;
  const { exception, actionCertainty, domains } = rule;
  const { fates, certainty } = applyRule(rule, matched, host, managed, blocked);
  if (certainty.verdict === 'no') return undefined;
  const identity = identityOf(exception);
  const meant = managed ? meantBy(rule) : [];
  const mode = rule.actions.includes('bypass') ? 'mode-of-plain-bypass' : '';
  const because = joined([...actionCertainty.because, ...meant], blocked.certainty.because);
  const does = {
    who,
    fates,
    what: whatOf(fates, because, identity, mode),
    ...(meant.length > 0 && blocked === BLOCKED && eitherOf(rule)),
  };
  if (certainty.verdict === 'yes') return { ...does, when: ALWAYS };
  const details = [
    ...when,
    ...sideOf(exception, certainty),
    // The app may be known by its process, or by its domains.
    ...(domains === undefined ? [] : [`${matched.verdict} ${domains.tells(host).verdict}`]),
  ];
  return { ...does, when: conditionOf(certainty, identity, ...details) };
}

/** Returns the reasons why it is not known which managed devices the rule is about, where that counts. */
function meantBy({ actions, meant }: PinnedRule): PinnedRule['meant'] {
  return actions.some((action) => action !== null && asksForManaged(action)) ? meant : [];
}

/**
 * Returns the two effects of a rule: on a device that is meant, and on one that is not. Where more than that is open,
 * it returns nothing.
 */
function eitherOf({ actions: [action, another], meant }: PinnedRule): Pick<Contender, 'either'> {
  const [on, more] = openAmong(meant, '');
  if (another !== undefined || more !== undefined) return {};
  if (on === undefined || action === undefined || action === null) return {};
  return { either: { on, yes: EFFECTS[action].managed, no: EFFECTS[action].unmanaged } };
}

/** Returns a text that tells by which processes and domains the app of a rule is known. */
function whomOf({ app, domains, domainNames }: PinnedRule, elements: readonly Element[]): string {
  const told = elements.map(({ kind, text, there }) => JSON.stringify([kind, text, there.verdict]));
  return JSON.stringify([app?.key, told.sort(), domains !== undefined && [...domainNames.items].sort()]);
}

/** A text with all of a rule that counts for a flow of its processes. */
export const effectOf = remembered((rule: PinnedRule): string => {
  const { exception, actions, actionCertainty, limitNames, unlimited, domains, domainNames, stands } = rule;
  const who = identityOf(exception);
  const list = ({ items, open }: PinnedRule['limitNames']) => [[...items].sort(), open && `${who}: ${open}`];
  return JSON.stringify([
    actions,
    openAmong(actionCertainty.because, who),
    openAmong(meantBy(rule), who),
    mayBeLimited(actions) && [list(limitNames), unlimited.verdict],
    domains !== undefined && list(domainNames),
    conditionOf(stands, who, ...sideOf(exception, stands)),
  ]);
});

/** Returns a key that is the same for the same contributions, in any order and by whichever exceptions. */
export function keyOf(contributions: Contributions): string {
  const byException = groupBy(contributions, ({ who }) => who);
  const told = [...byException.values()].map((own) =>
    own
      .map(
        ({ scenario, effect, blocked, matched, when }) =>
          `${scenario}.${effect}.${blocked.fates}.${matched.verdict}${when.join('|')}`,
      )
      .sort()
      .join('+'),
  );
  return [...new Set(told)].sort().join(' ');
}
