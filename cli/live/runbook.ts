/** `netskope-steering live runbook`: what does a person have to do, so that a live tenant becomes what the code says? */
import { Command, Option } from 'commander';
import { makeRunbook } from '../../live/runbook/make-runbook';
import { RUNBOOK_FORMATS, writeRunbook, type RunbookFormat } from '../../live/runbook/formats';
import { EXIT, type CommandResult, type Surroundings } from '../complaint';
import { replaceFile } from '../review/files';
import { endOnUsage, runCommand } from '../run-command';
import { LIVE_HELP, type LiveFlags, addLiveOptions, readObserved, snapshotIn } from './tenant';
import { addProvider, readWanted } from './wanted';

export interface RunbookFlags extends LiveFlags {
  readonly baseline?: string;
  readonly done?: string;
  readonly provider?: string;
  readonly format: RunbookFormat;
  readonly output?: string;
}

const HELP = `
${LIVE_HELP}

The steps stand in an order in which no traffic goes more freely on the way than before and after; where there is no such
order, the runbook says so first. What no code has is deleted, but for bypasses of predefined apps and for what --baseline
FILE holds: a snapshot of what was there before.

REST v1 does not show everything, so some steps say to look first. --done CODE names the stack or plan whose runbook has
been carried out: what cannot be seen is then taken to be as it says.

Exit codes:
  0  the runbook was written, also where there is nothing to do
  2  options that make no sense, or variables that are not set
  3  a file cannot be read
  4  the tenant cannot be read
  70 a bug of this program

Examples:
  $ netskope-steering live runbook cdktf.out/stacks/tenant
  $ netskope-steering live runbook cdktf.out/stacks/tenant --format html --output runbook.html
  $ netskope-steering live runbook plan.json --snapshot tenant.json --format json
`;

/** The sub-command, to be mounted in `live`. */
export function runbookCommand(): Command {
  const command = new Command('runbook')
    .description('write the steps that make a tenant what the code says, for a person at the console')
    .argument('<code>', 'the folder of a stack, such as cdktf.out/stacks/NAME, or a plan');
  addProvider(addLiveOptions(command))
    .option('--done <code>', 'the stack or plan whose runbook has been carried out')
    .option('--baseline <file>', 'a snapshot: what it holds, and no code has, stays')
    .addOption(new Option('--format <format>', 'what to write').choices(RUNBOOK_FORMATS).default('markdown'))
    .option('--output <file>', 'write there instead of stdout')
    .addHelpText('after', HELP)
    .action((code: string, flags: RunbookFlags) =>
      runCommand('live runbook', (surroundings) => runRunbook(code, flags, surroundings)),
    );
  return endOnUsage(command);
}

/** @throws UserError */
export async function runRunbook(
  code: string,
  flags: RunbookFlags,
  surroundings: Surroundings,
): Promise<CommandResult> {
  const { wanted, notes } = await readWanted(code, flags.provider, surroundings);
  const done = flags.done === undefined ? undefined : await readWanted(flags.done, flags.provider, surroundings);
  const baseline = flags.baseline === undefined ? undefined : await snapshotIn(flags.baseline);
  const runbook = makeRunbook(wanted, await readObserved(flags, surroundings), {
    ...(done !== undefined && { done: done.wanted }),
    ...(baseline !== undefined && { baseline }),
  });
  const text = writeRunbook(runbook, flags.format);
  if (flags.output !== undefined) await replaceFile(flags.output, text, 0o600);
  return { exitCode: EXIT.done, stdout: flags.output === undefined ? text : '', notes };
}
