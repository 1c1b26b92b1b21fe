import type { CatalogueEntry } from '../catalogue/native-app';
import { SHARED_PROCESSES } from '../catalogue/shared-processes';
import { compileProcessPattern } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { entriesHitBy, entryOf } from './known-app';
import { definitionsOf, nameOf } from './pinned';
import { finding, type Rule } from './rule';

export const patternHitsOthers: Rule = {
  id: 'pattern-hits-others',
  severity: 'warning',
  title: 'A regex that also matches other known processes',
  rationale:
    'Patterns are PCRE [doc]; whether one must match the whole name is not published, and this project takes it to search [assumed]. A short one then reaches other apps, or processes that many apps share.',
  source: '[doc], [assumed]; which processes there are: the catalogue',
  codes: ['pattern-hits-others'],
  *check(model) {
    for (const { app, platform, definition } of definitionsOf(model, 'regex')) {
      for (const pattern of definition.processes.items) {
        const others = hits(pattern, platform, entryOf(app));
        if (others.length === 0) continue;
        yield finding('pattern-hits-others', app, { app: nameOf(app), pattern, others: others.join(', ') });
      }
    }
  },
};

/**
 * Returns the processes that a pattern matches although many apps share them, or they belong to another app than the
 * one that is meant.
 */
function hits(pattern: string, platform: PlatformName, meant: CatalogueEntry | undefined): string[] {
  const compiled = compileProcessPattern(`(?i)${pattern}`);
  if (!compiled.ok) return [];
  const shared = (SHARED_PROCESSES[platform] ?? []).map(({ value }) => value);
  const others = [...entriesHitBy(pattern, platform)].filter(([entry]) => entry !== meant);
  return [
    ...shared.filter((process) => compiled.pattern.matcher(process).find()),
    ...others.flatMap(([, processes]) => processes),
  ];
}
