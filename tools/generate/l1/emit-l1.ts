/**
 * L1 constructs for any provider written with the plugin SDK, in the shape of a prebuilt cdktf provider. Vocabulary of
 * this room: schemas in, TypeScript text out; nothing about what a provider manages.
 */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { camelCase, fileName } from './names';
import { emitProvider, type ProviderNames } from './provider';
import { emitResource } from './resource';

/** What of a provider's definition becomes constructs. */
export interface ProviderToGenerate {
  /** Terraform's local name, the prefix of the resources. */
  readonly name: string;
  /** The version that these constructs are written for. */
  readonly version: string;
  /** The provider's settings. */
  readonly schema: Schema;
  readonly resources: readonly { readonly name: string; readonly schema: Schema }[];
}

const HEADER = '// Generated from the schema of the provider; `npm run generate` writes it anew.\n';

/** Unformatted files, by name: one for each resource, `provider.ts` and `index.ts`. */
export function emitL1(
  provider: ProviderToGenerate,
  names: ProviderNames,
): { readonly name: string; readonly text: string }[] {
  const resources = provider.resources
    .map(({ name, schema }) => ({ name: withoutPrefix(provider.name, name), schema }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = [
    ...resources.map(({ name, schema }) => ({ name, text: emitResource(provider.name, name, schema) })),
    { name: 'provider', text: emitProvider(provider, names) },
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
