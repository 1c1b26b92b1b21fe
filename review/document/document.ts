/**
 * A review as people read it, whatever the format: sections of items of spans, in words and in order. Renderers decide how a
 * span looks and make it inert; what is said stands in this folder.
 */
import type { At, AttributeChange, Cell, Effect, Judgement, Matrix, TrafficLine, Verdict } from '../report';
import { type Flow, PLATFORMS, describeFate, describeOutcome } from '../../steering';

/** `prose`: our words, in which names of others may stand; `name`: nothing but what others wrote. */
export interface Span {
  readonly kind: 'prose' | 'name' | 'strong';
  readonly text: string;
}

export type Tone = 'danger' | 'warning' | 'good' | 'quiet';

export interface Item {
  /** Others refer to it. */
  readonly id?: string;
  readonly tone: Tone;
  /** A word or two, in front. */
  readonly badge: string;
  readonly head: readonly Span[];
  readonly details: readonly (readonly Span[])[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
  /** How many items are left out, where not all are shown. */
  readonly leftOut: number;
}

export interface DocumentPart {
  readonly name: string;
  readonly verdict: Verdict;
  /** Whether all of it could be judged. */
  readonly isComplete: boolean;
  readonly tone: Tone;
  readonly summary: readonly Span[];
  readonly reservations: readonly (readonly Span[])[];
  readonly sections: readonly Section[];
  /** Before this section; there are none in some formats. */
  readonly matrices: readonly Matrix[];
}

export const prose = (text: string): Span => ({ kind: 'prose', text });
export const name = (text: string): Span => ({ kind: 'name', text });
export const strong = (text: string): Span => ({ kind: 'strong', text });

/** Spans with something between them. */
export function joined(spans: readonly Span[], between: string): Span[] {
  return spans.flatMap((span, index) => (index === 0 ? [span] : [prose(between), span]));
}

/** At most so many items in each section; what is left out is counted. */
export function shorten(part: DocumentPart, most: number): DocumentPart {
  const sections = part.sections.map(({ title, items, leftOut }) => ({
    title,
    items: items.slice(0, most),
    leftOut: leftOut + Math.max(0, items.length - most),
  }));
  return { ...part, sections };
}

/** Words for what a review has in many places: objects, outcomes, flows, attributes. */

export const TONES: Readonly<Record<Verdict | Effect, Tone>> = {
  no_traffic_change: 'quiet',
  narrowing: 'good',
  sideways: 'quiet',
  broadening: 'warning',
  collateral: 'danger',
};

/** How many values of a list are written out. */
const MOST_VALUES = 8;

export function describeAt({ address, deposed, construct, id, name: called }: At): Span[] {
  const main = address ?? id;
  return [
    ...(main === undefined ? [] : [name(main)]),
    ...(deposed === undefined ? [] : [prose(' (its deposed object '), name(deposed), prose(')')]),
    ...(main === undefined && called !== undefined ? [name(called)] : []),
    ...(address === undefined && main !== undefined && called !== undefined ? [prose(' '), name(called)] : []),
    ...(construct === undefined ? [] : [prose(' in '), name(construct)]),
  ];
}

export function describeJudgement(judged: Judgement): string {
  return describeOutcome(judged);
}

export function describeTurn({ before, after }: Pick<Cell, 'before' | 'after'>): string {
  return `${describeJudgement(before)} → ${describeJudgement(after)}`;
}

/** Where both outcomes are the same and not known, what may become what. */
export function describeTurns({ before, after, turns }: Pick<TrafficLine, 'before' | 'after' | 'turns'>): string {
  if (!isOpenAgain({ before, after })) return describeTurn({ before, after });
  return `perhaps ${turns.map((turn) => `${describeFate(turn.before)} → ${describeFate(turn.after)}`).join(', or ')}`;
}

export function isOpenAgain({ before, after }: Pick<TrafficLine, 'before' | 'after'>): boolean {
  return before.possible.join() === after.possible.join();
}

/** How a sentence names each dimension, in its order. */
const DIMENSIONS: readonly (readonly [TrafficLine['flows'][number]['dimension'], before: string, after: string])[] = [
  ['process', 'of ', ''],
  ['platform', 'on ', ''],
  ['host', 'to ', ''],
  ['port', 'port ', ''],
  ['transport', '', ''],
  ['device', 'on ', ' devices'],
  ['location', '', ''],
  ['client', '', ''],
  ['belonging', 'that belong to ', ''],
];

export const WRITTEN_BY_OTHERS: ReadonlySet<string> = new Set(['process', 'host', 'client', 'belonging']);

/** `of X, on Windows, to Y, port 443`. */
export function describeFlows(flows: TrafficLine['flows']): Span[] {
  if (flows.length === 0) return [prose('all flows')];
  const parts = DIMENSIONS.flatMap(([dimension, before, after]) => {
    const values = flows.find((one) => one.dimension === dimension)?.values;
    if (values !== undefined) {
      const shown = WRITTEN_BY_OTHERS.has(dimension) ? listed(values) : [prose(values.join(', '))];
      return [[prose(before), ...shown, prose(after)]];
    }
    return dimension === 'process' ? [[prose('of any process')]] : [];
  });
  return parts.flatMap((part, index) => (index === 0 ? part : [prose(', '), ...part]));
}

/** @param flows says of which dimensions it is worth telling */
export function describeWitness(
  { process, platform, host, port, transport = 'tcp', managed, location }: Flow,
  flows: TrafficLine['flows'],
): Span[] {
  const tells = (wanted: string) => flows.some(({ dimension }) => dimension === wanted);
  return [
    name(process),
    prose(` on ${PLATFORMS.find((one) => one.name === platform)?.title ?? 'another platform'} to `),
    ...(host === '' ? [prose('a destination without a host name')] : [name(host)]),
    prose(`, ${transport.toUpperCase()} port ${port}`),
    ...(tells('device') ? [prose(managed === true ? ', managed device' : ', unmanaged device')] : []),
    ...(tells('location') && location !== undefined ? [prose(`, ${location.replace('_', '-')}`)] : []),
  ];
}

/** Names with commas between, the first of them where there are many. */
export function listed(values: readonly string[], most = MOST_VALUES): Span[] {
  const shown = joined(values.slice(0, most).map(name), ', ');
  return values.length > most ? [...shown, prose(` and ${values.length - most} more`)] : shown;
}

export function describeAttribute({ attribute, before, after, added, removed, reordered }: AttributeChange): Span[] {
  const title = [name(attribute), prose(': ')];
  if (reordered) return [...title, prose('the same in another order')];
  if (added !== undefined || removed !== undefined) {
    return [
      ...title,
      ...(added === undefined ? [] : [strong('added '), ...listed(added)]),
      ...(added !== undefined && removed !== undefined ? [prose('; ')] : []),
      ...(removed === undefined ? [] : [strong('removed '), ...listed(removed)]),
    ];
  }
  if (before === undefined) return [...title, value(after)];
  return [...title, value(before), prose(' → '), value(after)];
}

function value(text: string | undefined): Span {
  return text === undefined ? prose('(nothing)') : name(text);
}
