/** How fast is the executable of a release, which brings its own Node? On Linux, where a release is made. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PROVIDER_SOURCE, VERSION } from '../providers/netskope/names';
import { bundle } from '../tools/build/bundle';
import { onlyMirrors, PLATFORM } from '../tools/build/install-plugin';
import { programName } from '../tools/build/mirror';
import { syncFolder } from '../tools/build/sync-folder';
import { makeExecutable } from '../tools/release/executable';
import { fetchNode, RELEASED } from '../tools/release/runtimes';
import { benchHandshake } from './handshake';
import { benchNoOpPlan } from './no-op-plan';
import type { Measurement } from './report';

const ROOT = resolve(__dirname, '..');

export async function benchExecutable(): Promise<Measurement[]> {
  if (PLATFORM !== 'linux_amd64' && PLATFORM !== 'linux_arm64') return [];
  const node = await fetchNode(RELEASED[PLATFORM]);
  const folder = await mkdtemp(join(tmpdir(), 'executable-bench-'));
  try {
    const { files } = await bundle(ROOT, 'providers/netskope/main.ts', 'provider.cjs', 'plugin');
    const target = join(folder, PROVIDER_SOURCE, VERSION, PLATFORM);
    const path = programName(VERSION);
    await syncFolder(target, [{ path, content: await makeExecutable(node, node, files), executable: true }]);
    const cliConfigFile = join(folder, 'terraformrc');
    await writeFile(cliConfigFile, onlyMirrors(folder));
    const starts = { what: 'executable: spawn to handshake', program: join(target, path), node, goal: 1.8 };
    return [
      ...(await benchHandshake(starts)),
      ...(await benchNoOpPlan('executable: no-op plan of 1000', 1_000, 5, 2.6, cliConfigFile)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
