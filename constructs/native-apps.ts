/** What has to be known about a native app to block it, and how are presets found by their kind? */
import { APP_KINDS, type AppKind, type CatalogueEntry } from '../steering/catalogue/native-app';
import { PLATFORMS, type Platform, type PlatformProperty } from './platform';
import { checked } from './plumbing/checked';
import { Refusal } from './plumbing/synth';

/** What an app is for, as the catalogue sorts apps: `'messenger'`, `'remote access'`, `'vpn or proxy'` and others. */
export type NativeAppKind = AppKind;

/**
 * An app to block, with what has to be known about it: a preset of `NativeApps`, a preset with changes, or an app of
 * your own.
 * @example
 * import { NativeApps, type NativeApp } from 'cdktf-netskope-steering';
 *
 * const intranetChat: NativeApp = {
 *   key: 'intranet-chat',
 *   name: 'Intranet Chat',
 *   windows: ['IntranetChat.exe'],
 *   ports: [5222],
 *   domains: ['chat.example.com'],
 * };
 * const weChat: NativeApp = { ...NativeApps.WECHAT, windows: [...NativeApps.WECHAT.windows, 'WeChatStore.exe'] };
 */
export interface NativeApp {
  /** The name of the app on the tenant. */
  readonly name: string;
  /**
   * What identifies the app in the code: lower-case letters, digits and hyphens. Addresses of resources follow from it,
   * so that another name of the app changes the app in place. Presets have one that stays.
   * @default - the name
   * @literal The definition of the app is named after it.
   */
  readonly key?: string | undefined;
  /** What the app is for. @default - the app is of no kind */
  readonly kind?: NativeAppKind | undefined;
  /**
   * Whether the vendor of the tenant ships the app: its definition is looked up on the tenant by its name, never made.
   * Which apps a tenant has is on its list of certificate pinned apps.
   * @default false: the stack defines the app
   */
  readonly predefined?: boolean | undefined;
  /** The exact names of its executables on Windows. @default - none known */
  readonly windows?: readonly string[] | undefined;
  /** The exact names of its executables on macOS. @default - none known */
  readonly macOs?: readonly string[] | undefined;
  /** The exact names of its executables on Linux. @default - none known */
  readonly linux?: readonly string[] | undefined;
  /** The exact names of its executables on iOS. @default - none known */
  readonly ios?: readonly string[] | undefined;
  /** The exact names of its executables on Android. @default - none known */
  readonly android?: readonly string[] | undefined;
  /** The exact names of its executables on Chrome OS. @default - none known */
  readonly chromeOs?: readonly string[] | undefined;
  /**
   * The TCP ports that it talks to. 80 and 443 are steered anyway.
   * @default - only those two
   * @literal Each port has an entry that is named after it.
   */
  readonly ports?: readonly number[] | undefined;
  /** The domains that it talks to, compared by suffix. @default - none known */
  readonly domains?: readonly string[] | undefined;
  /**
   * The catalogue's facts with their sources, and what the preset leaves out. @default - none: the user gives the facts
   */
  readonly catalogue?: CatalogueEntry | undefined;
}

/** What stands for an app in ids. */
export function keyOfApp({ key, name }: NativeApp): string {
  return key ?? name;
}

/** The platforms on which an executable of an app is known. */
export function platformsOfApp(app: NativeApp, { communityExecutables = true }): readonly Platform[] {
  return PLATFORMS.filter(({ property }) => {
    return (app[property] ?? []).length > 0 || (communityExecutables && leftOut(app, property).length > 0);
  }).map(({ platform }) => platform);
}

/**
 * The executables that a preset leaves out of its list, because only third parties name them, and that the app does not
 * have anyway. Somebody who shortens the preset's list means just what is left, so nothing is left out then.
 */
export function leftOut(app: NativeApp, property: PlatformProperty): readonly string[] {
  const { catalogue, [property]: listed = [] } = app;
  if (catalogue === undefined) return [];
  const has = (name: string) => listed.some((one) => one.toLowerCase() === name.toLowerCase());
  if (!executablesOf(catalogue, property, false).every(has)) return [];
  return executablesOf(catalogue, property, true).filter((name) => !has(name));
}

/** The executables that the catalogue knows on a platform: those that a preset has, or those that it leaves out. */
export function executablesOf(catalogue: CatalogueEntry, property: PlatformProperty, onRequest: boolean): string[] {
  const platform = PLATFORMS.find((one) => one.property === property)?.name;
  const known = platform === undefined ? [] : (catalogue.executables[platform] ?? []);
  return known.filter((one) => (one.onRequest ?? false) === onRequest).map(({ value }) => value);
}

/** Makes a preset of its values, each with its literal type, and of what the catalogue says about their sources. */
export function preset<const T extends NativeApp>(
  values: T,
  catalogue: CatalogueEntry,
): T & Required<Pick<NativeApp, 'catalogue'>> {
  return { ...values, catalogue };
}

/** What `NativeApps` offers beside the presets. */
export type NativeAppSearch = {
  /**
   * Returns the presets of a kind, or of several kinds, in the order of their names.
   * @param kinds what the apps are for
   * @param options `except` names the presets to leave out; they are compared by their keys
   * @throws Error for a kind that does not exist
   * @example
   * import { NativeApps } from 'cdktf-netskope-steering';
   *
   * const messengers = NativeApps.ofKind('messenger', { except: [NativeApps.SIGNAL] });
   * const ways = NativeApps.ofKind(['remote access', 'vpn or proxy']);
   */
  ofKind(
    kinds: NativeAppKind | readonly NativeAppKind[],
    options?: { readonly except?: readonly NativeApp[] | undefined },
  ): readonly NativeApp[];
};

/** Adds the search by kind. It is not enumerable, so that the values of the presets are apps and nothing else. */
export function searchable<T extends Readonly<Record<string, NativeApp>>>(presets: T): T & NativeAppSearch {
  const ofKind: NativeAppSearch['ofKind'] = (given, options) => {
    const [kinds, { except = [] } = {}] = checked(undefined, 'NativeApps.ofKind', given, options);
    const wanted: readonly NativeAppKind[] = typeof kinds === 'string' ? [kinds] : kinds;
    // What is no word of the list by now is a token.
    if (!wanted.every((kind) => APP_KINDS.includes(kind)))
      throw new Refusal(
        'NativeApps.ofKind: a kind is only known at apply, but the apps are found at synth. Write it out.',
      );
    const keys = new Set(except.map(keyOfApp));
    return Object.values(presets).filter(
      (app) => app.kind !== undefined && wanted.includes(app.kind) && !keys.has(keyOfApp(app)),
    );
  };
  return Object.defineProperty(presets as T & NativeAppSearch, 'ofKind', { value: ofKind });
}
