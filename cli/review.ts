/** `netskope-steering review`: what do plans do to traffic, and does a gate stop the pipeline? */
import { getHeapStatistics } from 'node:v8';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  approvalsFor,
  approvedBy,
  differencesFrom,
  FORMATS,
  GATES,
  NotToApprove,
  OtherTenant,
  readApprovals,
  render,
  reviewPlans,
  stopOf,
  TooLarge,
  stoppingAt,
  UnreadableApprovals,
  UnreadableReview,
  writeApprovals,
  type Format,
  type Gate,
  type PlanInput,
  type Report,
  type ReviewOptions,
} from '../review';
import { DIALECT_FILE } from '../live/dialect';
import { inert, UnreadablePlan, UnreadableSteeringJson, type StackJson } from '../steering';
import { UserError, EXIT, type CommandResult, type Surroundings } from './complaint';
import { readVersion } from './package-root';
import { readInputs } from './review/inputs';
import {
  isOfLiveTenant,
  liveOptions,
  readObservedInput,
  refuseLiveContradictions,
  type ObservedFlags,
} from './review/observed';
import { readApprovalsText, refuseContradictions, replaceFile, writeOutput, type FilesOfReview } from './review/files';
import { dateOption, endOnUsage, readDay, runCommand } from './run-command';
import { count, progressOn } from './show';
import { lostDemands, readText } from './source/files';
import { shellWord } from './source/show-plan';
import { readTenantFrom } from './source/tenant-source';

export interface ReviewFlags extends FilesOfReview, ObservedFlags {
  readonly format: Format;
  readonly failOn: readonly Gate[];
  readonly tenant?: boolean;
  /** The day on which approvals and the last days of exceptions are judged; today in UTC, unless a user gives another day. */
  readonly date: string;
}

const HELP = `
A plan is what "terraform show -json" prints; - reads it from stdin. A stack is the folder of one, such as cdktf.out/stacks/NAME,
with cdk.tf.json (construct paths, exact references), steering.json (traffic tests, suppressions) and its plan in it: plan.json,
or the plan that "cdktf plan" writes there. Of that, or of any file of "terraform plan -out", terraform itself says what is in
it (the program that TERRAFORM_BINARY_NAME names, else terraform).

With --live or --snapshot no plan is needed, for none can be made there: before is the tenant as REST v1 shows it, after is the
tenant after the runbook of "netskope-steering live runbook", and what no code has is deleted, as it says. What is not observed
is not known, and said first. A plan in the folder, or in place of it, then only says what is wanted.

--write-approvals writes down what you accept: all that the gates of --fail-on stop at, or what --approve picks: an id of a change
or a finding (8 digits or more), or the address of a resource or the path of a construct for all that it causes. The review that is
printed counts it.

Verdicts: no traffic change; narrowing (nothing goes more freely); broadening (something does); collateral (traffic changes that
the change does not name). docs/review.md defines each.

Exit codes:
  0   reviewed, and no gate of --fail-on stops
  2   options that make no sense
  3   a file cannot be read, or is none of what it should be, or the plan needs more memory than there is
  4   the tenant cannot be read
  10  collateral      11  broadening      12  an error of a guardrail or a traffic test      13  a warning of a guardrail
  20  the plan does something else than what --same-as names, or it cannot be compared
  70  a bug of this program

Examples:
  $ terraform show -json tfplan | netskope-steering review -
  $ netskope-steering review cdktf.out/stacks/tenant --format markdown --fail-on broadening,error
  $ netskope-steering review plan.json --format html --output review.html
  $ netskope-steering review plan.json --same-as reviewed.json
  $ netskope-steering review cdktf.out/stacks/tenant --snapshot tenant.json
  $ netskope-steering review cdktf.out/stacks/tenant --write-approvals approvals.json --reason "CHG-4711: …" --expires 2026-12-31
`;

const USUAL_GATES = 'broadening,error';

