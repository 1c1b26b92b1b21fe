/**
 * What the state of a tenant consists of, in the contract's terms. A store holds a table for each collection, and the
 * sequences of numbers for ids. A store knows no rule.
 */
import type { App, Configuration, NonStandardPort, SteeringException, SteeringExceptionInput } from '../../contract';
import type { CollectionName, ObjectOf } from '../../contract/collections';

/** A location of dynamic steering: on-premises or off-premises. */
export type Side = NonNullable<SteeringException['location']>;

/** The values that keys of a table must have. An object must match all of them; without any, every object matches. */
export type Where<Key extends string> = Partial<Record<Key, string | number>>;

/** Some objects of a table. */
export interface ObjectPage<T> {
  rows: T[];
  /** The number of all objects that were asked for, whatever the page. */
  total: number;
}

/**
 * Objects in the order of their creation, which a replacement does not change. An object that was put in is never
 * changed itself.
 */
export interface Table<T, Key extends string> {
  get(id: string | number): T | undefined;
  /** Adds an object under an id that is not in use, or replaces the one that has it. */
  put(id: string | number, object: T): void;
  remove(id: string | number): void;
  page(where: Where<Key>, offset: number, limit: number): ObjectPage<T>;
  /** The object created last. */
  last(): T | undefined;
}

/** A configuration without its priority, which follows from its place among the others. */
export type StoredConfiguration = Omit<Configuration, 'priority'> & {
  /** The place in the order of evaluation; null for the default configuration, which is always the last. */
  place: number | null;
};

export type StoredNonStandardPort = NonStandardPort & { config_id: number };

/** An exception without the name of its app, which follows from the app. */
export type StoredException = Omit<SteeringException, 'certificate_pinned_app'> & {
  config_id: number;
  certificate_pinned_app?: StoredPinnedApp;
};

export type StoredPinnedApp = NonNullable<SteeringExceptionInput['certificate_pinned_app']> & {
  custom_app_domains: string[];
};

/** The objects that a store keeps in another form than the contract shows. */
interface StoredOtherwise {
  configurations: StoredConfiguration;
  nonStandardPorts: StoredNonStandardPort;
  exceptions: StoredException;
}

/** An object of a collection, as a store keeps it. */
export type Stored<N extends CollectionName> = N extends keyof StoredOtherwise ? StoredOtherwise[N] : ObjectOf<N>;

/** For each table, the sequence from which the numbers in its ids come, and the keys that `Where` compares. */
export const TABLES = {
  apps: { sequence: 'app', keysOf: ({ app_name }: App) => ({ app_name }) },
  networkLocations: { sequence: 'loc', keysOf: ({ name }: ObjectOf<'networkLocations'>) => ({ name }) },
  configurations: { sequence: 'config', keysOf: ({ config_name }: StoredConfiguration) => ({ config_name }) },
  nonStandardPorts: { sequence: 'row', keysOf: ({ config_id }: StoredNonStandardPort) => ({ config_id }) },
  exceptions: {
    sequence: 'exc',
    keysOf: ({ config_id, type, certificate_pinned_app }: StoredException) => ({
      config_id,
      type,
      app_id: certificate_pinned_app?.app_id ?? '',
    }),
  },
} as const satisfies {
  [N in CollectionName]: { sequence: string; keysOf: (object: Stored<N>) => Record<string, string | number> };
};

export type SequenceName = (typeof TABLES)[CollectionName]['sequence'] | 'etag';

type Tables = {
  [N in CollectionName]: Table<Stored<N>, string & keyof ReturnType<(typeof TABLES)[N]['keysOf']>>;
};

/** The state of a tenant. */
export interface Store extends Tables {
  /** The next number of a sequence, from 1; a number is never given twice. */
  next(sequence: SequenceName): number;
  /**
   * Runs work as a whole: all its changes stay, or none where it throws. A change outside of a transaction is a
   * transaction by itself.
   */
  transaction<T>(work: () => T): T;
  /**
   * Lets go of what the store holds outside of the process, such as its file. The store must not be used afterwards.
   */
  close(): void;
}
