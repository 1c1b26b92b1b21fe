import type { Model } from '../model/model';
import { titleOf } from './pinned';
import { rule } from './rule';

export const unusedApp = rule({
  id: 'unused-app',
  severity: 'info',
  title: 'An app that no exception uses',
  rationale: 'Defining an app changes nothing on a client: only an exception that uses it does. [doc]',
  source: '[doc]',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
  },
  messages: {
    'unused-app': ({ app }: { app: string }) =>
      `No exception uses ${app}, so defining it changes nothing. Add an exception, or remove the app.`,
  },
  *check(model, say) {
    const used = usedIn(model);
    if (used === undefined) return;
    for (const app of model.apps) {
      // Predefined apps appear in configurations by themselves [doc]; what is only looked up is defined elsewhere.
      if ((app.custom.known && !app.custom.value) || app.origin.address?.startsWith('data.')) continue;
      if (!used.has(app.key)) yield say('unused-app', app, { app: titleOf(app) });
    }
  },
});

/** Returns the keys of the apps that exceptions use or may use; undefined where an exception may use any app. */
function usedIn({ exceptions }: Model): ReadonlySet<string> | undefined {
  const used = new Set<string>();
  for (const { data } of exceptions) {
    if (data.type === 'unknown') return undefined;
    if (data.type !== 'certificate_pinned_app') continue;
    const keys = data.app.known ? [data.app.value] : data.app.candidates;
    if (keys === undefined) return undefined;
    for (const key of keys) used.add(key);
  }
  return used;
}