/** The sub-command, to be mounted in the program. */
export function reviewCommand(): Command {
  const command = new Command('review')
    .description('say what plans do to traffic: which flows change, why, and whom else it reaches')
    .argument('<plans...>', 'plans, folders of stacks, or - for stdin')
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS).default('terminal'))
    .addOption(
      new Option('--fail-on <gates>', `when to end with a code of its own: never, or some of ${GATES.join(', ')}`)
        .argParser(readGates)
        .default(readGates(USUAL_GATES), USUAL_GATES),
    )
    .option('--approvals <file>', 'accepted changes, each with a reason and a last day')
    .option('--same-as <file>', 'the JSON of a review: end with code 20 unless the plan still does the same')
    .option('--tenant', 'look at the tenant of NETSKOPE_SERVER_URL and NETSKOPE_API_KEY, too', false)
    .option('--live', 'on a live tenant, which REST v1 shows: what its runbook would do')
    .option('--snapshot <file>', 'the same, on what "live observe --save" wrote')
    .option('--dialect <file>', `what the codes of that tenant mean (default: ${DIALECT_FILE}, where there is one)`)
    .option('--baseline <file>', 'on a live tenant: a snapshot; what it holds, and no code has, stays')
    .option('--done <code>', 'on a live tenant: the stack or plan whose runbook has been carried out')
    .option('--provider <key>', 'on a live tenant: of several tenants, the one of this provider configuration')
    .option('--output <file>', 'write there instead of stdout')
    .option('--write-approvals <file>', 'accept what the gates stop at, or what --approve names, in this file')
    .option('--reason <text>', 'with --write-approvals: why it is accepted')
    .addOption(new Option('--expires <day>', 'with --write-approvals: the last day, as 2026-12-31').argParser(readDay))
    .option('--approve <what...>', 'with --write-approvals: an id, a resource or a construct; repeat it for several')
    .addOption(dateOption('approvals and the last days of exceptions'))
    .addHelpText('after', HELP)
    .action((plans: string[], flags: ReviewFlags) =>
      runCommand('review', async (surroundings) => {
        const progress = progressOn(process.stderr, 'review');
        return runReview(plans, flags, surroundings, progress.tell).finally(progress.end);
      }),
    );
  return endOnUsage(command);
}

/** @throws UserError */
export async function runReview(
  plans: readonly string[],
  flags: ReviewFlags,
  surroundings: Surroundings,
  progress: (phase: string) => void = () => undefined,
): Promise<CommandResult> {
  refuseLiveContradictions(plans, flags);
  await refuseContradictions(plans, flags);
  progress('reading the plan');
  const { inputs, remarks } = await inputsOf(plans, flags, surroundings);
  const serverUrl = surroundings.env['NETSKOPE_SERVER_URL'];
  const approvals = await readApprovalsText(flags);
  if (flags.tenant === true) progress('reading the tenant');
  const options: ReviewOptions = {
    today: flags.date,
    progress,
    memory: getHeapStatistics().heap_size_limit,
    ...(serverUrl !== undefined && { serverUrl }),
    ...(approvals !== undefined && { approvals }),
    ...(flags.tenant && { tenant: await readTenantFrom(surroundings.env, '--tenant looks at a tenant, and', 'Set') }),
  };
  const reviewed = flags.sameAs === undefined ? undefined : await readText(flags.sameAs, 'What was reviewed');
  const { made, differences } = complaining(() => {
    const report = reviewPlans(inputs, options);
    return { made: report, differences: reviewed === undefined ? [] : differencesFrom(reviewed, report) };
  });
  const { report, notes } = await approve(made, approvals, flags);
  progress('writing the review');
  const text = render(report, flags.format, {
    version: readVersion(),
    ...(flags.output === undefined && {
      color: surroundings.color.isColorSupported,
      ...(surroundings.columns !== undefined && { columns: surroundings.columns }),
    }),
  });
  if (flags.output !== undefined) await writeOutput(flags.output, text);
  const lost = inputs.flatMap(({ name, stack, steering }) =>
    stack === undefined || steering !== undefined ? [] : (lostDemands(name, JSON.parse(stack) as StackJson) ?? []),
  );
  return {
    ...outcomeOf(report, differences, flags, (name) => pathOf(name, inputs, plans)),
    stdout: flags.output === undefined ? text : '',
    notes: [...remarks, ...lost, ...notes],
  };
}

async function inputsOf(plans: readonly string[], flags: ReviewFlags, surroundings: Surroundings) {
  const [path = ''] = plans;
  if (!isOfLiveTenant(flags)) return { inputs: await readInputs(plans, surroundings), remarks: [] };
  const { input, notes } = await readObservedInput(path, flags, surroundings);
  return { inputs: [input], remarks: notes };
}

