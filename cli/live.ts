/** `netskope-steering live`: what can be done with a live tenant today? It is read by REST v1, and written by a person. */
import { Command } from 'commander';
import { withInertErrors } from './show';

const HELP = `
No public API writes steering objects, so a person does, and these commands say what is there, what is to be done, and
whether it was done. They read by REST v1, and write nothing on a tenant.
`;

/** The sub-command, with commands of its own. */
export async function liveCommand(): Promise<Command> {
  const [{ observeCommand }, { diffCommand }, { runbookCommand }, { verifyCommand }, { calibrateCommand }] =
    await Promise.all([
      import('./live/observe'),
      import('./live/diff'),
      import('./live/runbook'),
      import('./live/verify'),
      import('./live/calibrate'),
    ]);
  return withInertErrors(new Command('live'))
    .description('read a live tenant by REST v1, and say what a person has to do on it')
    .addHelpText('after', HELP)
    .addCommand(observeCommand())
    .addCommand(diffCommand())
    .addCommand(runbookCommand())
    .addCommand(verifyCommand())
    .addCommand(calibrateCommand());
}
