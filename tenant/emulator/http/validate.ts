/**
 * How requests are checked against the contract's own schemas, and how the contract's defaults are filled in. The
 * errors of the validator, ajv, become field errors in the contract's terms.
 */
import type { ErrorObject } from 'ajv';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { FieldError } from '../../contract';
import {
  contractDocument,
  type ContractOperation,
  type ContractParameter,
  type JsonSchema,
} from '../../contract/document';
import { invalid } from '../problem';

/** How many errors an answer names; a hostile body can hold half a million of them. */
const errorsNamed = 100;

/**
 * The keywords about the properties of an object. The field of their error is the property, and a schema's own message
 * is not about them.
 */
const propertyOf: Record<string, (error: ErrorObject) => string> = {
  required: ({ params }) => String(params['missingProperty']),
  additionalProperties: ({ params }) => String(params['additionalProperty']),
  unevaluatedProperties: ({ params }) => String(params['unevaluatedProperty']),
};

/** The message for each keyword. */
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

/** Yields an error for every refused field, once per reason. */
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
 * Drops the errors that only follow from another one: an `if` repeats its `then`, a value of a wrong type fails its
 * other tests too, and a refused value leaves its fields unevaluated.
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

/** The values of a request, each as the web framework read it. */
export interface RequestValues {
  path: unknown;
  query: unknown;
  body: unknown;
}

/**
 * Makes the check of one operation. Schemas are compiled when they are first needed, which keeps the start short.
 *
 * @returns a function that throws a Problem (400) which names every refused field. Otherwise it changes the values in
 *   place: parameters get their types, and defaults are filled in.
 */
export function createRequestCheck(operation: ContractOperation): (values: RequestValues) => void {
  const path = lazily(() => compileParameters(operation, 'path'));
  const query = lazily(() => compileParameters(operation, 'query'));
  const body = operation.bodySchema === undefined ? undefined : compileBody(operation.bodySchema);
  return (values) => {
    const errors = [...check(path, values.path), ...check(query, values.query)];
    if (body) errors.push(...check(body, values.body ?? null));
    if (errors.length > 0) throw invalid(errors);
  };
}

function check(validator: () => ValidateFunction, value: unknown): FieldError[] {
  const validate = validator();
  return validate(value) ? [] : toFieldErrors(validate.errors ?? []);
}

// Only parameters are text on the wire. A number that is a string in a body is refused.
const parameterAjv = lazily(() => createAjv(true));
const bodyAjv = lazily(() => createAjv(false));

const ownKeywords = ['x-strength', 'x-source', 'x-message', 'x-assumed-values'];

function createAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, useDefaults: true, strictTypes: false, coerceTypes });
  // The document as a whole is no schema. Only the parts that are referred to are compiled.
  ajv.addVocabulary([...Object.keys(contractDocument), ...ownKeywords]);
  return ajv.addSchema(contractDocument, 'contract', undefined, false);
}

function compileBody(pointer: string): () => ValidateFunction {
  return lazily(() => bodyAjv().compile({ $ref: `contract${pointer}` }));
}

function compileParameters(operation: ContractOperation, place: ContractParameter['in']): ValidateFunction {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  return parameterAjv().compile({
    type: 'object',
    properties: {
      ...Object.fromEntries(parameters.map(({ name, schema }) => [name, absolute(schema)])),
      // A token that is a parameter has been checked already.
      ...(place === operation.tokenIn ? { token: true } : {}),
    },
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  });
}

function absolute(schema: JsonSchema): JsonSchema {
  return '$ref' in schema ? { ...schema, $ref: `contract${String(schema['$ref'])}` } : schema;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
