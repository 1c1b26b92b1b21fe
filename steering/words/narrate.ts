/**
 * This file tells a decision in lines that people read: the answer, the steps that led to it, and what it rests on.
 * Each step is a sentence; the ids of the assumptions that it rests on stand behind it.
 */
import { groupBy } from '../collections';
import type { Decision, ScenarioDecision } from '../decide/decide';
import { parseHost } from '../decide/destination';
import type { Fate, Outcome } from '../decide/outcome';
import type { Note, Step, Subject, Verdict } from '../decide/trace';
import { ASSUMPTIONS, type AssumptionId } from '../domain/assumptions';
import type { TrafficModeName } from '../domain/exceptions';
import { PLATFORMS, STANDARD_PORTS } from '../domain/vocabulary';
import { inert, quote } from '../inert';
import type { Flow, Unsaid } from '../model/flow';
import { DEFAULT_KEY } from '../model/read-configuration';
import { layOutColumns } from './tables';
import { FATES, MATCHERS, MEANINGS, TYPES, UNSAID, WORDS } from './words';

type StepOf<K extends Step['step']> = Extract<Step, { step: K }>;

/**
 * Tells a configuration that applies, or may.
 * @param outcome what it leads to, if it applies; undefined where that is told step by step
 */
function describeConfiguration(
  { subject, verdict, because }: StepOf<'configuration'>,
  outcome: string | undefined,
): string {
  const { name } = subject;
  const titled = name === undefined ? '' : ` ${quote(name)}`;
  const about = {
    name:
      subject.key === DEFAULT_KEY
        ? `${WORDS['configuration/default']()}${titled}`
        : name === undefined
          ? WORDS['configuration/nameless']()
          : WORDS['configuration/named']({ name: quote(name) }),
    where: where(subject),
  };
  const sentence =
    verdict === 'yes'
      ? WORDS['configuration/applies'](about)
      : WORDS['configuration/may-apply']({ ...about, then: outcome === undefined ? '' : WORDS.then({ outcome }) });
  return sentence + idsOf(because);
}

/** The facts beside a step on which its sentence depends. */
interface StepContext {
  readonly flow: Flow;
  /** The traffic mode that counts where the step is taken. */
  readonly mode: TrafficModeName;
  /** Whether the client intercepts the flow there. */
  readonly intercepted: Verdict;
}

function describeStep(step: Exclude<Step, { step: 'configuration' }>, context: StepContext): string {
  return sentence(step, context) + idsOf(step.because);
}

function sentence(step: Exclude<Step, { step: 'configuration' }>, { flow, mode, intercepted }: StepContext): string {
  switch (step.step) {
    case 'mode':
      return WORDS.mode(step);
    case 'interception':
      return WORDS[`interception/${step.verdict}`]({ why: whyIntercepted(step, mode, flow) });
    case 'exception':
      return WORDS[`exception/${step.verdict}`]({
        exception: exceptionOf(step),
        matcher: step.matcher === undefined ? '' : MATCHERS[step.matcher.kind](quote(step.matcher.text)),
        fates: step.leadsTo.map((fate) => FATES[fate]).join(' or '),
      });
    case 'steer':
      return WORDS[step.anyway ? 'steer/anyway' : step.verdict === 'yes' ? 'steer/yes' : 'steer/unknown']({
        exceptions: parseHost(flow.host).kind === 'name' ? '' : WORDS['steer/no-host-name'](),
        steered: intercepted === 'yes' ? '' : WORDS['steer/if-intercepted'](),
      });
    case 'conflict':
      return WORDS.conflict();
  }
}

/** Returns the reasons of a step that are no assumptions: what is not known, and what was not said. */
function reasonsOf({ step, verdict, because }: Pick<Step, 'step' | 'verdict' | 'because'>): string[] {
  // A mode that is certain although the source does not tell it is the one that is expected.
  const words = step === 'mode' && verdict === 'yes' ? WORDS['not-known-although'] : WORDS['not-known'];
  const reasons = because.flatMap((note) => {
    if ('notSaid' in note) return [WORDS['not-said']({ what: UNSAID[note.notSaid] })];
    if ('notKnown' in note && note.notKnown !== '') return [words({ reason: inert(note.notKnown) })];
    return [];
  });
  return [...new Set(reasons)];
}

/** Returns the assumptions of a step in brackets; nothing where the rules alone decide it. */
function idsOf(because: readonly Note[]): string {
  const ids = new Set(because.flatMap((note) => ('assumption' in note ? [note.assumption] : [])));
  return ids.size === 0 ? '' : ` [${[...ids].join(', ')}]`;
}

