/** Certificate pinned exceptions, one for each platform with an action that is known: what most rules look at. */
import type { MatchKind } from '../domain/processes';
import {
  type Configuration,
  type Definition,
  type Model,
  NO_NAMES,
  type Names,
  type NonStandardPort,
  type PinnedAction,
  type PinnedApp,
  type SteeringException,
  type Value,
  isDesktop,
} from '../model/model';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import { EFFECTS, asksForManaged } from '../decide/actions';
import { BYPASS, NOTHING } from '../decide/outcome';
import { remembered } from '../collections';

/** Definitions of apps that are known, one for each platform. */

export interface Defined {
  readonly app: PinnedApp;
  readonly platform: PlatformName;
  readonly definition: Definition;
}

/** Those that are known to be of a kind. */
export function definitionsOf({ apps }: Model, kind: MatchKind): Defined[] {
  return apps.flatMap((app) =>
    PLATFORMS.flatMap(({ name: platform }): Defined[] => {
      const definition = app.platforms[platform];
      if (definition?.known !== true) return [];
      const { match } = definition.value;
      return match.known && match.value === kind ? [{ app, platform, definition: definition.value }] : [];
    }),
  );
}

export interface Pinned {
  readonly exception: SteeringException;
  readonly customAppDomains: Names;
  readonly platform: PlatformName;
  readonly action: PinnedAction;
  /** Of devices, to which a bypass of managed devices is limited; empty: to none. */
  readonly classifications: Names;
  /** Left out where the model does not have it. */
  readonly app?: PinnedApp;
  readonly configuration?: Configuration;
  /** Left out where the app is not defined there, or not known how. */
  readonly definition?: Definition;
}

/**
 * Exceptions whose action on a platform is not known are left out: a rule never guesses. Remembered, since every rule of
 * pinned apps asks for them.
 */
export const pinnedOf = remembered((model: Model): readonly Pinned[] => {
  const apps = new Map(model.apps.map((app) => [app.key, app]));
  const configurations = new Map(model.configurations.map((configuration) => [configuration.key, configuration]));
  return model.exceptions.flatMap((exception) => {
    const { data } = exception;
    if (data.type !== 'certificate_pinned_app') return [];
    const app = found(apps, data.app);
    const configuration = found(configurations, exception.configuration);
    return PLATFORMS.flatMap(({ name: platform }): Pinned[] => {
      const action = data.platforms[platform];
      if (action?.known !== true || action.value === null) return [];
      const definition = app?.platforms[platform];
      return [
        {
          exception,
          customAppDomains: data.customAppDomains,
          platform,
          action: action.value,
          classifications: (isDesktop(platform) ? data.deviceClassifications?.[platform] : undefined) ?? NO_NAMES,
          ...(app !== undefined && { app }),
          ...(configuration !== undefined && { configuration }),
          ...(definition?.known === true && { definition: definition.value }),
        },
      ];
    });
  });
});

/** Whether the action blocks somebody: managed-device modes block on unmanaged devices. [doc] */
export function blocks({ action }: Pinned): boolean {
  return action === 'block' || asksForManaged(action);
}

/** Whether the action bypasses whatever device it is on. */
export function bypasses({ action }: Pinned): boolean {
  return !asksForManaged(action) && (EFFECTS[action].managed & BYPASS) !== NOTHING;
}

/** The first of each exception, where a rule has one thing to say of all its platforms. */
export function onePerException(pinned: readonly Pinned[]): Pinned[] {
  const seen = new Set<string>();
  return pinned.filter(({ exception }) => !seen.has(exception.key) && seen.add(exception.key));
}

/** Whether an object belongs to a configuration; undefined: nobody knows. */
export function belongsTo(
  object: SteeringException | NonStandardPort,
  configuration: Configuration,
): boolean | undefined {
  return object.configuration.known ? object.configuration.value === configuration.key : undefined;
}

/** What an object is called, for people. */
export function nameOf(object: { readonly name: Value<string>; readonly key: string } | undefined): string {
  if (object === undefined) return 'an object that the source does not show';
  if (object.name.known) return object.name.value;
  return 'isDefault' in object && object.isDefault === true ? 'the default configuration' : object.key;
}

export function platformTitle(platform: PlatformName): string {
  return PLATFORMS.find(({ name }) => name === platform)?.title ?? platform;
}

function found<T>(objects: ReadonlyMap<string, T>, key: Value<string>): T | undefined {
  return key.known ? objects.get(key.value) : undefined;
}
