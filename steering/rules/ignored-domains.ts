import { blocks, onePerException, pinnedOf, titleOf } from './pinned';
import { capital, rule } from './rule';

export const ignoredDomains = rule({
  id: 'ignored-domains',
  severity: 'warning',
  title: 'Domains written for a Block',
  rationale:
    'Block and the modes for managed devices ignore custom app domains. [community] Whoever writes some believes that only they are blocked.',
  source: '[community]',
  ofOneObject: true,
  messages: {
    'ignored-domains': ({ app, domains }: { app: string; domains: string }) =>
      `${capital(app)} is blocked, and Block ignores custom app domains: ${domains} narrow nothing, all its traffic is blocked. Write "*", or choose a bypass.`,
    'ignored-domains/managed': ({ app, domains }: { app: string; domains: string }) =>
      `${capital(app)} is bypassed on managed devices only and blocked on all others, and such an action ignores custom app domains: ${domains} narrow neither. Write "*", or choose a bypass for all devices.`,
  },
  *check(model, say) {
    const pinned = pinnedOf(model);
    for (const { app, customAppDomains, exception } of onePerException(pinned)) {
      const domains = customAppDomains.items.filter((domain) => domain !== '*');
      const own = pinned.filter((one) => one.exception === exception);
      if (domains.length === 0 || !own.every(blocks) || hasUnknownAction(exception)) continue;
      const code = own.every(({ action }) => action === 'block') ? 'ignored-domains' : 'ignored-domains/managed';
      const args = { app: titleOf(app), domains: domains.join(', ') };
      yield say(code, exception, args, { attribute: ['custom_app_domains'], value: args.domains });
    }
  },
});

function hasUnknownAction({ data }: ReturnType<typeof pinnedOf>[number]['exception']): boolean {
  return data.type === 'certificate_pinned_app' && Object.values(data.platforms).some(({ known }) => !known);
}
