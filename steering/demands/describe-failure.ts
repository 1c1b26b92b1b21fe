/**
 * How is a failed test or invariant of traffic told, and a premise that does not hold? The lines say what was expected,
 * how the outcome came about, and what would settle it.
 */
import { decide, type ScenarioDecision } from '../decide/decide';
import type { Subject } from '../decide/trace';
import { ASSUMPTIONS } from '../domain/assumptions';
import { TRAFFIC_MODES, type TrafficModeName } from '../domain/exceptions';
import { hostName } from '../domain/hosts';
import { foldCase } from '../domain/processes';
import { platformTitle, type PlatformName } from '../domain/vocabulary';
import { inert, quote } from '../inert';
import type { StatedDefinition } from '../model';
import type { Flow } from '../model/flow';
import { type Configuration, type Definition, type Model, possibilitiesOf, type Value } from '../model/model';
import { LOOKED_UP } from '../model/read';
import { describeDecision, describeOutcome, unsaidIn } from '../words/narrate';
import { UNSAID } from '../words/words';
import type {
  AppPremise,
  ExpectableOutcome,
  Invariant,
  InvariantResult,
  ModePremise,
  Premise,
  TrafficTest,
  TrafficVerdict,
} from './traffic-test';

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
  stated: ({ construct, what }: FailureArgs) => `Premise: ${construct} states of the tenant (known): ${what}.`,
  otherMode: ({ construct, modes, configuration, actual }: FailureArgs) =>
    `${construct} expects that the traffic mode of ${configuration} is ${modes} (expectTrafficMode), but it is ${actual}: what is judged is the latter.`,
  otherApp: ({ construct, stated, actual }: FailureArgs) =>
    `${construct} states (known): ${stated}. But the tenant says: ${actual}. What is judged is the latter: write it in the stack, too.`,
  app: ({ app, platform }: FailureArgs) => `to ${app}, "known": by what the app is recognised on ${platform}`,
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

const DONE: Readonly<Record<ExpectableOutcome, string>> = {
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
    ...(decision.outcome === 'unknown' ? adviseOn(decision, flow, premises, demand) : []),
  ];
}

function restsOn(scenarios: readonly ScenarioDecision[], premise: Premise): boolean {
  const isNamed = ({ trace }: ScenarioDecision) =>
    trace.some(({ because }) =>
      because.some(
        (note) =>
          'assumption' in note &&
          ('app' in premise
            ? note.assumption === 'stated-app' && note.of === premise.app
            : note.assumption === 'expected-traffic-mode'),
      ),
    );
  return scenarios.some((one) => ('app' in premise || one.configuration.key === premise.configuration) && isNamed(one));
}

function describePremise(premise: Premise): string {
  const construct = inert(premise.construct);
  if (!('app' in premise)) return WORDS.premise({ construct, modes: premise.trafficModes.join(' or ') });
  const what = definitionsIn(premise).map(([platform, stated]) => describeDefinition(platform, stated));
  return WORDS.stated({ construct, what: what.join('; ') });
}

function definitionsIn({ platforms }: AppPremise): [PlatformName, StatedDefinition][] {
  return Object.entries(platforms) as [PlatformName, StatedDefinition][];
}

