/** `netskope-steering review`: what do plans do to traffic, and does a gate stop the pipeline? */
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  differencesFrom,
  FORMATS,
  GATES,
  OtherTenant,
  render,
  reviewPlans,
  stopOf,
  UnreadableApprovals,
  UnreadableReview,
  type Format,
  type Gate,
  type Report,
  type ReviewOptions,
} from '../review';
import { UnreadablePlan, UnreadableSteeringJson, type StackJson } from '../steering';
import { UserError, EXIT, type CommandResult, type Surroundings } from './complaint';
import { readVersion } from './package-root';
import { readInputs } from './review/inputs';
import { refuseToOverwrite, writeOutput } from './review/output-file';
import { dateOption, endOnUsage, runCommand } from './run-command';
import { lostDemands, readText } from './source/files';
import { readTenantFrom } from './source/tenant-source';

export interface ReviewFlags {
  readonly format: Format;
  readonly failOn: readonly Gate[];
  readonly approvals?: string;
  readonly sameAs?: string;
  readonly tenant?: boolean;
  readonly output?: string;
  /** The day on which approvals and the last days of exceptions are judged; today in UTC, unless a user gives another day. */
  readonly date: string;
}

const HELP = `
A plan is what "terraform show -json" prints; - reads it from stdin. A stack is the folder of one, such as cdktf.out/stacks/NAME,
with plan.json, cdk.tf.json (construct paths, exact references) and steering.json (traffic tests, suppressions) in it.

Verdicts: no traffic change; narrowing (nothing goes more freely); broadening (something does); collateral (traffic changes that
the change does not name). docs/review.md defines each.

Exit codes:
  0   reviewed, and no gate of --fail-on stops
  2   options that make no sense
  3   a file cannot be read, or is none of what it should be
  4   the tenant cannot be read
  10  collateral      11  broadening      12  an error of a guardrail or a traffic test      13  a warning of a guardrail
  20  the plan does something else than what --same-as names, or it cannot be compared
  70  a bug of this program

Examples:
  $ terraform show -json tfplan | netskope-steering review -
  $ netskope-steering review cdktf.out/stacks/tenant --format markdown --fail-on broadening,error
  $ netskope-steering review plan.json --format html --output review.html
  $ netskope-steering review plan.json --same-as reviewed.json
`;

const USUAL_GATES = 'broadening,error';

/** The sub-command, to be mounted in the program. */
export function reviewCommand(): Command {
  const command = new Command('review')
    .description('say what plans do to traffic: which flows change, why, and whom else it reaches')
    .argument('<plans...>', 'plans in JSON, folders of stacks, or - for stdin')
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS).default('terminal'))
    .addOption(
      new Option('--fail-on <gates>', `when to end with a code of its own: never, or some of ${GATES.join(', ')}`)
        .argParser(readGates)
        .default(readGates(USUAL_GATES), USUAL_GATES),
    )
    .option('--approvals <file>', 'accepted changes, each with a reason and a last day')
    .option('--same-as <file>', 'the JSON of a review: end with code 20 unless the plan still does the same')
    .option('--tenant', 'look at the tenant of NETSKOPE_SERVER_URL and NETSKOPE_API_KEY, too', false)
    .option('--output <file>', 'write there instead of stdout')
    .addOption(dateOption('approvals and the last days of exceptions'))
    .addHelpText('after', HELP)
    .action((plans: string[], flags: ReviewFlags) =>
      runCommand('review', (surroundings) => runReview(plans, flags, surroundings)),
    );
  return endOnUsage(command);
}

/** @throws UserError */
export async function runReview(
  plans: readonly string[],
  flags: ReviewFlags,
  surroundings: Surroundings,
): Promise<CommandResult> {
  const read = [...plans, flags.approvals, flags.sameAs].filter((path) => path !== undefined);
  if (flags.output !== undefined) await refuseToOverwrite(flags.output, read);
  const inputs = await readInputs(plans, surroundings);
  const serverUrl = surroundings.env['NETSKOPE_SERVER_URL'];
  const options: ReviewOptions = {
    today: flags.date,
    ...(serverUrl !== undefined && { serverUrl }),
    ...(flags.approvals !== undefined && { approvals: await readText(flags.approvals, 'The file of approvals') }),
    ...(flags.tenant && { tenant: await readTenantFrom(surroundings.env, '--tenant looks at a tenant, and', 'Set') }),
  };
  const reviewed = flags.sameAs === undefined ? undefined : await readText(flags.sameAs, 'What was reviewed');
  const { report, differences } = complaining(() => {
    const made = reviewPlans(inputs, options);
    return { report: made, differences: reviewed === undefined ? [] : differencesFrom(reviewed, made) };
  });
  const text = render(report, flags.format, {
    version: readVersion(),
    color: flags.output === undefined && surroundings.color.isColorSupported,
  });
  if (flags.output !== undefined) await writeOutput(flags.output, text);
  const { exitCode, notes } = outcomeOf(report, differences, flags.failOn);
  const lost = inputs.flatMap(({ name, stack, steering }) =>
    stack === undefined || steering !== undefined ? [] : (lostDemands(name, JSON.parse(stack) as StackJson) ?? []),
  );
  return { exitCode, stdout: flags.output === undefined ? text : '', notes: [...lost, ...notes] };
}

function outcomeOf(
  report: Report,
  differences: readonly string[],
  gates: readonly Gate[],
): Omit<CommandResult, 'stdout'> {
  if (differences.length > 0) {
    const shown = differences.slice(0, 20);
    const more =
      differences.length > shown.length ? [`… and ${differences.length - shown.length} more differences.`] : [];
    return { exitCode: EXIT.differs, notes: ['The plan is not what was reviewed.', ...shown, ...more] };
  }
  const stop = stopOf(report, gates);
  if (stop === undefined) return { exitCode: EXIT.done, notes: [] };
  return { exitCode: EXIT[stop.gate], notes: [`Stopped by the gate ${stop.gate}: ${stop.because}.`] };
}

/** Turns errors that a user can mend into complaints. Any other error is a bug, and is thrown again. */
function complaining<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof OtherTenant) throw new UserError(EXIT.usage, cause.message);
    const kinds = [UnreadablePlan, UnreadableApprovals, UnreadableReview];
    if (cause instanceof UnreadableSteeringJson) throw new UserError(EXIT.unreadable, ...cause.lines);
    if (cause instanceof Error && kinds.some((kind) => cause instanceof kind))
      throw new UserError(EXIT.unreadable, cause.message);
    throw cause;
  }
}

function readGates(text: string): Gate[] {
  const asked = text.split(',');
  if (text === 'never') return [];
  const gates = GATES.filter((gate) => asked.includes(gate));
  if (gates.length === new Set(asked).size) return gates;
  throw new InvalidArgumentError(`Write never alone, or some of ${GATES.join(', ')} with commas between.`);
}
