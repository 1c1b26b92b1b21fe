/** What does the catalogue know of an app on a tenant, and which processes does the app reach that are not its own? */
import { CATALOGUE_ENTRIES } from '../catalogue';
import type { CatalogueEntry } from '../catalogue/native-app';
import { SHARED_PROCESSES } from '../catalogue/shared-processes';
import { remembered } from '../collections';
import { type MatchVerdict, compileProcessPattern, matchElement } from '../domain/processes';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import type { Definition, Model, PinnedApp } from '../model/model';

const BY_NAME = new Map(CATALOGUE_ENTRIES.map((entry) => [entry.name.toLowerCase(), entry]));

const BY_EXECUTABLE = new Map(
  CATALOGUE_ENTRIES.flatMap((entry) =>
    PLATFORMS.flatMap(({ name }) =>
      (entry.executables[name] ?? []).map(({ value }) => [executableKey(name, value), entry] as const),
    ),
  ),
);

/** Returns the entry that has the name of the app, or else the only entry with executables that the app names. */
export function entryOf(app: PinnedApp | undefined): CatalogueEntry | undefined {
  return app && knownEntryOf(app);
}

/**
 * Returns the executables of each entry that a pattern matches. Case does not count, since nobody published that it
 * does.
 */
export function entriesHitBy(pattern: string, platform: PlatformName): Map<CatalogueEntry, readonly string[]> {
  const compiled = compileProcessPattern(`(?i)${pattern}`);
  const hit = new Map<CatalogueEntry, readonly string[]>();
  if (!compiled.ok) return hit;
  for (const entry of CATALOGUE_ENTRIES) {
    const names = (entry.executables[platform] ?? []).map(({ value }) => value);
    const own = names.filter((name) => compiled.pattern.matcher(name).find());
    if (own.length > 0) hit.set(entry, own);
  }
  return hit;
}

const knownEntryOf = remembered((app: PinnedApp): CatalogueEntry | undefined => {
  const byName = app.name.known ? BY_NAME.get(app.name.value.trim().toLowerCase()) : undefined;
  if (byName !== undefined) return byName;
  const entries = new Set(PLATFORMS.flatMap(({ name }) => namedBy(app, name)));
  return entries.size === 1 ? [...entries][0] : undefined;
});

function namedBy(app: PinnedApp, platform: PlatformName): CatalogueEntry[] {
  const definition = app.platforms[platform];
  if (definition?.known !== true || !definition.value.match.known) return [];
  const { match, processes } = definition.value;
  return processes.items.flatMap((item) =>
    match.value === 'regex'
      ? [...entriesHitBy(item, platform).keys()]
      : (BY_EXECUTABLE.get(executableKey(platform, item)) ?? []),
  );
}

/** Whether a definition names a process; `unknown` means that it may. */
export function covers({ match, processes }: Definition, process: string): MatchVerdict {
  if (!match.known) return 'unknown';
  const verdicts = processes.items.map((item) => matchElement(match.value, item, process));
  if (verdicts.includes('yes')) return 'yes';
  return verdicts.includes('unknown') || processes.open !== undefined ? 'unknown' : 'no';
}

/** Returns the helper processes that Electron gives to an app on macOS; elsewhere there are none. */
export function helpersOf(entry: CatalogueEntry, platform: PlatformName): string[] {
  if (platform !== 'mac_os' || entry.electron === undefined) return [];
  return (entry.executables.mac_os ?? []).map(({ value }) => value).filter((value) => value.endsWith(' Helper'));
}

function executableKey(platform: PlatformName, process: string): string {
  return `${platform}/${process.toLowerCase()}`;
}

/** A process that an app reaches though it is not its own: it belongs to another app, or many apps share it. */
export interface ForeignProcess {
  readonly process: string;
  /** The name of the app that the process belongs to; left out where many apps share it. */
  readonly of?: string;
}

/**
 * Returns the foreign processes that an app reaches, as far as the catalogue and the model know processes. A name that
 * the app writes out counts only where many apps share it: whoever writes a name means it, but may not know whose it
 * is.
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
