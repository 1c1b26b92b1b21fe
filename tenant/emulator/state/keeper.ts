/** What a keeper is: the part that keeps the changes of a store's transactions beyond the end of the process. */
import type { CollectionName } from '../../contract/collections';
import type { SequenceName } from './store';

/** One object before and after a transaction; undefined where the object does not exist at that time. */
export interface Change {
  table: CollectionName;
  id: string;
  /** The place in the order of creation, which never changes. */
  place: number;
  before: object | undefined;
  after: object | undefined;
}

/** The keeper of a store. */
export interface Keeper {
  /** Keeps all changes of a transaction or, when it throws, none. */
  keep(changes: readonly Change[], sequences: ReadonlyMap<SequenceName, number>): void;
  /** Hands what was kept before to a store that is still empty. */
  recall(): Kept;
  close(): void;
}

/** The state that was kept. */
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

/** The keeper that keeps nothing: the state ends with the process. */
export const keepNothing: Keeper = {
  keep: () => undefined,
  recall: () => ({ objects: [], sequences: [] }),
  close: () => undefined,
};
