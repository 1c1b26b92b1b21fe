/**
 * The catalogue holds what is publicly known about native apps, as dated data. Nothing enters it without a source, and
 * every fact keeps how strong its source is, so that a reader of a plan can tell a fact from a rumour. This file has
 * the form of its entries.
 */
import type { PlatformName } from '../domain/vocabulary';

/**
 * How strong a source is, strongest first: `seed` the article this project starts from, `doc` documentation of the
 * app's vendor, `vendor` code that the vendor publishes, `community` third parties' code and lists, `assumed` nobody's
 * word but ours.
 */
export const CONFIDENCES = ['seed', 'doc', 'vendor', 'community', 'assumed'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A source is where something is written. */
export interface Source {
  readonly name: string;
  /** The address of the source, or words where there is none to give. */
  readonly where: string;
  /** The day on which it was read, ISO 8601. */
  readonly read: string;
  readonly confidence: Confidence;
}

/** A fact is a value with its source. */
export interface Fact<T> {
  readonly value: T;
  readonly source: Source;
  /** What a user should know before relying on the value. */
  readonly note?: string;
}

/** The bare name of a process, with its source. */
interface Executable extends Fact<string> {
  /** Set for a process that is named for completeness, and taken only on request. */
  readonly onRequest?: true;
}

export const APP_KINDS = [
  'messenger',
  'meeting',
  'ai',
  'remote access',
  'file sync',
  'vpn or proxy',
  'file sharing',
  'games',
  'developer tool',
  'notes and office',
  'music',
] as const;
export type AppKind = (typeof APP_KINDS)[number];

/** What is known about one app. */
export interface CatalogueEntry {
  /**
   * What identifies the app for good: lower-case letters, digits and hyphens. Addresses of resources follow from it, so it
   * stays as it is when a vendor renames the app.
   */
  readonly key: string;
  /** The name by which its vendor calls the app; it is also the name of the app on a tenant. */
  readonly name: string;
  /** What the app is for. */
  readonly kind: AppKind;
  /** The processes of the app itself, by platform; never a process that other apps share. */
  readonly executables: { readonly [P in PlatformName]?: readonly Executable[] };
  /** The TCP ports of destinations that the app uses. */
  readonly tcp?: readonly Fact<number>[];
  /** The UDP ports of destinations that the app uses. */
  readonly udp?: readonly Fact<number>[];
  /** The domains that it talks to, to be compared by suffix. */
  readonly hosts?: readonly Fact<string>[];
  /** Set for an app that is built with Electron: on macOS its sockets may belong to `<name> Helper`. [assumed] */
  readonly electron?: Fact<true>;
  /**
   * The executable that shows WebView2 on Windows: web traffic may belong to `msedgewebview2.exe`, which apps share.
   * [assumed]
   */
  readonly webView2?: Fact<string>;
  /** The executables of the app that run as Windows services, or can, as the source says. Services run in session 0. */
  readonly services?: readonly Fact<string>[];
  /**
   * Set for an app that connects to addresses which it did not look up: rules for pinned apps do not apply without a
   * host name. [doc]
   */
  readonly literalAddresses?: Fact<true>;
  /** Set for an app that a tenant is known to have already, because the vendor of the tenant ships its definition. */
  readonly predefined?: Fact<true>;
}

/** Makes facts of several values with the same source. */
export function facts<T extends string | number>(source: Source, ...values: T[]): Fact<T>[] {
  return values.map((value) => ({ value, source }));
}

/** Makes the fact that something is so, by a source. */
export function known(source: Source, note?: string): Fact<true> {
  return { value: true, source, ...(note !== undefined && { note }) };
}
