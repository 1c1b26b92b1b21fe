/** Says in the contract's terms what a JSON Schema validator found. Pure: ajv's errors in, field errors out. */
import type { ErrorObject } from 'ajv';
import type { FieldError } from '../../contract';

/** The errors that an answer names; a hostile body can hold half a million of them. */
const errorsNamed = 100;

/** Keywords about what an object holds; their field is the property, and a schema's own message is not about them. */
const propertyOf: Record<string, (error: ErrorObject) => string> = {
  required: ({ params }) => String(params['missingProperty']),
  additionalProperties: ({ params }) => String(params['additionalProperty']),
  unevaluatedProperties: ({ params }) => String(params['unevaluatedProperty']),
};

const messages: Record<string, (error: ErrorObject) => string> = {
  required: () => 'is required',
  additionalProperties: () => 'is not known here, or cannot be written',
  unevaluatedProperties: () => 'is not known here, or cannot be written',
  type: ({ params }) => `must be of type ${[params['type']].flat().join(' or ')}`,
  enum: ({ params }) => `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`,
  minLength: () => 'must not be empty',
  maxLength: ({ params }) => `must have at most ${String(params['limit'])} characters`,
  minItems: () => 'must not be empty',
  minProperties: () => 'must not be empty',
  uniqueItems: () => 'must not hold the same entry twice',
  minimum: ({ params }) => `must be at least ${String(params['limit'])}`,
  maximum: ({ params }) => `must be at most ${String(params['limit'])}`,
};

/** Names every field that is refused, once per reason. */
export function toFieldErrors(errors: readonly ErrorObject[]): FieldError[] {
  const all = withoutEchoes(errors).slice(0, errorsNamed).map(toFieldError);
  return [...new Map(all.map((error) => [JSON.stringify(error), error])).values()];
}

function toFieldError(error: ErrorObject): FieldError {
  const property = propertyOf[error.keyword]?.(error);
  const own = (error.parentSchema as { 'x-message'?: string } | undefined)?.['x-message'];
  const message = messages[error.keyword]?.(error) ?? error.message ?? 'is not valid';
  const segments = error.instancePath.split('/').slice(1).map(unescapePointer);
  return {
    field: toFieldPath(property === undefined ? segments : [...segments, property]),
    message: property === undefined ? (own ?? message) : message,
  };
}

/**
 * Drops what an error drags along: an `if` repeats its `then`, a value of a wrong type fails its other tests too, and
 * a value that is refused leaves its fields unevaluated.
 */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  const told = errors.filter(
    ({ keyword, instancePath }) => keyword !== 'if' && (keyword === 'type' || !mistyped.has(instancePath)),
  );
  const causes = told.filter(({ keyword }) => keyword !== 'unevaluatedProperties');
  if (causes.length > 0) return causes;
  return told.filter(({ instancePath }) => !told.some((other) => other.instancePath.startsWith(`${instancePath}/`)));
}

function toFieldPath(segments: string[]): string {
  return segments
    .map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`))
    .join('')
    .replace(/^\./, '');
}

function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
