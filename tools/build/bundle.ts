import { build, type Metafile } from 'esbuild';

/** A program in one file, and what went into it. */
export interface Bundle {
  readonly text: string;
  readonly inputs: Metafile['inputs'];
}

/** Said by a bundle on a Node that cannot run it; plain old JavaScript, so that an old Node gets as far as this line. */
const REFUSE_OLD_NODE = `if (parseInt(process.versions.node, 10) < 20) {
  process.stderr.write('netskope-steering needs Node 20 or later; "node" on the PATH is ' + process.version + '. Install a newer one, or put it first on the PATH.\\n');
  process.exit(1);
}`;

/**
 * Bundles `entry` for Node 20 as one CommonJS file. Modules reached by `import()` are in the file, but run only when they
 * are asked for. The text depends on the sources alone, not on where the checkout lies.
 */
export async function bundle(root: string, entry: string, options: { shebang?: boolean } = {}): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Dropped here, gathered in THIRD-PARTY-NOTICES.txt.
    legalComments: 'none',
    banner: { js: options.shebang ? `#!/usr/bin/env node\n${REFUSE_OLD_NODE}` : REFUSE_OLD_NODE },
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
  return { text: output.text, inputs: metafile.inputs };
}
