/** What an exception says of itself. Anything can be thrown, so nothing about it is trusted. */

/** One line for the user. */
export function reasonOf(cause: unknown): string {
  return safely(() => (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)));
}

/** For the log, with the stack where there is one. */
export function traceOf(cause: unknown): string {
  return safely(() => (cause instanceof Error && typeof cause.stack === 'string' ? cause.stack : reasonOf(cause)));
}

function safely(describe: () => string): string {
  try {
    return describe();
  } catch {
    return 'an exception that cannot be described';
  }
}
