/** The resource of a certificate pinned app: its life in the collection, and what a plan warns of. */
import { error, path, warning, type Diagnostic } from 'terraform-plugin-sdk-ts';
import { remarkOnProcessPatterns } from '../../../../steering/domain/processes';
import type { Complaint } from '../../../../steering/domain/vocabulary';
import { collectionResource } from '../../collection-resource';
import { PLATFORMS } from '../../values';
import { refuseWhileInUse, USED } from '../../uses';
import { valueAt, type WithoutEffect } from '../../without-effect';
import { fromApi, pathOf, toApi } from './api-mapping';
import { certificatePinnedApp as schema } from './schema';

/**
 * Warns of new patterns that a tenant accepts but of which nothing can be proved. There is one warning for each
 * attribute, because Terraform shows only the first of several warnings with the same summary.
 */
function warnOfUnjudged(plan: object, prior: object | null): Diagnostic[] {
  return PLATFORMS.flatMap(({ name }): Diagnostic[] => {
    const stored = new Set(patternsOf(prior, name));
    const remark = remarkOnProcessPatterns(patternsOf(plan, name).filter((pattern) => !stored.has(pattern)));
    return remark === undefined ? [] : [warning(remark.summary, remark.detail, path(name, 'processes'))];
  });
}

/** The patterns of an app on a platform, as far as they are known. */
function patternsOf(app: object | null, platform: string): string[] {
  const processes = valueAt(app, [platform, 'processes']);
  if (valueAt(app, [platform, 'match']) !== 'regex' || !Array.isArray(processes)) return [];
  return processes.filter((one) => typeof one === 'string');
}

const IDLE_MATCH: Complaint = {
  summary: 'Match without effect',
  detail:
    'It says how processes are compared, and none are given: domains are compared by suffix, never as patterns. Name processes, or leave match out.',
};

type PlatformsOfApp = Readonly<Record<string, unknown>>;

/** A `match` has no effect without processes. There is no warning of `exact`, because that is the default anyway. */
const WITHOUT_EFFECT = PLATFORMS.filter(({ hasDomains }) => hasDomains).map(
  ({ name }): WithoutEffect<PlatformsOfApp> => ({
    at: [name, 'match'],
    why(app) {
      const processes = valueAt(app, [name, 'processes']);
      const none = processes === null || (Array.isArray(processes) && processes.length === 0);
      return none && valueAt(app, [name, 'match']) === 'regex' ? IDLE_MATCH : undefined;
    },
  }),
);

export const certificatePinnedApp = collectionResource<typeof schema, 'apps'>({
  name: 'netskopesteering_certificate_pinned_app',
  collection: 'apps',
  schema,
  toApi,
  fromApi,
  pathOf,
  nameAt: 'name',
  twinOf: (apps, { name }) => apps.find(({ app_name }) => app_name === name),
  unmanageable: ({ custom, app_name }) =>
    custom
      ? undefined
      : `The app ${JSON.stringify(app_name)} is predefined by the vendor: nobody can change or delete it. [doc] Refer to it ` +
        'with the data source netskopesteering_certificate_pinned_app; exceptions take its id.',
  refuseDeletion: (tenant, app, signal) => refuseWhileInUse(USED.apps, tenant, app, signal),
  withoutEffect: WITHOUT_EFFECT,
  caution: warnOfUnjudged,
  validate: (config) => (PLATFORMS.some(({ name }) => config[name] !== null) ? [] : [noPlatform()]),
});

function noPlatform() {
  const names = PLATFORMS.map(({ name }) => name).join(', ');
  return error(
    'No platform',
    `The app is defined on no platform, so nothing could match it. Give at least one of ${names}.`,
  );
}
