import { capitalized } from '../inert';
import { bypasses, onePerException, pinnedOf, titleOf } from './pinned';
import { rule } from './rule';

export const wildcardWithBypass = rule({
  id: 'wildcard-with-bypass',
  severity: 'warning',
  title: '`*` with a bypass',
  rationale:
    'Custom app domains say for which hosts a bypass holds, and `*` is any host. [doc] Block ignores them [community], so the `*` of the article [seed] is harmless there and dangerous with a bypass.',
  source: '[doc], [community]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "tool" {
  name    = "Field tool"
  windows = { processes = ["FieldTool.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "tool" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.tool.id
  custom_app_domains = ["*"]
  windows            = "bypass_direct"
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "tool" {
  name    = "Field tool"
  windows = { processes = ["FieldTool.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "tool" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.tool.id
  custom_app_domains = ["fieldtool.example.com"]
  windows            = "bypass_direct"
}`,
  },
  messages: {
    'wildcard-with-bypass': ({ app }: { app: string }) =>
      `${capitalized(app)} is bypassed for "*": whatever its processes send to any host is not inspected. Name the domains it needs.`,
  },
  *check(model, say) {
    const bypassed = pinnedOf(model).filter(bypasses);
    for (const { app, customAppDomains, exception } of onePerException(bypassed)) {
      if (!customAppDomains.items.includes('*')) continue;
      yield say(
        'wildcard-with-bypass',
        exception,
        { app: titleOf(app) },
        { attribute: ['custom_app_domains'], value: '*' },
      );
    }
  },
});
