/** `netskope-steering live verify`: does an endpoint have what the code says, and does its log prove it? */
import { stat } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type PlatformName, type TableCell, PLATFORMS, inert, quote, wrapWords } from '../../steering';
import { type EndpointEntry, type EndpointProof, proofOf } from '../../live/verify/judge';
import { UnreadableEndpoint, readEndpoint } from '../../live/verify/read-endpoint';
import { LogReader } from '../../live/verify/sightings';
import { platformsToVerify, wantedOf } from '../../live/verify/wanted';
import { type CommandResult, EXIT, type Surroundings, UserError } from '../complaint';
import { endOnUsage, runCommand } from '../run-command';
import { type Palette, count, table } from '../show';
import { readPlanSource } from '../source/plan-source';
import type { ModelSource } from '../source/source';
import { readStackSource } from '../source/stack-source';

interface VerifyFlags {
  readonly endpoint: string;
  readonly platform?: PlatformName;
  readonly since?: string;
  readonly provider?: string;
  readonly json?: boolean;
}

const HELP = `
What it reads of an endpoint, by the names of the files, in a folder or a ZIP archive:
  nsbypass.json, nssteering.json, nsexception.json   what the client has fetched
  *.txt                                              the output of nsdiag -f, under any name
  nsdebuglog.log, nsdebuglog.1.log and the like      what it did to connections; of any size
The vendor documents none of these files: what is read is as third parties have published it. [community]

Results:
  proved         the endpoint shows what the code says
  contradicted   it shows something else, or a process is missing
  not seen       its files do not say it

--json prints {"result", "configuration", "platform", "entries": [{"kind", "name", "platform", "process", "host", "result",
"read": {"file", "line"}, "first", "last", "count", "note"}], "log": {"files", "lines", "first", "last", "others", "earlier"},
"notes", "source"}; a kind is configuration, traffic mode, tunnel, block or test. Times are as the log writes them.
Other processes and hosts of the log, names of users and machines, and paths are in no output.

Exit codes:
  0  nothing contradicts the code, and no process is missing
  2  options that make no sense
  3  the plan, the stack or a file of the endpoint cannot be read
  30 the endpoint contradicts the code, or a process is missing
  70 a bug of this program

Examples:
  $ netskope-steering live verify cdktf.out/stacks/tenant --endpoint exported
  $ netskope-steering live verify plan.json --endpoint logs.zip --since "2026-11-30 10:00" --json
`;

/** The sub-command, to be mounted in the command `live`. */
export function verifyCommand(): Command {
  const command = new Command('verify')
    .summary("prove by an endpoint's files and log what the code blocks")
    .description(
      "prove by an endpoint's own files and log that it has what the code says, and that it drops what it blocks",
    )
    .argument('<stack-or-plan>', 'the folder of a synthesized stack, or a plan; - reads a plan in JSON from stdin')
    .requiredOption('--endpoint <folder-or-zip>', "the endpoint's exported files")
    .addOption(
      new Option(
        '--platform <name>',
        'the platform of the endpoint; needed where the code blocks on others than windows',
      ).choices(PLATFORMS.map(({ name }) => name)),
    )
    .addOption(
      new Option(
        '--since <time>',
        'count only lines of the log from this time on, as the log writes its times',
      ).argParser(readTime),
    )
    .option('--provider <key>', 'of several tenants, the one of this provider configuration, as netskopesteering.two')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action((source: string, flags: VerifyFlags) =>
      runCommand('live verify', (surroundings) => runVerify(source, flags, surroundings)),
    );
  return endOnUsage(command);
}

/** Reads a time as the log writes it: a day, and as much of the time of day as somebody wants. */
function readTime(text: string): string {
  const found = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?$/.exec(text.trim());
  if (found === null) throw new InvalidArgumentError('Write a time as 2026-12-31 or "2026-12-31 10:00:00".');
  const [, year, month, day, time = '00:00'] = found;
  return `${year}-${month}-${day} ${time}`;
}