function exceptionOf({ type, app, subject }: StepOf<'exception'>): string {
  const about = { type: TYPES[type], where: where(subject) };
  if (type !== 'certificate_pinned_app') return `${about.type}${about.where}`;
  const name = app?.name ?? app?.key;
  return name === undefined
    ? WORDS['exception/of-unknown-app'](about)
    : WORDS['exception/of-app']({ ...about, name: quote(name) });
}

/** Returns what decides whether the client intercepts the flow. */
function whyIntercepted({ verdict, subject }: StepOf<'interception'>, mode: TrafficModeName, flow: Flow): string {
  if (mode === 'none') return WORDS['why/mode-none']();
  const port = String(flow.port);
  const standard = STANDARD_PORTS.includes(flow.port);
  const host = parseHost(flow.host);
  const reach = host.kind === 'address' ? host.reach : 'public';
  if (reach === 'private' && verdict === 'no' && mode === 'web' && !standard)
    return WORDS['why/private-or-port']({ port });
  if (reach !== 'public' && verdict !== 'yes')
    return reach === 'private' ? WORDS['why/private']() : WORDS['why/local']();
  if (subject !== undefined && verdict !== 'no') {
    return WORDS[verdict === 'yes' ? 'why/port' : 'why/port-perhaps']({ port, where: where(subject) });
  }
  if (mode === 'cloud_apps') return WORDS['why/cloud-apps']();
  if (flow.port === 53 && (mode === 'all' || verdict !== 'no')) return WORDS['why/dns']({ port });
  if (mode === 'all') return verdict === 'yes' ? WORDS['why/every-port']() : WORDS['why/left-out']();
  return standard ? WORDS['why/web-port']({ port }) : WORDS['why/no-port']({ port });
}

/**
 * Returns where an object is written, in brackets: the construct, or else its Terraform address, or else its id on the
 * tenant.
 */
function where({ origin: { construct, address, id } }: Subject): string {
  // A user wrote the construct around the resource, not the resource.
  const place = construct?.replace(/\/Resource$/, '') ?? address ?? id;
  return place === undefined ? '' : ` (${inert(place)})`;
}

/** A line of a told decision. */
export interface Line {
  /** The text, which is inert, so that it can be shown anywhere that shows text. */
  readonly text: string;
  /** How far the line is indented; the answer has 0. */
  readonly depth: number;
  readonly kind: 'answer' | 'choice' | 'step' | 'reason' | 'heading' | 'assumption';
  /** The outcome; only an answer and a choice have one. */
  readonly outcome?: Outcome;
}

type DecisionAnswer = Pick<Decision, 'outcome' | 'via' | 'possible'>;

/** Tells a decision in lines, the answer first. */
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

/** Tells a decision in one text, with a step of indentation for each depth. */
export function describeDecision(decision: Decision, flow: Flow): string {
  return narrate(decision, flow)
    .map(({ text, depth }) => '  '.repeat(depth) + text)
    .join('\n');
}

/** Tells an outcome in a few words, with every possibility of an unknown one. */
export function describeOutcome({ outcome, via, possible }: DecisionAnswer): string {
  if (outcome === 'unknown')
    return WORDS['outcome/unknown']({ fates: possible.map((fate) => FATES[fate]).join(' or ') });
  if (outcome !== 'bypass') return outcome;
  return via === undefined || via === 'unknown' ? WORDS['outcome/bypass-unknown']() : FATES[`bypass_${via}`];
}

export function describeFate(fate: Fate): string {
  return FATES[fate];
}

/** Tells a flow in a few words. */
export function describeFlow({ process, platform, host, transport = 'tcp', port }: Flow): string {
  return WORDS.flow({
    process: quote(process),
    platform: PLATFORMS.find(({ name }) => name === platform)?.title ?? inert(platform),
    host: host === '' ? WORDS['no-host-name']() : quote(host),
    transport: transport.toUpperCase(),
    port: String(port),
  });
}

/** Returns the fields that the flow leaves unsaid and the decision depends on. */
export function unsaidIn({ scenarios }: Decision): Unsaid[] {
  const notes = scenarios.flatMap(({ trace }) => trace.flatMap(({ because }) => because));
  return [...new Set(notes.flatMap((note) => ('notSaid' in note ? [note.notSaid] : [])))];
}

function meaningOf({ outcome, via = 'unknown' }: DecisionAnswer): string {
  if (outcome === 'unknown') return '';
  return ` ${outcome === 'bypass' ? MEANINGS.bypass[via] : MEANINGS[outcome]}`;
}

/** Tells the scenarios in one configuration. Several are shown side by side before each is told. */
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
  const texts = layOutColumns(
    scenarios.map((scenario) => [WORDS['mode/choice'](scenario), describeOutcome(scenario)]),
    '  ',
  );
  return scenarios.map(({ outcome }, index) => ({ text: texts[index] ?? '', depth: 2, kind: 'choice', outcome }));
}

/** Tells scenarios that differ in nothing but their place or mode, once for all of them. */
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
