import type { ImportKind, Plugin } from 'esbuild';

/** Packages to be bundled into files of their own: file name, without its extension, to the module it starts at. */
export type LazyPackages = Map<string, string>;

const INSIDE_A_FUNCTION: ReadonlySet<ImportKind> = new Set(['dynamic-import', 'require-call']);

/**
 * Leaves what our code imports inside functions out of the bundle, and notes it in `found`. V8 reads every byte of a file
 * it loads, called or not: 1 MB of packages that a start does not need costs 10 ms of each.
 */
export function leaveOutLazyPackages(found: LazyPackages): Plugin {
  const resolving = Symbol('resolving');
  return {
    name: 'leave-out-lazy-packages',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (pluginData === resolving || !INSIDE_A_FUNCTION.has(kind) || importer.includes('node_modules')) return;
        const resolved = await build.resolve(path, { kind, resolveDir, importer, pluginData: resolving });
        if (resolved.external || resolved.errors.length > 0) return resolved;
        const name = path.replace(/^@/, '').replaceAll('/', '-');
        if ((found.get(name) ?? resolved.path) !== resolved.path) {
          throw new Error(`"${path}" is both required and imported, which are two modules; use one of the two`);
        }
        found.set(name, resolved.path);
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}
