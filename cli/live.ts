/** `netskope-steering live`: what can be done with a live tenant today? It is read by REST v1, and written by a person. */
import { Command } from 'commander';
import { endOnUsage } from './run-command';

const COMMANDS = [
  {
    name: 'observe',
    summary: 'show what the tenant shows, and save it for others',
    load: async () => (await import('./live/observe')).observeCommand(),
  },
  {
    name: 'diff',
    summary: 'compare the code with what the tenant shows',
    load: async () => (await import('./live/diff')).diffCommand(),
  },
  {
    name: 'runbook',
    summary: 'write the steps that make the tenant what the code says',
    load: async () => (await import('./live/runbook')).runbookCommand(),
  },
  {
    name: 'verify',
    summary: "prove by an endpoint's own files that it was done",
    load: async () => (await import('./live/verify')).verifyCommand(),
  },
  {
    name: 'export',
    summary: 'write what the tenant has as code',
    load: async () => (await import('./live/export')).exportCommand(),
  },
  {
    name: 'calibrate',
    summary: 'learn what a code of the tenant means',
    load: async () => (await import('./live/calibrate')).calibrateCommand(),
  },
] as const;

const HELP = `
No public API writes steering objects, so a person does, and these commands say what is there, what is to be done, and
whether it was done. They read by REST v1, and write nothing on a tenant.
`;

/**
 * The sub-command, with commands of its own.
 * @param isCalled says for one of them whether its code is loaded; the others have only their summary
 */
export async function liveCommand(isCalled: (name: string) => boolean): Promise<Command> {
  const live = endOnUsage(new Command('live'))
    .description('read a live tenant by REST v1, and say what a person has to do on it')
    .addHelpText('after', HELP);
  for (const { name, summary, load } of COMMANDS) {
    const command = isCalled(name) ? await load() : new Command(name).description(summary);
    live.addCommand(command.summary(summary));
  }
  return live;
}
