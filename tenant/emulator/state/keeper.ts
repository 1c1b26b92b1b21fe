/** What a store hands on when a transaction is done, to whoever keeps it beyond the process. */
import type { CollectionName } from '../../contract/collections';
import type { SequenceName } from './store';

/** One object as it was and as it is; undefined where it is not there. */
export interface Change {
  table: CollectionName;
  id: string;
  /** The place in the order of creation, which never changes. */
  place: number;
  before: object | undefined;
  after: object | undefined;
}

export interface Keeper {
  /** Keeps all of it or, when it throws, nothing. */
  keep(changes: readonly Change[], sequences: ReadonlyMap<SequenceName, number>): void;
  /** What was kept before, handed to a store that is still empty. */
  recall(): Kept;
  close(): void;
}

export interface Kept {
  objects: readonly KeptObject[];
  sequences: readonly (readonly [SequenceName, number])[];
}

export interface KeptObject {
  table: CollectionName;
  id: string;
  place: number;
  object: object;
}

/** Keeps nothing: the state ends with the process. */
export const keepNothing: Keeper = {
  keep: () => undefined,
  recall: () => ({ objects: [], sequences: [] }),
  close: () => undefined,
};
