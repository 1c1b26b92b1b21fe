import { quote, rule } from './rule';

export const wildcardInCustomAppDomains = rule({
  id: 'wildcard-in-custom-app-domains',
  severity: 'error',
  title: '`*.x` in custom app domains',
  rationale:
    'Custom app domains match by suffix: `example.com` covers `mail.example.com`. `*.example.com` is not supported there, although domain exceptions use exactly that form: two matchers, one screen. [doc]',
  source: '[doc]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "tool" {
  name    = "Field tool"
  windows = { processes = ["FieldTool.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "tool" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.tool.id
  custom_app_domains = ["*.example.com"]
  windows            = "bypass_direct"
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "tool" {
  name    = "Field tool"
  windows = { processes = ["FieldTool.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "tool" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.tool.id
  custom_app_domains = ["example.com"]
  windows            = "bypass_direct"
}`,
  },
  messages: {
    'wildcard-in-custom-app-domains': ({ domain, suffix }: { domain: string; suffix: string }) =>
      `${quote(domain)} stands among custom app domains, which do not support the form *.x although domain exceptions do. Write ${quote(suffix)}, which covers its subdomains.`,
  },
  *check({ exceptions }, say) {
    for (const exception of exceptions) {
      if (exception.data.type !== 'certificate_pinned_app') continue;
      for (const domain of exception.data.customAppDomains.items) {
        if (domain === '*' || !domain.includes('*')) continue;
        const suffix = domain.replace(/^.*\*\.?/, '') || '*';
        const at = { attribute: ['custom_app_domains'], value: domain };
        yield say('wildcard-in-custom-app-domains', exception, { domain, suffix }, at);
      }
    }
  },
});
