/**
 * Tests of traffic for a test runner: `cdktf-netskope-steering/testing`. It works with jest, whose matchers it extends, and with
 * any runner that takes an error for a failure.
 */
import type { TerraformStack } from 'cdktf';
import { type Expectable, describeFailure, judge } from '../../steering';
import { refuse } from '../plumbing/synth';
import { readStack } from '../plumbing/stack-steering';
import { type TrafficFlow, complainAboutExpected, complainAtSynth, flowInModel } from '../traffic-flow';

/** Expectations of flows that say no outcome yet. One that never does expects nothing, and would pass unseen. */

const open = new Set<Error>();

/**
 * Notes that an expectation was begun, at the caller's line.
 * @param caller the function that the user called
 * @returns what ends it
 */
function beginExpectation(caller: (...args: never[]) => unknown): () => void {
  const error = new Error(
    'expectFlow expects nothing here, so it proves nothing. Say the outcome: expectFlow(stack, flow).toBe("block").',
  );
  Error.captureStackTrace(error, caller);
  open.add(error);
  return () => open.delete(error);
}

/** @throws the first of those that are open; none is left then */
export function failOpenExpectations(): void {
  const [first] = open;
  open.clear();
  if (first !== undefined) throw first;
}

interface TestRunner {
  readonly afterEach?: (hook: () => void) => void;
  readonly expect?: { readonly getState?: () => { readonly currentTestName?: string } };
}

/** After every test, where the runner has such a hook and no test runs already; else when the process ends. */
function watch(): void {
  const { afterEach, expect } = globalThis as unknown as TestRunner;
  if (typeof afterEach === 'function' && expect?.getState?.().currentTestName === undefined) {
    afterEach(failOpenExpectations);
  } else process.once('exit', failOpenExpectations);
}
watch();

export type { TrafficFlow } from '../traffic-flow';
export type { Expectable } from '../../steering';

export interface FlowExpectation {
  /**
   * Fails, with the reasons, where the flow meets another fate, or where nobody can say which.
   * @param outcome `block`, `bypass` (directly or by tunnel), `steer` or `direct`
   */
  toBe(outcome: Expectable): void;
}

/**
 * What becomes of a flow on a stack as it stands; aspects have not had their say, unless the stack was synthesized.
 * `expectTrafficMode` of its configurations is taken for granted. An expectation that says no outcome expects nothing, and
 * fails its test.
 */
export function expectFlow(stack: TerraformStack, flow: TrafficFlow): FlowExpectation {
  const complaint = complainAtSynth(flow);
  if (complaint !== undefined) refuse(stack, complaint);
  const end = beginExpectation(expectFlow);
  const toBe = (outcome: Expectable): void => {
    end();
    const unexpectable = complainAboutExpected(outcome);
    if (unexpectable !== undefined) refuse(stack, unexpectable);
    const { model, premises } = readStack(stack);
    const test = { flow: flowInModel(stack, flow, model), expect: outcome };
    const verdict = judge(model, test);
    verdict.remarks.forEach(warn);
    report({ pass: verdict.passed, message: () => describeFailure(test, verdict, premises) }, toBe);
  };
  return { toBe };
}

const warned = new Set<string>();

/** Once: many tests ask of the same users. */
function warn(remark: string): void {
  if (warned.has(remark)) return;
  warned.add(remark);
  process.emitWarning(remark, 'TrafficFlow');
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

interface Runner {
  (result: MatcherResult): { readonly toMeetItsFate: () => void };
  readonly extend: (matchers: { readonly toMeetItsFate: (result: MatcherResult) => MatcherResult }) => void;
}

/** By the runner's own `expect`, where it has one, so that it counts and frames the failure as any other. */
function report(result: MatcherResult, caller: FlowExpectation['toBe']): void {
  const { expect } = globalThis as unknown as { readonly expect?: Partial<Runner> };
  if (typeof expect?.extend === 'function') {
    expect.extend({ toMeetItsFate: (received) => received });
    (expect as Runner)(result).toMeetItsFate();
  } else if (!result.pass) {
    const error = new Error(result.message());
    Error.captureStackTrace(error, caller);
    throw error;
  }
}
