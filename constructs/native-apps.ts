/** Native apps to block: presets from the catalogue, or a user's own. */
import type { CatalogueEntry } from '../steering/catalogue/native-app';
import { whatsapp } from '../steering/catalogue/whatsapp';
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

/** Presets: dated data, each fact with its source and confidence below `catalogue`. */
export const NativeApps = {
  /**
   * WhatsApp Desktop, with the executables and ports of the article [seed]. `WhatsApp.Root.exe`, the process of today's
   * build from the Microsoft Store [community], is only taken with `communityExecutables: true`.
   */
  WHATSAPP: fromCatalogue(whatsapp),
} as const;

/** Executables of a preset that it leaves out by default. */
export function leftOut({ catalogue }: NativeApp, property: PlatformProperty): readonly string[] {
  return catalogue === undefined ? [] : executables(catalogue, property, false);
}

function fromCatalogue(catalogue: CatalogueEntry): NativeApp {
  const byPlatform = PLATFORMS.map(({ property }) => [property, executables(catalogue, property, true)] as const);
  return {
    name: catalogue.name,
    ...Object.fromEntries(byPlatform.filter(([, names]) => names.length > 0)),
    ports: catalogue.endpoints.filter(({ value }) => value.transport === 'tcp').map(({ value }) => value.port),
    domains: catalogue.domains.map(({ value }) => value),
    catalogue,
  };
}

function executables(catalogue: CatalogueEntry, property: PlatformProperty, byDefault: boolean): string[] {
  const platform: string | undefined = PLATFORMS.find((row) => row.property === property)?.platform;
  return catalogue.executables
    .map(({ value }) => value)
    .filter((executable) => executable.platform === platform && executable.byDefault === byDefault)
    .map(({ name }) => name);
}
