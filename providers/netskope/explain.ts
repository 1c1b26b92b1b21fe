/** From what the client says to what the user reads: diagnostics, each at the attribute that the tenant complains about. */
import { DiagnosticError, error, type Path } from '../plugin-sdk';
import { ApiError } from './client';

/** Turns an error of the API into diagnostics; anything else is a bug and stays what it is. */
export function explain(cause: unknown, summary: string, pathOf: (field: string) => Path | undefined): unknown {
  if (!(cause instanceof ApiError)) return cause;
  const placed = cause.fieldErrors.map(({ field, message }) => ({ field, message, path: pathOf(field) }));
  const elsewhere = placed.filter(({ path }) => path === undefined);
  const atAttributes = placed.filter(({ path }) => path !== undefined);
  if (atAttributes.length > 0) {
    return new DiagnosticError(
      ...atAttributes.map(({ field, message, path }) =>
        error(summary, `The tenant refuses ${field}: ${message}\n\n${cause.message}`, path),
      ),
    );
  }
  const fields = elsewhere.map(({ field, message }) => `- ${field}: ${message}`).join('\n');
  return new DiagnosticError(error(summary, fields === '' ? cause.message : `${cause.message}\n\n${fields}`));
}
