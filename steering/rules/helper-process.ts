import { capitalized } from '../inert';
import { covers, entryOf, helpersOf } from './known-app';
import { blocks, pinnedOf, titleOf } from './pinned';
import { quote, rule } from './rule';

export const helperProcess = rule({
  id: 'helper-process',
  severity: 'warning',
  // Nobody can act on it: the process must not be blocked.
  severities: { 'helper-process/webview2': 'info' },
  title: 'A blocked WebView2 or Electron app whose helper process owns the sockets',
  rationale:
    'On macOS the traffic of an Electron app may come from `<App> Helper`. [assumed] On Windows the web traffic of a WebView2 host may belong to `msedgewebview2.exe`, which other apps share. [assumed] A block of the main process alone then stops nothing.',
  source: '[assumed]; which apps are built so: the catalogue',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "slack" {
  name   = "Slack"
  mac_os = { processes = ["Slack"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "slack" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.slack.id
  custom_app_domains = ["*"]
  mac_os             = "block"
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "slack" {
  name   = "Slack"
  mac_os = { processes = ["Slack", "Slack Helper"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "slack" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.slack.id
  custom_app_domains = ["*"]
  mac_os             = "block"
}`,
  },
  messages: {
    'helper-process/electron': ({ app, helper }: { app: string; helper: string }) =>
      `${capitalized(app)} is an Electron app: on macOS its sockets may belong to ${quote(helper)}, which the app does not name. Add it to the processes on macOS.`,
    'helper-process/webview2': ({ app, host }: { app: string; host: string }) =>
      `${quote(host)} of ${app} shows its pages in WebView2: their traffic may belong to "msedgewebview2.exe", which other apps share and which must not be blocked. Govern that traffic by real-time policies.`,
  },
  *check(model, say) {
    for (const pinned of pinnedOf(model).filter(blocks)) {
      const { app, platform, definition, exception } = pinned;
      const entry = entryOf(app);
      if (entry === undefined || definition === undefined) continue;
      const helpers = helpersOf(entry, platform);
      if (helpers.length > 0 && helpers.every((helper) => covers(definition, helper) === 'no')) {
        yield say('helper-process/electron', exception, { app: titleOf(app), helper: helpers.join('", "') });
      }
      const host = platform === 'windows' ? entry.webView2?.value : undefined;
      if (host !== undefined && covers(definition, host) === 'yes') {
        yield say('helper-process/webview2', exception, { app: titleOf(app), host });
      }
    }
  },
});
