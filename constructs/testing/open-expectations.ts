/** Expectations of flows that say no outcome yet. One that never does expects nothing, and would pass unseen. */

const open = new Set<Error>();

/**
 * Notes that an expectation was begun, at the caller's line.
 * @param caller the function that the user called
 * @returns what ends it
 */
export function beginExpectation(caller: (...args: never[]) => unknown): () => void {
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

interface Runner {
  readonly afterEach?: (hook: () => void) => void;
  readonly expect?: { readonly getState?: () => { readonly currentTestName?: string } };
}

/** After every test, where the runner has such a hook and no test runs already; else when the process ends. */
function watch(): void {
  const { afterEach, expect } = globalThis as unknown as Runner;
  if (typeof afterEach === 'function' && expect?.getState?.().currentTestName === undefined) {
    afterEach(failOpenExpectations);
  } else process.once('exit', failOpenExpectations);
}
watch();
