/** Where the examples of a provider stand: the registry's layout, below `examples/`. */
import type { ProviderToGenerate } from '../provider-to-generate';

export const EXAMPLES = {
  provider: 'provider/provider.tf',
  resource: (name: string) => `resources/${name}/resource.tf`,
  import: (name: string) => `resources/${name}/import.tf`,
  dataSource: (name: string) => `data-sources/${name}/data-source.tf`,
  ephemeralResource: (name: string) => `ephemeral-resources/${name}/ephemeral-resource.tf`,
  function: (name: string) => `functions/${name}/function.tf`,
} as const;

/** Every example that the provider's pages quote. */
export function examplesOf({
  resources,
  dataSources = [],
  functions = [],
  ephemeralResources = [],
}: ProviderToGenerate): string[] {
  return [
    EXAMPLES.provider,
    ...resources.flatMap(({ name, importState }) =>
      importState === undefined ? [EXAMPLES.resource(name)] : [EXAMPLES.resource(name), EXAMPLES.import(name)],
    ),
    ...dataSources.map(({ name }) => EXAMPLES.dataSource(name)),
    ...ephemeralResources.map(({ name }) => EXAMPLES.ephemeralResource(name)),
    ...functions.map(({ name }) => EXAMPLES.function(name)),
  ];
}
