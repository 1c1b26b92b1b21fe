/** Where is the package whose code is running, and what does it hold? */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
