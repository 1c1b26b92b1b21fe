/**
 * This file says what becomes of a flow in one scenario: which fates the exceptions and the interception leave
 * possible.
 */
import { possibilitiesOf } from '../model/model';
import { blockedOf } from './actions';
import { type BypassPoint, bypassPlace, countsFor, placeOfType } from './bypass-place';
import { and, assuming, certaintyOf, NO, openBecause, YES, yesAssuming, type Certainty } from './certainty';
import { otherContender, type Contender } from './contender';
import type { Facts } from './destination';
import { intercept, isWeb } from './interception';
import type { OtherMatch } from './other-exceptions';
import { ANYTHING, BLOCK, BYPASS, DIRECT, fatesOf, NOTHING, STEER, type Possibilities } from './outcome';
import { applyRule } from './pinned';
import type { PinnedMatch } from './pinned-index';
import type { Scenario } from './tenant-index';
import type { Step, Subject } from './trace';

/** The fates that exceptions lead to: those that are certain to match, and those that may. */
export interface Matched {
  readonly certain: Possibilities;
  readonly possible: Possibilities;
  /**
   * Whether an exception that is certain to match also reaches traffic that the client would not intercept otherwise.
   */
  readonly reaches?: true;
}

const NO_MATCH: Matched = { certain: NOTHING, possible: NOTHING };

const NOTHING_MATCHES: readonly Matched[] = [NO_MATCH];
const COMMA = assuming('comma-in-process');
const CLIENT_126 = assuming('client-126');
const LITERAL = yesAssuming('literal-address-has-no-host-name');
const CONFLICT: Step = { step: 'conflict', ...openBecause('order-of-exceptions') };
const STEERED: Step = { step: 'steer', ...YES };
const MAY_BE_STEERED: Step = { step: 'steer', verdict: 'unknown', because: [] };
const STEERED_LITERAL: Step = { step: 'steer', ...LITERAL };
const STEERED_ANYWAY: Step = { step: 'steer', ...YES, anyway: true };

/**
 * Returns every fate that is possible.
 * @param trace the list that receives the steps; left out where nobody asks for them
 */
export function evaluate(scenario: Scenario, facts: Facts, trace?: Step[]): Possibilities {
  const { certainty, entry } = intercept(scenario, facts);
  trace?.push({
    step: 'interception',
    ...certainty,
    ...(entry !== undefined && { subject: { key: entry.key, origin: entry.origin } }),
  });
  if (certainty.verdict === 'no') return DIRECT;
  const pinned = matchPinned(scenario, facts, trace);
  const others = matchOthers(scenario, facts, trace);
  const fates =
    pinned.length === 1
      ? fatesOfMatched(combine(pinned[0] ?? NO_MATCH, others))
      : pinned.reduce((all, one) => all | fatesOfMatched(combine(one, others)), NOTHING);
  if (trace !== undefined) {
    traceMatched(pinned, others, fates, facts, trace);
    traceStated(scenario, facts, trace);
  }
  return certainty.verdict === 'yes' || others.reaches === true ? fates : fates | DIRECT;
}

/** Writes the steps that follow those of exceptions: whether the flow is steered, and whether exceptions disagree. */
function traceMatched(
  pinned: readonly Matched[],
  others: Matched,
  fates: Possibilities,
  { host }: Facts,
  trace: Step[],
) {
  const all = pinned.map((one) => combine(one, others));
  if (all.some(({ certain }) => certain === NOTHING)) {
    const isMatched = all.some(({ possible }) => possible !== NOTHING);
    if (fates !== STEER) trace.push(MAY_BE_STEERED);
    else trace.push(isMatched ? STEERED_ANYWAY : host.kind === 'address' ? STEERED_LITERAL : STEERED);
  }
  const exceptions = trace.filter(({ step, verdict }) => step === 'exception' && verdict !== 'no').length;
  const does = all.reduce((set, { certain, possible }) => set | certain | possible, NOTHING);
  if (exceptions > 1 && outcomesDiffer(does)) trace.push(CONFLICT);
}

