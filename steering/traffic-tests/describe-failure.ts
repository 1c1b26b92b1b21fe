/** A test of traffic that failed, in words: what was expected, how the decision came about, and what would settle it. */
import type { ScenarioDecision } from '../decide';
import { inert } from '../narrative/inert';
import { describeDecision, describeOutcome, unsaidIn } from '../narrative/narrate';
import { UNSAID } from '../narrative/words';
import type { Premise, TrafficTest, TrafficVerdict } from './traffic-test';

const WORDS = {
  differs: ({ expect, outcome }: Args) => `Expected ${expect}, but it is ${outcome}.`,
  open: ({ expect, outcome }: Args) => `Expected ${expect}, but nobody can say what becomes of it: ${outcome}.`,
  premise: ({ construct, modes }: Args) =>
    `Premise: the traffic mode is ${modes}, which ${construct} expects of the tenant (expectTrafficMode).`,
  settle: () => 'To settle it, add what is missing:',
  unsaid: ({ field, what }: Args) => `to the flow, "${field}": ${what}`,
  mode: ({ configuration, narrower }: Args) =>
    `to ${configuration}, "trafficMode" or ${narrower}"expectTrafficMode": what its clients steer`,
  published: () =>
    'What is not published, nothing added here can settle: expect what holds either way, or test a client.',
};
type Args = Readonly<Record<string, string>>;

/** Lines. Names in them do nothing to a terminal. */
export function describeFailure(
  { flow, expect }: Pick<TrafficTest, 'flow' | 'expect'>,
  { decision }: TrafficVerdict,
  premises: readonly Premise[] = [],
): string {
  const known = decision.outcome !== 'unknown';
  const outcome = describeOutcome(decision).replace(/^unknown: /, '');
  return [
    WORDS[known ? 'differs' : 'open']({ expect, outcome }),
    describeDecision(decision, flow),
    ...premises.filter((premise) => restsOn(decision.scenarios, premise)).map(describePremise),
    ...(known ? [] : adviseOn(decision, premises)),
  ].join('\n');
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

function adviseOn(decision: TrafficVerdict['decision'], premises: readonly Premise[]): string[] {
  const unsaid = unsaidIn(decision).map((field) => WORDS.unsaid({ field, what: UNSAID[field] }));
  const missing = [...unsaid, ...openModes(decision.scenarios, premises)].map((line) => `  - ${line}`);
  return missing.length === 0 ? [WORDS.published()] : [WORDS.settle(), ...missing];
}

/** The configurations whose mode is not known, where that matters. */
function openModes(scenarios: readonly ScenarioDecision[], premises: readonly Premise[]): string[] {
  const open = scenarios.filter(({ trace }) =>
    trace.some(({ step, because }) => step === 'mode' && because.some((note) => 'notKnown' in note)),
  );
  if (new Set(open.map(({ outcome }) => outcome)).size < 2) return [];
  const lines = open.map(({ configuration: { key, origin } }) => {
    const narrower = premises.some(({ configuration }) => configuration === key) ? 'a narrower ' : '';
    const place = origin.construct?.replace(/\/Resource$/, '') ?? `the configuration ${key}`;
    return WORDS.mode({ configuration: inert(place), narrower });
  });
  return [...new Set(lines)];
}
