/** `netskope-steering live diff`: does a live tenant differ from the code, as far as it is observed? */
import { Command, Option } from 'commander';
import { diffOf } from '../../live/diff';
import { diffJson, diffMarkdown, diffText } from '../../live/diff-formats';
import { inert } from '../../steering';
import { EXIT, type CommandResult, type Surroundings } from '../complaint';
import { endOnUsage, runCommand } from '../run-command';
import { LIVE_HELP, type LiveFlags, addLiveOptions, readObserved, snapshotIn } from './tenant';
import { addProvider, readWanted } from './wanted';

export interface DiffFlags extends LiveFlags {
  readonly baseline?: string;
  readonly provider?: string;
  readonly format: 'terminal' | 'markdown' | 'json';
}

const HELP = `
${LIVE_HELP}

Bypasses of predefined apps, which a tenant has by itself, are no difference. All else that no code has is one, unless
--baseline FILE holds it: a snapshot of what was there before, and is looked after by others.

Exit codes:
  0  the tenant is as the code wants it, as far as it is observed
  2  options that make no sense, or variables that are not set
  3  a file cannot be read
  4  the tenant cannot be read
  30 the tenant differs
  70 a bug of this program

Examples:
  $ netskope-steering live diff cdktf.out/stacks/tenant
  $ netskope-steering live diff cdktf.out/stacks/tenant --snapshot tenant.json --format markdown
`;

/** The sub-command, to be mounted in `live`. */
export function diffCommand(): Command {
  const command = new Command('diff')
    .description('compare the code with what a tenant shows by REST v1')
    .argument('<code>', 'the folder of a stack, such as cdktf.out/stacks/NAME, or a plan');
  addProvider(addLiveOptions(command))
    .option('--baseline <file>', 'a snapshot: what it holds, and no code has, is no difference')
    .addOption(
      new Option('--format <format>', 'what to print').choices(['terminal', 'markdown', 'json']).default('terminal'),
    )
    .addHelpText('after', HELP)
    .action((code: string, flags: DiffFlags) =>
      runCommand('live diff', (surroundings) => runDiff(code, flags, surroundings)),
    );
  return endOnUsage(command);
}

/** @throws UserError */
export async function runDiff(code: string, flags: DiffFlags, surroundings: Surroundings): Promise<CommandResult> {
  const { wanted, notes } = await readWanted(code, flags.provider, surroundings);
  const baseline = flags.baseline === undefined ? undefined : await snapshotIn(flags.baseline);
  const observed = await readObserved(flags, surroundings);
  const diff = diffOf(wanted, observed, baseline);
  const { columns = 100, color } = surroundings;
  const formats = {
    terminal: () =>
      `Compared ${inert(wanted.name)} with ${inert(observed.title)}.\n\n${diffText(diff, { columns, heading: color.bold })}`,
    markdown: () => diffMarkdown(diff),
    json: () => diffJson(diff),
  };
  return { exitCode: diff.differs ? EXIT.drift : EXIT.done, stdout: formats[flags.format](), notes };
}
