import { attribute, dataSource, oneOf, schema, t } from '../../plugin-sdk';
import { PLATFORMS } from '../platforms';
import { explained } from '../explain';
import { pathOf } from '../resources/certificate-pinned-app/api-mapping';
import { tenantOf, type Session } from '../session';
import { appAttributes, appOf } from './certificate-pinned-app';
import { byName, matches, namePattern } from './filters';

const certificatePinnedAppsData = schema({
  description: 'Certificate pinned apps of the tenant, custom and predefined ones, that pass every given filter.',
  attributes: {
    name_pattern: namePattern('apps'),
    custom: attribute.bool({
      optional: true,
      description: 'Only custom apps, or, with `false`, only predefined ones.',
    }),
    platform: attribute.string({
      optional: true,
      description: `Only apps that are defined on this platform: ${PLATFORMS.map(({ name }) => `\`${name}\``).join(', ')}.`,
      validators: [oneOf(...PLATFORMS.map(({ name }) => name))],
    }),
    ids: attribute.list(t.string, { computed: true, description: 'Their ids, in the order of their names.' }),
    certificate_pinned_apps: attribute.listOf(
      {
        id: attribute.string({ computed: true, description: 'Id of the app.' }),
        name: attribute.string({ computed: true, description: 'Name of the app.' }),
        ...appAttributes,
      },
      { computed: true, description: 'The apps, in the order of their names.' },
    ),
  },
});

export const certificatePinnedApps = dataSource<typeof certificatePinnedAppsData, Session>({
  name: 'netskopesteering_certificate_pinned_apps',
  schema: certificatePinnedAppsData,
  async read({ client, signal, config }) {
    const { name_pattern, custom, platform } = config;
    const all = await explained(tenantOf(client).apps.list({ signal }), 'Cannot read certificate pinned apps', pathOf);
    const found = all
      .map(appOf)
      .filter((app) => matches(name_pattern, app.name))
      .filter((app) => custom === null || app.custom === custom)
      .filter((app) => platform === null || PLATFORMS.some(({ name }) => name === platform && app[name] !== null))
      .sort(byName);
    return { name_pattern, custom, platform, ids: found.map(({ id }) => id), certificate_pinned_apps: found };
  },
});
