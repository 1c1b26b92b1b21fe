/** Words for what a review has in many places: objects, outcomes, flows, attributes. */
import { describeOutcome, PLATFORMS, type Flow } from '../../steering';
import type { At, AttributeChange, Cell, Effect, Judgement, TrafficLine, Verdict } from '../review';
import { joined, name, prose, strong, type Span, type Tone } from './document';

export const TONES: Readonly<Record<Verdict | Effect, Tone>> = {
  no_traffic_change: 'quiet',
  narrowing: 'good',
  sideways: 'quiet',
  broadening: 'warning',
  collateral: 'danger',
};

/** How many values of a list are written out. */
const MOST_VALUES = 8;

export function describeAt({ address, construct, id, name: called }: At): Span[] {
  const main = address ?? id;
  return [
    ...(main === undefined ? [] : [name(main)]),
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

const DIMENSIONS: Readonly<Record<TrafficLine['flows'][number]['dimension'], string>> = {
  platform: 'on',
  process: 'of',
  host: 'to',
  port: 'port',
  transport: 'by',
  device: 'devices that are',
  location: 'clients that are',
  client: 'users',
  belonging: 'with',
};
/** The order in which a sentence names them. */
const ORDER: readonly (keyof typeof DIMENSIONS)[] = [
  'process',
  'platform',
  'host',
  'port',
  'transport',
  'device',
  'location',
  'client',
  'belonging',
];

/** `of X on Windows to Y, port 443`. */
export function describeFlows(flows: TrafficLine['flows']): Span[] {
  const told = ORDER.flatMap((dimension) => flows.filter((one) => one.dimension === dimension));
  if (told.length === 0) return [prose('all flows')];
  const parts = told.map(({ dimension, values }) => [prose(`${DIMENSIONS[dimension]} `), ...listed(values)]);
  const missing = flows.some(({ dimension }) => dimension === 'process') ? [] : [prose('of any process ')];
  return [prose('flows '), ...missing, ...parts.flatMap((part, index) => (index === 0 ? part : [prose(' '), ...part]))];
}

export function describeWitness({ process, platform, host, port, transport = 'tcp', managed, location }: Flow): Span[] {
  return [
    name(process),
    prose(` on ${PLATFORMS.find((one) => one.name === platform)?.title ?? 'another platform'} to `),
    ...(host === '' ? [prose('a destination without a host name')] : [name(host)]),
    prose(`, ${transport.toUpperCase()} port ${port}`),
    ...(managed === undefined ? [] : [prose(managed ? ', managed device' : ', unmanaged device')]),
    ...(location === undefined ? [] : [prose(`, ${location.replace('_', '-')}`)]),
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
