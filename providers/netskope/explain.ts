/** How does an error of the client become diagnostics, each at the attribute that the tenant complains about? */
import { DiagnosticError, error, type Path } from 'terraform-plugin-sdk-ts';
import { ApiError } from './client';

/**
 * Finds the attribute that an API field became. The names are the way to the field: `platforms`, `windows`,
 * `processes`.
 */
export type AttributePathOf = (names: readonly string[]) => Path | undefined;

/** Runs a call of the client; its failure becomes diagnostics under the summary. */
export function explained<T>(run: Promise<T>, summary: string, pathOf: AttributePathOf): Promise<T> {
  return run.catch((cause: unknown) => {
    throw explain(cause, summary, pathOf);
  });
}

/** Turns an error of the API into diagnostics. Any other error is a bug, and is returned as it is. */
function explain(cause: unknown, summary: string, pathOf: AttributePathOf): unknown {
  if (!(cause instanceof ApiError)) return cause;
  const complaints = cause.fieldErrors.map(({ field, message }) => ({
    text: `${field} ${message}`,
    at: pathOf(namesOf(field)),
  }));
  const placed = complaints.flatMap(({ text, at }) =>
    at === undefined ? [] : [error(summary, `${text}\n\n${cause.message}`, at)],
  );
  const elsewhere = complaints.filter(({ at }) => at === undefined).map(({ text }) => `- ${text}`);
  if (placed.length > 0 && elsewhere.length === 0) return new DiagnosticError(...placed);
  return new DiagnosticError(...placed, error(summary, [cause.message, elsewhere.join('\n')].join('\n\n').trimEnd()));
}

/** The names on the way to a field, which tenants write as `a.b[0]` or as `/a/b/0`. */
function namesOf(field: string): string[] {
  return field.split(/[./[\]]+/).filter((name) => name !== '');
}
