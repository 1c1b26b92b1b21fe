import { covers, entryOf, helpersOf } from './known-app';
import { blocks, nameOf, pinnedOf } from './pinned';
import { finding, type Rule } from './rule';

export const helperProcess: Rule = {
  id: 'helper-process',
  severity: 'warning',
  title: 'A blocked WebView2 or Electron app whose helper process owns the sockets',
  rationale:
    'On macOS the traffic of an Electron app may come from `<App> Helper`. [assumed] On Windows the web traffic of a WebView2 host may belong to `msedgewebview2.exe`, which other apps share. [assumed] A block of the main process alone then stops nothing.',
  source: '[assumed]; which apps are built so: the catalogue',
  codes: ['helper-process/electron', 'helper-process/webview2'],
  *check(model) {
    for (const pinned of pinnedOf(model).filter(blocks)) {
      const { app, platform, definition, exception } = pinned;
      const entry = entryOf(app);
      if (entry === undefined || definition === undefined) continue;
      const helpers = helpersOf(entry, platform);
      if (helpers.length > 0 && helpers.every((helper) => covers(definition, helper) === 'no')) {
        yield finding('helper-process/electron', exception, { app: nameOf(app), helper: helpers.join('", "') });
      }
      const host = platform === 'windows' ? entry.webView2?.value : undefined;
      if (host !== undefined && covers(definition, host) === 'yes') {
        yield finding('helper-process/webview2', exception, { app: nameOf(app), host });
      }
    }
  },
};
