import { complainAboutProcessName } from '../domain/processes';
import { definitionsOf, nameOf, platformTitle } from './pinned';
import { finding, type Rule } from './rule';

export const processName: Rule = {
  id: 'process-name',
  severity: 'error',
  title: 'A path or quotes in a process name',
  rationale:
    'Exact definitions are names of processes, separated by commas, without paths and without quotes. [doc] The tenant’s form takes them literally: a client would look for an executable of that very name and never find one.',
  source: '[doc]',
  codes: ['process-name'],
  *check(model) {
    for (const { app, platform, definition } of definitionsOf(model, 'exact')) {
      for (const item of definition.processes.items) {
        const complaint = complainAboutProcessName(item);
        if (complaint === undefined) continue;
        const args = { app: nameOf(app), platform: platformTitle(platform), problem: complaint.detail };
        yield finding('process-name', app, args);
      }
    }
  },
};
