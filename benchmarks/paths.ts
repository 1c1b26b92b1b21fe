/** Where are the built programs? */
import { resolve } from 'node:path';
import { PROVIDER_SOURCE, PROVIDER_TYPE, VERSION } from '../providers/netskope/names';
import { PLATFORM } from '../tools/build/install-plugin';

export const DIST = resolve(__dirname, '../dist');

/** The program `netskope-steering`. */
export const CLI = resolve(DIST, 'cli.cjs');

/** The file of the provider that terraform executes on this platform. */
export function launcherPath(): string {
  return resolve(DIST, 'mirror', PROVIDER_SOURCE, VERSION, PLATFORM, `terraform-provider-${PROVIDER_TYPE}_v${VERSION}`);
}
