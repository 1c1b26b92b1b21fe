import { blocks, nameOf, onePerException, pinnedOf } from './pinned';
import { finding, type Rule } from './rule';

export const ignoredDomains: Rule = {
  id: 'ignored-domains',
  severity: 'warning',
  title: 'Domains written for a Block',
  rationale:
    'Block and the modes for managed devices ignore custom app domains. [community] Whoever writes some believes that only they are blocked.',
  source: '[community]',
  codes: ['ignored-domains', 'ignored-domains/managed'],
  *check(model) {
    const pinned = pinnedOf(model);
    for (const { app, customAppDomains, exception } of onePerException(pinned)) {
      const domains = customAppDomains.items.filter((domain) => domain !== '*');
      const own = pinned.filter((one) => one.exception === exception);
      if (domains.length === 0 || !own.every(blocks) || hasUnknownAction(exception)) continue;
      const code = own.every(({ action }) => action === 'block') ? 'ignored-domains' : 'ignored-domains/managed';
      yield finding(code, exception, { app: nameOf(app), domains: domains.join(', ') });
    }
  },
};

function hasUnknownAction({ data }: ReturnType<typeof pinnedOf>[number]['exception']): boolean {
  return data.type === 'certificate_pinned_app' && Object.values(data.platforms).some(({ known }) => !known);
}
