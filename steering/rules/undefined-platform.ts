import { nameOf, pinnedOf, platformTitle } from './pinned';
import { finding, type Rule } from './rule';

export const undefinedPlatform: Rule = {
  id: 'undefined-platform',
  severity: 'error',
  title: 'An exception for a platform that the app does not define',
  rationale:
    'An app has a definition for each platform, and an exception an action for each platform. [doc] Without the one, the other has nothing to act on.',
  source: '[doc]',
  codes: ['undefined-platform'],
  *check(model) {
    for (const { app, platform, exception } of pinnedOf(model)) {
      if (app === undefined || app.platforms[platform] !== undefined) continue;
      yield finding('undefined-platform', exception, { app: nameOf(app), platform: platformTitle(platform) });
    }
  },
};