/** Adds to the last step what it rests on where apps do not match: that they are as the stack states them. */
function traceStated({ index, place }: Scenario, { host, flow }: Facts, trace: Step[]): void {
  const last = trace.at(-1);
  if (host.kind !== 'name' || last === undefined) return;
  const stated = index.at(place).pinned(flow.platform).stated;
  const named = new Set(trace.map((step) => (step.step === 'exception' ? step.app?.key : undefined)));
  const notes = stated.filter(({ of }) => !named.has(of));
  if (notes.length > 0) trace[trace.length - 1] = { ...last, because: [...last.because, ...notes] };
}

/**
 * Returns the fates of what matches. Precedence between exceptions is not published, so the fates of all that match are
 * possible. A flow is steered where one of them steers it, or where none is certain to match.
 */
export function fatesOfMatched({ certain, possible }: Matched): Possibilities {
  return certain === NOTHING ? possible | STEER : certain | possible;
}

/** Returns the fates of two groups of exceptions together. */
export function combine(a: Matched, b: Matched): Matched {
  if (a === NO_MATCH) return b;
  if (b === NO_MATCH) return a;
  const reaches = a.reaches ?? b.reaches;
  return { certain: a.certain | b.certain, possible: a.possible | b.possible, ...(reaches && { reaches }) };
}

/**
 * Returns the fates to which the rules for certificate pinned apps lead: once, or once for each reading of elements
 * with a comma. These rules do not apply where there is no host name. [doc]
 */
function matchPinned(scenario: Scenario, facts: Facts, trace: Step[] | undefined): readonly Matched[] {
  const { index, place } = scenario;
  const { host, flow } = facts;
  if (host.kind !== 'name') return NOTHING_MATCHES;
  const { pinned } = index.at(place);
  const kept = pinned(flow.platform);
  const matches = kept.match(flow.process);
  const others = kept.hasCommas ? pinned(flow.platform, 'split').match(flow.process) : matches;
  if (matches.length === 0 && others.length === 0) return NOTHING_MATCHES;
  const steps: PinnedStep[] = [];
  const matched = applyAll(matches, facts, trace && steps);
  if (others === matches) {
    trace?.push(...steps.map((step) => withClient(step, scenario, facts)));
    return [matched];
  }
  const inParts: PinnedStep[] = [];
  const split = applyAll(others, facts, trace && inParts);
  trace?.push(...inBothReadings(steps, inParts).map((step) => withClient(step, scenario, facts)));
  return [matched, split];
}

/** Adds to a step that blocks traffic other than web traffic the note that older clients do not block it. [doc] */
function withClient(step: PinnedStep, scenario: Scenario, facts: Facts): PinnedStep {
  if (!step.leadsTo.includes('block') || isWeb(scenario, facts).verdict === 'yes') return step;
  return { ...step, because: [...step.because, CLIENT_126] };
}

type PinnedStep = Extract<Step, { step: 'exception' }>;

/** Returns the fates of all rules that match, and writes a step for each. */
function applyAll(matches: readonly PinnedMatch[], { host, flow }: Facts, steps?: Step[]): Matched {
  let all = NO_MATCH;
  const blocked = blockedOf(flow);
  for (const { rule, matched, matcher } of matches) {
    const { fates, certainty } = applyRule(rule, matched, host, flow.managed, blocked);
    if (certainty.verdict === 'no') continue;
    all = combine(all, asMatched(certainty, fates));
    steps?.push({
      step: 'exception',
      type: 'certificate_pinned_app',
      ...certainty,
      subject: subjectOf(rule.exception),
      ...(rule.app !== undefined && { app: subjectOf(rule.app) }),
      matcher,
      leadsTo: fatesOf(fates),
    });
  }
  return all;
}

/** Returns the steps of both readings, each rule once. A rule whose answer differs between them is unknown. */
function inBothReadings(kept: readonly PinnedStep[], split: readonly PinnedStep[]): PinnedStep[] {
  const byRule = (steps: readonly PinnedStep[]) =>
    new Map(steps.map((step) => [`${step.subject.key}\n${step.app?.key ?? ''}`, step]));
  const [first, second] = [byRule(kept), byRule(split)];
  return [...new Map([...first, ...second])].map(([rule, step]) => {
    const [whole, inParts] = [first.get(rule), second.get(rule)];
    if (whole?.verdict === inParts?.verdict) return whole ?? step;
    const because = new Set([...(whole?.because ?? []), ...(inParts?.because ?? []), COMMA]);
    return { ...(whole ?? step), verdict: 'unknown', because: [...because] };
  });
}