/** Writes the approvals that are asked for, and counts them in the review. @throws UserError */
async function approve(
  report: Report,
  old: string | undefined,
  { writeApprovals: path, reason = '', expires = '', approve: what = [], failOn: gates, date }: ReviewFlags,
): Promise<{ readonly report: Report; readonly notes: readonly string[] }> {
  if (path === undefined) return { report, notes: [] };
  const { text, added, changed, entries, approved } = complaining(() => {
    const picked = approvalsFor(report, { what, gates, reason, expires }, date);
    const written = writeApprovals(old, picked, date);
    const [here = { stack: '' }] = picked;
    return { ...written, entries: picked, approved: approvedBy(report, readApprovals(written.text, date, here), date) };
  });
  if (added + changed > 0) await replaceFile(path, text);
  const before = entries.length - added - changed;
  const parts = [
    ...(added > 0 ? [`${added} new`] : []),
    ...(changed > 0 ? [`${changed} with another reason or day`] : []),
    ...(before > 0 ? [`${before} there already`] : []),
  ];
  const places = [...new Set(entries.map(({ stack, tenant }) => `${stack} on ${tenant}`))].join(', ');
  return {
    report: approved,
    notes: [
      `${count(entries.length, 'approval')} for ${places} in ${path}: ${parts.join(', ')}. Have whoever owns the file look at it.`,
    ],
  };
}

function outcomeOf(
  report: Report,
  differences: readonly string[],
  flags: ReviewFlags,
  pathOfPlan: (stack: string) => string,
): Pick<CommandResult, 'exitCode' | 'closing'> {
  const file = flags.output === undefined ? [] : [`The review is in ${flags.output}.`];
  if (differences.length > 0) {
    const shown = differences.slice(0, 20);
    const more =
      differences.length > shown.length ? [`… and ${differences.length - shown.length} more differences.`] : [];
    return { exitCode: EXIT.differs, closing: ['The plan is not what was reviewed.', ...shown, ...more, ...file] };
  }
  const stop = stopOf(report, flags.failOn);
  if (stop === undefined) return { exitCode: EXIT.done };
  const exitCode = EXIT[stop.gate];
  return {
    exitCode,
    closing: [
      `Stopped by the gate ${stop.gate}: ${stop.because} (exit code ${exitCode}).`,
      ...remedy(report, flags, pathOfPlan),
      ...file,
    ],
  };
}

/** Says what to do when a gate stops. */
function remedy(report: Report, flags: ReviewFlags, pathOfPlan: (stack: string) => string): string[] {
  const { approvable, fixed } = stoppingAt(report, flags.failOn);
  const [first] = approvable;
  const lines: string[] = [];
  if (first !== undefined) {
    const { stack, tenant } = first.review.approving;
    const own = approvable.filter(({ review }) => review.approving.stack === stack).length;
    const file = flags.approvals ?? flags.writeApprovals ?? 'approvals.json';
    const asked = flags.failOn.join(',');
    const command = [
      `netskope-steering review ${shellWord(pathOfPlan(stack))}`,
      ...(flags.tenant === true ? ['--tenant'] : []),
      ...liveOptions(flags),
      ...(asked === USUAL_GATES ? [] : [`--fail-on ${asked}`]),
      `--write-approvals ${shellWord(file)} --reason "WHY" --expires YYYY-MM-DD`,
    ].join(' ');
    const others = approvable.length > own ? ` The other plans have ${approvable.length - own} more.` : '';
    lines.push(
      `To accept what is meant: ${command}`,
      `It approves ${own === 1 ? 'the one that stops' : `all ${own} that stop`}; --approve picks by id, resource or construct.${others} See "Approvals" in docs/review.md.`,
    );
    if (tenant === undefined) lines.push('An approval names its tenant: set NETSKOPE_SERVER_URL to its address first.');
  }
  lines.push(
    `${fixed > 0 ? `${fixed} of what stops` : 'A traffic test that fails, and what cannot be judged,'} cannot be approved: change the test, or the plan.`,
  );
  return lines;
}

/** Finds the argument by which a plan was named. */
function pathOf(stack: string, inputs: readonly PlanInput[], plans: readonly string[]): string {
  return plans[inputs.findIndex(({ name }) => name === stack)] ?? stack;
}

function describeTooLarge({ plan, bytes }: TooLarge): string[] {
  const megabytes = Math.ceil(bytes / 2 ** 20);
  return [
    `${inert(plan)} has so many hosts and ports that to compare them takes about ${megabytes} MB of memory, more than Node may use. Nothing was reviewed.`,
    `Run it with NODE_OPTIONS=--max-old-space-size=${megabytes}, or divide the stack.`,
  ];
}

/** Turns errors that a user can mend into complaints. Any other error is a bug, and is thrown again. */
function complaining<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof OtherTenant || cause instanceof NotToApprove) throw new UserError(EXIT.usage, cause.message);
    const kinds = [UnreadablePlan, UnreadableApprovals, UnreadableReview];
    if (cause instanceof TooLarge) throw new UserError(EXIT.unreadable, ...describeTooLarge(cause));
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
