import { finding, type Rule } from './rule';

export const wildcardInCustomAppDomains: Rule = {
  id: 'wildcard-in-custom-app-domains',
  severity: 'error',
  title: '`*.x` in custom app domains',
  rationale:
    'Custom app domains match by suffix: `example.com` covers `mail.example.com`. `*.example.com` is not supported there, although domain exceptions use exactly that form: two matchers, one screen. [doc]',
  source: '[doc]',
  codes: ['wildcard-in-custom-app-domains'],
  *check({ exceptions }) {
    for (const exception of exceptions) {
      if (exception.data.type !== 'certificate_pinned_app') continue;
      for (const domain of exception.data.customAppDomains.items) {
        if (domain === '*' || !domain.includes('*')) continue;
        const suffix = domain.replace(/^.*\*\.?/, '') || '*';
        yield finding('wildcard-in-custom-app-domains', exception, { domain, suffix });
      }
    }
  },
};
