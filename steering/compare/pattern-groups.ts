/**
 * Which process patterns bring about the same on hosts? Patterns whose rules name domains differ from others on those
 * domains only. Elsewhere they are no group of their own, so that combinations of patterns that never meet need not be
 * looked at.
 */
import { append, firstUnused, groupBy } from '../collections';
import { parseHost, type Host } from '../decide/destination';
import { parseDomainEntry } from '../decide/domain-list';
import type { PinnedRule } from '../decide/pinned';
import { contenderOf, isOfOneRule, type Contributions } from './effects';
import { canBeHost } from './hosts';
import type { GroupedPatterns, PatternGroups, PatternRegion } from './patterns/combinations';

/** Groups patterns, elsewhere and on each region of hosts. @param always the contributions of every process */
export function groupPatterns(patterns: ReadonlyMap<string, Contributions>, always: Contributions): GroupedPatterns {
  const byDomain = new Map<string, Set<string>>();
  for (const [source, contributions] of patterns) {
    for (const domain of contributions.flatMap(({ rule }) => domainsOf(rule))) {
      const sources = byDomain.get(domain);
      if (sources === undefined) byDomain.set(domain, new Set([source]));
      else sources.add(source);
    }
  }
  // An exception is told from others where it may be about every process, or is for one of several apps.
  const told = new Set(always.map(({ who }) => who));
  const isTold = (who: string) => told.has(who) || !isOfOneRule(who);
  const label = unusedLabel(byDomain);
  const elsewhere = parseHost(`${label}.${label}`);
  const usual = new Map(
    [...patterns].map(([source, contributions]) => [source, effectsAt(contributions, elsewhere, isTold)]),
  );
  const regions = new Map<string, PatternRegion>();
  for (const domain of byDomain.keys()) {
    for (const host of [parseHost(domain), parseHost(`${label}.${domain}`)]) {
      const special = new Map<string, string>();
      for (const suffix of host.kind === 'name' ? host.suffixes : []) {
        for (const source of byDomain.get(suffix) ?? []) {
          const effects = effectsAt(patterns.get(source) ?? [], host, isTold);
          if (effects !== usual.get(source)) special.set(source, effects);
        }
      }
      const key = JSON.stringify([...special].sort());
      if (special.size === 0 || regions.has(key)) continue;
      const touched = new Set([...special.keys()].map((source) => usual.get(source)));
      const others = [...usual].filter(([source, effects]) => !special.has(source) && touched.has(effects));
      regions.set(key, {
        sources: [...special.keys()],
        special: grouped(special),
        parted: grouped(others),
        usual: grouped([...usual].filter(([, effects]) => !touched.has(effects))),
      });
    }
  }
  return { elsewhere: grouped(usual), regions: [...regions.values()] };
}

/** Returns the domains that a rule names, and that hosts can be below. */
export function domainsOf({ limitNames, domainNames }: PinnedRule): string[] {
  return [...limitNames.items, ...domainNames.items].flatMap((item) => {
    const { kind, text } = parseDomainEntry(item);
    return kind === 'address' || text === '*' || !canBeHost(text) ? [] : [text];
  });
}

/**
 * Returns a text on what contributions do to a flow to the host, exception by exception; it is empty where they do
 * nothing.
 * @param isTold whether it counts which exception does it
 */
function effectsAt(contributions: Contributions, host: Host, isTold: (who: string) => boolean): string {
  const effects = [...groupBy(contributions, ({ who }) => who)].map(([who, own]) => {
    const told = own.flatMap((contribution) =>
      [false, true].flatMap((managed) => {
        const { scenario, rule, effect } = contribution;
        const does = contenderOf(contribution, host, managed);
        // Where its domains alone tell an app, a pattern that does not match does something too.
        const without = rule.domains === undefined ? '' : rule.domains.tells(host).verdict;
        const whose = isTold(who) ? effect : '';
        return does === undefined ? [] : [`${scenario} ${managed} ${does.what} ${does.when} ${without} ${whose}`];
      }),
    );
    if (told.length === 0) return '';
    return `${isTold(who) ? who : ''} ${[...new Set(told)].sort().join()}`;
  });
  return [...new Set(effects)]
    .filter((one) => one !== '')
    .sort()
    .join(';');
}

function grouped(effects: Iterable<readonly [string, string]>): PatternGroups {
  const groups = new Map<string, string[]>();
  for (const [source, key] of effects) if (key !== '') append(groups, key, source);
  return groups;
}

function unusedLabel(domains: ReadonlyMap<string, unknown>): string {
  const text = [...domains.keys()].join();
  return firstUnused(
    (number) => `host-${number}`,
    (label) => text.includes(label),
  );
}
