import type { CatalogueEntry } from '../catalogue/native-app';
import { SHARED_PROCESSES } from '../catalogue/shared-processes';
import { compileProcessPattern } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { entriesHitBy, entryOf } from './known-app';
import { definitionsOf, titleOf } from './pinned';
import { listed, quote, rule } from './rule';

export const patternHitsOthers = rule({
  id: 'pattern-hits-others',
  severity: 'warning',
  title: 'A regex that also matches other known processes',
  rationale:
    'Patterns are PCRE [doc]; whether one must match the whole name is not published, and this project takes it to search [assumed]. A short one then reaches other apps, or processes that many apps share.',
  source: '[doc], [assumed]; which processes there are: the catalogue',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "agent" {
  name    = "Acme agent"
  windows = { match = "regex", processes = ["agent|edge"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "agent" {
  name    = "Acme agent"
  windows = { match = "regex", processes = ["^acme-(agent|edge)\\\\.exe$"] }
}`,
  },
  messages: {
    'pattern-hits-others': ({ app, pattern, others }: { app: string; pattern: string; others: string }) =>
      `The pattern ${quote(pattern)} of ${app} also matches ${others}. Patterns search anywhere in the name: anchor it with ^ and $, or list exact names.`,
  },
  *check(model, say) {
    for (const { app, platform, definition } of definitionsOf(model, 'regex')) {
      for (const pattern of definition.processes.items) {
        const others = hits(pattern, platform, entryOf(app));
        if (others.length === 0) continue;
        const args = { app: titleOf(app), pattern, others: listed(others) };
        yield say('pattern-hits-others', app, args, { attribute: [platform, 'processes'], value: pattern });
      }
    }
  },
});

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
