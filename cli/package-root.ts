/** Where is the package whose code is running, and what does it hold? */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROVIDER_SOURCE } from '../providers/netskope/names';
import { inert } from '../steering/inert';
import { EXIT, UserError } from './complaint';

/** The root of the package: the folder above `cli/` in a checkout, above `dist/` in the bundle. */
export const PACKAGE_ROOT = dirname(__dirname);

/** The filesystem mirror that `npm run build` makes and the published package carries. */
export const MIRROR = join(PACKAGE_ROOT, 'dist', 'mirror');

/**
 * Refuses to go on in a checkout that was not built. The package always is.
 * @throws UserError
 */
export function refuseUnbuilt(): void {
  if (existsSync(MIRROR)) return;
  throw new UserError(
    EXIT.unreadable,
    `There is no provider at ${MIRROR}, because it was not built. Run "npm run build" in ${PACKAGE_ROOT}.`,
  );
}

/** Reads the version in package.json. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Describes what is running here, for a report of a fault. The first line is the version alone, which programs read. */
export function describeVersions(): string {
  const { versions, platform, arch } = process;
  return `${readVersion()}
package    ${inert(PACKAGE_ROOT)}
provider   ${findProvider()}
node       ${versions.node} on ${platform} ${arch}
terraform  ${findTerraform()}
`;
}

function findProvider(): string {
  const folder = join(MIRROR, PROVIDER_SOURCE);
  if (!existsSync(folder)) return 'not built';
  return readdirSync(folder)
    .map((version) => `${version} for ${readdirSync(join(folder, version)).join(', ')}`)
    .join('; ');
}

/** How long terraform may take to say its version, in milliseconds. */
const LONGEST_WAIT = 10_000;

function findTerraform(): string {
  const { error, stdout } = spawnSync('terraform', ['version', '-json'], {
    encoding: 'utf8',
    timeout: LONGEST_WAIT,
    // It would ask its maker for news.
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return 'not on the PATH';
  const [, version] = /"terraform_version": *"([^"]*)"/.exec(stdout ?? '') ?? [];
  return version === undefined ? 'on the PATH, but it does not say its version' : inert(version);
}
