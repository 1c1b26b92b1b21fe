/** The layout of a tenant's database: how it is marked, and its tables. */

/** Marks the file as ours ("NSST"); `user_version` is the version of its layout. */
export const applicationId = 0x4e535354;
export const layout = 1;

/** Of an empty file. Objects are JSON, as they are in memory, and lie in the order that they are read in. */
export const schema = `
  CREATE TABLE object (
    collection TEXT NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (collection, place)
  ) WITHOUT ROWID;
  CREATE TABLE sequence (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
`;
