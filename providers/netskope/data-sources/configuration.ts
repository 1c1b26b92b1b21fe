import { attribute, dataSource, schema, type Stub } from '../../plugin-sdk';
import type { Configuration } from '../client';
import { explained } from '../explain';
import { checkId } from '../ids';
import { fromApi, pathOf } from '../resources/configuration/api-mapping';
import { configuration as resource } from '../resources/configuration/schema';
import { tenantOf, type Session } from '../session';
import { choose, complainAboutChoice } from './choose';
import { readOnly } from './read-only';

const { id: _id, name: _name, ...steered } = readOnly(resource.attributes);

/** What both the single and the plural data source show of a configuration, beside its id and name. */
export const configurationAttributes = steered;

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

export const configuration = dataSource<typeof configurationData, Session>({
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

export function readConfigurations(client: Session, signal: AbortSignal): Promise<readonly Configuration[]> {
  return explained(tenantOf(client).configurations.list({ signal }), 'Cannot read steering configurations', pathOf);
}

/** A configuration as a data source shows it. */
export function configurationOf(configuration: Configuration) {
  return fromApi(configuration, {} as Stub<typeof resource>, String(configuration.config_id));
}
