/**
 * The error for a data folder on which no tenant can start. Its message says which folder, why, and what to do next.
 */
export class UnusableData extends Error {
  /** @param reason what is wrong, and then what to do: sentences, without the last full stop. */
  constructor(folder: string, reason: string, cause?: unknown) {
    super(`the data folder ${folder} cannot be used: ${reason}.`, { cause });
    this.name = 'UnusableData';
  }
}

/**
 * The error for damaged data.
 *
 * @param what what was found; it may hold bytes of the damaged file.
 */
export function damaged(folder: string, what: string, cause?: unknown): UnusableData {
  const shown = what.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 200);
  const next = 'It was left as it is: put a copy of it back, or move it away to start with a new tenant';
  return new UnusableData(folder, `${DATABASE} in it is damaged (${shown}). ${next}`, cause);
}

/** The name of the database in a data folder. */
export const DATABASE = 'tenant.db';

export const NOT_ALLOWED =
  'it cannot be read and written. Let this user read and write it and its files, or choose another folder';
