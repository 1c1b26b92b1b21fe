import { capitalized } from '../inert';
import { isEmpty } from '../model/model';
import { isWritten, titleOf } from './pinned';
import { listed, quote, rule } from './rule';

export const androidByDomain = rule({
  id: 'android-by-domain',
  severity: 'warning',
  title: 'An app on Android without a process',
  rationale:
    'Android 9 and lower knows certificate pinned apps by domain, Android 10 and higher by process. [doc] A definition with domains alone reaches old devices only: on every newer one the app is neither blocked nor bypassed. That the process is the name of its package, such as `com.whatsapp`, is our reading. [assumed]',
  source: '[doc], [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  android = { domains = ["whatsapp.net"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  android = { domains = ["whatsapp.net"], processes = ["com.whatsapp"] }
}`,
  },
  messages: {
    'android-by-domain': ({ app, domains }: { app: string; domains: string }) =>
      `${capitalized(app)} is known on Android by its domains alone (${domains}), but Android 10 and higher knows apps by process: on these systems no exception reaches it. Add the process of the app, which is the name of its package, such as "com.whatsapp".`,
    'android-by-domain/nothing': ({ app }: { app: string }) =>
      `${capitalized(app)} has neither a process nor a domain on Android: no exception reaches it there. Add the process of the app, which is the name of its package, such as "com.whatsapp", or drop the platform.`,
  },
  *check({ apps }, say) {
    for (const app of apps) {
      const definition = app.platforms.android;
      if (definition?.known !== true || !isWritten(app)) continue;
      const { processes, domains } = definition.value;
      if (!isEmpty(processes)) continue;
      const args = { app: titleOf(app) };
      if (isEmpty(domains)) {
        yield say('android-by-domain/nothing', app, args, { attribute: ['android', 'processes'], value: '' });
        continue;
      }
      const at = { attribute: ['android', 'domains'], value: domains.items.join(', ') };
      const names = domains.items.length === 0 ? 'not known yet' : listed(domains.items.map(quote));
      yield say('android-by-domain', app, { ...args, domains: names }, at);
    }
  },
});
