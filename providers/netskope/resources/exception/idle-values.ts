/** What an exception for a pinned app says and what does nothing: by itself, and beside the app as the tenant has it. */
import { isKnown, path, warning, type Diagnostic, type Planned, type State } from '../../../plugin-sdk';
import type { Complaint } from '../../../../steering/complaint';
import type { TenantClient } from '../../client';
import { PLATFORMS } from '../../platforms';
import { valueAt, type WithoutEffect } from '../../without-effect';
import type { exception } from './schema';

type Schema = typeof exception;

const DOMAINS = ['certificate_pinned_app', 'custom_app_domains'];

const IGNORED_DOMAINS: Complaint = {
  summary: 'Domains without effect',
  detail:
    'Block and the actions for managed devices ignore custom app domains: they hold for all traffic of the app. [community] Remove the domains, write "*", or choose a bypass.',
};

export const WITHOUT_EFFECT: readonly WithoutEffect<object>[] = [
  { at: DOMAINS, why: (planned) => (narrowsNothing(planned) ? IGNORED_DOMAINS : undefined) },
];

/** Domains are given, and no action looks at them. */
function narrowsNothing(planned: object): boolean {
  const domains = valueAt(planned, DOMAINS);
  if (!Array.isArray(domains) || domains.every((domain) => domain === '*')) return false;
  const platforms = PLATFORMS.map(({ name }) => valueAt(planned, ['certificate_pinned_app', name])).filter(
    (platform) => platform !== null,
  );
  const actions = platforms.map((platform) => valueAt(platform, ['action']));
  return (
    actions.length > 0 &&
    actions.every((action) => typeof action === 'string' && /^(block$|bypass_managed)/.test(action))
  );
}

/** A warning for each platform that the exception newly names, and that the app is not defined on. */
export async function warnOfUndefinedPlatforms(
  tenant: TenantClient,
  planned: Planned<Schema>,
  prior: State<Schema> | null,
  signal: AbortSignal,
): Promise<Diagnostic[]> {
  const { certificate_pinned_app: pinned } = planned;
  if (pinned === null) return [];
  const before = prior?.certificate_pinned_app;
  const known = before?.app_id === pinned.app_id ? before : undefined;
  const added = PLATFORMS.filter(({ name }) => pinned[name] !== null && !isKnown(known?.[name]));
  if (added.length === 0) return [];
  const app = await tenant.apps.find(pinned.app_id, { signal });
  if (app === null) return [];
  return added
    .filter(({ api }) => !isKnown(app.platforms[api]))
    .map(({ name, title }) =>
      warning(
        'Platform without effect',
        `The app ${JSON.stringify(app.app_name)} (${app.id}) is not defined on ${title}, so the exception does nothing there. ` +
          `Define the app on ${title}, unless this apply does, or leave ${name} out.`,
        path('certificate_pinned_app', name),
      ),
    );
}
