/** What the build and the start of a plugin agree upon. */

/** The file of the bundle at which the plugin itself starts. */
export const MAIN = 'main.cjs';

const HEAD = '(function (exports, require, module, __filename, __dirname) {';

/** A file of the bundle as Node's own loader would run it, as an expression. */
export function asFunction(source: string): string {
  return `${HEAD}${source}\n})`;
}

/** Of the first line, so that the places in stack traces are those in the file. */
export const COLUMN_OFFSET = -HEAD.length;

const COMPILED = 'compiled';

/** Whether a file of the bundle is what V8 made of another. */
export function isCompiled(path: string): boolean {
  return path.split('/').includes(COMPILED);
}

/**
 * Where, below the bundle, lies what V8 made of a file. Only the same Node on the same system and processor looks there: V8
 * compares its version and flags, but not what it runs on.
 */
export function compiledPath(file: string): string {
  return `${COMPILED}/${process.version}-${process.platform}-${process.arch}/${file}`;
}
