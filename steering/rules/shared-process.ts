import { capitalized } from '../inert';
import { SHARED_PROCESSES, SHARED_TOOLS } from '../catalogue/shared-processes';
import { foldCase } from '../domain/processes';
import { platformTitle, type PlatformName } from '../domain/vocabulary';
import { definitionsOf, isWritten, titleOf } from './pinned';
import { quote, rule } from './rule';

export const sharedProcess = rule({
  id: 'shared-process',
  severity: 'error',
  severities: { 'shared-process/tool': 'warning' },
  title: 'A shared process',
  rationale:
    'Some processes do the work of many apps: `msedgewebview2.exe` of every WebView2 host, `svchost.exe` of the services of Windows, a browser of every site. An app that names one takes all of them with it: a block stops them, a bypass blinds the policy for them. [assumed] The tools that products bring along or run are shared, too: `curl`, Java, Python, the `Update.exe` of an installer that many apps use. [vendor] Whoever means the tool itself can say so.',
  source: '[assumed]; which processes are shared: the catalogue',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "portal" {
  name    = "Portal"
  windows = { processes = ["Portal.exe", "msedgewebview2.exe"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "portal" {
  name    = "Portal"
  windows = { processes = ["Portal.exe"] }
}`,
  },
  messages: {
    'shared-process': ({ app, process, platform }: { app: string; process: string; platform: string }) =>
      `${capitalized(app)} names ${quote(process)} on ${platform}, a process that many apps share: what happens to this app happens to all of them. Name processes of the app alone.`,
    'shared-process/tool': ({ app, process, platform }: { app: string; process: string; platform: string }) =>
      `${capitalized(app)} names ${quote(process)} on ${platform}, a tool that many products bring along or run: what happens to this app happens to all of them. Name processes of the app alone, or, where the tool itself is meant, suppress this and bypass it for the hosts that it needs.`,
  },
  *check(model, say) {
    for (const { app, platform, definition } of definitionsOf(model, 'exact')) {
      if (!isWritten(app)) continue;
      for (const process of definition.processes.items) {
        const code = codeOf(process, platform);
        if (code === undefined) continue;
        const args = { app: titleOf(app), process, platform: platformTitle(platform) };
        yield say(code, app, args, { attribute: [platform, 'processes'], value: process });
      }
    }
  },
});

function codeOf(process: string, platform: PlatformName): 'shared-process' | 'shared-process/tool' | undefined {
  const isIn = (shared: typeof SHARED_PROCESSES) =>
    shared[platform]?.some(({ value }) => foldCase(value) === foldCase(process)) === true;
  return isIn(SHARED_PROCESSES) ? 'shared-process' : isIn(SHARED_TOOLS) ? 'shared-process/tool' : undefined;
}
