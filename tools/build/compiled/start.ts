/**
 * The first file of a plugin: it loads the others, each with what V8 has already made of it, if there is such for this Node.
 * That takes 15 ms off every start (docs/decisions/0013-compiled-ahead.md). V8 refuses what another version of it made, or
 * with other flags, and then compiles the source.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { asFunction, COLUMN_OFFSET, compiledPath, MAIN } from './form';

interface Module {
  exports: unknown;
}

type Run = (
  exports: unknown,
  require: (id: string) => unknown,
  module: Module,
  filename: string,
  dirname: string,
) => void;

const BESIDE = './';
const modules = new Map<string, Module>();
const requireOfNode = createRequire(__filename);

function load(file: string): unknown {
  const known = modules.get(file);
  if (known !== undefined) return known.exports;
  const module: Module = { exports: {} };
  modules.set(file, module);
  const filename = join(__dirname, file);
  const cachedData = readIfThere(join(__dirname, compiledPath(file)));
  const script = new Script(asFunction(readFileSync(filename, 'utf8')), {
    filename,
    columnOffset: COLUMN_OFFSET,
    ...(cachedData !== undefined && { cachedData }),
  });
  const requireFrom = (id: string): unknown =>
    id.startsWith(BESIDE) ? load(id.slice(BESIDE.length)) : requireOfNode(id);
  (script.runInThisContext() as Run)(module.exports, requireFrom, module, filename, __dirname);
  return module.exports;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

load(MAIN);
