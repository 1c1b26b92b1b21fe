/** What one operation collects on its way: diagnostics, private state, and its outcome even where the author's code fails. */
import { error, hasErrors, type Diagnostic } from '../diagnostics';
import type { ValueRecord } from '../values';
import { isAbort, isDiagnosticError, reasonOf } from './cause';
import { timedOut, type Deadline } from './deadline';
import { StoredPrivateState } from './private-state';
import type { Operation } from './resource';
import { Timer } from './timer';

export interface Environment<C> {
  readonly client: C;
  readonly signal: AbortSignal;
  /** What the module says in `provider_meta`; null where it says nothing. */
  readonly providerMeta?: ValueRecord | null;
  /** Told of exceptions that are bugs, for the log. */
  readonly onBug?: (cause: unknown) => void;
}

export class RunningOperation<C> implements Operation<C> {
  readonly diagnostics: Diagnostic[] = [];
  readonly privateState: StoredPrivateState;
  readonly client: C;
  private timer: Timer | undefined;

  constructor(
    private readonly environment: Environment<C>,
    privateBytes?: Uint8Array,
    private deadline?: Deadline,
  ) {
    this.client = environment.client;
    this.privateState = new StoredPrivateState(privateBytes);
  }

  /** Only made for operations that ask for it; where time is limited, it is measured from the start. */
  get signal(): AbortSignal {
    return this.timer?.signal ?? this.environment.signal;
  }

  get providerMeta(): ValueRecord | null {
    return this.environment.providerMeta ?? null;
  }

  readonly warn = (diagnostic: Diagnostic): void => {
    this.diagnostics.push(diagnostic);
  };

  /** Runs the author's code, within its time; a failure becomes diagnostics and `undefined`. */
  async attempt<T>(run: () => Promise<T> | T): Promise<T | undefined> {
    if (this.deadline !== undefined) this.timer = new Timer(this.deadline, this.environment.signal);
    this.deadline = undefined; // what comes after the first attempt only tidies up
    try {
      return await run();
    } catch (cause) {
      this.fail(cause);
      return undefined;
    } finally {
      this.timer?.stop();
      this.timer = undefined;
    }
  }

  /** Notes a failure as diagnostics; what is no `DiagnosticError` is a bug, but for what an abort brings about. */
  fail(cause: unknown): void {
    const { timer, diagnostics, signal } = this;
    if (timer?.isOver) diagnostics.push(timedOut(timer.deadline));
    if (isAbort(cause, signal)) {
      if (!timer?.isOver) diagnostics.push(STOPPED);
      return;
    }
    if (!isDiagnosticError(cause)) this.environment.onBug?.(cause);
    diagnostics.push(...diagnosticsOf(cause));
  }
}

const STOPPED = error(
  'Interrupted',
  'Terraform asked the provider to stop before this was done. What it did until then may have had an effect: run again to see.',
);

/** What the author's code is handed. A getter, because a signal is only made for who looks at it. */
export function handed<C, M extends object>(operation: RunningOperation<C>, more: M): Operation<C> & M {
  const { client, privateState, warn } = operation;
  return {
    client,
    privateState,
    warn,
    ...more,
    get signal() {
      return operation.signal;
    },
    get providerMeta() {
      return operation.providerMeta;
    },
  };
}

/** The user's view of an exception. */
export function diagnosticsOf(cause: unknown): readonly Diagnostic[] {
  if (!isDiagnosticError(cause)) return [bug(reasonOf(cause))];
  // Warnings alone would make the failure look like a success.
  return hasErrors(cause.diagnostics) ? cause.diagnostics : [...cause.diagnostics, bug('It ended without an error.')];
}

function bug(reason: string): Diagnostic {
  return error(
    'The provider failed unexpectedly',
    `${reason}\n\nThis is a bug of the provider, not of the configuration. Run again with TF_LOG=debug and report it with the stack from the log.`,
  );
}
