/** Processes that an app reaches though they are not its own: of another app, or shared by many. */
import { SHARED_PROCESSES } from './catalogue/shared-processes';
import { matchElement } from './domain/processes';
import type { Model, PinnedApp } from './model/model';
import type { PlatformName } from './domain/vocabulary';
import { entriesHitBy, entryOf } from './rules/known-app';

export interface ForeignProcess {
  readonly process: string;
  /** Name of the app that it belongs to; left out where many apps share it. */
  readonly of?: string;
}

/**
 * As far as the catalogue and the model know processes. A name that the app writes out counts only where many apps share it: who
 * writes a name means it, but may not know whose it is.
 */
export function foreignProcessesOf(app: PinnedApp, platform: PlatformName, { apps }: Model): ForeignProcess[] {
  const definition = app.platforms[platform];
  if (definition?.known !== true || !definition.value.match.known) return [];
  const { match, processes } = definition.value;
  const shared = (SHARED_PROCESSES[platform] ?? []).map(({ value }): ForeignProcess => ({ process: value }));
  const reaches = (process: string) =>
    processes.items.some((item) => matchElement(match.value, item, process) !== 'no');
  const found = shared.filter(({ process }) => reaches(process));
  if (match.value === 'regex') {
    const own = entryOf(app);
    const known = processes.items.flatMap((pattern) => [...entriesHitBy(pattern, platform)]);
    for (const [entry, hit] of known)
      if (entry !== own) found.push(...hit.map((process) => ({ process, of: entry.name })));
    for (const other of apps)
      if (other !== app) found.push(...exactNames(other, platform).filter((one) => reaches(one.process)));
  }
  return [...new Map(found.map((one) => [one.process.toLowerCase(), one])).values()];
}

function exactNames(app: PinnedApp, platform: PlatformName): ForeignProcess[] {
  const definition = app.platforms[platform];
  if (definition?.known !== true || !definition.value.match.known || definition.value.match.value !== 'exact')
    return [];
  const of = app.name.known ? app.name.value : app.key;
  return definition.value.processes.items.map((process) => ({ process, of }));
}
