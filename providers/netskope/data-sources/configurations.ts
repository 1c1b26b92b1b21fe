/**
 * The data sources of steering configurations. One finds a configuration by its id or its name; the other lists all
 * that pass a filter.
 */
import { attribute, dataSource, schema, t, type Stub } from 'terraform-plugin-sdk-ts';
import type { Configuration } from '../client';
import { explained } from '../explain';
import { fromApi, pathOf } from '../resources/configuration/api-mapping';
import { configuration as resource } from '../resources/configuration/schema';
import { tenantOf, type TenantSession } from '../session';
import { checkId } from '../values';
import { choose, complainAboutChoice, matches, namePattern, readOnly } from './lookup';

/** The attributes that both data sources show of a configuration, besides its id and name. */
const { id: _id, name: _name, ...configurationAttributes } = readOnly(resource.attributes);

const configurationData = schema({
  description: 'A steering configuration of the tenant, the default one too, found by its id or its name.',
  attributes: {
    id: attribute.string({
      optional: true,
      computed: true,
      description: 'Id of the configuration; `0` is the default one. Give this or `name`.',
      validators: [checkId],
    }),
    name: attribute.string({
      optional: true,
      computed: true,
      description: 'Name of the configuration, exactly. Give this or `id`.',
    }),
    ...configurationAttributes,
  },
});

export const configuration = dataSource<typeof configurationData, TenantSession>({
  name: 'netskopesteering_configuration',
  schema: configurationData,
  validate: complainAboutChoice,
  async read({ client, signal, config }) {
    const found = choose(await readConfigurations(client, signal), config, {
      title: 'steering configuration',
      idOf: ({ config_id }) => String(config_id),
      nameOf: ({ config_name }) => config_name ?? '',
    });
    return configurationOf(found);
  },
});

function readConfigurations(client: TenantSession, signal: AbortSignal): Promise<readonly Configuration[]> {
  return explained(tenantOf(client).configurations.list({ signal }), 'Cannot read steering configurations', pathOf);
}

/** A configuration as a data source shows it. */
function configurationOf(configuration: Configuration) {
  return fromApi(configuration, {} as Stub<typeof resource>, String(configuration.config_id));
}

const configurationsData = schema({
  description: 'Steering configurations of the tenant that pass every given filter.',
  attributes: {
    name_pattern: namePattern('configurations'),
    only_enabled: attribute.bool({
      optional: true,
      description: 'Only enabled configurations, or, with `false`, only disabled ones.',
    }),
    ids: attribute.list(t.string, { computed: true, description: 'Their ids, in the order of evaluation.' }),
    configurations: attribute.listOf(
      {
        id: attribute.string({ computed: true, description: 'Id of the configuration; `0` is the default one.' }),
        name: attribute.string({ computed: true, description: 'Name of the configuration.' }),
        ...configurationAttributes,
      },
      {
        computed: true,
        description: 'The configurations, in the order of evaluation; the default one is the last. [doc]',
      },
    ),
  },
});

export const configurations = dataSource<typeof configurationsData, TenantSession>({
  name: 'netskopesteering_configurations',
  schema: configurationsData,
  async read({ client, signal, config }) {
    const { name_pattern, only_enabled } = config;
    const found = (await readConfigurations(client, signal))
      .map(configurationOf)
      .filter(({ name }) => matches(name_pattern, name))
      .filter(({ enabled }) => only_enabled === null || enabled === only_enabled)
      .sort((a, b) => a.priority - b.priority);
    return { name_pattern, only_enabled, ids: found.map(({ id }) => id), configurations: found };
  },
});
