import { asksForManaged } from '../decide/actions';
import { isEmpty } from '../model/model';
import { nameOf, pinnedOf, platformTitle } from './pinned';
import { finding, type Rule } from './rule';

export const managedOnlyBypass: Rule = {
  id: 'managed-only-bypass',
  severity: 'warning',
  title: 'A managed-only bypass',
  rationale:
    'With "Bypass Managed Devices" the app is bypassed on managed devices and blocked on all others [doc]: what reads like a bypass is a block for everyone else. Since release 126 it can name device classifications [doc]; what becomes of managed devices that have none of them is not published.',
  source: '[doc]',
  codes: ['managed-only-bypass', 'managed-only-bypass/classifications'],
  *check(model) {
    for (const { app, platform, action, classifications, exception } of pinnedOf(model)) {
      if (!asksForManaged(action)) continue;
      const names = { app: nameOf(app), platform: platformTitle(platform) };
      if (isEmpty(classifications)) yield finding('managed-only-bypass', exception, names);
      else {
        const { items, open } = classifications;
        const all = [...items.map((one) => JSON.stringify(one)), ...(open === undefined ? [] : ['others'])].join(', ');
        yield finding('managed-only-bypass/classifications', exception, { ...names, classifications: all });
      }
    }
  },
};
