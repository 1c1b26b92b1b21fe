/**
 * `netskope-steering check`: what is wrong with a plan, a stack or a tenant? The guardrails and the demands of the
 * stack say it.
 */
import { Command, Option } from 'commander';
import { inert } from '../steering';
import { renderFindings } from '../review';
import { countOf, judgeSource, remarksOn, type DemandsJudgement } from './check/judge';
import { judgementJson, showJudgement } from './check/show-judgement';
import { EXIT, type CommandResult, type Surroundings } from './complaint';
import { readVersion } from './package-root';
import { dateOption, endOnUsage, runCommand } from './run-command';
import type { Palette } from './show';
import { SOURCE_HELP, addSourceOptions, readSource } from './source/read-source';
import type { ModelSource, SourceFlags } from './source/source';

export interface CheckFlags extends SourceFlags {
  readonly json?: boolean;
  readonly sarif?: boolean;
  /** The day on which the last days of exceptions are judged; today in UTC, unless a user gives another day. */
  readonly date: string;
}

const HELP = `
${SOURCE_HELP}

--json prints {"findings": [{"id", "rule", "severity", "code", "message", "address", "construct", "attribute",
"at": [{"address", "construct", "id"}], "rationale", "source", "page"}], "suppressed": [the same and "reason"], "tests": [{"name", "construct", "expect", "passed", "outcome", "via",
"possible"}], "invariants": [{"name", "construct", "never", "newly", "result", "counterexample"}], "count": {"error",
"warning", "info"}, "source"}; an invariant holds, fails, or is unknown. A test has a
"complaint" where its flow is no question, and "remarks" where nothing names what it names.

Exit codes:
  0  no errors; there may be warnings
  1  errors: findings that cannot be meant, or demands of the stack that are not met, or that were lost with its steering.json
  2  options that make no sense
  3  the plan or the stack cannot be read, or is of something else
  4  the tenant cannot be read
  70 a bug of this program

Examples:
  $ netskope-steering check --stack cdktf.out/stacks/tenant
  $ terraform show -json tfplan | netskope-steering check --plan - --stack . --json
`;

/** The sub-command, to be mounted in the program. */
export function checkCommand(): Command {
  const command = new Command('check').description(
    'look for mistakes that a tenant accepts and a person rarely means: the guardrails, and what a stack demands',
  );
  addSourceOptions(command)
    .option('--json', 'print JSON')
    .addOption(new Option('--sarif', 'print the findings as SARIF 2.1.0, for code scanning').conflicts('json'))
    .addOption(dateOption('the last days of exceptions'))
    .addHelpText('after', HELP)
    .action((flags: CheckFlags) => runCommand('check', (surroundings) => runCheck(flags, surroundings)));
  return endOnUsage(command);
}

/** @throws UserError */
export async function runCheck(flags: CheckFlags, surroundings: Surroundings): Promise<CommandResult> {
  const source = await readSource(flags, surroundings);
  const judgement = judgeSource(source, flags.date);
  const { lostDemands } = source;
  return {
    exitCode: countOf(judgement).error > 0 || lostDemands !== undefined ? EXIT.found : EXIT.done,
    stdout: shown(flags, source, judgement, surroundings.color),
    notes: [
      ...source.notes,
      ...remarksOn(judgement),
      ...noteOnBefore(flags, source),
      ...(lostDemands === undefined ? [] : [lostDemands]),
    ],
  };
}

function shown({ json, sarif }: CheckFlags, source: ModelSource, judgement: DemandsJudgement, color: Palette): string {
  if (sarif === true) return renderFindings(judgement.findings, source.json['path'] ?? source.title, readVersion());
  if (json !== true) return `Checked ${inert(source.title)}.\n\n${showJudgement(judgement, color)}`;
  return `${JSON.stringify({ ...judgementJson(judgement), source: source.json }, undefined, 2)}\n`;
}

/**
 * A note, for the state before a change, that the demands of a stack are not judged: they are about the state after it.
 */
function noteOnBefore({ before }: CheckFlags, { steering }: ModelSource): string[] {
  const count = (steering?.trafficTests.length ?? 0) + (steering?.invariants.length ?? 0);
  if (before !== true || count === 0) return [];
  return [
    'Note: the traffic tests and invariants of the stack are about what there is after the plan. Leave out --before to judge them.',
  ];
}
