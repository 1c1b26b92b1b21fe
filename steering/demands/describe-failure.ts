/**
 * How is a failed test or invariant of traffic told? The lines say what was expected, how the outcome came about, and
 * what would settle it.
 */
import { decide, type ScenarioDecision } from '../decide/decide';
import type { Subject } from '../decide/trace';
import { ASSUMPTIONS } from '../domain/assumptions';
import { inert } from '../inert';
import type { Flow } from '../model/flow';
import type { Model } from '../model/model';
import { describeDecision, describeOutcome, unsaidIn } from '../words/narrate';
import { UNSAID } from '../words/words';
import type { Expectable, Invariant, InvariantResult, Premise, TrafficTest, TrafficVerdict } from './traffic-test';

const WORDS = {
  differs: ({ expect, outcome }: FailureArgs) => `Expected ${expect}, but it is ${outcome}.`,
  open: ({ expect, outcome }: FailureArgs) => `Expected ${expect}, but nobody can say what becomes of it: ${outcome}.`,
  noQuestion: ({ expect, complaint }: FailureArgs) => `Expected ${expect}, but that cannot be answered. ${complaint}`,
  broken: ({ never }: FailureArgs) => `Demanded: no flow is ever ${never}. This one is:`,
  perhaps: ({ never }: FailureArgs) => `Demanded: no flow is ever ${never}. This one may be:`,
  uncovered: ({ never }: FailureArgs) =>
    `Demanded: no flow is ever ${never}. Nobody can say, because too many patterns can match one name for all of their ` +
    'combinations to be looked at. Write fewer patterns, or name the processes that the invariant is about.',
  premise: ({ construct, modes }: FailureArgs) =>
    `Premise: the traffic mode is ${modes}, which ${construct} expects of the tenant (expectTrafficMode).`,
  settle: () => 'To settle it, add what is missing:',
  unsaid: ({ demand, field, what }: FailureArgs) => `to the ${demand}, "${field}": ${what}`,
  mode: ({ configuration, narrower }: FailureArgs) =>
    `to ${configuration}, "trafficMode" or ${narrower}"expectTrafficMode": what its clients steer`,
  later: () => 'What only a plan or the tenant can tell:',
  reason: ({ where, reason }: FailureArgs) => `${where}: ${reason}`,
  published: () =>
    'What is not published, nothing added here can settle: expect what holds either way, or test a client.',
};
type FailureArgs = Readonly<Record<string, string>>;

const DONE: Readonly<Record<Expectable, string>> = {
  block: 'blocked',
  bypass: 'bypassed',
  steer: 'steered',
  direct: 'let go direct',
};

/** Tells why a test of traffic failed, in lines. Names in them are escaped: they do nothing to a terminal. */
export function describeFailure(
  { flow, expect }: Pick<TrafficTest, 'flow' | 'expect'>,
  { decision, complaint, remarks }: TrafficVerdict,
  premises: readonly Premise[] = [],
): string {
  if (complaint !== undefined) return WORDS.noQuestion({ expect, complaint });
  const known = decision.outcome !== 'unknown';
  const outcome = describeOutcome(decision).replace(/^unknown: /, '');
  const headline = WORDS[known ? 'differs' : 'open']({ expect, outcome });
  return [headline, ...explain(decision, flow, premises, 'flow'), ...remarks].join('\n');
}

/** Tells why an invariant does not hold, in lines, with a flow on which it fails if one was found. */
export function describeBroken(
  { never }: Pick<Invariant, 'never'>,
  { fails, counterexample }: Exclude<InvariantResult, { holds: true }>,
  model: Model,
  premises: readonly Premise[] = [],
): string {
  const done = { never: DONE[never] };
  if (counterexample === undefined) return WORDS.uncovered(done);
  const headline = WORDS[fails === 'certainly' ? 'broken' : 'perhaps'](done);
  return [headline, ...explain(decide(model, counterexample), counterexample, premises, 'invariant')].join('\n');
}

/**
 * Explains a decision in lines, with advice where its outcome is not known.
 * @param demand what the author can complete, where a field of the flow is not said
 */
function explain(
  decision: TrafficVerdict['decision'],
  flow: Flow,
  premises: readonly Premise[],
  demand: 'flow' | 'invariant',
): string[] {
  return [
    describeDecision(decision, flow),
    ...premises.filter((premise) => restsOn(decision.scenarios, premise)).map(describePremise),
    ...(decision.outcome === 'unknown' ? adviseOn(decision, premises, demand) : []),
  ];
}

function restsOn(scenarios: readonly ScenarioDecision[], { configuration }: Premise): boolean {
  return scenarios.some(
    (scenario) =>
      scenario.configuration.key === configuration &&
      scenario.trace.some(({ because }) =>
        because.some((note) => 'assumption' in note && note.assumption === 'expected-traffic-mode'),
      ),
  );
}

function describePremise({ construct, trafficModes }: Premise): string {
  return WORDS.premise({ construct: inert(construct), modes: trafficModes.join(' or ') });
}

function adviseOn(decision: TrafficVerdict['decision'], premises: readonly Premise[], demand: string): string[] {
  const { scenarios, assumptions } = decision;
  const missing = [
    ...unsaidIn(decision).map((field) => WORDS.unsaid({ demand, field, what: UNSAID[field] })),
    ...openModes(scenarios, premises),
  ];
  const isOpen = assumptions.some((id) => ASSUMPTIONS[id].use === 'open');
  return [
    ...listed(WORDS.settle(), missing),
    ...listed(WORDS.later(), reasonsIn(scenarios)),
    ...(isOpen ? [WORDS.published()] : []),
  ];
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  - ${line}`)];
}

/** Returns advice on each configuration of which the mode is not known, where that matters. */
function openModes(scenarios: readonly ScenarioDecision[], premises: readonly Premise[]): string[] {
  const lines = scenarios.flatMap(({ configuration, trace }) => {
    const open = trace.some(({ step, because }) => step === 'mode' && because.some((note) => 'notKnown' in note));
    const own = scenarios.filter((other) => other.configuration.key === configuration.key);
    const fates = new Set(own.map(({ possible }) => possible.join()));
    if (!open || fates.size < 2) return [];
    const narrower = premises.some((premise) => premise.configuration === configuration.key) ? 'a narrower ' : '';
    return [WORDS.mode({ configuration: writtenAt(configuration), narrower })];
  });
  return [...new Set(lines)];
}

/** Returns the reasons for which something of the objects themselves is not known, where that matters. */
function reasonsIn(scenarios: readonly ScenarioDecision[]): string[] {
  const lines = scenarios.flatMap(({ trace }) =>
    trace.flatMap((step) => {
      if (step.step !== 'exception' && step.step !== 'configuration') return [];
      const reasons = step.because.flatMap((note) =>
        'notKnown' in note && note.notKnown !== '' ? [note.notKnown] : [],
      );
      return reasons.map((reason) => WORDS.reason({ where: writtenAt(step.subject), reason: inert(reason) }));
    }),
  );
  return [...new Set(lines)];
}

/** Returns where an object is written: a user wrote the construct around the resource, not the resource itself. */
function writtenAt({ key, origin: { construct, address } }: Subject): string {
  return inert(construct?.replace(/\/Resource$/, '') ?? address ?? `the configuration ${key}`);
}
