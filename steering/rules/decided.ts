/** Of which apps does a configuration say anything, on which platform and at which place? */
import type { CatalogueEntry } from '../catalogue/native-app';
import { append, computed } from '../collections';
import { asksForManaged } from '../decide/actions';
import { foldCase, matchElement } from '../domain/processes';
import type { Place } from '../domain/exceptions';
import type { PlatformName } from '../domain/vocabulary';
import type { Configuration, Definition, Model, PinnedApp, SteeringException } from '../model/model';
import { entryOf } from './known-app';

/** Where an exception counts. */
interface Scope {
  readonly platform: PlatformName;
  readonly location: SteeringException['location'];
  /** Whether it blocks somebody, as far as its action is known. */
  readonly blocks: boolean;
}

/** The apps for which the pinned exceptions of one configuration give an action. */
export class DecidedApps {
  private readonly byApp = new Map<string, Scope[]>();
  private readonly byEntry = new Map<CatalogueEntry, Scope[]>();
  private readonly byProcess = new Map<string, Scope[]>();
  private readonly patterns: { readonly pattern: string; readonly scope: Scope }[] = [];
  /** Where an app stands of which nothing is known: it may be any. */
  private readonly unknown: Scope[] = [];

  constructor({ apps, exceptions }: Model, { key }: Configuration) {
    const byKey = new Map(apps.map((app) => [app.key, app]));
    for (const { configuration, data, location } of exceptions) {
      if (data.type !== 'certificate_pinned_app' || !data.app.known) continue;
      if (!configuration.known || configuration.value !== key) continue;
      for (const [platform, action] of Object.entries(data.platforms)) {
        const blocks =
          action.known && (action.value === 'block' || (action.value !== null && asksForManaged(action.value)));
        this.add(data.app.value, byKey.get(data.app.value), { platform: platform as PlatformName, location, blocks });
      }
    }
  }

  private readonly answers = new Map<string, boolean>();

  /** Whether an app has an action on a platform at a place, or an app with the same processes has one. */
  has(app: PinnedApp, platform: PlatformName, place: Place): boolean {
    return computed(this.answers, `${platform} ${place} ${app.key}`, () => this.find(app, platform, place));
  }

  private find(app: PinnedApp, platform: PlatformName, place: Place): boolean {
    const fits = (scope: Scope): boolean => scope.platform === platform && isAt(scope, place);
    const entry = entryOf(app);
    const listed = [this.byApp.get(app.key), entry && this.byEntry.get(entry), this.unknown];
    if (listed.some((scopes) => scopes?.some(fits))) return true;
    const definition = app.platforms[platform];
    return definition?.known === true && this.covers(definition.value, fits);
  }

  private add(key: string, app: PinnedApp | undefined, scope: Scope): void {
    append(this.byApp, key, scope);
    const definition = app?.platforms[scope.platform];
    const entry = entryOf(app);
    if (entry !== undefined) append(this.byEntry, entry, scope);
    if (definition?.known !== true) {
      if (app?.name.known !== true) this.unknown.push(scope);
      return;
    }
    const { match, processes } = definition.value;
    if (!match.known || processes.open !== undefined) this.unknown.push(scope);
    else if (match.value === 'exact') for (const one of processes.items) append(this.byProcess, foldCase(one), scope);
    else this.patterns.push(...processes.items.map((pattern) => ({ pattern, scope })));
  }

  /** Whether every process of a definition is named, or may be matched. */
  private covers({ match, processes }: Definition, fits: (scope: Scope) => boolean): boolean {
    if (!match.known || processes.items.length === 0 || processes.open !== undefined) return false;
    const patterns = this.patterns.filter(({ scope }) => fits(scope));
    if (match.value === 'regex') {
      return processes.items.every((item) => patterns.some(({ pattern }) => pattern === item));
    }
    return processes.items.every(
      (item) =>
        this.byProcess.get(foldCase(item))?.some(fits) === true ||
        patterns.some(({ pattern }) => matchElement('regex', pattern, item) !== 'no'),
    );
  }
}

/**
 * Whether an exception counts at a place. A block at the other location counts too: that it is missing at this one is
 * told of it.
 */
function isAt({ location, blocks }: Scope, place: Place): boolean {
  return !location.known || location.value === null || place === 'everywhere' || location.value === place || blocks;
}
