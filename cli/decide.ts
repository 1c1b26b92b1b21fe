/** `netskope-steering decide`: what becomes of a flow, and why? */
import { Command, Option } from 'commander';
import {
  type Model,
  OUTCOMES,
  type Outcome,
  complaintsAboutNames,
  decide,
  describeOutcome,
  inert,
  quote,
  remarksOnNames,
} from '../steering';
import { PLATFORMS } from '../steering/domain/vocabulary';
import { UserError, EXIT, type CommandResult, type Surroundings } from './complaint';
import { type FlowFlags, type FlowRest, addFlowOptions, flowRest } from './decide/flow-options';
import { type DecisionMatrix, decideMatrix, portsNamed, processesNamed, showMatrix } from './decide/matrix';
import { decisionJson, showDecision } from './decide/show-decision';
import { endOnUsage, runCommand } from './run-command';
import { type Palette, assumptionLines } from './show';
import { SOURCE_HELP, addSourceOptions, readSource } from './source/read-source';
import type { ModelSource, SourceFlags } from './source/source';

type ModelledConfiguration = Model['configurations'][number];

/**
 * Finds the key of the one configuration that a user means by its name, its id on the tenant, its Terraform address or
 * its construct.
 * @throws UserError
 */
function configurationKey({ configurations }: Model, meant: string): string {
  const found = configurations.filter((one) => namesOf(one).includes(meant));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.key;
  const all = configurations.map((one) => quote(namesOf(one)[0] ?? one.key)).join(', ');
  const what = found.length === 0 ? 'There is no configuration' : `${found.length} configurations are called`;
  throw new UserError(EXIT.usage, `${what} ${quote(meant)}. Those that are known: ${all}.`);
}

function namesOf({ name, key, origin: { id, address, construct } }: ModelledConfiguration): string[] {
  const path = construct?.replace(/\/Resource$/, '');
  return [...(name.known ? [name.value] : []), key, id, address, path].filter((one) => one !== undefined);
}

export interface DecideFlags extends SourceFlags, FlowFlags {
  readonly matrix?: boolean;
  readonly expect?: Outcome;
  readonly json?: boolean;
}

const HELP = `
${SOURCE_HELP}

Outcomes: block; bypass (direct or by tunnel, without policy); steer; direct (the client never touches it); unknown, with
everything that is possible, where it depends on what is not known, not given, or not published.

--json prints {"outcome", "via", "possible", "flow", "unsaid", "scenarios", "assumptions", "trace", "source"}, with --matrix
{"platform", "host", "transport", "cells": [{"process", "port", "outcome", "via", "possible"}], "assumptions", "source"};
a cell of several neighbouring ports has the last one, too, as "to_port".

What no client can ever open is no flow, and is refused: a path or a pattern for the process, a URL, a port or a wildcard in the
host, a name that stands in a configuration or an exception in another spelling. A name that stands nowhere is noted.

Exit codes:
  0  decided, whatever the outcome
  1  not the outcome that --expect names
  2  options that make no sense
  3  the plan or the stack cannot be read, or is of something else
  4  the tenant cannot be read
  70 a bug of this program

Examples:
  $ netskope-steering decide --plan plan.json --process WhatsApp.exe --host g.whatsapp.net --port 5222
  $ netskope-steering decide --stack cdktf.out/stacks/tenant --process WhatsApp --platform mac_os --host g.whatsapp.net \\
      --port 443 --managed true --location off_premises --group Sales --no-device-tag
  $ netskope-steering decide --plan plan.json --host g.whatsapp.net --matrix
`;

/** The sub-command, to be mounted in the program. */
export function decideCommand(): Command {
  const command = new Command('decide').description(
    'say what becomes of a flow on a tenant, now or after a plan, with every step that leads to it',
  );
  addFlowOptions(addSourceOptions(command));
  command
    .option('--matrix', 'a table of processes and ports; without --process and --port, of those that are named')
    .addOption(new Option('--expect <outcome>', 'end with code 1 if it is another').choices([...OUTCOMES]))
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action((flags: DecideFlags) => runCommand('decide', (surroundings) => runDecide(flags, surroundings)));
  return endOnUsage(command);
}

