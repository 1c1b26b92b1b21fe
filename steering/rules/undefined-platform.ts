import { platformTitle } from '../domain/vocabulary';
import { pinnedOf, titleOf } from './pinned';
import { rule } from './rule';

export const undefinedPlatform = rule({
  id: 'undefined-platform',
  severity: 'error',
  title: 'An exception for a platform that the app does not define',
  rationale:
    'An app has a definition for each platform, and an exception an action for each platform. [doc] Without the one, the other has nothing to act on.',
  source: '[doc]',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
  mac_os             = "block"
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
  mac_os  = { processes = ["Signal", "Signal Helper"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
  mac_os             = "block"
}`,
  },
  messages: {
    'undefined-platform': ({ app, platform }: { app: string; platform: string }) =>
      `An exception gives an action for ${platform}, on which ${app} is not defined: it does nothing there. Define the app on ${platform}, or drop the action.`,
  },
  *check(model, say) {
    for (const { app, platform, exception } of pinnedOf(model)) {
      if (app === undefined || app.platforms[platform] !== undefined) continue;
      yield say('undefined-platform', exception, { app: titleOf(app), platform: platformTitle(platform) });
    }
  },
});
