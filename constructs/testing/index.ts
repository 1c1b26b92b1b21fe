/**
 * How is traffic tested in a test runner? With `cdktf-netskope-steering/testing`, which works with jest, whose matchers
 * it extends, and with any runner that takes an error for a failure.
 */
import type { TerraformProvider, TerraformStack } from 'cdktf';
import { type ExpectableOutcome, describeFailure, judge } from '../../steering';
import { checkProvider } from '../plumbing/providers';
import { refuse } from '../plumbing/synth';
import { ReadStack } from '../plumbing/stack-steering';
import { type TrafficFlow, complainAboutExpected, complainAtSynth, flowInModel } from '../traffic-flow';

/**
 * The expectations that name no outcome yet. An expectation that never names one checks nothing, and nobody would
 * notice.
 */
const open = new Set<Error>();

/**
 * Notes that an expectation was begun, at the caller's line.
 * @param caller the function that the user called
 * @returns a function that ends the expectation
 */
function beginExpectation(caller: (...args: never[]) => unknown): () => void {
  const error = new Error(
    'expectFlow expects nothing here, so it proves nothing. Say the outcome: expectFlow(stack, flow).toBe("block").',
  );
  Error.captureStackTrace(error, caller);
  open.add(error);
  return () => open.delete(error);
}

/** Forgets all expectations that name no outcome. @throws Error the first of them, if there is one */
export function failOpenExpectations(): void {
  const [first] = open;
  open.clear();
  if (first !== undefined) throw first;
}

interface TestRunner {
  readonly afterEach?: (hook: () => void) => void;
  readonly expect?: { readonly getState?: () => { readonly currentTestName?: string } };
}

/**
 * Looks for open expectations after every test, where the runner has such a hook and no test is running already;
 * otherwise when the process ends.
 */
function watch(): void {
  const { afterEach, expect } = globalThis as unknown as TestRunner;
  if (typeof afterEach === 'function' && expect?.getState?.().currentTestName === undefined) {
    afterEach(failOpenExpectations);
  } else process.once('exit', failOpenExpectations);
}
watch();

export type { TrafficFlow } from '../traffic-flow';
export type { ExpectableOutcome } from '../../steering';

/** An expectation of a flow, which still has to name the outcome. */
export interface FlowExpectation {
  /**
   * Fails the test, with the reasons, where the flow has another outcome, or where nobody can say which.
   * @param outcome `block`, `bypass` (directly or by tunnel), `steer` or `direct`
   */
  toBe(outcome: ExpectableOutcome): void;
}

/** What `expectFlow` takes beside the flow. */
export interface FlowExpectationOptions {
  /**
   * The provider whose tenant is asked about, where the stack has several.
   * @default - that of the flow's `configuration`, or else the one without an alias, or the only one
   */
  readonly provider?: TerraformProvider;
}

/**
 * Begins an expectation about a flow on a stack as it stands: changes by aspects are not seen, unless the stack was
 * synthesized. The stack's `expectTrafficMode` is taken for granted. An expectation that names no outcome checks
 * nothing, and fails its test.
 * @throws Error where no client can open such a flow
 */
export function expectFlow(
  stack: TerraformStack,
  flow: TrafficFlow,
  { provider }: FlowExpectationOptions = {},
): FlowExpectation {
  const complaint = complainAtSynth(flow);
  if (complaint !== undefined) refuse(stack, complaint);
  checkProvider(stack, provider);
  const end = beginExpectation(expectFlow);
  const toBe = (outcome: ExpectableOutcome): void => {
    end();
    const unexpectable = complainAboutExpected(outcome);
    if (unexpectable !== undefined) refuse(stack, unexpectable);
    const found = new ReadStack(stack).tenantFor({ flow, ...(provider && { provider }) });
    if (typeof found === 'string') refuse(stack, found);
    const { model, premises } = found.tenant;
    const test = { flow: flowInModel(stack, flow, model), expect: outcome };
    const verdict = judge(model, test);
    verdict.remarks.forEach(warn);
    report({ pass: verdict.passed, message: () => describeFailure(test, verdict, premises) }, toBe);
  };
  return { toBe };
}

const warned = new Set<string>();

/** Emits each remark once, because many tests ask about the same users. */
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

/**
 * Reports a result through the runner's own `expect`, where there is one. The runner then counts and shows it like any
 * other result.
 */
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