/** @throws UserError */
export async function runDecide(flags: DecideFlags, surroundings: Surroundings): Promise<CommandResult> {
  const rest = flowRest(flags);
  if (flags.matrix === true && flags.expect !== undefined) {
    throw new UserError(EXIT.usage, '--expect is about one flow, and --matrix shows many. Leave one of the two out.');
  }
  const one = flags.matrix === true ? undefined : oneFlow(flags, rest);
  const source = await readSource(flags, surroundings);
  const { configuration } = flags;
  const chosen = configuration === undefined ? {} : { configuration: configurationKey(source.model, configuration) };
  const remarks = remarksOn(source.model, rest);
  if (one === undefined) {
    const { stdout, notes } = showAll(flags, { ...rest, ...chosen }, source, surroundings.color);
    return { exitCode: EXIT.done, stdout, notes: [...notes, ...remarks] };
  }
  const flow = { ...one, ...chosen };
  const decision = decide(source.model, flow);
  const { expect = decision.outcome, json = false } = flags;
  const asExpected = decision.outcome === expect;
  const complaint = `It is ${describeOutcome(decision)}, and not ${expect} as --expect says.`;
  return {
    exitCode: asExpected ? EXIT.done : EXIT.found,
    stdout: json
      ? toJson({ ...decisionJson(decision, flow), source: source.json })
      : `${opening(source)}\n\n${showDecision(decision, flow, surroundings.color)}\n`,
    notes: [...source.notes, ...remarks, ...(asExpected ? [] : [complaint])],
  };
}

/**
 * Remarks on the names in a flow, which are shown besides the answer.
 * @throws UserError where the model has a name in another spelling
 */
function remarksOn(model: ModelSource['model'], rest: FlowRest): string[] {
  const [complaint] = complaintsAboutNames(rest, model);
  if (complaint !== undefined) throw new UserError(EXIT.usage, complaint.detail);
  return remarksOnNames(rest, model).map(({ detail }) => `Note: ${detail}`);
}

function oneFlow({ process = [], port = [] }: DecideFlags, rest: FlowRest) {
  const [name, ...others] = process;
  const [number, ...otherPorts] = port;
  if (name === undefined || number === undefined) {
    const missing = [...(name === undefined ? ['--process'] : []), ...(number === undefined ? ['--port'] : [])];
    throw new UserError(
      EXIT.usage,
      `A flow needs ${missing.join(' and ')}. Give it, or --matrix for all that are named.`,
    );
  }
  if (others.length + otherPorts.length > 0) {
    throw new UserError(
      EXIT.usage,
      'Several processes or ports are several flows. Give one of each, or --matrix for a table.',
    );
  }
  return { ...rest, process: name, port: number };
}

function showAll(
  flags: DecideFlags,
  rest: FlowRest,
  source: ModelSource,
  color: Palette,
): Omit<CommandResult, 'exitCode'> {
  const { model, json, notes } = source;
  const { process: processes = processesNamed(model, rest.platform), port: ports = portsNamed(model) } = flags;
  const title = PLATFORMS.find(({ name }) => name === rest.platform)?.title ?? rest.platform;
  if (processes.length === 0) {
    throw new UserError(EXIT.usage, `No process is named on ${title}. Name some with --process.`);
  }
  const matrix = decideMatrix(model, processes, ports, rest);
  if (flags.json === true) return { stdout: toJson({ ...matrixJson(matrix, rest), source: json }), notes };
  const { host, transport = 'tcp' } = rest;
  const to = host === '' ? 'a destination without a host name' : quote(host);
  const what = `On ${title} to ${to}, ${transport.toUpperCase()}, by process and port:`;
  const text = [
    opening(source),
    '',
    what,
    '',
    showMatrix(matrix, color),
    ...assumptionLines(matrix.assumptions, color),
  ];
  return { stdout: `${text.join('\n')}\n`, notes };
}

function matrixJson({ columns, rows, assumptions }: DecisionMatrix, { platform, host, transport = 'tcp' }: FlowRest) {
  const cells = rows.flatMap(({ process, decisions }) =>
    columns.flatMap(({ from, to }, index) => {
      const decision = decisions[index];
      if (decision === undefined) return [];
      const { outcome, via = null, possible } = decision;
      return [{ process, port: from, ...(to !== from && { to_port: to }), outcome, via, possible }];
    }),
  );
  return { platform, host, transport, cells, assumptions };
}

function opening({ title }: ModelSource): string {
  return `Decided on ${inert(title)}.`;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
