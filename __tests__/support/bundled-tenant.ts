/** `netskope-steering tenant` bundled from the sources as they are, so that a test does not depend on a build. */
import { buildSync, type BuildOptions } from 'esbuild';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TenantProgram } from '../../tools/soak/kill-tenant';

const REPOSITORY = join(__dirname, '..', '..');

export interface BundledScript extends TenantProgram {
  env: NodeJS.ProcessEnv;
  remove(): void;
}

export type BundledTenant = BundledScript;

/** The program takes its flags after a first argument, the command's name. */
export function bundleTenant(): BundledTenant {
  const command = JSON.stringify(join(REPOSITORY, 'cli', 'tenant'));
  const contents = `import { tenantCommand } from ${command};
void tenantCommand().parseAsync(process.argv.slice(3), { from: 'user' });
`;
  return bundle({ stdin: { contents, resolveDir: REPOSITORY } });
}

/** A script of a test. */
export function bundleScript(path: string): BundledScript {
  return bundle({ entryPoints: [path] });
}

/** The whole program, beside the package.json that it reads. */
export function bundleCli(): BundledScript {
  const cli = bundle({ entryPoints: [join(REPOSITORY, 'cli', 'index.ts')] }, 'dist/cli.cjs');
  copyFileSync(join(REPOSITORY, 'package.json'), join(dirname(dirname(cli.path)), 'package.json'));
  return cli;
}

function bundle(source: Pick<BuildOptions, 'stdin' | 'entryPoints'>, name = 'tenant.cjs'): BundledScript {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-tenant-'));
  // For other users too.
  chmodSync(folder, 0o755);
  const path = join(folder, name);
  buildSync({ ...source, bundle: true, platform: 'node', outfile: path, external: ['libsql'], logLevel: 'error' });
  return {
    path,
    // What is not in the bundle is found where the repository has it.
    env: { NODE_PATH: join(REPOSITORY, 'node_modules') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
