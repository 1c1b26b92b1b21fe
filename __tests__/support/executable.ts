/** A machine that has the executable of a release, and no Node: what acceptance tests find there. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { PROVIDER_SOURCE } from '../../providers/netskope/names';
import { onlyMirrors, PLATFORM } from '../../tools/build/install-plugin';

const REPOSITORY = resolve(__dirname, '../..');

/** Makes a release for these platforms, in `folder`. */
export function makeRelease(
  folder: string,
  platforms: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): string {
  const args = ['--import', 'tsx', join(REPOSITORY, 'tools/release.ts'), ...platforms, '--out', folder];
  return execFileSync(process.execPath, args, { cwd: REPOSITORY, encoding: 'utf8', env });
}

/** Unpacks the archive of this platform as the guide says; returns the mirror that terraform is pointed at. */
export function unpackRelease(release: string, mirror: string): string {
  const [archive] = readdirSync(release).filter((name) => name.endsWith(`_${PLATFORM}.zip`));
  const [, version] = /_([^_]+)_[^_]+_[^_]+\.zip$/.exec(archive ?? '') ?? [];
  if (archive === undefined || version === undefined) throw new Error(`${release} has no archive for ${PLATFORM}`);
  const target = join(mirror, PROVIDER_SOURCE, version, PLATFORM);
  mkdirSync(target, { recursive: true });
  execFileSync('unzip', ['-q', join(release, archive), '-d', target]);
  return mirror;
}

/** A PATH on which everything is that was on the PATH, but for Node and what needs it. */
export function pathWithoutNode(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const place of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of existsSync(place) ? readdirSync(place) : []) {
      if (/^(node|nodejs|npm|npx|corepack)$/.test(name) || existsSync(join(folder, name))) continue;
      symlinkSync(join(place, name), join(folder, name));
    }
  }
  return folder;
}

/** What jest calls before the acceptance tests of an executable; its workers inherit the environment. */
export default function useExecutable(): void {
  const folder = mkdtempSync(join(tmpdir(), 'steering-executable-'));
  const release = process.env['RELEASE'] ?? join(folder, 'release');
  if (!existsSync(release)) makeRelease(release, [PLATFORM]);
  process.env['STEERING_TERRAFORMRC'] = join(folder, 'terraformrc');
  writeFileSync(process.env['STEERING_TERRAFORMRC'], onlyMirrors(unpackRelease(release, join(folder, 'mirror'))));
  process.env['PATH'] = pathWithoutNode(join(folder, 'bin'));
}
