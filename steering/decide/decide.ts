/**
 * This file decides what becomes of a flow on a tenant, and why. The outcome is `unknown` wherever it depends on what
 * nobody published, on a value that is not known yet, or on what the flow leaves unsaid; the decision then has every
 * possibility, and what each rests on.
 */
import type { AssumptionId } from '../domain/assumptions';
import type { Place, TrafficModeName } from '../domain/exceptions';
import type { Flow } from '../model/flow';
import type { Model } from '../model/model';
import { factsOf } from './destination';
import { evaluate } from './evaluate';
import { inWords, NOTHING, type Fate, type Outcome, type Possibilities, type Via } from './outcome';
import type { Choice } from './selection';
import { type Scenario, type TenantIndex, indexOf } from './tenant-index';
import type { Step, Subject } from './trace';

/** The decision in one scenario: in one configuration, one place in it and one traffic mode. */
export interface ScenarioDecision {
  readonly configuration: Subject;
  readonly place: Place;
  readonly mode: TrafficModeName;
  readonly outcome: Outcome;
  readonly via?: Via;
  readonly possible: readonly Fate[];
  readonly trace: readonly Step[];
}

/** What becomes of a flow, and why. */
export interface Decision {
  readonly outcome: Outcome;
  /** How the traffic leaves; only a bypass has it. */
  readonly via?: Via;
  /** Every fate that is possible: a single one where the outcome is known, except for a bypass whose way is not. */
  readonly possible: readonly Fate[];
  /**
   * The scenarios in which the flow can be judged: several while the configuration, the location or the traffic mode is
   * not known.
   */
  readonly scenarios: readonly ScenarioDecision[];
  /** The ids of the assumptions that the answer rests on. */
  readonly assumptions: readonly AssumptionId[];
}

/**
 * Decides a flow, with a trace for each scenario. The model is indexed on the first call and must not change
 * afterwards.
 */
export function decide(model: Model, flow: Flow): Decision {
  const facts = factsOf(flow);
  const scenarios: ScenarioDecision[] = [];
  let fates: Possibilities = NOTHING;
  for (const { choice, scenario } of scenariosFor(indexOf(model), flow)) {
    const trace: Step[] = [
      { step: 'configuration', ...choice.certainty, subject: scenario.index.subject },
      {
        step: 'mode',
        place: scenario.place,
        mode: scenario.mode,
        verdict: scenario.certain ? 'yes' : 'unknown',
        because: scenario.because,
      },
    ];
    const possible = evaluate(scenario, facts, trace);
    fates |= possible;
    const { subject } = scenario.index;
    scenarios.push({ configuration: subject, place: scenario.place, mode: scenario.mode, ...inWords(possible), trace });
  }
  return { ...inWords(fates), scenarios, assumptions: assumptionsOf(scenarios, model) };
}

/** Decides a flow without a trace: returns the set of all fates that are possible. */
export function possibilitiesFor(model: Model, flow: Flow): Possibilities {
  const facts = factsOf(flow);
  let fates: Possibilities = NOTHING;
  for (const { scenario } of scenariosFor(indexOf(model), flow)) fates |= evaluate(scenario, facts);
  return fates;
}

function* scenariosFor(index: TenantIndex, flow: Flow): Generator<{ choice: Choice; scenario: Scenario }> {
  for (const choice of index.choose(flow)) {
    for (const scenario of index.of(choice.configuration).scenariosAt(flow.location)) yield { choice, scenario };
  }
}

function assumptionsOf(scenarios: readonly ScenarioDecision[], { covers, restsOn = [] }: Model): AssumptionId[] {
  const ids = new Set<AssumptionId>(restsOn);
  if (covers === 'part') ids.add('only-what-the-source-names');
  for (const { trace } of scenarios) {
    if (trace.some(({ step }) => step === 'exception')) ids.add('client-is-not-dormant');
    for (const { because } of trace) for (const note of because) if ('assumption' in note) ids.add(note.assumption);
  }
  return [...ids];
}
