/** What is known of certificate pinned apps and their exceptions, platform by platform? Most rules ask this first. */
import { remembered } from '../collections';
import { EFFECTS, asksForManaged } from '../decide/actions';
import { BYPASS, NOTHING } from '../decide/outcome';
import type { MatchKind } from '../domain/processes';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
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
import { quote } from './rule';

/** An app with its definition on one platform, which is known. */
export interface Defined {
  readonly app: PinnedApp;
  readonly platform: PlatformName;
  readonly definition: Definition;
}

/** Returns the definitions that are known to be of a kind: exact names, or patterns. */
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

/** Whether a definition is written by an administrator: nobody can act on that of an app which the vendor predefined. */
export function isWritten({ custom }: PinnedApp): boolean {
  return !custom.known || custom.value;
}

/** A certificate pinned exception with its action on one platform, which is known. */
export interface Pinned {
  readonly exception: SteeringException;
  readonly customAppDomains: Names;
  readonly platform: PlatformName;
  readonly action: PinnedAction;
  /** The device classifications to which a bypass of managed devices is limited; an empty list sets no limit. */
  readonly classifications: Names;
  /** The app that the exception is for; left out where the model does not have it. */
  readonly app?: PinnedApp;
  /** The configuration that the exception belongs to; left out where the model does not have it. */
  readonly configuration?: Configuration;
  /** How the app is defined on the platform; left out where it is not, or where that is not known. */
  readonly definition?: Definition;
}

/**
 * The certificate pinned exceptions of a model, platform by platform. Where the action on a platform is not known, the
 * exception is left out: a rule never guesses. The list is remembered, because every rule of pinned apps asks for it.
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

/** Whether the action blocks somebody: the modes for managed devices block on unmanaged ones. [doc] */
export function blocks({ action }: Pinned): boolean {
  return action === 'block' || asksForManaged(action);
}

/** Whether the action is a bypass on every device, managed or not. */
export function bypasses({ action }: Pinned): boolean {
  return !asksForManaged(action) && (EFFECTS[action].managed & BYPASS) !== NOTHING;
}

/** Says whom actions that block somebody block: everybody, or those on devices that are not managed. */
export function howBlocked(all: readonly Pinned[]): string {
  return all.every(({ action }) => asksForManaged(action)) ? 'blocked on devices that are not managed' : 'blocked';
}

/** Keeps the first platform of each exception, for rules that have one thing to say of all its platforms. */
export function onePerException(pinned: readonly Pinned[]): Pinned[] {
  const seen = new Set<string>();
  return pinned.filter(({ exception }) => !seen.has(exception.key) && seen.add(exception.key));
}

/** Whether an object belongs to a configuration; undefined where that is not known. */
export function belongsTo(
  object: SteeringException | NonStandardPort,
  configuration: Configuration,
): boolean | undefined {
  return object.configuration.known ? object.configuration.value === configuration.key : undefined;
}

/** Returns the name under which people know an object. */
export function nameOf({ name, key }: { readonly name: Value<string>; readonly key: string }): string {
  return name.known ? name.value : key;
}

/** Names an object within a sentence: its name in quotes, or the words for what is not shown or has no name of its own. */
export function titleOf(object: PinnedApp | Configuration | undefined, unseen = 'the app'): string {
  if (object === undefined) return unseen;
  // The words are the same whether the source knows the name, so that a finding is the same everywhere.
  if ('isDefault' in object && object.isDefault) return 'the default configuration';
  return quote(nameOf(object));
}

/** Names a configuration within a sentence. */
export function titleOfConfiguration(configuration: Configuration | undefined): string {
  return titleOf(configuration, 'a configuration that the source does not show');
}

function found<T>(objects: ReadonlyMap<string, T>, key: Value<string>): T | undefined {
  return key.known ? objects.get(key.value) : undefined;
}
