import { createHash } from 'node:crypto';
import { EXTRA_CA_CERTS } from '../../providers/netskope/client/authorities';
import { PROVIDER_SOURCE, PROVIDER_TYPE } from '../../providers/netskope/names';
import { QUIET_NODE } from './quiet-node';
import type { BuiltFile } from './sync-folder';

/** The platforms on which the launcher runs: systems with /bin/sh and Node. */
const PLATFORMS = ['darwin_amd64', 'darwin_arm64', 'linux_amd64', 'linux_arm64'] as const;

/**
 * The file that terraform executes. With NODE_EXTRA_CA_CERTS, every start of Node would take 35 ms longer, so the
 * client reads that file itself when it needs it. When a plugin does not start, terraform shows a user the first line
 * of its stdout, but not its stderr, so the message goes to both.
 */
const launcher = (node: string, missing: string): string => `#!/bin/sh
${QUIET_NODE}
if [ -n "$NODE_EXTRA_CA_CERTS" ]; then
  export ${EXTRA_CA_CERTS}="$NODE_EXTRA_CA_CERTS"
  unset NODE_EXTRA_CA_CERTS
fi
if ! command -v ${node} >/dev/null 2>&1; then
  message='The provider ${PROVIDER_TYPE} ${missing}'
  echo "$message"
  echo "$message" >&2
  exit 1
fi
exec ${node} "\${0%/*}/provider.cjs"
`;

/**
 * The files of one provider package: the launcher, and beside it the bundle, which starts at provider.cjs. Terraform
 * executes the first file, in alphabetical order, whose name begins with "terraform-provider-${PROVIDER_TYPE}", so no
 * other file may have such a name.
 * @param node the program that the package brings for itself; without, it needs the node on the PATH
 */
export function providerPackage(version: string, bundle: readonly BuiltFile[], node?: Uint8Array): BuiltFile[] {
  const brought = node === undefined ? [] : [{ path: 'node', content: node, executable: true }];
  const content =
    node === undefined
      ? launcher(
          'node',
          'needs Node 20 or later, and there is no "node" on the PATH. Install it from https://nodejs.org or with your package manager.',
        )
      : launcher('"${0%/*}/node"', 'misses the file "node" beside it, or may not start it. Unpack its archive again.');
  return [...bundle, ...brought, { path: programName(version), content, executable: true }];
}

/** The name of the file that terraform executes. */
export const programName = (version: string): string => `terraform-provider-${PROVIDER_TYPE}_v${version}`;

/**
 * The package in the unpacked layout of a filesystem mirror, HOST/NAMESPACE/TYPE/VERSION/OS_ARCH. The files are the
 * same for every platform.
 */
export function mirrorFiles(version: string, files: readonly BuiltFile[]): BuiltFile[] {
  return PLATFORMS.flatMap((platform) =>
    files.map((file) => ({ ...file, path: `${PROVIDER_SOURCE}/${version}/${platform}/${file.path}` })),
  );
}

/**
 * Terraform's "h1" checksum of a package: the SHA-256 of a text that has one line "sha256  name" for each file, in the
 * order of the names. [src golang.org/x/mod/sumdb/dirhash]
 */
export function packageChecksum(files: readonly BuiltFile[]): string {
  const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content);
  const lines = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, content }) => `${sha256(content).digest('hex')}  ${path}\n`);
  return `h1:${sha256(lines.join('')).digest('base64')}`;
}
