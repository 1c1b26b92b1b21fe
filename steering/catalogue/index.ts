/** This file gathers every app of the catalogue, by the constant that stands for it in code. */
import * as ai from './ai';
import * as developerTools from './developer-tools';
import * as fileSharing from './file-sharing';
import * as fileSync from './file-sync';
import * as games from './games';
import * as meetings from './meetings';
import * as messengers from './messengers';
import type { CatalogueEntry } from './native-app';
import * as notesAndMusic from './notes-and-music';
import * as remoteAccess from './remote-access';
import * as remoteSupport from './remote-support';
import * as vpn from './vpn';
import * as whatsapp from './whatsapp';

export const CATALOGUE = {
  ...whatsapp,
  ...messengers,
  ...meetings,
  ...ai,
  ...remoteAccess,
  ...remoteSupport,
  ...fileSync,
  ...fileSharing,
  ...vpn,
  ...games,
  ...developerTools,
  ...notesAndMusic,
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

/** All apps of the catalogue, in a list. */
export const CATALOGUE_ENTRIES: readonly CatalogueEntry[] = Object.values(CATALOGUE);
