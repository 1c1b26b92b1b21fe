/**
 * L1 constructs for any provider written with the plugin SDK, in the shape of a prebuilt cdktf provider. Vocabulary of
 * this room: schemas in, TypeScript text out; nothing about what a provider manages.
 */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { emitProvider, type ProviderNames } from './provider';
import { camelCase, fileName } from './names';
import { emitResource } from './resource';

export interface ProviderToGenerate extends ProviderNames {
  /** The provider's settings. */
  readonly schema: Schema;
  /** By full name: `<type>_<name>`. */
  readonly resources: Readonly<Record<string, Schema>>;
}

const HEADER = '// Generated from the schema of the provider; `npm run generate` writes it anew.\n';

/** Unformatted files, by name: one for each resource, `provider.ts` and `index.ts`. */
export function emitL1(provider: ProviderToGenerate): { readonly name: string; readonly text: string }[] {
  const resources = Object.entries(provider.resources)
    .map(([fullName, schema]) => ({ name: withoutPrefix(provider.type, fullName), schema }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = [
    ...resources.map(({ name, schema }) => ({ name, text: emitResource(provider.type, name, schema) })),
    { name: 'provider', text: emitProvider(provider, provider.schema) },
  ];
  const index = files.map(({ name }) => `export * as ${camelCase(name)} from './${fileName(name)}';`).join('\n');
  return [...files, { name: 'index', text: index }].map(({ name, text }) => ({
    name: `${fileName(name)}.ts`,
    text: HEADER + text,
  }));
}

function withoutPrefix(type: string, fullName: string): string {
  if (!fullName.startsWith(`${type}_`)) throw new Error(`resource ${fullName} does not begin with ${type}_`);
  return fullName.slice(type.length + 1);
}
