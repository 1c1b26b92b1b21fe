/** `netskope-steering tenant` bundled from the sources as they are, so that a test does not depend on a build. */
import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantProgram } from '../../tools/soak/tenant-process';

const REPOSITORY = join(__dirname, '..', '..');

export interface BundledTenant extends TenantProgram {
  env: { NODE_PATH: string };
  remove(): void;
}

/** The program takes its flags after a first argument, the command's name. */
export function bundleTenant(): BundledTenant {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-tenant-'));
  const entry = join(folder, 'entry.ts');
  const path = join(folder, 'tenant.cjs');
  const command = JSON.stringify(join(REPOSITORY, 'cli', 'tenant'));
  writeFileSync(
    entry,
    `import { tenantCommand } from ${command};
void tenantCommand().parseAsync(process.argv.slice(3), { from: 'user' });
`,
  );
  buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    outfile: path,
    external: ['libsql'],
    logLevel: 'error',
  });
  return {
    path,
    // What is not in the bundle is found where the repository has it.
    env: { NODE_PATH: join(REPOSITORY, 'node_modules') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