/**
 * Returns the fates to which the exceptions of all other types lead. Such exceptions are bypasses.
 * @param contenders the list that receives the exceptions that match, or may; left out where nobody asks for them
 */
export function matchOthers(scenario: Scenario, facts: Facts, trace?: Step[], contenders?: Contender[]): Matched {
  const matches = scenario.index.at(scenario.place).others.match(facts.host, facts.flow, facts.isDns);
  if (matches.length === 0) return NO_MATCH;
  const usual = bypassPlace(scenario, facts);
  let matched = NO_MATCH;
  for (const match of matches) {
    const { data } = match.exception;
    if (data.type === 'certificate_pinned_app') continue;
    const usually = data.type === 'unknown' ? ANY_TYPE : placeOfType(data.type, usual, scenario, facts);
    const named = exceptDns(match, facts.isDns);
    const counts = countsFor(data.type, scenario, facts);
    const { does, reached } = localToo(match, usually, and(named, counts.certainty));
    const { fates, because } = does;
    const step = {
      step: 'exception',
      type: data.type,
      subject: subjectOf(match.exception),
      matcher: match.matcher,
    } as const;
    if (reached.verdict === 'no') {
      if (named.verdict !== 'no') trace?.push({ ...step, ...reached, leadsTo: [] });
      continue;
    }
    matched = combine(matched, asMatched(reached, fates));
    if (does.reaches && reached.verdict === 'yes') matched = { ...matched, reaches: true };
    contenders?.push(otherContender(match.exception, reached, does, scenario.index, facts.host, counts.when));
    trace?.push({ ...step, ...and(reached, certaintyOf('yes', ...because)), leadsTo: fatesOf(fates) });
  }
  return matched;
}

const ANY_TYPE: BypassPoint = { fates: ANYTHING, because: [] };
const LIKE_LOCAL = assuming('treated-like-local');
const MAY_BE_LOCAL = openBecause('treated-like-local');
const LOCAL_ONLY: BypassPoint = { fates: DIRECT, because: [LIKE_LOCAL] };

function asMatched({ verdict }: Certainty, fates: Possibilities): Matched {
  return verdict === 'yes' ? { certain: fates, possible: NOTHING } : { certain: NOTHING, possible: fates };
}

/** Whether an exception matches in spite of its action: `bypass_except_dns` lets DNS be steered. [doc] */
function exceptDns({ exception: { data }, certainty: found }: OtherMatch, isDns: boolean): Certainty {
  if (!isDns || !('action' in data)) return found;
  const possible = possibilitiesOf(data.action, ['bypass', 'bypass_except_dns'] as const);
  if (!possible.includes('bypass')) return NO;
  return possible.length === 1
    ? found
    : and(found, certaintyOf('unknown', { notKnown: data.action.known ? '' : data.action.reason }));
}

/**
 * Adds the fate of a destination that is treated like a local one: it may count as never steered, whether its traffic
 * is bypassed or not.
 */
function localToo({ exception: { data }, certainty: found }: OtherMatch, place: BypassPoint, reached: Certainty) {
  if (data.type !== 'destination_location') return { does: place, reached };
  if (!possibilitiesOf(data.treatLikeLocalIp, [true, false]).includes(true)) return { does: place, reached };
  if (reached.verdict === 'no') return { does: LOCAL_ONLY, reached: and(found, MAY_BE_LOCAL) };
  return { does: { ...place, fates: place.fates | DIRECT, because: [...place.because, LIKE_LOCAL] }, reached };
}

function outcomesDiffer(fates: Possibilities): boolean {
  return (fates & ~BYPASS) !== 0 && fates !== BLOCK && fates !== STEER && fates !== DIRECT;
}

function subjectOf({
  key,
  origin,
  ...rest
}: {
  key: string;
  origin: Subject['origin'];
  name?: { known: boolean; value?: string };
}): Subject {
  const name = rest.name?.known === true ? rest.name.value : undefined;
  return name === undefined ? { key, origin } : { key, origin, name };
}
