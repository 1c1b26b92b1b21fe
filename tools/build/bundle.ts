import { basename, relative } from 'node:path';
import { build, transform, type BuildOptions, type OutputFile, type Plugin, type TransformOptions } from 'esbuild';
import type { BuiltFile } from './sync-folder';

/** A program in a few files, and the sources that went into them, relative to the root. */
export interface Bundle {
  /** The file to start first; the others it loads later, from the same folder. */
  readonly files: readonly BuiltFile[];
  readonly inputs: readonly string[];
}

/** Who starts the bundle: a person, by its shebang, or terraform, by the launcher. */
export type BundleKind = 'program' | 'plugin';

const FORM = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  // Dropped here, gathered in THIRD-PARTY-NOTICES.txt.
  legalComments: 'none',
  // import() of a file beside us is a require(): the loader of ES modules would have to start for it.
  supported: { 'dynamic-import': false },
  logLevel: 'silent',
} satisfies TransformOptions;

/** Bytes depend on the sources alone, not on where the checkout lies. Names stay, for the sake of stack traces. */
const OPTIONS = { ...FORM, bundle: true, metafile: true, write: false } satisfies BuildOptions;

/** Bundles `entry` for Node 20 as CommonJS, the first file called `name`. */
export async function bundle(root: string, entry: string, name: string, kind: BundleKind): Promise<Bundle> {
  return kind === 'program' ? bundleProgram(root, entry, name) : bundlePlugin(root, entry, name);
}

/**
 * All in one file, but for libsql: it finds the binary of the system by a name made up at run time, and is a dependency
 * of the package for that reason. Modules reached by `import()` run only when they are asked for.
 */
async function bundleProgram(root: string, entry: string, name: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: name,
    external: ['libsql'],
    banner: { js: `#!/usr/bin/env node\n${refuseOldNode('program')}` },
  });
  return { files: outputFiles.map((file) => builtFile(root, file, file.text)), inputs: Object.keys(metafile.inputs) };
}

/**
 * A plugin's start-up time counts, and V8 reads every byte of a file that it loads, called or not: what our code loads inside
 * functions is in files of its own.
 */
async function bundlePlugin(root: string, entry: string, name: string): Promise<Bundle> {
  const intoFiles = { ...OPTIONS, absWorkingDir: root, outdir: '.', outExtension: { '.js': '.cjs' } };
  const required = new Map<string, string>();
  const own = await build({
    ...intoFiles,
    entryPoints: { [basename(name, '.cjs')]: entry },
    // As ES modules, since esbuild splits no others.
    format: 'esm',
    supported: {},
    splitting: true,
    plugins: [LEFT_OUT_OF_AXIOS, leaveOutRequired(required)],
  });
  const packages = await build({ ...intoFiles, entryPoints: Object.fromEntries(required) });
  const files = [...own.outputFiles, ...packages.outputFiles].map(async (file) => {
    const { path, content } = builtFile(root, file, file.text);
    const banner = path === name ? refuseOldNode('plugin') : '';
    return { path, content: (await transform(content, { ...FORM, banner })).code };
  });
  const inputs = [own, packages].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  return { files: await Promise.all(files), inputs };
}

/**
 * Notes in `found` which packages our code asks for by `require()`, as file name and path, and leaves them to files of their
 * own: esbuild splits at `import()` only.
 */
function leaveOutRequired(found: Map<string, string>): Plugin {
  return {
    name: 'leave-out-required',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^[^.]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind !== 'require-call' || importer.includes('node_modules') || pluginData === found) return undefined;
        const resolved = await esbuild.resolve(path, { kind, importer, resolveDir, pluginData: found });
        if (resolved.external || resolved.errors.length > 0) return resolved;
        const name = path.replace('@', '').replaceAll('/', '-');
        found.set(name, resolved.path);
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}

/**
 * What axios loads at its start for what the client never asks of it: forms, redirects, HTTP/2, and a proxy's agent, which the
 * client picks itself. Without it, the load of axios takes a quarter less.
 */
const LEFT_OUT_OF_AXIOS: Plugin = {
  name: 'left-out-of-axios',
  setup(esbuild) {
    const namespace = 'left-out';
    esbuild.onResolve({ filter: /^(form-data|follow-redirects|http2|https-proxy-agent)$/ }, ({ path, importer }) =>
      importer.includes('node_modules/axios/') ? { path, namespace } : undefined,
    );
    esbuild.onLoad({ filter: /./, namespace }, () => ({
      contents: `export default class { constructor() { throw new Error('left out of this bundle'); } }`,
    }));
  },
};

function builtFile(root: string, { path }: OutputFile, content: string) {
  return { path: relative(root, path), content };
}

/**
 * Said on a Node that cannot run the bundle; plain old JavaScript, so that an old Node gets as far as this. Of a plugin
 * that does not start, terraform shows the first line of stdout, and not its stderr.
 */
function refuseOldNode(kind: BundleKind): string {
  const say = kind === 'plugin' ? 'console.log(message); console.error(message);' : 'console.error(message);';
  return `if (parseInt(process.versions.node, 10) < 20) {
  var message = 'netskope-steering needs Node 20 or later, and the "node" on the PATH is ' + process.versions.node + '. Install a newer one, or put it first on the PATH.';
  ${say}
  process.exit(1);
}`;
}
