import { complainAboutProcessName } from '../domain/processes';
import { definitionsOf, platformTitle, titleOf } from './pinned';
import { capital, rule } from './rule';

export const processName = rule({
  id: 'process-name',
  severity: 'error',
  title: 'A path or quotes in a process name',
  rationale:
    'Exact definitions are names of processes, separated by commas, without paths and without quotes. [doc] The tenant’s form takes them literally: a client would look for an executable of that very name and never find one.',
  source: '[doc]',
  ofOneObject: true,
  messages: {
    'process-name': ({ app, platform, problem }: { app: string; platform: string; problem: string }) =>
      `${capital(app)} on ${platform}: ${problem}`,
  },
  *check(model, say) {
    for (const { app, platform, definition } of definitionsOf(model, 'exact')) {
      for (const item of definition.processes.items) {
        const complaint = complainAboutProcessName(item);
        if (complaint === undefined) continue;
        const args = { app: titleOf(app), platform: platformTitle(platform), problem: complaint.detail };
        yield say('process-name', app, args, { attribute: [platform, 'processes'], value: item });
      }
    }
  },
});
