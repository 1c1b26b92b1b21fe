import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { entryOf } from './known-app';
import { pinnedOf, titleOf } from './pinned';
import { rule } from './rule';

export const predefinedAppBlocked = rule({
  id: 'predefined-app-blocked',
  severity: 'info',
  title: 'An app that the vendor predefines is blocked for everybody',
  rationale:
    'The vendor ships the definitions of apps that pin their certificates and that companies are known to use, and bypasses them by default. [doc] A block in the default configuration stops such an app for everybody who has no configuration of their own: meetings, file sync, remote support.',
  source: '[doc]; which apps are predefined: the tenant, or the catalogue',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "dropbox" {
  name    = "Dropbox"
  windows = { processes = ["Dropbox.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "dropbox" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.dropbox.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
    right: `resource "netskopesteering_configuration" "contractors" {
  name         = "Contractors"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Contractors"]
}
resource "netskopesteering_certificate_pinned_app" "dropbox" {
  name    = "Dropbox"
  windows = { processes = ["Dropbox.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "dropbox" {
  configuration_id   = netskopesteering_configuration.contractors.id
  app_id             = netskopesteering_certificate_pinned_app.dropbox.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
  },
  messages: {
    'predefined-app-blocked': ({ app }: { app: string }) =>
      `${capitalized(app)} is blocked in the default configuration, so for everybody who has no configuration of their own. The vendor predefines this app, and bypasses it by default, because companies use it. Block it in the configuration of a group, if not everybody is meant.`,
  },
  *check(model, say) {
    const everybody = pinnedOf(model).filter(
      ({ action, configuration, exception }) =>
        action === 'block' && configuration?.isDefault === true && exception.doubt === undefined,
    );
    for (const [app, all] of groupBy(everybody, (one) => one.app)) {
      if (app === undefined) continue;
      const isPredefined = app.custom.known && !app.custom.value;
      const [first] = all;
      if (first === undefined || (!isPredefined && entryOf(app)?.predefined === undefined)) continue;
      yield say('predefined-app-blocked', first.exception, { app: titleOf(app) });
    }
  },
});
