/**
 * The data sources of certificate pinned apps. One finds an app by its id or its name; the other lists all that pass a
 * filter.
 */
import { attribute, dataSource, oneOf, schema, t, type Stub } from 'terraform-plugin-sdk-ts';
import type { App } from '../client';
import { explained } from '../explain';
import { checkId, PLATFORMS } from '../values';
import { fromApi, pathOf } from '../resources/certificate-pinned-app/api-mapping';
import { certificatePinnedApp as resource } from '../resources/certificate-pinned-app/schema';
import { tenantOf, type TenantSession } from '../session';
import { byName, choose, complainAboutChoice, matches, namePattern, readOnly } from './lookup';

const { id: _id, name: _name, ...platforms } = readOnly(resource.attributes);

/** The attributes that both data sources show of an app, besides its id and name. */
const appAttributes = {
  custom: attribute.bool({
    computed: true,
    description: 'False for an app that the vendor predefined: it can be neither changed nor deleted. [doc]',
  }),
  ...platforms,
};

const certificatePinnedAppData = schema({
  description: 'A certificate pinned app of the tenant, custom or predefined, found by its id or its name.',
  attributes: {
    id: attribute.string({
      optional: true,
      computed: true,
      description: 'Id of the app. Give this or `name`.',
      validators: [checkId],
    }),
    name: attribute.string({
      optional: true,
      computed: true,
      description: 'Name of the app, exactly. Give this or `id`.',
    }),
    ...appAttributes,
  },
});

export const certificatePinnedApp = dataSource<typeof certificatePinnedAppData, TenantSession>({
  name: 'netskopesteering_certificate_pinned_app',
  schema: certificatePinnedAppData,
  validate: complainAboutChoice,
  async read({ client, signal, config }) {
    const apps = await explained(tenantOf(client).apps.list({ signal }), 'Cannot read certificate pinned apps', pathOf);
    const found = choose(apps, config, {
      title: 'certificate pinned app',
      idOf: ({ id }) => id,
      nameOf: ({ app_name }) => app_name,
    });
    return appOf(found);
  },
});

/** An app as a data source shows it. */
function appOf(app: App) {
  return { ...fromApi(app, {} as Stub<typeof resource>, app.id), custom: app.custom };
}

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

export const certificatePinnedApps = dataSource<typeof certificatePinnedAppsData, TenantSession>({
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
