/** Where are the built programs? */
import { resolve } from 'node:path';
import { PROVIDER_SOURCE, VERSION } from '../providers/netskope/names';
import { PLATFORM } from '../tools/build/install-plugin';
import { programName } from '../tools/build/mirror';

export const DIST = resolve(__dirname, '../dist');

/** The program `netskope-steering`. */
export const CLI = resolve(DIST, 'cli.cjs');

/** The file of the provider that terraform executes on this platform. */
export function launcherPath(): string {
  return resolve(DIST, 'mirror', PROVIDER_SOURCE, VERSION, PLATFORM, programName(VERSION));
}
