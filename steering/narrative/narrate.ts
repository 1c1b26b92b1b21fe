/** A decision as lines that people read: the answer, the steps that led to it, and what it rests on. */
import { ASSUMPTIONS, type AssumptionId } from '../domain/assumptions';
import type { Decision, ScenarioDecision } from '../decide/decide';
import type { Flow, Unsaid } from '../model/flow';
import { groupBy } from '../collections';
import type { Fate, Outcome } from '../decide/outcome';
import { PLATFORMS } from '../domain/vocabulary';
import type { Step } from '../decide/trace';
import { describeConfiguration, describeStep, idsOf, reasonsOf } from './describe-step';
import { inert, quote } from '../inert';
import { FATES, MEANINGS, WORDS } from './words';

export interface Line {
  /** Without anything active: it can be shown anywhere that shows text. */
  readonly text: string;
  /** How far it stands in; 0 is the answer. */
  readonly depth: number;
  readonly kind: 'answer' | 'choice' | 'step' | 'reason' | 'heading' | 'assumption';
  /** Of an answer and of a choice. */
  readonly outcome?: Outcome;
}

type Answer = Pick<Decision, 'outcome' | 'via' | 'possible'>;

/** Lines, the answer first. */
export function narrate(decision: Decision, flow: Flow): Line[] {
  const { outcome, scenarios, assumptions } = decision;
  const answer = WORDS.answer({
    flow: describeFlow(flow),
    outcome: describeOutcome(decision),
    meaning: meaningOf(decision),
  });
  const byConfiguration = groupBy(scenarios, ({ configuration }) => configuration.key);
  return [
    { text: answer, depth: 0, kind: 'answer', outcome },
    ...[...byConfiguration.values()].flatMap((group) => narrateGroup(group, flow)),
    ...assumptionLines(assumptions, 'stands'),
    ...assumptionLines(assumptions, 'open'),
  ];
}

/** The same as one text, a step of indentation for each depth. */
export function describeDecision(decision: Decision, flow: Flow): string {
  return narrate(decision, flow)
    .map(({ text, depth }) => '  '.repeat(depth) + text)
    .join('\n');
}

/** An outcome in a few words, with every possibility of an unknown one. */
export function describeOutcome({ outcome, via, possible }: Answer): string {
  if (outcome === 'unknown')
    return WORDS['outcome/unknown']({ fates: possible.map((fate) => FATES[fate]).join(' or ') });
  if (outcome !== 'bypass') return outcome;
  return via === undefined || via === 'unknown' ? WORDS['outcome/bypass-unknown']() : FATES[`bypass_${via}`];
}

export function describeFate(fate: Fate): string {
  return FATES[fate];
}

/** A flow in a few words. */
export function describeFlow({ process, platform, host, transport = 'tcp', port }: Flow): string {
  return WORDS.flow({
    process: quote(process),
    platform: PLATFORMS.find(({ name }) => name === platform)?.title ?? inert(platform),
    host: host === '' ? WORDS['no-host-name']() : quote(host),
    transport: transport.toUpperCase(),
    port: String(port),
  });
}

/** What the flow leaves unsaid and the decision depends on. */
export function unsaidIn({ scenarios }: Decision): Unsaid[] {
  const notes = scenarios.flatMap(({ trace }) => trace.flatMap(({ because }) => because));
  return [...new Set(notes.flatMap((note) => ('notSaid' in note ? [note.notSaid] : [])))];
}

function meaningOf({ outcome, via = 'unknown' }: Answer): string {
  if (outcome === 'unknown') return '';
  return ` ${outcome === 'bypass' ? MEANINGS.bypass[via] : MEANINGS[outcome]}`;
}

/** The scenarios in one configuration. Several are shown side by side before each is told. */
function narrateGroup(scenarios: readonly ScenarioDecision[], flow: Flow): Line[] {
  const [first] = scenarios;
  const chosen = first?.trace.find((step) => step.step === 'configuration');
  if (first === undefined || chosen === undefined) return [];
  const outcome = scenarios.length === 1 ? describeOutcome(first) : undefined;
  const opening = told(describeConfiguration(chosen, outcome), chosen, 1);
  if (scenarios.length === 1) return [...opening, ...narrateSteps(first, flow, 1)];
  const because = scenarios.flatMap(({ trace }) => trace.flatMap((step) => (step.step === 'mode' ? step.because : [])));
  const choices = { step: 'mode', verdict: 'unknown', because } as const;
  const alike = groupBy(scenarios, (scenario) => JSON.stringify(stepsAfterMode(scenario, flow, 2)));
  return [
    ...opening,
    ...told(WORDS['mode/choices']() + idsOf(because), choices, 1),
    ...sideBySide(scenarios),
    ...[...alike.values()].flatMap((group) => narrateAlike(group, flow)),
  ];
}

function sideBySide(scenarios: readonly ScenarioDecision[]): Line[] {
  const choices = scenarios.map((scenario) => WORDS['mode/choice'](scenario));
  const width = Math.max(...choices.map(({ length }) => length));
  return scenarios.map((scenario, index) => ({
    text: `${(choices[index] ?? '').padEnd(width)}  ${describeOutcome(scenario)}`,
    depth: 2,
    kind: 'choice',
    outcome: scenario.outcome,
  }));
}

/** Scenarios that differ in nothing but their place or mode, told once. */
function narrateAlike(scenarios: readonly ScenarioDecision[], flow: Flow): Line[] {
  const [first] = scenarios;
  if (first === undefined) return [];
  const choices = scenarios.map((scenario) => WORDS['mode/choice'](scenario)).join(', or ');
  const heading = WORDS['mode/if']({ choices, outcome: describeOutcome(first) });
  return [{ text: heading, depth: 1, kind: 'choice', outcome: first.outcome }, ...stepsAfterMode(first, flow, 2)];
}

function stepsAfterMode(scenario: ScenarioDecision, flow: Flow, depth: number): Line[] {
  const trace = scenario.trace.filter(({ step }) => step !== 'mode');
  return narrateSteps({ ...scenario, trace }, flow, depth);
}

function narrateSteps({ trace, mode }: ScenarioDecision, flow: Flow, depth: number): Line[] {
  const intercepted = trace.find(({ step }) => step === 'interception')?.verdict ?? 'unknown';
  return trace.flatMap((step) =>
    step.step === 'configuration' ? [] : told(describeStep(step, { flow, mode, intercepted }), step, depth),
  );
}

function told(text: string, step: Pick<Step, 'step' | 'verdict' | 'because'>, depth: number): Line[] {
  const reasons = reasonsOf(step).map((reason): Line => ({ text: reason, depth: depth + 1, kind: 'reason' }));
  return [{ text, depth, kind: 'step' }, ...reasons];
}

function assumptionLines(ids: readonly AssumptionId[], use: 'stands' | 'open'): Line[] {
  const lines = ids
    .filter((id) => ASSUMPTIONS[id].use === use)
    .map((id): Line => ({ text: WORDS.assumption({ id, ...ASSUMPTIONS[id] }), depth: 2, kind: 'assumption' }));
  return lines.length === 0 ? [] : [{ text: WORDS[`assumptions/${use}`](), depth: 1, kind: 'heading' }, ...lines];
}
