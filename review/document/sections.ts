/** Which sections does a review have? They stand in the order in which a reviewer needs them. */
import { approvalItems } from './approvals';
import type {
  At,
  Collateral,
  ReportedReading,
  Removal,
  ResourceChange,
  Review,
  ReviewFinding,
  TestResult,
  TrafficLine,
} from '../report';
import { effectWord, verdictOfLine } from '../verdict';
import {
  type Item,
  type Section,
  type Span,
  TONES,
  type Tone,
  describeAt,
  describeAttribute,
  describeFlows,
  describeJudgement,
  describeTurn,
  describeTurns,
  describeWitness,
  isOpenAgain,
  joined,
  name,
  prose,
  strong,
} from './document';
import { otherItem } from './others';

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function sectionsOf(review: Review): Section[] {
  const imports = review.imports.map(({ at, id }): Item =>
    plain('import', [...describeAt(at), prose(' as '), name(id)]),
  );
  const moves = review.moves.map(({ at, from }): Item => plain('move', [name(from), prose(' → '), ...describeAt(at)]));
  const sections: [title: string, items: readonly Item[]][] = [
    ['Destroyed and replaced', review.removals.map(removal)],
    ['Changed traffic', review.traffic.map((line) => trafficLine(line, review))],
    ['Reaches beyond what it names', reaches(review.traffic)],
    ['Guardrails', review.findings.map(finding)],
    ['Traffic tests', [...review.tests].sort(failedFirst).map(test)],
    ['What else this plan does', review.others.map(otherItem)],
    ['Changed on the tenant since the last apply', review.drift.map(change)],
    ['Imports', imports],
    ['Moves', moves],
    ['Attributes', review.changes.map(change)],
    ['Clients must fetch a new configuration', review.rollout.map(rollout)],
    ['Approvals', approvalItems(review)],
  ];
  return sections.filter(([, items]) => items.length > 0).map(([title, items]) => ({ title, items, leftOut: 0 }));
}

function removal({ at, action, forcedBy, reason, changes }: Removal): Item {
  const because =
    forcedBy.length > 0
      ? [prose(' because of '), ...joined(forcedBy.map(name), ', ')]
      : reason === undefined
        ? []
        : [prose(`: ${reason}`)];
  return {
    tone: action === 'forget' ? 'warning' : 'danger',
    badge: action,
    head: [...describeAt(at), ...because],
    details: changes.map(describeAttribute),
  };
}

function ifMode({ configuration, mode, place }: ReportedReading): Span[] {
  const where = place === 'everywhere' ? '' : ` ${place.replace('_', '-')}`;
  return [prose('if the traffic mode of '), name(configuration), prose(` is ${mode}${where}`)];
}

const COMMAS = {
  kept: 'if the tenant keeps names and patterns with a comma whole',
  split: 'if the tenant splits names and patterns at commas',
} as const;

function trafficLine(line: TrafficLine, { destinations: lists }: Review): Item {
  const { id, effect, certain, flows, destinations, witness, causes, readings, approval: approved } = line;
  const each = readings.map((one) => [
    ...(one.commas === undefined ? ifMode(one) : [prose(COMMAS[one.commas])]),
    prose(`: ${describeTurn(one)}, ${effectWord(one)}`),
  ]);
  return {
    id,
    tone: TONES[verdictOfLine(line) === 'collateral' ? 'collateral' : effect],
    badge: `${line.collateral.length > 0 ? 'reaches others, ' : ''}${certain ? '' : 'perhaps '}${effectWord(line)}`,
    head: [
      strong(describeTurns(line)),
      prose(': '),
      ...describeFlows(flows, destinations === undefined ? undefined : lists[destinations]),
    ],
    details: [
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
      ...(causes.length === 0 ? [] : [[prose('caused by '), ...describeCauses(causes)]]),
      ...each,
      ...(line.collateral.length === 0 ? [] : [reachOf(line)]),
      [prose('id '), name(id)],
      ...approvedBy(approved),
    ],
  };
}

/** The number of causes that a change of traffic names; the JSON has all of them. */
const MOST_CAUSES = 6;

function describeCauses(causes: readonly At[]): Span[] {
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

/** Lists what is reached, each once, though several changes of traffic may reach it. */
function reaches(lines: readonly TrafficLine[]): Item[] {
  const found = new Map<string, { one: Collateral; by: TrafficLine[] }>();
  for (const line of lines) {
    for (const one of line.collateral) {
      const key = JSON.stringify([one, line.causes]);
      const same = found.get(key) ?? { one, by: [] };
      same.by.push(line);
      found.set(key, same);
    }
  }
  return [...found.values()].map(({ one, by }) => {
    const causes = by[0]?.causes ?? [];
    const where = by.length === 1 ? 'in 1 change of traffic' : `in ${by.length} changes of traffic`;
    return {
      tone: 'danger',
      badge: 'collateral',
      head: describeReach(one),
      details: [[...(causes.length === 0 ? [] : [prose('by '), ...describeCauses(causes)]), prose(` ${where}`)]],
    };
  });
}

function describeReach(one: Collateral): Span[] {
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

const SEVERITY_TONES: Readonly<Record<ReviewFinding['severity'], Tone>> = {
  error: 'danger',
  warning: 'warning',
  info: 'quiet',
};

function finding({ id, rule, severity, message, isNew, at, approval: approved }: ReviewFinding): Item {
  return {
    id,
    tone: SEVERITY_TONES[severity],
    badge: severity,
    head: [prose(message)],
    details: [
      [prose('at '), ...describeAt(at), prose(', rule '), name(rule), prose(isNew ? '' : ', there before')],
      ...(severity === 'info' ? [] : [[prose('id '), name(id)]]),
      ...approvedBy(approved),
    ],
  };
}

const RESULTS: Readonly<Record<TestResult['result'], Tone>> = { failed: 'danger', unknown: 'warning', passed: 'good' };

function test({ kind, name: title, construct, result, detail }: TestResult): Item {
  return {
    tone: RESULTS[result],
    badge: result,
    head: [name(title), prose(kind === 'invariant' ? ' (of every flow)' : ''), prose(': '), prose(detail)],
    details: result === 'passed' ? [] : [[prose('demanded by '), name(construct)]],
  };
}

function failedFirst(a: TestResult, b: TestResult): number {
  const order = ['failed', 'unknown', 'passed'];
  return order.indexOf(a.result) - order.indexOf(b.result);
}

function change({ at, action, changes }: ResourceChange): Item {
  return { tone: 'quiet', badge: action, head: describeAt(at), details: changes.map(describeAttribute) };
}

function rollout({ at, clients, withinMinutes, mark }: Review['rollout'][number]): Item {
  return {
    tone: 'quiet',
    badge: `${withinMinutes} min`,
    head: [name(at.name ?? at.address ?? at.id ?? ''), prose(': '), prose(clients)],
    details: [
      [
        prose(`clients ask every ${withinMinutes} minutes [${mark}]; `),
        name('nsdiag -u'),
        prose(' on an endpoint asks at once'),
      ],
    ],
  };
}

function approvedBy(approved: TrafficLine['approval']): Span[][] {
  return approved === undefined
    ? []
    : [[strong('approved '), prose(`until ${approved.expires}: `), name(approved.reason)]];
}

function plain(badge: string, head: readonly Span[]): Item {
  return { tone: 'quiet', badge, head, details: [] };
}
