import { basename, join, relative } from 'node:path';
import { build, transform, type BuildOptions, type OutputFile, type TransformOptions } from 'esbuild';
import { compileAhead } from './compiled/compile';
import { MAIN } from './compiled/form';
import { leaveOutLazy, type Lazy } from './leave-out-lazy';
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

/** A plugin's start-up time counts: the first file only loads the others, with what V8 has already made of them. */
async function bundlePlugin(root: string, entry: string, name: string): Promise<Bundle> {
  const start = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: [join(__dirname, 'compiled/start.ts')],
    outfile: name,
    banner: { js: refuseOldNode('plugin') },
  });
  const { files, inputs } = await bundleInParts(root, entry);
  const first = start.outputFiles.map((file) => builtFile(root, file, file.text));
  return { files: [...first, ...files, ...compileAhead(files)], inputs };
}

/**
 * What is reached by `import()` is in files of its own. Each round builds what the former one left out; our files of one round
 * share their modules, a module of two rounds is there twice.
 */
async function bundleInParts(root: string, entry: string): Promise<Bundle> {
  const files: BuiltFile[] = [];
  const inputs: string[] = [];
  const built: Lazy = new Map([[basename(MAIN, '.cjs'), entry]]);
  for (let round = [...built]; round.length > 0;) {
    const lazy: Lazy = new Map(built);
    const ours = round.filter(([, path]) => !path.includes('node_modules'));
    const packages = round.filter(([, path]) => path.includes('node_modules'));
    const outputs = [await buildOurs(root, ours, lazy), await buildPackages(root, packages)];
    for (const { outputFiles, metafile } of outputs) {
      files.push(...outputFiles.map((file) => builtFile(root, file, file.text)));
      inputs.push(...Object.keys(metafile.inputs));
    }
    round = [...lazy].filter(([file]) => !built.has(file));
    for (const [file, start] of round) built.set(file, start);
  }
  return { files: await Promise.all(files.map(toCommonJs)), inputs };
}

/**
 * What axios loads at its start for what our client never asks of it: forms, redirects, HTTP/2, and a proxy's agent, which the
 * client picks itself. 15 ms of every command.
 */
const UNUSED_BY_AXIOS = ['form-data', 'follow-redirects', 'http2', 'https-proxy-agent'];

type EntryPoints = readonly (readonly [file: string, start: string])[];

/** As ES modules, since esbuild splits no others. */
function buildOurs(root: string, entries: EntryPoints, lazy: Lazy) {
  return build({
    ...OPTIONS,
    ...intoFiles(root, entries),
    format: 'esm',
    supported: {},
    splitting: true,
    plugins: [leaveOutLazy(lazy)],
  });
}

function buildPackages(root: string, entries: EntryPoints) {
  const alias = Object.fromEntries(UNUSED_BY_AXIOS.map((name) => [name, './tools/build/left-out.ts']));
  return build({ ...OPTIONS, ...intoFiles(root, entries), alias });
}

function intoFiles(root: string, entries: EntryPoints) {
  const entryPoints = Object.fromEntries([...entries].sort());
  return { absWorkingDir: root, entryPoints, outdir: '.', outExtension: { '.js': '.cjs' } };
}

async function toCommonJs({ path, content }: BuiltFile): Promise<BuiltFile> {
  return { path, content: (await transform(String(content), FORM)).code };
}

function builtFile(root: string, { path }: OutputFile, content: string): BuiltFile {
  return { path: relative(root, path), content };
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
