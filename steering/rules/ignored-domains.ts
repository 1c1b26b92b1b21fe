import { platformTitle } from '../domain/vocabulary';
import { capitalized } from '../inert';
import { groupBy } from '../collections';
import type { PinnedAction } from '../model/model';
import { asksForManaged } from '../decide/actions';
import { blocks, pinnedOf, titleOf, type Pinned } from './pinned';
import { rule } from './rule';

export const ignoredDomains = rule({
  id: 'ignored-domains',
  severity: 'warning',
  title: 'Domains written for an action that ignores them',
  rationale:
    'Block and the modes for managed devices ignore custom app domains. [community] Whoever writes some believes that only traffic to them is blocked, or bypassed.',
  source: '[community]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["signal.org"]
  windows            = "block"
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
  },
  messages: {
    'ignored-domains': ({ app, does, domains }: { app: string; does: string; domains: string }) =>
      `${capitalized(app)} is ${does}, and Block ignores custom app domains: ${domains} narrow nothing, all its traffic is blocked. Write "*", or choose a bypass.`,
    'ignored-domains/managed': ({ app, does, domains }: { app: string; does: string; domains: string }) =>
      `${capitalized(app)} is ${does}. Such actions ignore custom app domains: the list (${domains}) is ignored, and all its traffic is meant. Write "*", or choose a bypass for all devices.`,
  },
  *check(model, say) {
    for (const [exception, own] of groupBy(pinnedOf(model), (one) => one.exception)) {
      const [first] = own;
      if (first === undefined || !own.every(blocks) || hasUnknownAction(exception)) continue;
      const domains = first.customAppDomains.items.filter((domain) => domain !== '*').join(', ');
      if (domains === '') continue;
      const code = own.every(({ action }) => action === 'block') ? 'ignored-domains' : 'ignored-domains/managed';
      const args = { app: titleOf(first.app), does: whatHappens(own), domains };
      yield say(code, exception, args, { attribute: ['custom_app_domains'], value: domains });
    }
  },
});

/** Says what becomes of the app, action by action; platforms are named where they differ. */
function whatHappens(own: readonly Pinned[]): string {
  const parts = [...new Set(own.map(({ action }) => treatment(action)))].map((does) => {
    const platforms = own.filter(({ action }) => treatment(action) === does).map((one) => platformTitle(one.platform));
    return { does, platforms: platforms.join(', ') };
  });
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only.does;
  return parts.map(({ does, platforms }) => `${does} (${platforms})`).join(', and ');
}

function treatment(action: PinnedAction): string {
  return asksForManaged(action) ? 'bypassed on managed devices only and blocked on all others' : 'blocked';
}

function hasUnknownAction({ data }: Pinned['exception']): boolean {
  return data.type === 'certificate_pinned_app' && Object.values(data.platforms).some(({ known }) => !known);
}
