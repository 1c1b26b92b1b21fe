// `npm run release -- [PLATFORM...] [--out FOLDER]` makes, in dist/release/, what people without npm install: an archive of
// the provider for each platform, checksums, a signature where GPG_KEY_ID names a key of gpg's agent, and the files of a
// network mirror, with the same bytes every time. The exit code is 2 for arguments that make no sense.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PACKAGE_ROOT, readVersion } from '../cli/package-root';
import { bundle, type Bundle } from './build/bundle';
import { PLATFORM } from './build/install-plugin';
import { programName, providerPackage } from './build/mirror';
import { thirdPartyNotices } from './build/notices';
import type { BuiltFile } from './build/sync-folder';
import { isOfRelease, packArchive, releaseFiles, sumsName, type Archive } from './release/archives';
import { makeExecutable } from './release/executable';
import { fetchNode, fetchRuntime, RELEASED, type ReleasePlatform } from './release/runtimes';

const PLATFORMS = Object.keys(RELEASED) as ReleasePlatform[];

const USAGE = `npm run release -- [PLATFORM...] [--out FOLDER]

Platforms: ${PLATFORMS.join(', ')}; without one, all of them.
FOLDER: a new or empty folder, or that of a former release; without it, dist/release.
GPG_KEY_ID: a key of gpg's agent, which signs the checksums; without it, nothing is signed.
`;

/** A mistake of whoever called the program. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { help, platforms, out, former } = readArguments();
  if (help) return void process.stdout.write(USAGE);
  refuseUnknownKey(process.env['GPG_KEY_ID']);
  const version = readVersion();
  const maker = await makerOfThisMachine();
  const provider = await bundle(PACKAGE_ROOT, 'providers/netskope/main.ts', 'provider.cjs', 'plugin');
  const licences = await licencesOf(provider, maker.folder);

  for (const name of former) rmSync(join(out, name), { recursive: true });
  mkdirSync(out, { recursive: true });
  const archives: Archive[] = [];
  for (const platform of platforms) {
    const start = performance.now();
    const files = await filesOf(platform, version, provider, maker.node);
    const archive = packArchive(version, platform, [...files, ...licences]);
    writeFileSync(join(out, archive.name), archive.bytes);
    const [seconds, mebibytes] = [(performance.now() - start) / 1000, archive.bytes.length / 1024 / 1024];
    process.stdout.write(`made ${archive.name}: ${mebibytes.toFixed(0)} MiB, in ${seconds.toFixed(0)} s\n`);
    archives.push(archive);
  }
  for (const { path, content } of releaseFiles(version, archives)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
  const signed = sign(join(out, sumsName(version)), process.env['GPG_KEY_ID']);
  process.stdout.write(`the release is in ${relative(process.cwd(), out) || '.'}, ${signed}\n`);
}

interface Arguments {
  readonly help: boolean;
  readonly platforms: readonly ReleasePlatform[];
  readonly out: string;
  /** What a former release left in the folder. */
  readonly former: readonly string[];
}

function readArguments(): Arguments {
  let parsed;
  try {
    const options = { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
  const { values, positionals } = parsed;
  if (values.out === '') throw new UsageError('--out names no folder');
  const out = resolve(values.out ?? join(PACKAGE_ROOT, 'dist', 'release'));
  const platforms = positionals.length === 0 ? PLATFORMS : [...new Set(positionals.map(platformNamed))];
  return { help: values.help ?? false, platforms, out, former: formerRelease(out) };
}

function platformNamed(name: string): ReleasePlatform {
  const platform = PLATFORMS.find((known) => known === name);
  if (platform === undefined) throw new UsageError(`there is no release for "${name}"`);
  return platform;
}

/**
 * The files of a former release in the folder.
 * @throws UsageError where it holds anything else: nothing that others made is deleted
 */
function formerRelease(out: string): string[] {
  const there = existsSync(out) ? readdirSync(out) : [];
  const other = there.find((name) => !isOfRelease(name));
  if (other === undefined) return there;
  throw new UsageError(`the folder ${out} holds ${other}, which is of no release. Name a new folder`);
}

/** The Node that writes what the executables carry: of their version, and able to run here. */
async function makerOfThisMachine(): Promise<{ node: string; folder: string }> {
  if (PLATFORM !== 'linux_amd64' && PLATFORM !== 'linux_arm64')
    throw new Error(`a release is made on Linux, on x64 or arm64; this is ${PLATFORM}`);
  const runtime = RELEASED[PLATFORM];
  return { node: await fetchNode(runtime), folder: await fetchRuntime(runtime) };
}

/**
 * What the archive of a platform holds. An executable of macOS must be signed after every change, and nothing here can
 * do that: there the launcher brings Node as its makers signed it.
 */
async function filesOf(
  platform: ReleasePlatform,
  version: string,
  { files }: Bundle,
  maker: string,
): Promise<BuiltFile[]> {
  const node = await fetchNode(RELEASED[platform]);
  if (platform.startsWith('darwin')) return providerPackage(version, files, readFileSync(node));
  const path = programName(version) + (platform.startsWith('windows') ? '.exe' : '');
  return [{ path, content: await makeExecutable(node, maker, files), executable: true }];
}

/** The licences of all that is inside: ours, those of packages, and Node's, which lists what Node has inside. */
async function licencesOf({ inputs }: Bundle, runtime: string): Promise<BuiltFile[]> {
  return [
    { path: 'LICENSE.txt', content: readFileSync(join(PACKAGE_ROOT, 'LICENSE')) },
    { path: 'LICENSE-of-Node.txt', content: readFileSync(join(runtime, 'LICENSE')) },
    { path: 'THIRD-PARTY-NOTICES.txt', content: await thirdPartyNotices(PACKAGE_ROOT, inputs) },
  ];
}

/** A key that is not there is better known before the archives are made. */
function refuseUnknownKey(key: string | undefined): void {
  if (key === undefined || key === '') return;
  const { status, stderr } = spawnSync('gpg', ['--batch', '--list-secret-keys', key], { encoding: 'utf8' });
  if (status !== 0) throw new UsageError(`gpg has no key "${key}", which GPG_KEY_ID names: ${stderr?.trim() ?? ''}`);
}

/** Signs the checksums, as registries want them signed. @returns what was done, in words */
function sign(sums: string, key: string | undefined): string {
  if (key === undefined || key === '') return 'not signed: GPG_KEY_ID names no key';
  const args = ['--batch', '--yes', '--local-user', key, '--output', `${sums}.sig`, '--detach-sign', sums];
  try {
    execFileSync('gpg', args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  } catch (cause) {
    rmSync(`${sums}.sig`, { force: true });
    const said = (cause as { stderr?: string }).stderr?.trim() ?? String(cause);
    throw new Error(`gpg did not sign with the key that GPG_KEY_ID names: ${said}`, { cause });
  }
  return `signed with ${key}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`release failed: ${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`\n${USAGE}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
