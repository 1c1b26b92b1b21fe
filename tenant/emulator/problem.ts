/**
 * Which errors a tenant answers with on purpose. Code that refuses a request throws a Problem; one place
 * (`http/answer.ts`) turns it into the contract's error body.
 */
import type { FieldError } from '../contract';

/** A refusal, with the HTTP status of its kind. Every other error is a bug, which is answered with 500. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: FieldError[] = [],
  ) {
    super(message);
    this.name = 'Problem';
  }
}

/** The refusal (400) of values, each for its own reason. */
export function invalid(errors: FieldError[]): Problem {
  const [first, ...others] = errors;
  const where = first?.field ? `${first.field} ${first.message}` : `the request ${first?.message ?? 'is not valid'}`;
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return new Problem(400, `Invalid request: ${where}${more}.`, errors);
}

/** The refusal (404) of a request for an object that is not there. */
export function notFound(what: string): Problem {
  return new Problem(404, `There is no ${what}.`);
}

/** The refusal (409) of what contradicts the state of the tenant. */
export function conflict(message: string, errors: FieldError[] = []): Problem {
  return new Problem(409, message, errors);
}
