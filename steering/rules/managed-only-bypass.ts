import { platformTitle } from '../domain/vocabulary';
import { capitalized } from '../inert';
import { asksForManaged } from '../decide/actions';
import { isEmpty } from '../model/model';
import { pinnedOf, titleOf } from './pinned';
import { rule } from './rule';

export const managedOnlyBypass = rule({
  id: 'managed-only-bypass',
  severity: 'warning',
  title: 'A managed-only bypass',
  rationale:
    'With "Bypass Managed Devices" the app is bypassed on managed devices and blocked on all others [doc]: what reads like a bypass is a block for everyone else. Since release 126 it can name device classifications [doc]; what becomes of managed devices that have none of them is not published.',
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
  custom_app_domains = ["fieldtool.example.com"]
  windows            = "bypass_managed_direct"
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
    'managed-only-bypass': ({ app, platform }: { app: string; platform: string }) =>
      `${capitalized(app)} is bypassed on managed devices only, on ${platform}: on every other device it is blocked. Use a plain bypass if that is not meant.`,
    'managed-only-bypass/classifications': ({
      app,
      platform,
      classifications,
    }: {
      app: string;
      platform: string;
      classifications: string;
    }) =>
      `${capitalized(app)} is bypassed on managed devices of some classifications only (${classifications}), on ${platform}: on unmanaged devices it is blocked, and on other managed ones it may be. Use a plain bypass if that is not meant.`,
  },
  *check(model, say) {
    for (const { app, platform, action, classifications, exception } of pinnedOf(model)) {
      if (!asksForManaged(action)) continue;
      const at = { attribute: [platform], value: action };
      const names = { app: titleOf(app), platform: platformTitle(platform) };
      if (isEmpty(classifications)) yield say('managed-only-bypass', exception, names, at);
      else {
        const { items, open } = classifications;
        const all = [...items.map((one) => JSON.stringify(one)), ...(open === undefined ? [] : ['others'])].join(', ');
        yield say('managed-only-bypass/classifications', exception, { ...names, classifications: all }, at);
      }
    }
  },
});
