/** What does a release consist of? An archive for each platform, their checksums, and the files of a network mirror. */
import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import { PROVIDER_SOURCE, PROVIDER_TYPE } from '../../providers/netskope/names';
import { packageChecksum } from '../build/mirror';
import type { BuiltFile } from '../build/sync-folder';
import type { ReleasePlatform } from './runtimes';

/** The archive of one platform. */
export interface Archive {
  readonly platform: ReleasePlatform;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Terraform's checksums: of the archive itself, and of the files in it. */
  readonly hashes: readonly [zh: string, h1: string];
}

const NAME = `terraform-provider-${PROVIDER_TYPE}`;

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Packs the files of a platform. The bytes depend on the files alone: each has the first date that an archive can have. */
export function packArchive(version: string, platform: ReleasePlatform, files: readonly BuiltFile[]): Archive {
  const entries: Zippable = {};
  for (const { path, content, executable = false } of files) {
    const attrs = (0o100000 | (executable ? 0o755 : 0o644)) << 16;
    entries[path] = [Buffer.from(content), { mtime: new Date(1980, 0, 1), os: 3, attrs: attrs >>> 0 }];
  }
  const bytes = zipSync(entries);
  const hashes = [`zh:${sha256(bytes)}`, packageChecksum(files)] as const;
  return { platform, name: `${NAME}_${version}_${platform}.zip`, bytes, hashes };
}

/**
 * What stands beside the archives: the manifest, in which a registry reads the version of the protocol; the checksums of
 * archives and manifest; and what a network mirror answers, in files that any web server can serve. [doc: "Publishing
 * providers" and "Provider network mirror protocol", developer.hashicorp.com/terraform]
 */
export function releaseFiles(version: string, archives: readonly Archive[]): BuiltFile[] {
  const manifest = `${JSON.stringify({ version: 1, metadata: { protocol_versions: ['6.0'] } }, undefined, 2)}\n`;
  const manifestName = `${NAME}_${version}_manifest.json`;
  const sums = [...archives, { name: manifestName, bytes: manifest }]
    .map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`)
    .sort();
  const up = '../'.repeat(PROVIDER_SOURCE.split('/').length);
  const answer = Object.fromEntries(
    archives.map(({ platform, name, hashes }) => [platform, { url: `${up}${name}`, hashes }]),
  );
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  return [
    { path: manifestName, content: manifest },
    { path: sumsName(version), content: sums.join('') },
    { path: `${PROVIDER_SOURCE}/index.json`, content: json({ versions: { [version]: {} } }) },
    { path: `${PROVIDER_SOURCE}/${version}.json`, content: json({ archives: answer }) },
  ];
}

/** The name of the file of checksums, which is what a key signs. */
export const sumsName = (version: string): string => `${NAME}_${version}_SHA256SUMS`;

/** Whether a file or folder with this name is of a release, whichever its version is. */
export const isOfRelease = (name: string): boolean =>
  name === PROVIDER_SOURCE.split('/')[0] ||
  (name.startsWith(`${NAME}_`) && /(\.zip|_manifest\.json|_SHA256SUMS(\.sig)?)$/.test(name));
