import { SHARED_PROCESSES } from '../catalogue/shared-processes';
import { definitionsOf, nameOf, platformTitle } from './pinned';
import { finding, type Rule } from './rule';

export const sharedProcess: Rule = {
  id: 'shared-process',
  severity: 'error',
  title: 'A shared process',
  rationale:
    'Some processes do the work of many apps: `msedgewebview2.exe` of every WebView2 host, `svchost.exe` of the services of Windows, a browser of every site. An app that names one takes all of them with it: a block stops them, a bypass blinds the policy for them. [assumed]',
  source: '[assumed]; which processes are shared: the catalogue',
  codes: ['shared-process'],
  *check(model) {
    for (const { app, platform, definition } of definitionsOf(model, 'exact')) {
      const shared = new Set((SHARED_PROCESSES[platform] ?? []).map(({ value }) => value.toLowerCase()));
      for (const process of definition.processes.items) {
        if (!shared.has(process.toLowerCase())) continue;
        yield finding('shared-process', app, { app: nameOf(app), process, platform: platformTitle(platform) });
      }
    }
  },
};
