/** What an exception says of itself. Anything can be thrown, so nothing about it is trusted. */
import { DiagnosticError } from '../diagnostics';

export function isDiagnosticError(cause: unknown): cause is DiagnosticError {
  return isA(cause, DiagnosticError);
}

export function isA<T>(cause: unknown, kind: abstract new (...args: never[]) => T): cause is T {
  return safely(() => cause instanceof kind, false);
}

/** An `Error` and nothing more special: somebody threw it to say something. */
export function isPlainError(cause: unknown): cause is Error {
  return safely(() => Object.getPrototypeOf(cause) === Error.prototype, false);
}

/** Whether an exception says no more than that a signal aborted: of fetch, of Node's own functions, of axios. */
export function isAbort(cause: unknown, { aborted, reason }: AbortSignal): boolean {
  return aborted && (cause === reason || (isA(cause, Error) && safely(() => ABORTS.has(cause.name), false)));
}

const ABORTS: ReadonlySet<string> = new Set(['AbortError', 'TimeoutError', 'CanceledError']);

/** One line for the user. */
export function reasonOf(cause: unknown): string {
  return safely(() => (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)), NO_WORDS);
}

/** For the log, with the stack where there is one, and that of the exception behind it. */
export function traceOf(cause: unknown): string {
  return safely(() => {
    if (!(cause instanceof Error) || typeof cause.stack !== 'string') return reasonOf(cause);
    const behind = cause.cause instanceof Error ? `\ncaused by ${cause.cause.stack}` : '';
    return cause.stack + behind;
  }, NO_WORDS);
}

const NO_WORDS = 'an exception that cannot be described';

function safely<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
