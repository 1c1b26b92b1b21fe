import { attribute, dataSource, schema, type Stub } from '../../plugin-sdk';
import type { App } from '../client';
import { explained } from '../explain';
import { checkId } from '../ids';
import { fromApi, pathOf } from '../resources/certificate-pinned-app/api-mapping';
import { certificatePinnedApp as resource } from '../resources/certificate-pinned-app/schema';
import { tenantOf, type Session } from '../session';
import { choose, complainAboutChoice } from './choose';
import { readOnly } from './read-only';

const { id: _id, name: _name, ...platforms } = readOnly(resource.attributes);

/** What both the single and the plural data source show of an app, beside its id and name. */
export const appAttributes = {
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

export const certificatePinnedApp = dataSource<typeof certificatePinnedAppData, Session>({
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
export function appOf(app: App) {
  return { ...fromApi(app, {} as Stub<typeof resource>, app.id), custom: app.custom };
}