function describeDefinition(platform: PlatformName, { match, processes, domains = [] }: StatedDefinition): string {
  const listed = (what: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${what} ${[...texts].sort().map(quote).join(', ')}`];
  const parts = [
    ...listed(match === 'regex' ? 'the patterns' : 'the processes', processes),
    ...listed('the domains', domains),
  ];
  return `on ${platformTitle(platform)} it has ${parts.length === 0 ? 'no processes' : parts.join(' and ')}`;
}

/**
 * Says in sentences which premises a model contradicts. The model is judged as its source tells it, so that such a
 * premise has no effect.
 */
export function contradictionsOf({ apps, configurations }: Model, premises: readonly Premise[]): string[] {
  return premises.flatMap((premise) => {
    if ('app' in premise) {
      const app = apps.find(({ key }) => key === premise.app);
      return app === undefined
        ? []
        : definitionsIn(premise).flatMap(([name, stated]) =>
            otherDefinition(premise, name, stated, app.platforms[name]),
          );
    }
    const configuration = configurations.find(({ key }) => key === premise.configuration);
    return configuration === undefined ? [] : otherMode(premise, configuration);
  });
}

function otherDefinition(
  { construct }: AppPremise,
  platform: PlatformName,
  stated: StatedDefinition,
  actual: Value<Definition> | undefined,
): string[] {
  if (actual?.known === false || actual?.assumption !== undefined) return [];
  const told = actual && tellable(actual.value);
  if (actual !== undefined && (told === undefined || isAlike(stated, told))) return [];
  return [
    WORDS.otherApp({
      construct: inert(construct),
      stated: describeDefinition(platform, stated),
      actual:
        told === undefined ? `on ${platformTitle(platform)} it is not defined` : describeDefinition(platform, told),
    }),
  ];
}

/** Returns a definition of which everything is known; undefined for any other. */
function tellable({ match, processes, domains }: Definition): StatedDefinition | undefined {
  if (!match.known || (processes.open ?? domains.open) !== undefined) return undefined;
  return { match: match.value, processes: processes.items, domains: domains.items };
}

/** Whether two definitions recognise an app alike. Case makes no difference to names; of patterns that is not known. */
function isAlike(one: StatedDefinition, other: StatedDefinition): boolean {
  const meaning = ({ match, processes, domains = [] }: StatedDefinition) =>
    JSON.stringify([
      processes.length === 0 ? '' : match,
      [...new Set(match === 'exact' ? processes.map(foldCase) : processes)].sort(),
      [...new Set(domains.map(hostName))].sort(),
    ]);
  return meaning(one) === meaning(other);
}

function otherMode({ construct, trafficModes }: ModePremise, { key, name, ...modes }: Configuration): string[] {
  const { enabled, trafficMode } = modes.dynamicSteering;
  const fits = (mode: Value<TrafficModeName>) =>
    possibilitiesOf(mode, TRAFFIC_MODES).some((one) => trafficModes.includes(one));
  const counting = !enabled.known ? [] : enabled.value ? Object.values(trafficMode) : [modes.trafficMode];
  const actual = counting.flatMap((mode) => (fits(mode) ? [] : possibilitiesOf(mode, TRAFFIC_MODES)));
  if (actual.length === 0) return [];
  const configuration = quote(name.known ? name.value : key);
  return [
    WORDS.otherMode({
      construct: inert(construct),
      modes: trafficModes.join(' or '),
      configuration,
      actual: [...new Set(actual)].join(' or '),
    }),
  ];
}

function adviseOn(
  decision: TrafficVerdict['decision'],
  flow: Flow,
  premises: readonly Premise[],
  demand: string,
): string[] {
  const { scenarios, assumptions } = decision;
  const missing = [
    ...unsaidIn(decision).map((field) => WORDS.unsaid({ demand, field, what: UNSAID[field] })),
    ...openModes(scenarios, premises),
    ...openApps(scenarios, flow.platform),
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
    const narrower = premises.some((premise) => !('app' in premise) && premise.configuration === configuration.key)
      ? 'a narrower '
      : '';
    return [WORDS.mode({ configuration: writtenAt(configuration), narrower })];
  });
  return [...new Set(lines)];
}

/** Returns advice on each app that is only looked up, where it matters by what it is recognised. */
function openApps(scenarios: readonly ScenarioDecision[], platform: PlatformName): string[] {
  const lines = scenarios.flatMap(({ trace }) =>
    trace.flatMap((step) =>
      step.step === 'exception' &&
      step.app?.origin.address?.startsWith('data.') === true &&
      step.because.some((note) => 'notKnown' in note && note.notKnown === LOOKED_UP)
        ? [WORDS.app({ app: writtenAt(step.app), platform: platformTitle(platform) })]
        : [],
    ),
  );
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
