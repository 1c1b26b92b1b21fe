import { relative } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { leaveOutLazyPackages, type LazyPackages } from './lazy-packages';
import type { BuiltFile } from './sync-folder';

/** A program in a few files, and the sources that went into them, relative to the root. */
export interface Bundle {
  /** The file to start first; the others are packages it may load later, from the same folder. */
  readonly files: readonly BuiltFile[];
  readonly inputs: readonly string[];
}

/** Who starts the bundle: a person, by its shebang, or terraform, by the launcher. */
export type BundleKind = 'program' | 'plugin';

/** Bytes depend on the sources alone, not on where the checkout lies. Names stay, for the sake of stack traces. */
const OPTIONS = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  // Dropped here, gathered in THIRD-PARTY-NOTICES.txt.
  legalComments: 'none',
  // import() of a file beside us is a require(): the loader of ES modules would have to start for it.
  supported: { 'dynamic-import': false },
  metafile: true,
  write: false,
  logLevel: 'silent',
} satisfies BuildOptions;

/**
 * Bundles `entry` for Node 20 as CommonJS, the first file called `name`. Modules reached by `import()` run only when they
 * are asked for; a plugin, whose start-up time counts, keeps the packages among them in files of their own.
 */
export async function bundle(root: string, entry: string, name: string, kind: BundleKind): Promise<Bundle> {
  const lazy: LazyPackages = new Map();
  const main = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: name,
    banner: { js: `${kind === 'program' ? '#!/usr/bin/env node\n' : ''}${refuseOldNode(kind)}` },
    plugins: kind === 'plugin' ? [leaveOutLazyPackages(lazy)] : [],
  });
  const packages = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: Object.fromEntries([...lazy].sort()),
    alias: { 'form-data': './tools/build/no-forms.ts' },
    outdir: '.',
    outExtension: { '.js': '.cjs' },
  });
  const outputs = [...main.outputFiles, ...packages.outputFiles];
  return {
    files: outputs.map(({ path, text }) => ({ path: relative(root, path), content: text })),
    inputs: [main, packages].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  };
}

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
