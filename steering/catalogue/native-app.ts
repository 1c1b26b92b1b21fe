/**
 * The catalogue: what is publicly known about native apps, as dated data. Nothing enters without a source, and every
 * entry keeps how strong that source is, so that a reader of a plan can tell a fact from a rumour.
 */

/**
 * How strong a source is: `seed` the article this project starts from, `vendor` the app's or the tenant's vendor,
 * `community` third parties' code and lists, `assumed` nobody's word but ours.
 */
export type Confidence = 'seed' | 'vendor' | 'community' | 'assumed';

export type CataloguePlatform = 'windows' | 'mac_os' | 'linux';

/** A fact with its source. */
export interface Sourced<T> {
  readonly value: T;
  readonly confidence: Confidence;
  /** Where it is written; a title, and an address where there is one. */
  readonly source: string;
  /** What a user should know before relying on it. */
  readonly note?: string;
}

export interface Executable {
  readonly platform: CataloguePlatform;
  /** Bare name of the process. */
  readonly name: string;
  /** `false`: named for completeness, taken only on request. */
  readonly byDefault: boolean;
}

export interface Endpoint {
  readonly transport: 'tcp' | 'udp';
  readonly port: number;
}

export interface CatalogueEntry {
  readonly name: string;
  /** When the entry was last checked, ISO 8601. */
  readonly asOf: string;
  readonly executables: readonly Sourced<Executable>[];
  readonly endpoints: readonly Sourced<Endpoint>[];
  /** Domains the app talks to, to be compared by suffix. */
  readonly domains: readonly Sourced<string>[];
}
