/** The words for what works with a provider's client, for authors who do not want to name its type each time. */
import type { IdentitySchema } from '../schema/identity';
import type { Schema } from '../schema/schema';
import { dataSource, type DataSourceDefinition } from './data-source';
import { ephemeralResource, type EphemeralResourceDefinition } from './ephemeral-resource';
import { resource, type ResourceDefinition } from './resource';

/**
 * `resource`, `dataSource` and `ephemeralResource` for one type of client. All other types follow from the schemas:
 * `const { resource } = forClient<Client>(); const note = resource({ name: 'x_note', schema: noteSchema, … })`.
 */
export function forClient<C>() {
  return {
    resource: <S extends Schema, I extends IdentitySchema = IdentitySchema>(definition: ResourceDefinition<S, C, I>) =>
      resource(definition),
    dataSource: <S extends Schema>(definition: DataSourceDefinition<S, C>) => dataSource(definition),
    ephemeralResource: <S extends Schema>(definition: EphemeralResourceDefinition<S, C>) =>
      ephemeralResource(definition),
  };
}
