/** What one operation collects on its way: diagnostics, private state, and its outcome even where the author's code fails. */
import { error, hasErrors, type Diagnostic } from '../diagnostics';
import { isDiagnosticError, reasonOf } from './cause';
import { StoredPrivateState } from './private-state';
import type { Operation } from './resource';

export interface Environment<C> {
  readonly client: C;
  readonly signal: AbortSignal;
  /** Told of exceptions that are bugs, for the log. */
  readonly onBug?: (cause: unknown) => void;
}

export class RunningOperation<C> implements Operation<C> {
  readonly diagnostics: Diagnostic[] = [];
  readonly privateState: StoredPrivateState;
  readonly client: C;

  constructor(
    private readonly environment: Environment<C>,
    privateBytes?: Uint8Array,
  ) {
    this.client = environment.client;
    this.privateState = new StoredPrivateState(privateBytes);
  }

  /** Only made for operations that ask for it. */
  get signal(): AbortSignal {
    return this.environment.signal;
  }

  readonly warn = (diagnostic: Diagnostic): void => {
    this.diagnostics.push(diagnostic);
  };

  /** Runs the author's code; a failure becomes diagnostics and `undefined`. */
  async attempt<T>(run: () => Promise<T> | T): Promise<T | undefined> {
    try {
      return await run();
    } catch (cause) {
      this.fail(cause);
      return undefined;
    }
  }

  /** Notes a failure as diagnostics; what is no `DiagnosticError` is a bug. */
  fail(cause: unknown): void {
    if (!isDiagnosticError(cause)) this.environment.onBug?.(cause);
    this.diagnostics.push(...diagnosticsOf(cause));
  }
}

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
