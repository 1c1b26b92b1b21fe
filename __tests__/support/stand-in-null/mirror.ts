/** Builds the stand-in into a mirror of its own, where terraform looks for hashicorp/null, beside the build's mirror. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPlugin, onlyMirrors } from '../../../tools/build/install-plugin';
import { standInNull } from './provider';

const BUILT = resolve(__dirname, '../../../dist/mirror');

export interface StandInMirror {
  /** Names both mirrors, and no registry. */
  readonly cliConfigFile: string;
  remove(): Promise<void>;
}

export async function buildStandInNull(): Promise<StandInMirror> {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-null-'));
  const mirror = join(folder, 'mirror');
  await installPlugin(mirror, {
    entry: '__tests__/support/stand-in-null/main.ts',
    source: 'registry.terraform.io/hashicorp/null',
    version: standInNull.version,
  });
  const cliConfigFile = join(folder, 'terraformrc');
  await writeFile(cliConfigFile, onlyMirrors(BUILT, mirror));
  return { cliConfigFile, remove: () => rm(folder, { recursive: true, force: true }) };
}
