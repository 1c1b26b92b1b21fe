/** What the stack demands of its traffic, judged on what the plan leaves behind. */
import {
  checkInvariant,
  describeFlow,
  describeOutcome,
  judge,
  type Comparison,
  type Invariant,
  type PlannedModels,
  type Steering,
  type TrafficTest,
} from '../steering';
import type { TestResult } from './review';

export function judgeTests(steering: Steering, models: PlannedModels, comparison: Comparison): TestResult[] {
  return [
    ...steering.trafficTests.map((one) => judgeTest(one, models)),
    ...steering.invariants.map((one) => judgeInvariant(one, models, comparison)),
  ];
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
