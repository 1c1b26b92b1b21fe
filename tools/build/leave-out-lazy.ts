import { basename, dirname, extname } from 'node:path';
import type { ImportKind, Plugin } from 'esbuild';

/** Modules to be bundled into files of their own: file name, without its extension, to the module it starts at. */
export type Lazy = Map<string, string>;

const INSIDE_A_FUNCTION: ReadonlySet<ImportKind> = new Set(['dynamic-import', 'require-call']);

/**
 * Leaves what our code imports inside functions out of the bundle, and notes it in `found`. V8 reads every byte of a file
 * it loads, called or not: 1 MB that a start does not need costs 10 ms of each.
 */
export function leaveOutLazy(found: Lazy): Plugin {
  const resolving = Symbol('resolving');
  return {
    name: 'leave-out-lazy',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (pluginData === resolving || !INSIDE_A_FUNCTION.has(kind) || importer.includes('node_modules')) return;
        const resolved = await build.resolve(path, { kind, resolveDir, importer, pluginData: resolving });
        if (resolved.external || resolved.errors.length > 0) return resolved;
        const name = path.startsWith('.') ? nameOf(resolved.path) : path.replace(/^@/, '').replaceAll('/', '-');
        if ((found.get(name) ?? resolved.path) !== resolved.path) throw new Error(`two modules would be ${name}.cjs`);
        found.set(name, resolved.path);
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}

/** With its folder, since many folders have a file of the same name. */
function nameOf(path: string): string {
  return `${basename(dirname(path))}-${basename(path, extname(path))}`;
}
