/**
 * Emits L1 constructs for any provider written with the plugin SDK, in the shape of a prebuilt cdktf provider. This
 * folder turns schemas into TypeScript text, and knows nothing about what a provider manages.
 */
import { withoutPrefix, type ProviderToGenerate } from '../provider-to-generate';
import { dataSourceName, emitDataSource } from './data-source';
import { emitFunctions } from './functions';
import { camelCase, fileName } from './names';
import { emitProvider, type ProviderNames } from './provider';
import { emitResource } from './resource';

const HEADER = '// Generated from the schema of the provider; `npm run generate` writes it anew.\n';

/** A file. Its name is in snake_case, and the name of its export follows from it too. */
interface EmittedFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The texts of the files by their names, not formatted yet: one file for each resource and data source, `provider.ts`,
 * `provider-functions.ts` where there are functions, and `index.ts`.
 * @throws when two files would have the same name
 */
export function emitL1(
  provider: ProviderToGenerate,
  names: ProviderNames,
): { readonly name: string; readonly text: string }[] {
  const { dataSources = [], functions = [] } = provider;
  const resources = provider.resources.map(({ name: fullName, schema }): EmittedFile => {
    const name = withoutPrefix(provider.name, fullName);
    return { name, text: emitResource(provider.name, fullName, name, schema) };
  });
  const data = dataSources.map(({ name, schema }): EmittedFile => {
    withoutPrefix(provider.name, name);
    return { name: dataSourceName(name), text: emitDataSource(provider.name, name, schema) };
  });
  const files = [
    ...sorted(resources),
    ...sorted(data),
    { name: 'provider', text: emitProvider(provider, names) },
    ...(functions.length === 0 ? [] : [{ name: 'provider_functions', text: emitFunctions(provider.name, functions) }]),
  ];
  const index = files.map(({ name }) => `export * as ${camelCase(name)} from './${fileName(name)}';`).join('\n');
  const all = [...files, { name: 'index', text: index }];
  const twin = all.find(({ name }, position) => all.findIndex((file) => file.name === name) !== position);
  if (twin !== undefined) throw new Error(`two files would be named ${fileName(twin.name)}.ts`);
  return all.map(({ name, text }) => ({ name: `${fileName(name)}.ts`, text: HEADER + text }));
}

function sorted(files: readonly EmittedFile[]): EmittedFile[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
}
