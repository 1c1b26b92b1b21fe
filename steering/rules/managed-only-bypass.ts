import { nameOf, pinnedOf, platformTitle } from './pinned';
import { finding, type Rule } from './rule';

export const managedOnlyBypass: Rule = {
  id: 'managed-only-bypass',
  severity: 'warning',
  title: 'A managed-only bypass',
  rationale:
    'With "Bypass Managed Devices" the app is bypassed on managed devices and blocked on all others [doc]: what reads like a bypass is a block for everyone else.',
  source: '[doc]',
  codes: ['managed-only-bypass'],
  *check(model) {
    for (const { app, platform, action, exception } of pinnedOf(model)) {
      if (!action.startsWith('bypass_managed')) continue;
      yield finding('managed-only-bypass', exception, { app: nameOf(app), platform: platformTitle(platform) });
    }
  },
};
