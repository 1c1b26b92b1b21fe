/** Native apps to block: what has to be known about one, and how a preset is made from the catalogue. */
import type { CatalogueEntry } from '../steering/catalogue/native-app';
import { PLATFORMS, type PlatformProperty } from './platform';

/** What has to be known about an app to block it. */
export interface NativeApp {
  /** Name of the app on the tenant. */
  readonly name: string;
  /** Exact names of its executables on Windows. @default - none known */
  readonly windows?: readonly string[];
  /** On macOS. @default - none known */
  readonly macOs?: readonly string[];
  /** On Linux. @default - none known */
  readonly linux?: readonly string[];
  /** On iOS. @default - none known */
  readonly ios?: readonly string[];
  /** On Android. @default - none known */
  readonly android?: readonly string[];
  /** On Chrome OS. @default - none known */
  readonly chromeOs?: readonly string[];
  /** TCP ports it talks to. 80 and 443 are steered anyway. @default - only those two */
  readonly ports?: readonly number[];
  /** Domains it talks to, compared by suffix. @default - none known */
  readonly domains?: readonly string[];
  /** Where the facts come from, and what was left out for want of a strong source. @default - the user's own */
  readonly catalogue?: CatalogueEntry;
}

/** Executables of a preset that it leaves out by default. */
export function leftOut({ catalogue }: NativeApp, property: PlatformProperty): readonly string[] {
  return catalogue === undefined ? [] : executables(catalogue, property, true);
}

/** A preset: what the catalogue knows, without the strength of its sources. */
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
  const platform = PLATFORMS.find((row) => row.property === property)?.name;
  const known = platform === undefined ? [] : (catalogue.executables[platform] ?? []);
  return known.filter((one) => (one.onRequest ?? false) === onRequest).map(({ value }) => value);
}
