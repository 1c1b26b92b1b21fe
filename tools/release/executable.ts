/**
 * How do a Node and a bundle become one program? By what Node calls a single executable application: a copy of Node that
 * carries a blob, and runs it instead of a script. (Node's documentation, "Single executable applications".)
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { PACKAGE_ROOT } from '../../cli/package-root';
import type { BuiltFile } from '../build/sync-folder';

const run = promisify(execFile);

/** Where Node looks for the blob, and what in Node's program says that there is one. Both are Node's own names. */
const BLOB = 'NODE_SEA_BLOB';
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const INJECT = join(PACKAGE_ROOT, 'node_modules', 'postject', 'dist', 'cli.js');

/**
 * Puts the bundle into a copy of `node`, and returns the bytes of the program. There is no compiled code in it: that
 * would belong to one platform, and would have to be believed (docs/decisions, 13). So the blob is the same for every
 * platform, and the bytes depend on the sources and on the two versions of Node alone.
 *
 * @param node the path of the Node that becomes the program, of any platform
 * @param maker the path of a Node of the same version that runs on this machine, and writes the blob
 */
export async function makeExecutable(node: string, maker: string, bundle: readonly BuiltFile[]): Promise<Buffer> {
  const work = await mkdtemp(join(tmpdir(), 'steering-executable-'));
  try {
    const program = join(work, 'program');
    await writeFile(program, withoutSignature(await readFile(node)), { mode: 0o755 });
    const blob = await writeBlob(work, maker, bundle);
    // It prints warnings of the library that it uses, even where all is well.
    await run(process.execPath, [INJECT, program, BLOB, blob, '--sentinel-fuse', FUSE]);
    return await readFile(program);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function writeBlob(work: string, maker: string, bundle: readonly BuiltFile[]): Promise<string> {
  // The blob names its main file, so that name must not depend on the folder.
  const main = 'start.cjs';
  await build({
    entryPoints: [join(__dirname, 'start.ts')],
    outfile: join(work, main),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'silent',
  });
  const assets: Record<string, string> = {};
  for (const { path, content } of bundle) {
    const file = join(work, 'assets', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    assets[path] = file;
  }
  const output = 'blob';
  const config = {
    main,
    output,
    assets,
    disableExperimentalSEAWarning: true,
    // The environment of whoever runs terraform must not change how the provider runs: NODE_OPTIONS is not read.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    execArgvExtension: 'none',
  };
  await writeFile(join(work, 'sea.json'), JSON.stringify(config));
  await run(maker, ['--experimental-sea-config', 'sea.json'], { cwd: work });
  return join(work, output);
}

/** Offsets in a program of Windows (Microsoft's "PE Format"). */
const PE = { header: 0x3c, optionalHeader: 24, directories: 112, certificates: 4, directoryBytes: 8 } as const;

/**
 * A program of Windows without the signature of its maker, which would be a false one after any change: a program that is
 * not signed is better than one that was tampered with. Other programs are returned as they are.
 */
export function withoutSignature(program: Buffer): Buffer {
  if (program.toString('latin1', 0, 2) !== 'MZ') return program;
  const entry =
    program.readUInt32LE(PE.header) + PE.optionalHeader + PE.directories + PE.certificates * PE.directoryBytes;
  const [at, size] = [program.readUInt32LE(entry), program.readUInt32LE(entry + 4)];
  if (size === 0) return program;
  if (at + size !== program.length) throw new Error('the signature is not the last part of this program');
  const bare = Buffer.from(program.subarray(0, at));
  bare.fill(0, entry, entry + PE.directoryBytes);
  return bare;
}