/** @throws UserError */
async function runVerify(path: string, flags: VerifyFlags, surroundings: Surroundings): Promise<CommandResult> {
  const source = await readCode(path, flags, surroundings);
  const tests = source.steering?.trafficTests ?? [];
  const platform = flags.platform ?? onlyWindows(platformsToVerify(source.model, tests));
  const wanted = wantedOf(source.model, tests, platform);
  const log = new LogReader(wanted, flags.since);
  const files = await readEndpoint(flags.endpoint, log).catch((cause: unknown) => {
    throw cause instanceof UnreadableEndpoint ? new UserError(EXIT.unreadable, cause.message) : cause;
  });
  const proof = proofOf(wanted, files, log);
  const notes = [...source.notes, ...(source.lostDemands === undefined ? [] : [source.lostDemands])];
  return {
    exitCode: proof.result === 'contradicted' ? EXIT.drift : EXIT.done,
    stdout:
      flags.json === true
        ? `${JSON.stringify({ ...proof, source: source.json }, undefined, 2)}\n`
        : showProof(proof, surroundings),
    notes,
  };
}

/** Reads the code as it is after its plan: the folder of a stack, or a plan. */
async function readCode(path: string, { provider }: VerifyFlags, surroundings: Surroundings): Promise<ModelSource> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder
    ? readStackSource({ stack: path, before: false, provider }, surroundings)
    : readPlanSource({ plan: path, before: false, provider }, surroundings);
}

/** The files of an endpoint do not tell its platform, so that only code that is about Windows alone needs no option. */
function onlyWindows(platforms: readonly PlatformName[]): PlatformName {
  if (platforms.every((name) => name === 'windows')) return 'windows';
  throw new UserError(
    EXIT.usage,
    `Which platform is the endpoint of? Its files do not say it, and the code is about ${platforms.join(', ')}. Add --platform ${platforms.join(' or --platform ')}.`,
  );
}

const SUMMARY = {
  proved: 'Proved',
  contradicted: 'Contradicted',
  'not seen': 'Not all is seen',
} as const satisfies Record<EndpointProof['result'], string>;

function showProof(proof: EndpointProof, { color, columns }: Pick<Surroundings, 'color' | 'columns'>): string {
  const { entries, notes, log, result } = proof;
  const noted = entries.filter(({ note }) => note !== null);
  const paragraph = (text: string) => wrapWords(inert(text), (columns ?? Infinity) - 2, 2).map((line) => `  ${line}`);
  return `${[
    `${paintOf(result, color)(`${SUMMARY[result]}:`)} ${summaryOf(proof)}`,
    '',
    table(
      ['Result', 'What', 'Process', 'Host', 'Connections', 'First', 'Last', 'Read in'],
      entries.map((entry) => rowOf(entry, color)),
      color,
    ),
    ...(noted.length === 0 ? [] : ['', ...noted.flatMap((entry) => paragraph(`${labelOf(entry)}: ${entry.note}`))]),
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap(paragraph)]),
    ...(log.files === 0
      ? []
      : ['', color.dim(`  ${count(log.lines, 'line')} in ${count(log.files, 'log')}; times are as they stand there.`)]),
  ].join('\n')}\n`;
}

function paintOf(result: EndpointProof['result'], color: Palette): (text: string) => string {
  return { proved: color.green, contradicted: color.red, 'not seen': color.yellow }[result];
}

/** Counts blocks and tests by their results, and names the configuration. */
function summaryOf({ entries, configuration }: EndpointProof): string {
  const judged = entries.filter(({ kind }) => kind === 'block' || kind === 'test');
  const counts = (['proved', 'contradicted', 'not seen'] as const).map(
    (result) => `${judged.filter((entry) => entry.result === result).length} ${result}`,
  );
  const what =
    judged.length === 0
      ? 'the code has nothing to prove on this endpoint'
      : `of ${count(judged.length, 'block and test').replace('block and tests', 'blocks and tests')}, ${counts.join(', ')}`;
  const where =
    configuration === null ? 'Its configuration is not known' : `Its configuration is ${quote(configuration)}`;
  return `${what}. ${where}.`;
}

function rowOf(entry: EndpointEntry, color: Palette): TableCell[] {
  const { result, process, host, count: number, first, last, read } = entry;
  const place = read === null ? '' : read.line === null ? read.file : `${read.file}:${read.line}`;
  return [
    { lines: [result], paint: paintOf(result, color) },
    `${entry.kind} ${quote(entry.name)}`,
    inert(process ?? ''),
    host === '' ? '(no name)' : inert(host ?? ''),
    number === 0 ? '' : String(number),
    first ?? '',
    last ?? '',
    place,
  ];
}

function labelOf({ kind, name, process }: EndpointEntry): string {
  return `${kind} ${quote(name)}${process === null ? '' : `, ${process}`}`;
}
