import { build, type Metafile } from 'esbuild';

/** A program in one file, and what went into it. */
export interface Bundle {
  readonly text: string;
  readonly inputs: Metafile['inputs'];
}

/** Who starts the bundle: a person, by its shebang, or terraform, by the launcher. */
export type BundleKind = 'program' | 'plugin';

/**
 * Said on a Node that cannot run the bundle; plain old JavaScript, so that an old Node gets as far as this. Of a plugin
 * that does not start, terraform shows the first line of stdout, and not its stderr.
 */
export function refuseOldNode(kind: BundleKind): string {
  const say = kind === 'plugin' ? 'console.log(message); console.error(message);' : 'console.error(message);';
  return `if (parseInt(process.versions.node, 10) < 20) {
  var message = 'netskope-steering needs Node 20 or later, and the "node" on the PATH is ' + process.versions.node + '. Install a newer one, or put it first on the PATH.';
  ${say}
  process.exit(1);
}`;
}

/**
 * Bundles `entry` for Node 20 as one CommonJS file. Modules reached by `import()` are in the file, but run only when they
 * are asked for. The text depends on the sources alone, not on where the checkout lies.
 */
export async function bundle(root: string, entry: string, kind: BundleKind): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Dropped here, gathered in THIRD-PARTY-NOTICES.txt.
    legalComments: 'none',
    banner: { js: `${kind === 'program' ? '#!/usr/bin/env node\n' : ''}${refuseOldNode(kind)}` },
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
  return { text: output.text, inputs: metafile.inputs };
}
