import { SHARED_PROCESSES } from '../catalogue/shared-processes';
import { definitionsOf, platformTitle, titleOf } from './pinned';
import { capital, quote, rule } from './rule';

export const sharedProcess = rule({
  id: 'shared-process',
  severity: 'error',
  title: 'A shared process',
  rationale:
    'Some processes do the work of many apps: `msedgewebview2.exe` of every WebView2 host, `svchost.exe` of the services of Windows, a browser of every site. An app that names one takes all of them with it: a block stops them, a bypass blinds the policy for them. [assumed]',
  source: '[assumed]; which processes are shared: the catalogue',
  ofOneObject: true,
  messages: {
    'shared-process': ({ app, process, platform }: { app: string; process: string; platform: string }) =>
      `${capital(app)} names ${quote(process)} on ${platform}, a process that many apps share: what happens to this app happens to all of them. Name processes of the app alone.`,
  },
  *check(model, say) {
    for (const { app, platform, definition } of definitionsOf(model, 'exact')) {
      const shared = new Set((SHARED_PROCESSES[platform] ?? []).map(({ value }) => value.toLowerCase()));
      for (const process of definition.processes.items) {
        if (!shared.has(process.toLowerCase())) continue;
        const args = { app: titleOf(app), process, platform: platformTitle(platform) };
        yield say('shared-process', app, args, { attribute: [platform, 'processes'], value: process });
      }
    }
  },
});
