/** The resource of a steering configuration other than the default one. */
import { error, path, type Config, type Diagnostic } from 'terraform-plugin-sdk-ts';
import { collectionResource } from '../../collection-resource';
import { DEFAULT_CONFIGURATION_ID } from '../../values';
import { fromApi, pathOf, toApi } from './api-mapping';
import { complainAboutSteered, STEERED_WITHOUT_EFFECT } from './contradictions';
import { configuration as schema } from './schema';

export const configuration = collectionResource<typeof schema, 'configurations'>({
  name: 'netskopesteering_configuration',
  collection: 'configurations',
  schema,
  toApi,
  fromApi,
  pathOf,
  nameAt: 'name',
  unmanageable: ({ config_id }) =>
    String(config_id) === DEFAULT_CONFIGURATION_ID
      ? 'The configuration with the id "0" is the default one of the tenant, which can be neither created nor deleted. [doc] ' +
        'Import it as netskopesteering_default_configuration.'
      : undefined,
  twinOf: (configurations, { name }) => configurations.find(({ config_name }) => config_name === name),
  withoutEffect: STEERED_WITHOUT_EFFECT,
  validate: (config) => [...complainAboutAssignment(config), ...complainAboutSteered(config)],
});

function complainAboutAssignment({ user_groups, organization_units }: Config<typeof schema>): Diagnostic[] {
  if (user_groups === null || organization_units === null) return [];
  return [
    error(
      'User groups and organizational units',
      'A tenant assigns configurations by user groups or by organizational units, one kind for all of them. Remove one of the two.',
      path('organization_units'),
    ),
  ];
}
