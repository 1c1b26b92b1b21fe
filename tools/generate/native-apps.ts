/** The presets of `constructs/gen/` and `docs/native-apps.md`, from the catalogue of native apps. */
import { format, resolveConfig } from 'prettier';
import { CATALOGUE } from '../../steering/catalogue';
import type { GeneratedFile } from './drift';
import { describeNativeApps } from './native-apps/describe';
import { emitPresets } from './native-apps/emit-presets';

export async function generateNativeApps(): Promise<GeneratedFile[]> {
  return Promise.all([
    formatted('constructs/gen/native-apps.ts', emitPresets(CATALOGUE)),
    formatted('docs/native-apps.md', describeNativeApps(Object.values(CATALOGUE))),
  ]);
}

async function formatted(path: string, text: string): Promise<GeneratedFile> {
  const options = await resolveConfig(path, { editorconfig: true });
  return { path, text: await format(text, { ...options, filepath: path }) };
}
