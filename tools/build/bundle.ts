import { basename, relative } from 'node:path';
import { build, transform, type BuildOptions, type OutputFile, type Plugin, type TransformOptions } from 'esbuild';
import type { BuiltFile } from './sync-folder';

/** A program in one file or a few. */
export interface Bundle {
  /** The first of them is the file to start. It loads the others later, from the same folder. */
  readonly files: readonly BuiltFile[];
  /** The paths of the sources that went into the program, relative to the root. */
  readonly inputs: readonly string[];
}

/**
 * How a bundle is started: a `program` by a person, through its shebang; a `plugin` by terraform, through the launcher.
 */
export type BundleKind = 'program' | 'plugin';

const FORM = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  // The bundle leaves out comments on licences: THIRD-PARTY-NOTICES.txt gathers the licences.
  legalComments: 'none',
  // An import() of a file in the same folder becomes a require(), because Node would have to start its loader of ES
  // modules for an import().
  supported: { 'dynamic-import': false },
  logLevel: 'silent',
} satisfies TransformOptions;

/**
 * The bytes depend on the sources alone, not on the folder of the checkout. Names are not shortened, so that stack
 * traces stay readable.
 */
const OPTIONS = { ...FORM, bundle: true, metafile: true, write: false } satisfies BuildOptions;

/** Bundles `entry` for Node 20 as CommonJS; `name` is the path of the file to start. */
export async function bundle(root: string, entry: string, name: string, kind: BundleKind): Promise<Bundle> {
  return kind === 'program' ? bundleProgram(root, entry, name) : bundlePlugin(root, entry, name);
}

/**
 * Puts a program into one file, except for libsql: that package computes the name of the system's binary when it runs,
 * and is a dependency of our package for that reason. Modules that are reached by `import()` run only when they are
 * asked for.
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
 * Puts a plugin into several files. Its start-up time counts, and V8 reads every byte of a file that it loads, even of
 * functions that nobody calls. So the modules that our code loads inside functions are in files of their own.
 */
async function bundlePlugin(root: string, entry: string, name: string): Promise<Bundle> {
  const intoFiles = { ...OPTIONS, absWorkingDir: root, outdir: '.', outExtension: { '.js': '.cjs' } };
  const required = new Map<string, string>();
  const own = await build({
    ...intoFiles,
    entryPoints: { [basename(name, '.cjs')]: entry },
    // The first step makes ES modules, because esbuild splits no other format.
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
 * Notes in `found` which packages our code asks for by `require()`, as file name and path, and leaves them to files of
 * their own. esbuild does not do this itself: it splits at `import()` only.
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
 * Leaves out modules that axios loads at its start for purposes that our client does not have: forms, redirects,
 * HTTP/2, and the agent of a proxy, which the client chooses itself. Without them axios loads in three quarters of the
 * time.
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
 * The code that ends the program on a Node that cannot run it. It is plain old JavaScript, so that an old Node can run
 * at least this. When a plugin does not start, terraform shows the first line of its stdout, and not its stderr.
 */
function refuseOldNode(kind: BundleKind): string {
  const say = kind === 'plugin' ? 'console.log(message); console.error(message);' : 'console.error(message);';
  return `if (parseInt(process.versions.node, 10) < 20) {
  var message = 'netskope-steering needs Node 20 or later, and the "node" on the PATH is ' + process.versions.node + '. Install a newer one, or put it first on the PATH.';
  ${say}
  process.exit(1);
}`;
}
