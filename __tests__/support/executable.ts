/** A machine that has the executable of a release, and no Node: what acceptance tests find there. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { PROVIDER_SOURCE } from '../../providers/netskope/names';
import { onlyMirrors, PLATFORM } from '../../tools/build/install-plugin';
import { programName } from '../../tools/build/mirror';

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
  unpack(release, PLATFORM, (version) => packageFolder(mirror, version));
  return mirror;
}

/**
 * A mirror whose provider for this platform is the executable of Windows. Its stderr goes to a file: Node cannot write
 * to a pipe of Linux under Wine.
 * @param wine the command by which Wine starts a program of Windows
 */
function unpackForWine(release: string, folder: string, wine: string): string {
  const windows = join(folder, 'windows');
  const version = unpack(release, 'windows_amd64', () => windows);
  const program = programName(version);
  const target = packageFolder(join(folder, 'mirror'), version);
  mkdirSync(target, { recursive: true });
  const script = `#!/bin/sh\nexec ${wine} '${join(windows, program)}.exe' 2>>'${join(folder, 'stderr')}'\n`;
  writeFileSync(join(target, program), script, { mode: 0o755 });
  return join(folder, 'mirror');
}

const packageFolder = (mirror: string, version: string): string => join(mirror, PROVIDER_SOURCE, version, PLATFORM);

/** Unpacks the archive of a platform into the folder for its version, which it returns. */
function unpack(release: string, platform: string, target: (version: string) => string): string {
  const [archive] = readdirSync(release).filter((name) => name.endsWith(`_${platform}.zip`));
  const [, version] = /_([^_]+)_[^_]+_[^_]+\.zip$/.exec(archive ?? '') ?? [];
  if (archive === undefined || version === undefined) throw new Error(`${release} has no archive for ${platform}`);
  mkdirSync(target(version), { recursive: true });
  execFileSync('unzip', ['-q', join(release, archive), '-d', target(version)]);
  return version;
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
  const { RELEASE, WINE } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'steering-executable-'));
  const release = RELEASE ?? join(folder, 'release');
  if (RELEASE === undefined) makeRelease(release, [WINE === undefined ? PLATFORM : 'windows_amd64']);
  const mirror =
    WINE === undefined ? unpackRelease(release, join(folder, 'mirror')) : unpackForWine(release, folder, WINE);
  const cliConfigFile = join(folder, 'terraformrc');
  writeFileSync(cliConfigFile, onlyMirrors(mirror));
  process.env['STEERING_TERRAFORMRC'] = cliConfigFile;
  process.env['PATH'] = pathWithoutNode(join(folder, 'bin'));
}
