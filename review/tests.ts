/**
 * Does the result of the plan meet the demands of the stack? Its traffic tests and invariants are judged here. This
 * file also changes the texts of a review: it hides what is sensitive in them, and cuts what is too long to be read.
 */
import {
  type Comparison,
  type Invariant,
  type PlannedModels,
  type Steering,
  type TrafficTest,
  checkInvariant,
  describeFlow,
  describeOutcome,
  judge,
} from '../steering';
import type { TestResult } from './report';

/** The most code points of a text that are shown. */
const LONGEST = 500;

/** The fields of a review that hold its own words, never what somebody else wrote. */
const OURS = new Set([
  ...[
    'effect',
    'outcome',
    'via',
    'possible',
    'place',
    'mode',
    'dimension',
    'kind',
    'platform',
    'transport',
    'location',
  ],
  ...['action', 'severity', 'done', 'rule', 'mark', 'says'],
]);

/** Copies a value, and replaces every text in it that others wrote. */
export function mapTexts<T>(value: T, replace: (text: string) => string): T {
  const walk = (part: unknown, field: string): unknown => {
    if (typeof part === 'string') return OURS.has(field) ? part : replace(part);
    if (Array.isArray(part)) return part.map((inner: unknown) => walk(inner, field));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(value, '') as T;
}

/** Cuts a text that is too long to be read, and says how long it was. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const points = [...text.slice(0, 2 * LONGEST)];
  return `${points.slice(0, LONGEST).join('')}… (${text.length} characters)`;
}

export function judgeTests(steering: Steering, models: PlannedModels, comparison: Comparison): TestResult[] {
  return [
    ...steering.trafficTests.map((one) => judgeTest(one, models)),
    ...steering.invariants.map((one) => judgeInvariant(one, models, comparison)),
  ];
}

/** A test or invariant about a provider configuration of which the plan has nothing. */
export function notJudgedTest({ name, construct, provider, ...more }: TrafficTest | Invariant): TestResult {
  const detail = `The plan has nothing of the provider ${provider ?? ''}, so nobody can say.`;
  return { kind: 'never' in more ? 'invariant' : 'test', name, construct, result: 'unknown', detail };
}

function judgeTest({ name, construct, flow, expect }: TrafficTest, { after }: PlannedModels): TestResult {
  const { passed, decision, complaint, remarks } = judge(after, { flow, expect });
  const unknown = complaint === undefined && decision.outcome === 'unknown';
  const answer = complaint ?? `${describeOutcome(decision)}${passed ? '' : `, and not ${expect}`}.`;
  const detail = [`${describeFlow(flow)}: ${answer}`, ...remarks].join(' ');
  return { kind: 'test', name, construct, result: passed ? 'passed' : unknown ? 'unknown' : 'failed', detail };
}

function judgeInvariant(invariant: Invariant, { after }: PlannedModels, comparison: Comparison): TestResult {
  const { name, construct, never, newly } = invariant;
  const said = newly === true ? `No flow is newly ${IN_WORDS[never]}` : `No flow is ${IN_WORDS[never]}`;
  const answer = checkInvariant(newly === true ? comparison : after, invariant);
  if (answer.holds) return { kind: 'invariant', name, construct, result: 'passed', detail: `${said}.` };
  const { fails, counterexample } = answer;
  const example =
    counterexample === undefined ? '' : ` ${describeFlow(counterexample)} ${fails === 'perhaps' ? 'may be' : 'is'}.`;
  const result = fails === 'perhaps' ? 'unknown' : 'failed';
  return {
    kind: 'invariant',
    name,
    construct,
    result,
    detail: `${said}, as the stack demands: that does not hold.${example}`,
  };
}

const IN_WORDS: Readonly<Record<Invariant['never'], string>> = {
  block: 'blocked',
  bypass: 'bypassed',
  steer: 'steered',
  direct: 'direct',
};
