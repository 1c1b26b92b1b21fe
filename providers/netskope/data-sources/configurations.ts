import { attribute, dataSource, schema, t } from '../../plugin-sdk';
import type { Session } from '../session';
import { configurationAttributes, configurationOf, readConfigurations } from './configuration';
import { matches, namePattern } from './filters';

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

export const configurations = dataSource<typeof configurationsData, Session>({
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
