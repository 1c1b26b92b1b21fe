/**
 * What does a review consist of as people read it, whatever the format? It has sections of items of spans, and words
 * for what occurs in many places: objects, outcomes, flows, attributes. Renderers decide how a span looks, and make it
 * inert.
 */
import { type Flow, PLATFORMS, describeFate, describeOutcome } from '../../steering';
import type {
  At,
  AttributeChange,
  Cell,
  ReportedDestination,
  Effect,
  Judgement,
  Matrix,
  TrafficLine,
  Verdict,
} from '../report';

/**
 * A piece of text. A `prose` span has our own words, among which names by others may stand; a `name` span has only what
 * others wrote.
 */
export interface Span {
  readonly kind: 'prose' | 'name' | 'strong';
  readonly text: string;
}

export type Tone = 'danger' | 'warning' | 'good' | 'quiet';

export interface Item {
  /** The id by which others refer to the item. */
  readonly id?: string;
  readonly tone: Tone;
  /** The word or two that stand in front. */
  readonly badge: string;
  readonly head: readonly Span[];
  readonly details: readonly (readonly Span[])[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
  /** The number of items that are left out. */
  readonly leftOut: number;
}

/** A row of the first screen's table. */
export interface ScreenRow {
  /** The ids of the changes of traffic for which the row stands. */
  readonly changes: readonly string[];
  readonly tone: Tone;
  readonly who: readonly Span[];
  readonly before: string;
  readonly after: string;
  readonly where: readonly Span[];
}

/** A line below the table. */
export interface ScreenNote {
  readonly tone: Tone;
  readonly text: readonly Span[];
}

/** What is read first: a verdict, a table and notes, in at most fifteen lines. */
export interface FirstScreen {
  readonly name: string;
  /** The address of the tenant; left out where it is not known. */
  readonly tenant?: string;
  readonly tone: Tone;
  /** The verdict in plain words. */
  readonly verdict: string;
  /** What was done and for whom, in lines. */
  readonly says: readonly (readonly Span[])[];
  readonly rows: readonly ScreenRow[];
  readonly notes: readonly ScreenNote[];
}

export interface DocumentPart {
  readonly name: string;
  readonly screen: FirstScreen;
  readonly sections: readonly Section[];
  /** The tables, which stand before the sections; some formats have none. */
  readonly matrices: readonly Matrix[];
}

export const prose = (text: string): Span => ({ kind: 'prose', text });
export const name = (text: string): Span => ({ kind: 'name', text });
export const strong = (text: string): Span => ({ kind: 'strong', text });

/** Splits a message into prose and what it quotes: the names and values of others, which do nothing as a name. */
export function quotedNames(message: string): Span[] {
  return message
    .split(/("(?:[^"\\]|\\.)*")/)
    .flatMap((part, index) => (part === '' ? [] : [index % 2 === 1 ? name(part) : prose(part)]));
}

/** Joins spans with a text between them. */
export function joined(spans: readonly Span[], between: string): Span[] {
  return spans.flatMap((span, index) => (index === 0 ? [span] : [prose(between), span]));
}

/**
 * Cuts spans that are too long when they are written, and marks the cut.
 * @param most the most characters
 * @param write writes spans
 * @param sizeOf tells how long a text is
 */
export function fitted(
  spans: readonly Span[],
  most: number,
  write: (spans: readonly Span[]) => string,
  sizeOf = (text: string) => text.length,
): string {
  const whole = write(spans);
  if (sizeOf(whole) <= most) return whole;
  for (let count = spans.length; count > 0; count--) {
    const last = spans[count - 1];
    if (last === undefined) continue;
    const points = [...last.text];
    const cut = (length: number) => {
      const text = points.slice(0, length).join('');
      // A cut stands between words, where one is near.
      const words = text.replace(/\s+\S{0,20}$/s, '');
      return write([...spans.slice(0, count - 1), { ...last, text: `${(words === '' ? text : words).trimEnd()}…` }]);
    };
    let [kept, longest] = [0, points.length];
    while (kept < longest) {
      const half = Math.ceil((kept + longest) / 2);
      if (sizeOf(cut(half)) <= most) kept = half;
      else longest = half - 1;
    }
    if (kept > 0) return cut(kept);
  }
  return '…';
}

/** Keeps at most so many items in each section, and counts what is left out. */
export function shorten(part: DocumentPart, most: number): DocumentPart {
  const sections = part.sections.map(({ title, items, leftOut }) => ({
    title,
    items: items.slice(0, most),
    leftOut: leftOut + Math.max(0, items.length - most),
  }));
  return { ...part, sections };
}

export const TONES: Readonly<Record<Verdict | Effect, Tone>> = {
  no_traffic_change: 'quiet',
  narrowing: 'good',
  sideways: 'quiet',
  broadening: 'warning',
  collateral: 'danger',
};

/** The most values of a list that are written out. */
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

/**
 * Says which outcome becomes which. Where what was possible before is just as possible after, it says what may become
 * what.
 */
export function describeTurns({ before, after, turns }: Pick<TrafficLine, 'before' | 'after' | 'turns'>): string {
  if (!isOpenAgain({ before, after })) return describeTurn({ before, after });
  return `perhaps ${turns.map((turn) => `${describeFate(turn.before)} → ${describeFate(turn.after)}`).join(', or ')}`;
}

export function isOpenAgain({ before, after }: Pick<TrafficLine, 'before' | 'after'>): boolean {
  return before.possible.join() === after.possible.join();
}

/** The words around each dimension, in the order of a sentence; where flows go stands after the platform. */
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

const WRITTEN_BY_OTHERS: ReadonlySet<string> = new Set(['process', 'host', 'client', 'belonging']);

/** The most destinations that are written out. */
const MOST_DESTINATIONS = 3;

/**
 * Describes flows, such as `of X, on Windows, to Y, port 443`.
 * @param destinations where they go; anywhere if left out
 * @param who the words for flows of which no process is told
 */
export function describeFlows(
  flows: TrafficLine['flows'],
  destinations?: readonly ReportedDestination[],
  who: readonly Span[] = [prose('of any process')],
): Span[] {
  if (flows.length === 0 && destinations === undefined) return [prose('all flows')];
  const parts = DIMENSIONS.flatMap(([dimension, before, after]) => {
    if (dimension === 'host' && destinations !== undefined) return [describeDestinations(destinations)];
    const values = flows.find((one) => one.dimension === dimension)?.values;
    if (values !== undefined) {
      const shown = WRITTEN_BY_OTHERS.has(dimension) ? listed(values) : [prose(values.join(', '))];
      return [[prose(before), ...shown, prose(after)]];
    }
    return dimension === 'process' ? [who] : [];
  });
  return parts.flatMap((part, index) => (index === 0 ? part : [prose(', '), ...part]));
}

function describeDestinations(destinations: readonly ReportedDestination[]): Span[] {
  const shown = destinations.slice(0, MOST_DESTINATIONS).map(describeDestination);
  const more = destinations.length - shown.length;
  return [
    ...shown.flatMap((part, index) => (index === 0 ? part : [prose('; or '), ...part])),
    ...(more > 0 ? [prose(`; or ${more} more destinations`)] : []),
  ];
}

function describeDestination({ hosts, ports, causes }: ReportedDestination): Span[] {
  const parts: readonly (readonly Span[])[] = [
    ...(hosts === undefined ? [] : [[prose('to '), ...listed(hosts)]]),
    ...(ports === undefined ? [] : [[prose(`port ${ports.join(', ')}`)]]),
  ];
  const where = parts.flatMap((part, index) => (index === 0 ? part : [prose(', '), ...part]));
  const [cause, ...others] = causes ?? [];
  if (cause === undefined) return where;
  return [
    ...where,
    prose(' (by '),
    ...describeAt(cause),
    prose(others.length === 0 ? ')' : ` and ${others.length} more)`),
  ];
}

/**
 * Describes one flow as an example.
 * @param flows the dimensions that are worth telling
 */
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

/** Lists names with commas between, only the first of them where there are many. */
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
