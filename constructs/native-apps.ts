/** What has to be known about a native app to block it, and how does the catalogue make a preset of it? */
import type { CatalogueEntry } from '../steering/catalogue/native-app';
import { PLATFORMS, type Platform, type PlatformProperty } from './platform';

/** An app to block, with what has to be known about it. */
export interface NativeApp {
  /** The name of the app on the tenant. */
  readonly name: string;
  /**
   * What stands for the app in ids, and so in Terraform addresses. It stays the same when the name changes.
   * @default - the name
   */
  readonly key?: string;
  /**
   * Whether the tenant has the app already, so that it is looked up by its name instead of being defined.
   * @default false
   */
  readonly predefined?: boolean;
  /** The exact names of its executables on Windows. @default - none known */
  readonly windows?: readonly string[];
  /** The exact names of its executables on macOS. @default - none known */
  readonly macOs?: readonly string[];
  /** The exact names of its executables on Linux. @default - none known */
  readonly linux?: readonly string[];
  /** The exact names of its executables on iOS. @default - none known */
  readonly ios?: readonly string[];
  /** The exact names of its executables on Android. @default - none known */
  readonly android?: readonly string[];
  /** The exact names of its executables on Chrome OS. @default - none known */
  readonly chromeOs?: readonly string[];
  /** The TCP ports that it talks to. 80 and 443 are steered anyway. @default - only those two */
  readonly ports?: readonly number[];
  /** The domains that it talks to, compared by suffix. @default - none known */
  readonly domains?: readonly string[];
  /**
   * The catalogue's facts with their sources, and what the preset leaves out. @default - none: the user gives the facts
   */
  readonly catalogue?: CatalogueEntry;
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

/** The executables that a preset leaves out unless a user asks for them. */
export function leftOut({ catalogue }: NativeApp, property: PlatformProperty): readonly string[] {
  return catalogue === undefined ? [] : executables(catalogue, property, true);
}

/** Makes a preset of what the catalogue knows: the values alone, without the strength of their sources. */
export function fromCatalogue(catalogue: CatalogueEntry): NativeApp {
  const byPlatform = PLATFORMS.map(({ property }) => [property, executables(catalogue, property, false)] as const);
  return {
    name: catalogue.name,
    ...Object.fromEntries(byPlatform.filter(([, names]) => names.length > 0)),
    ports: (catalogue.tcp ?? []).map(({ value }) => value),
    domains: (catalogue.hosts ?? []).map(({ value }) => value),
    catalogue,
  };
}

function executables(catalogue: CatalogueEntry, property: PlatformProperty, onRequest: boolean): string[] {
  const platform = PLATFORMS.find((one) => one.property === property)?.name;
  const known = platform === undefined ? [] : (catalogue.executables[platform] ?? []);
  return known.filter((one) => (one.onRequest ?? false) === onRequest).map(({ value }) => value);
}
