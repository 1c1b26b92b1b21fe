/** How does the provider start inside an executable, which holds the files of its bundle as assets? */
import { spawnSync } from 'node:child_process';
import { getAsset } from 'node:sea';
import { stopCoverage } from 'node:v8';
import { compileFunction } from 'node:vm';
import { READ_AT_THE_START, UNWANTED } from '../build/quiet-node';

type Load = (name: string) => unknown;

const loaded = new Map<string, { exports: unknown }>();

/**
 * Runs a file of the bundle at its first use, as Node runs a file of a folder. A file of its own is quicker than one
 * program with all of them, because V8 reads every byte of what it loads.
 */
function load(name: string): unknown {
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} as unknown };
  loaded.set(name, module);
  const body = compileFunction(getAsset(name, 'utf8'), ['module', 'exports', 'require'], { filename: name }) as (
    own: { exports: unknown },
    exports: unknown,
    ask: Load,
  ) => void;
  body(module, module.exports, (asked) =>
    asked.startsWith('./') ? load(asked.slice(2)) : process.getBuiltinModule(asked),
  );
  return module.exports;
}

/** What Node 24 has, and the types of Node 20 do not. */
interface NewProcess {
  execve(file: string, args: readonly string[], env: NodeJS.ProcessEnv): never;
}

/**
 * Starts this program again with the environment as it is now. On Windows, where no process can become another one,
 * this one waits for it.
 */
function startAgain(): void {
  const { execPath, env, platform } = process;
  if (platform !== 'win32') (process as unknown as NewProcess).execve(execPath, [execPath], env);
  process.exitCode = spawnSync(execPath, [], { stdio: 'inherit' }).status ?? 1;
}

if ('NODE_V8_COVERAGE' in process.env) stopCoverage();
const isTooLate = READ_AT_THE_START.some((name) => name in process.env);
for (const name of UNWANTED) delete process.env[name];
if (isTooLate) startAgain();
else load('provider.cjs');
