// Generates codecs from protobuf definitions: buf parses the definitions and ts-proto prints TypeScript. Both are in
// node_modules, so this works without a network.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { formatted, type GeneratedFile } from './drift';

const ROOT = resolve(__dirname, '../..');
const SOURCE = 'providers/plugin-sdk/wire/proto';
const TARGET = 'providers/plugin-sdk/wire/gen';

/** The codecs only encode, decode and declare types: Node would parse anything more at every start of a provider. */
const OPTIONS = [
  'esModuleInterop=true',
  'forceLong=number',
  'oneof=unions',
  'outputServices=generic-definitions',
  'outputJsonMethods=false',
  'outputPartialMethods=false',
  'unrecognizedEnum=false',
  'comments=false',
  'annotateFilesWithVersion=false',
];

/**
 * The codecs of every `.proto` file of the plugin protocol, formatted.
 * @returns files with paths relative to the root of the repository
 * @throws when buf refuses a definition; the message is buf's own
 */
export async function generateProto(): Promise<GeneratedFile[]> {
  const out = await mkdtemp(join(tmpdir(), 'proto-'));
  try {
    await runBuf(out);
    const paths = (await readdir(out, { recursive: true })).filter((path) => path.endsWith('.ts')).sort();
    return await Promise.all(paths.map((path) => finish(out, path)));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function runBuf(out: string): Promise<void> {
  const template = {
    version: 'v2',
    plugins: [{ local: resolve(ROOT, 'node_modules/.bin/protoc-gen-ts_proto'), out, opt: OPTIONS }],
  };
  const templateFile = join(out, 'buf.gen.json');
  await writeFile(templateFile, JSON.stringify(template));
  const buf = resolve(ROOT, 'node_modules/.bin/buf');
  await promisify(execFile)(buf, ['generate', SOURCE, '--template', templateFile, '--include-imports'], { cwd: ROOT });
}

async function finish(out: string, path: string): Promise<GeneratedFile> {
  const target = `${TARGET}/${path.replaceAll('\\', '/')}`;
  const text = await readFile(join(out, path), 'utf8');
  return formatted(target, text);
}
