/** `docs/protocol.md`, from the tags of the plugin SDK's tests. */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ProviderDefinition } from '../../providers/plugin-sdk/wire/gen/tfplugin6';
import type { GeneratedFile } from './drift';
import { describeProtocol } from './protocol/describe-protocol';
import { readProofs, type Proof } from './protocol/read-proofs';

const ROOT = resolve(__dirname, '../..');
const FOLDERS = ['__tests__/plugin-sdk', '__tests__/examples', 'examples/minimal-provider'];
const path = 'docs/protocol.md';

export async function generateProtocol(): Promise<GeneratedFile[]> {
  const calls = Object.values(ProviderDefinition.methods).map(({ name }) => name);
  const proofs = await Promise.all(FOLDERS.map(proofsIn));
  const options = await resolveConfig(path, { editorconfig: true });
  return [{ path, text: await format(describeProtocol(calls, proofs.flat()), { ...options, filepath: path }) }];
}

async function proofsIn(folder: string): Promise<Proof[]> {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  const tests = names.filter((name) => name.endsWith('.test.ts')).sort();
  const found = await Promise.all(
    tests.map(async (name) => {
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      return readProofs(file, await readFile(join(ROOT, file), 'utf8'));
    }),
  );
  return found.flat();
}
