/**
 * Builds any provider that is written with the plugin SDK, and puts it where the terraform of this machine finds it.
 */
import { arch } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle';
import { QUIET_NODE } from './quiet-node';
import { syncFolder } from './sync-folder';

export interface Plugin {
  /** The path of the module that serves the provider, relative to the root of this repository. */
  readonly entry: string;
  /** The provider's address, `HOST/NAMESPACE/TYPE`. */
  readonly source: string;
  readonly version: string;
  /** Text for the command line of node, which a shell reads. The default is no text. */
  readonly nodeArguments?: string;
}

/** The name that terraform has for the platform of this machine, such as `linux_amd64`. */
export const PLATFORM = `${process.platform}_${arch() === 'x64' ? 'amd64' : arch()}`;

const ROOT = join(__dirname, '../..');

/** Puts the plugin's package into the folder `mirror`, a filesystem mirror that may hold other plugins too. */
export async function installPlugin(mirror: string, plugin: Plugin): Promise<void> {
  const { entry, source, version, nodeArguments = '' } = plugin;
  const { files } = await bundle(ROOT, entry, 'provider.cjs', 'plugin');
  const launcher = {
    path: `terraform-provider-${source.slice(source.lastIndexOf('/') + 1)}_v${version}`,
    content: `#!/bin/sh\n${QUIET_NODE}\nexec node ${nodeArguments} "\${0%/*}/provider.cjs"\n`,
    executable: true,
  };
  await syncFolder(join(mirror, source, version, PLATFORM), [...files, launcher]);
}

/** A CLI configuration for terraform that names these mirrors, and no registry. */
export function onlyMirrors(...mirrors: readonly string[]): string {
  const blocks = mirrors.map((path) => `  filesystem_mirror {\n    path = ${JSON.stringify(path)}\n  }\n`);
  return `provider_installation {\n${blocks.join('')}}\n`;
}
