/** Which sections does a review have? They stand in the order in which a reviewer needs them. */
import { groupBy, RULES } from '../../steering';
import { plural } from '../gates';
import { approvalItems } from './approvals';
import type {
  Collateral,
  Other,
  Removal,
  ResourceChange,
  Review,
  ReviewFinding,
  TestResult,
  TrafficLine,
} from '../report';
import {
  type Item,
  type Section,
  type Span,
  type Tone,
  describeAt,
  quotedNames,
  describeAttribute,
  joined,
  listed,
  name,
  prose,
} from './document';
import { approvedBy, describeCauses, describeReach, foldedTraffic, trafficLine } from './traffic-items';

/**
 * Makes the sections of a review.
 * @param folds whether changes of traffic that are alike but for their processes are one item
 */
export function sectionsOf(review: Review, folds = false): Section[] {
  const imports = review.imports.map(({ at, id }): Item =>
    plain('import', [...describeAt(at), prose(' as '), name(id)]),
  );
  const moves = review.moves.map(({ at, from }): Item => plain('move', [name(from), prose(' → '), ...describeAt(at)]));
  const sections: [title: string, items: readonly Item[]][] = [
    ['Destroyed and replaced', review.removals.map(removal)],
    ['Changed traffic', folds ? foldedTraffic(review) : review.traffic.map((line) => trafficLine(line, review))],
    ['Reaches beyond what it names', reaches(review.traffic)],
    ['Guardrails', [...review.findings.filter(isTold).map(finding), ...thereBefore(review.findings)]],
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

const SEVERITY_TONES: Readonly<Record<ReviewFinding['severity'], Tone>> = {
  error: 'danger',
  warning: 'warning',
  info: 'quiet',
};

/** The number of objects that a finding names. */
const MOST_PLACES = 6;

function finding({ id, rule, severity, message, at, approval: approved }: ReviewFinding): Item {
  const places = commaSeparated(at.slice(0, MOST_PLACES).map(describeAt));
  const more = at.length > MOST_PLACES ? [prose(` and ${at.length - MOST_PLACES} more`)] : [];
  return {
    id,
    tone: SEVERITY_TONES[severity],
    badge: severity,
    head: quotedNames(message),
    details: [
      [prose('at '), ...places, ...more, prose(', rule '), name(rule)],
      ...(severity === 'info' ? [] : [[prose('id '), name(id)]]),
      ...approvedBy(approved),
    ],
  };
}

function commaSeparated(parts: readonly (readonly Span[])[]): Span[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [prose(', '), ...part]));
}

const DEMANDS = new Set(RULES.flatMap(({ id, ofDemands }) => (ofDemands === true ? id : [])));

/** Whether a finding is told by itself: it is new, or the stack demands something else. */
function isTold({ isNew, rule }: ReviewFinding): boolean {
  return isNew || DEMANDS.has(rule);
}

/** Counts the other findings, which were there before the plan. */
function thereBefore(findings: readonly ReviewFinding[]): Item[] {
  const old = groupBy(
    findings.filter((one) => !isTold(one)),
    ({ rule }) => rule,
  );
  const count = [...old.values()].reduce((sum, { length }) => sum + length, 0);
  if (count === 0) return [];
  const rules = [...old].map(([rule, all]) => [name(rule), ...(all.length === 1 ? [] : [prose(` (${all.length})`)])]);
  return [
    {
      tone: 'quiet',
      badge: 'there before',
      head: [prose(`${plural(count, 'finding')}: `), ...commaSeparated(rules)],
      details: [[prose('netskope-steering check tells them')]],
    },
  ];
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

/** How the things that a plan does besides steering are marked. */
const OTHER_BADGES: Readonly<Record<Other['kind'], readonly [tone: Tone, badge: string]>> = {
  program: ['danger', 'runs'],
  'data source': ['warning', 'reads'],
  resource: ['warning', 'changes'],
  tenant: ['quiet', 'tenant'],
  provider: ['warning', 'provider'],
  module: ['warning', 'module'],
  output: ['quiet', 'outputs'],
};

/** The number of addresses of one type that are named. */
const MOST_ADDRESSES = 4;

function otherItem({ kind, name: called, says, values = [] }: Other): Item {
  const [tone, badge] = OTHER_BADGES[kind];
  return {
    tone,
    badge,
    head: [
      ...(called === '' ? [] : [name(called), prose(' ')]),
      prose(values.length === 0 ? says : `${says} `),
      ...listed(values, MOST_ADDRESSES),
    ],
    details: [],
  };
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

function plain(badge: string, head: readonly Span[]): Item {
  return { tone: 'quiet', badge, head, details: [] };
}
