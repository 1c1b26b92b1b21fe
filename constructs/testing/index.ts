/**
 * How is traffic tested in a test runner? With `cdktf-netskope-steering/testing`, which works with jest, whose matchers
 * it extends, and with any runner that takes an error for a failure.
 */
import { checked } from '../plumbing/checked';
import type { TerraformProvider, TerraformStack } from 'cdktf';
import { type ExpectableOutcome, describeFailure, judge } from '../../steering';
import { checkProvider } from '../plumbing/providers';
import { refuse } from '../plumbing/synth';
import { ReadStack } from '../plumbing/stack-steering';
import { type TrafficFlow, complainAtSynth, flowInModel } from '../traffic-flow';

/**
 * The expectations that name no outcome yet. An expectation that never names one checks nothing, and nobody would
 * notice.
 */
const open = new Set<Error>();

/** What jest and vitest have in common: their `expect`, and what it keeps about the test that runs. */
interface RunnersExpect {
  (result: MatcherResult): { readonly toMeetItsFate: () => void };
  readonly extend: (matchers: { readonly toMeetItsFate: (result: MatcherResult) => MatcherResult }) => void;
  readonly getState: () => ExpectState;
  readonly setState?: (state: Partial<ExpectState>) => void;
}

interface ExpectState {
  readonly currentTestName?: string;
  /** How many assertions the test must make, and, in vitest, the error where it makes another number of them. */
  readonly expectedAssertionsNumber?: number | null;
  readonly expectedAssertionsNumberErrorGen?: (() => Error) | null;
}

/** Under this symbol vitest keeps its `expect` where its functions are not global. */
const EXPECT_OF_VITEST = Symbol.for('expect-global');

interface GlobalsOfRunners {
  readonly afterEach?: (hook: () => void) => void;
  readonly expect?: Partial<RunnersExpect>;
  readonly [EXPECT_OF_VITEST]?: Partial<RunnersExpect>;
}

const globals = globalThis as unknown as GlobalsOfRunners;

/** The runner's own `expect`; undefined where there is none, or none that is like jest's. */
function runnersExpect(): RunnersExpect | undefined {
  const found = globals.expect ?? globals[EXPECT_OF_VITEST];
  const isLikeJest = typeof found?.extend === 'function' && typeof found.getState === 'function';
  return isLikeJest ? (found as RunnersExpect) : undefined;
}

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
  const restore = failTestOfVitest(error);
  return () => {
    if (open.delete(error)) restore();
  };
}

/**
 * Makes the test of vitest that runs fail with this error at its end, where no hook after each test does so: vitest then
 * compares how many assertions there were with a number, and no number is equal to NaN.
 * @returns a function that takes it back
 */
function failTestOfVitest(error: Error): () => void {
  const expect = globals[EXPECT_OF_VITEST];
  if (hooked || expect?.getState?.().currentTestName === undefined) return () => undefined;
  const { expectedAssertionsNumber = null, expectedAssertionsNumberErrorGen = null } = expect.getState();
  const expectedAssertionsErrorOfOurs = () => {
    open.delete(error);
    return error;
  };
  expect.setState?.({
    expectedAssertionsNumber: NaN,
    expectedAssertionsNumberErrorGen: expectedAssertionsErrorOfOurs,
  });
  return () => {
    const now = expect.getState?.().expectedAssertionsNumberErrorGen;
    if (now === expectedAssertionsErrorOfOurs) {
      expect.setState?.({ expectedAssertionsNumber, expectedAssertionsNumberErrorGen });
    }
  };
}

/**
 * Fails the first expectation that names no outcome, and forgets them all. A runner calls it after each test: jest,
 * vitest and `node --test` by themselves, another runner where you tell it to, with its own `afterEach`.
 * @throws Error the first of them, if there is one
 * @example
 * import { failOpenExpectations } from 'cdktf-netskope-steering/testing';
 *
 * afterEach(failOpenExpectations);
 */
export function failOpenExpectations(): void {
  const [first] = open;
  open.clear();
  if (first !== undefined) throw first;
}

/** Whether the runner looks for open expectations after each test. */
let hooked = false;

/**
 * Looks for open expectations after every test, where the runner has such a hook and no test is running already, and in
 * any case when the process ends.
 */
function watch(): void {
  const afterEach = globals.afterEach ?? hookOfNode();
  if (typeof afterEach === 'function' && runnersExpect()?.getState().currentTestName === undefined) {
    afterEach(failOpenExpectations);
    hooked = true;
  }
  process.once('exit', failOpenExpectations);
}
watch();

/**
 * The hook of Node's own runner, where that runs this file. Elsewhere it is left alone: whoever asks for its hooks starts
 * a report of no tests.
 */
function hookOfNode(): GlobalsOfRunners['afterEach'] {
  if (process.env['NODE_TEST_CONTEXT'] === undefined && !process.execArgv.includes('--test')) return undefined;
  return process.getBuiltinModule?.('node:test').afterEach;
}

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
  readonly provider?: TerraformProvider | undefined;
}

/**
 * Begins an expectation about a flow on a stack as it stands: changes by aspects are not seen, unless the stack was
 * synthesized. The stack's `expectTrafficMode` is taken for granted. An expectation that names no outcome checks
 * nothing, and fails its test.
 * @throws Error where no client can open such a flow
 * @example
 * import { expectFlow } from 'cdktf-netskope-steering/testing';
 *
 * test('WhatsApp is blocked', () => {
 *   const flow = { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 443 } as const;
 *   expectFlow(stack, flow).toBe('block');
 * });
 */
export function expectFlow(
  stack: TerraformStack,
  flow: TrafficFlow,
  options: FlowExpectationOptions = {},
): FlowExpectation {
  atLineOf(expectFlow, () => {
    [flow, options] = checked(stack, 'expectFlow', flow, options);
    const complaint = complainAtSynth(flow);
    if (complaint !== undefined) refuse(stack, complaint);
    checkProvider(stack, options.provider);
  });
  const end = beginExpectation(expectFlow);
  const toBe = (outcome: ExpectableOutcome): void =>
    atLineOf(toBe, () => {
      end();
      [outcome] = checked(stack, 'FlowExpectation.toBe', outcome);
      const { provider } = options;
      const found = new ReadStack(stack).tenantFor({ flow, provider });
      if (typeof found === 'string') refuse(stack, found);
      const { model, premises } = found.tenant;
      const test = { flow: flowInModel(stack, flow, model), expect: outcome };
      const verdict = judge(model, test);
      verdict.remarks.forEach(warn);
      report({ pass: verdict.passed, message: () => describeFailure(test, verdict, premises) });
    });
  return { toBe };
}

/** Lets errors begin at the line where the user called this function, so that a runner shows that line. */
function atLineOf(caller: (...args: never[]) => unknown, action: () => void): void {
  try {
    action();
  } catch (cause) {
    // An error of a runner may be of another realm, where it is no instance of this Error.
    if (typeof cause === 'object' && cause !== null) Error.captureStackTrace(cause, caller);
    throw cause;
  }
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

/**
 * Reports a result through the runner's own `expect`, where there is one. The runner then counts and shows it like any
 * other result.
 */
function report(result: MatcherResult): void {
  const expect = runnersExpect();
  if (expect !== undefined) {
    expect.extend({ toMeetItsFate: (received) => received });
    expect(result).toMeetItsFate();
  } else if (!result.pass) throw new Error(result.message());
}
