/**
 * Refusals: the errors that a tenant answers on purpose. Whoever refuses throws a Problem; one place
 * (`http/answer-errors.ts`) turns it into the contract's error body.
 */
import type { FieldError } from '../contract';

/** A refusal with the HTTP status that says its kind. Every other error is a bug, answered with 500. */
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

/** 400: the values are refused, each for its own reason. */
export function invalid(errors: FieldError[]): Problem {
  const [first, ...others] = errors;
  const where = first?.field ? `${first.field} ${first.message}` : `the request ${first?.message ?? 'is not valid'}`;
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return new Problem(400, `Invalid request: ${where}${more}.`, errors);
}

/** 404: the object is not there. */
export function notFound(what: string): Problem {
  return new Problem(404, `There is no ${what}.`);
}

/** 409: the state of the tenant stands against it. */
export function conflict(message: string, errors: FieldError[] = []): Problem {
  return new Problem(409, message, errors);
}
