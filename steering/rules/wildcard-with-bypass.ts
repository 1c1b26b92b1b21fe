import { bypasses, nameOf, onePerException, pinnedOf } from './pinned';
import { finding, type Rule } from './rule';

export const wildcardWithBypass: Rule = {
  id: 'wildcard-with-bypass',
  severity: 'warning',
  title: '`*` with a bypass',
  rationale:
    'Custom app domains say for which hosts a bypass holds, and `*` is any host. [doc] Block ignores them [community], so the `*` of the article [seed] is harmless there and dangerous with a bypass.',
  source: '[doc], [community]',
  codes: ['wildcard-with-bypass'],
  *check(model) {
    const bypassed = pinnedOf(model).filter(bypasses);
    for (const { app, configuration, customAppDomains, exception } of onePerException(bypassed)) {
      if (!customAppDomains.items.includes('*')) continue;
      yield finding('wildcard-with-bypass', exception, { app: nameOf(app), configuration: nameOf(configuration) });
    }
  },
};
