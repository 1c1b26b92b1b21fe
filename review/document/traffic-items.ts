/** How is a change of traffic told in full, alone, or together with those that are alike but for their processes? */
import { groupBy } from '../../steering';
import type { At, Collateral, ReportedReading, Review, TrafficLine } from '../report';
import { effectWord, verdictOfLine } from '../verdict';
import {
  type Item,
  type Span,
  TONES,
  describeAt,
  describeFlows,
  describeJudgement,
  describeTurn,
  describeTurns,
  describeWitness,
  isOpenAgain,
  listed,
  name,
  prose,
  strong,
} from './document';
import { valuesOf } from './screen-who';

function ifMode({ configuration, mode, place }: ReportedReading): Span[] {
  const where = place === 'everywhere' ? '' : ` ${place.replace('_', '-')}`;
  return [prose('if the traffic mode of '), name(configuration), prose(` is ${mode}${where}`)];
}

const COMMAS = {
  kept: 'if the tenant keeps names and patterns with a comma whole',
  split: 'if the tenant splits names and patterns at commas',
} as const;

/** Joins changes that are alike but for their processes, platforms and causes. */
export function foldedTraffic(review: Review): Item[] {
  const alike = groupBy(review.traffic, ({ id: _id, causes: _causes, witness: _witness, apps: _apps, ...line }) =>
    JSON.stringify({ ...line, flows: line.flows.filter(({ dimension }) => !OF_PROCESSES.has(dimension)) }),
  );
  return [...alike.values()].map((lines) => foldedItem(lines, review));
}

const OF_PROCESSES: ReadonlySet<string> = new Set(['process', 'platform']);

function foldedItem(lines: readonly TrafficLine[], review: Review): Item {
  const [line, ...others] = lines;
  if (line === undefined) throw new Error('an item of no changes');
  const item = trafficLine(line, review);
  if (others.length === 0) return item;
  const flows = line.flows.filter(({ dimension }) => !OF_PROCESSES.has(dimension));
  // What needs an approval needs its id; of all else the JSON has the ids.
  const needsIds = verdictOfLine(line) !== 'narrowing';
  const ofProcesses = (one: TrafficLine) => one.flows.filter(({ dimension }) => OF_PROCESSES.has(dimension));
  const each = needsIds
    ? lines.map((one) => [
        ...describeFlows(ofProcesses(one)),
        prose(', caused by '),
        ...describeCauses(one.causes),
        prose(', id '),
        name(one.id),
      ])
    : [...groupBy(lines, (one) => JSON.stringify(valuesOf(one, 'platform'))).values()].map((same) => {
        const processes = same.flatMap((one) => valuesOf(one, 'process') ?? []);
        const whole = same
          .flatMap(ofProcesses)
          .filter(({ dimension }) => dimension === 'platform')
          .slice(0, 1);
        const who = processes.length === 0 ? undefined : [prose('of '), ...listed(processes, Infinity)];
        return describeFlows(whole, undefined, who);
      });
  const causes = [...new Map(lines.flatMap((one) => one.causes).map((at) => [JSON.stringify(at), at])).values()];
  return {
    tone: item.tone,
    badge: item.badge,
    head: headOf({ ...line, flows }, review, [prose(`${lines.length} changes alike`)]),
    details: [
      ...aboutLine(line),
      ...each,
      ...(needsIds || causes.length === 0 ? [] : [[prose('caused by '), ...describeCauses(causes)]]),
      ...(line.collateral.length === 0 ? [] : [reachOf(line)]),
      ...approvedBy(line.approval),
    ],
  };
}

function headOf(line: TrafficLine, { destinations: lists }: Review, who?: readonly Span[]): Span[] {
  const places = line.destinations === undefined ? undefined : lists[line.destinations];
  return [strong(describeTurns(line)), prose(': '), ...describeFlows(line.flows, places, who)];
}

/** Says what is true of a change whatever its processes. */
function aboutLine(line: TrafficLine): Span[][] {
  const { readings, witness, flows } = line;
  return [
    ...(isOpenAgain(line) && readings.length === 0
      ? [
          [
            prose(
              `before and after it is ${describeJudgement(line.after)}, but what decides that changes, so that it may turn out otherwise than it did`,
            ),
          ],
        ]
      : []),
    [prose('for example '), ...describeWitness(witness, flows)],
    ...readings.map((one) => [
      ...(one.commas === undefined ? ifMode(one) : [prose(COMMAS[one.commas])]),
      prose(`: ${describeTurn(one)}, ${effectWord(one)}`),
    ]),
  ];
}

export function trafficLine(line: TrafficLine, review: Review): Item {
  const { id, effect, certain, causes, approval: approved } = line;
  return {
    id,
    tone: TONES[verdictOfLine(line) === 'collateral' ? 'collateral' : effect],
    badge: `${line.collateral.length > 0 ? 'reaches others, ' : ''}${certain ? '' : 'perhaps '}${effectWord(line)}`,
    head: headOf(line, review),
    details: [
      ...aboutLine(line),
      ...(causes.length === 0 ? [] : [[prose('caused by '), ...describeCauses(causes)]]),
      ...(line.collateral.length === 0 ? [] : [reachOf(line)]),
      [prose('id '), name(id)],
      ...approvedBy(approved),
    ],
  };
}

/** The number of causes that a change of traffic names; the JSON has all of them. */
const MOST_CAUSES = 6;

export function describeCauses(causes: readonly At[]): Span[] {
  const shown = causes
    .slice(0, MOST_CAUSES)
    .flatMap((at, index) => [prose(index === 0 ? '' : ', '), ...describeAt(at)]);
  return causes.length <= MOST_CAUSES ? shown : [...shown, prose(` and ${causes.length - MOST_CAUSES} more`)];
}

/** The number of reached processes, apps and devices that a change of traffic names; a section of their own names all. */
const MOST_REACHED = 4;

function reachOf({ collateral }: TrafficLine): Span[] {
  const shown = collateral
    .slice(0, MOST_REACHED)
    .flatMap((one, index) => [prose(index === 0 ? '' : '; '), ...describeReach(one)]);
  const more = collateral.length > MOST_REACHED ? [prose(`; and ${collateral.length - MOST_REACHED} more`)] : [];
  return [strong('reaches '), ...shown, ...more];
}

export function describeReach(one: Collateral): Span[] {
  switch (one.kind) {
    case 'another_process':
      return [
        name(one.process),
        ...(one.of === undefined
          ? [prose(', a process that many apps share')]
          : [prose(', a process of '), name(one.of)]),
      ];
    case 'another_app':
      return [prose(`every other app that uses port ${one.port}: the port entry names no domains`)];
    case 'unmanaged_devices':
      return [prose('unmanaged devices, which a bypass of managed devices blocks')];
    case 'unclassified_devices':
      return [prose('managed devices of other classifications than a bypass names, which it may block')];
  }
}

export function approvedBy(approved: TrafficLine['approval']): Span[][] {
  return approved === undefined
    ? []
    : [[strong('approved '), prose(`until ${approved.expires}: `), name(approved.reason)]];
}
