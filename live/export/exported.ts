/** What is written of a tenant, whatever the language: its objects, with their attributes and what is said of them. */
import type { Remark, WrittenValue } from './attributes';

/** An object of a tenant, as it is written. */
export interface ExportedObject {
  /** The name of the resource without that of the provider, such as `non_standard_port`. */
  readonly kind: string;
  /** Whether it is only looked up: an app that the vendor predefines. */
  readonly isLookup: boolean;
  /** The words of its name in code, the most telling one first. */
  readonly parts: readonly string[];
  /** The same without the words of its configuration. */
  readonly own: readonly string[];
  /** Its import id; left out where the source shows none. */
  readonly importId?: string;
  /** What tells it from others of its kind. */
  readonly key: string;
  readonly attributes: Readonly<Record<string, WrittenValue>>;
  readonly remarks: readonly Remark[];
  readonly missing: readonly Remark[];
  /** Why it is only a comment. */
  readonly withheld?: string;
  /** The place in the order of configurations, 1 first. */
  readonly priority?: number;
  /** The configuration after which it comes. */
  readonly after?: ExportedObject;
}

/** A configuration with what stands in it. */
export interface ExportedConfiguration {
  readonly object: ExportedObject;
  readonly ports: readonly ExportedObject[];
  readonly exceptions: readonly ExportedObject[];
  /** What is said of it as a whole. */
  readonly notes: readonly string[];
}

/** All that is written of a tenant. */
export interface ExportedTenant {
  readonly apps: readonly ExportedObject[];
  readonly locations: readonly ExportedObject[];
  readonly configurations: readonly ExportedConfiguration[];
  /** Whether the ids of objects are known, so that they can be imported. */
  readonly hasIds: boolean;
}

/** The id of an object without that of its configuration. */
export function ownIdOf({ key }: ExportedObject): string {
  return key.replace(/^.*\//, '');
}

/** All objects, in the order in which they are written. */
export function allOf({ apps, locations, configurations }: ExportedTenant): ExportedObject[] {
  return [
    ...apps,
    ...locations,
    ...configurations.flatMap(({ object, ports, exceptions }) => [object, ...ports, ...exceptions]),
  ];
}

/** The word that begins a name where the name of the object alone is none. */
export const NOUNS: Readonly<Record<string, string>> = {
  certificate_pinned_app: 'app',
  network_location: 'location',
  configuration: 'configuration',
  default_configuration: 'configuration',
  non_standard_port: 'port',
};
