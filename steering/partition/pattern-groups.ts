/**
 * Process patterns by what they bring about on hosts. Patterns whose rules name domains differ from others on those only:
 * elsewhere they are no group of their own, and so what many of them do at once need not be looked at where they never meet.
 */
import { parseDomainEntry } from '../engine/domain-list';
import { parseHost, type Host } from '../engine/host';
import { applyRule, type PinnedRule } from '../engine/pinned-rule';
import { append } from '../grouping';
import type { Contributions } from './contributions';
import { canBeHost } from './host-space';
import { firstUnused } from './unused';

/** Sources by what they bring about; without those that bring about nothing. */
export type PatternGroups = ReadonlyMap<string, readonly string[]>;

/** Hosts on which some patterns do something else than elsewhere. */
export interface PatternRegion {
  /** All patterns that do something else there, or nothing. */
  readonly sources: readonly string[];
  readonly special: PatternGroups;
  /** All others: groups of which some are special here, and groups that are as elsewhere. */
  readonly parted: PatternGroups;
  readonly usual: PatternGroups;
}

export interface GroupedPatterns {
  readonly elsewhere: PatternGroups;
  readonly regions: readonly PatternRegion[];
}

export function groupPatterns(patterns: ReadonlyMap<string, Contributions>): GroupedPatterns {
  const byDomain = new Map<string, Set<string>>();
  for (const [source, contributions] of patterns) {
    for (const domain of contributions.flatMap(({ rule }) => domainsOf(rule))) {
      const sources = byDomain.get(domain);
      if (sources === undefined) byDomain.set(domain, new Set([source]));
      else sources.add(source);
    }
  }
  const label = unusedLabel(byDomain);
  const elsewhere = parseHost(`${label}.${label}`);
  const usual = new Map([...patterns].map(([source, contributions]) => [source, effectsAt(contributions, elsewhere)]));
  const regions = new Map<string, PatternRegion>();
  for (const domain of byDomain.keys()) {
    for (const host of [parseHost(domain), parseHost(`${label}.${domain}`)]) {
      const special = new Map<string, string>();
      for (const suffix of host.kind === 'name' ? host.suffixes : []) {
        for (const source of byDomain.get(suffix) ?? []) {
          const effects = effectsAt(patterns.get(source) ?? [], host);
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

/** Domains, of those that rules name, that hosts can be below. */
export function domainsOf({ limitNames, domainNames }: PinnedRule): string[] {
  return [...limitNames.items, ...domainNames.items].flatMap((item) => {
    const { kind, text } = parseDomainEntry(item);
    return kind === 'address' || text === '*' || !canBeHost(text) ? [] : [text];
  });
}

/** What the contributions do to a flow to the host; empty: nothing. */
function effectsAt(contributions: Contributions, host: Host): string {
  const effects = [false, true].flatMap((managed) =>
    contributions.flatMap(({ scenario, rule, matched }) => {
      const { fates, finding } = applyRule(rule, matched, host, managed);
      // Where its domains alone tell an app, a pattern that does not match does something too.
      const without = rule.domains === undefined ? '' : rule.domains.tells(host).verdict;
      return finding.verdict === 'no' ? [] : [`${scenario} ${managed} ${finding.verdict} ${fates} ${without}`];
    }),
  );
  return [...new Set(effects)].sort().join();
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
