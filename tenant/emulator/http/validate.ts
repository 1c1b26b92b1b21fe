/** Validates requests against the contract's own schemas, and fills in the contract's defaults. */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { FieldError } from '../../contract';
import { contractDocument, type Operation, type Parameter, type Schema } from '../../contract/document';
import { invalid } from '../problem';
import { toFieldErrors } from './field-errors';

export interface RequestValues {
  path: unknown;
  query: unknown;
  body: unknown;
}

/**
 * Makes the check of one operation. Schemas are compiled when they are first needed, which keeps the start short.
 *
 * @returns a function that throws a Problem (400) naming every field, and otherwise leaves parameters converted to
 * their types and defaults filled in, in place.
 */
export function createRequestCheck(operation: Operation): (values: RequestValues) => void {
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

// Only parameters are text on the wire; a number written as a string in a body is refused.
const parameterAjv = lazily(() => createAjv(true));
const bodyAjv = lazily(() => createAjv(false));

const ownKeywords = ['x-strength', 'x-source', 'x-message', 'x-assumed-values'];

function createAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, useDefaults: true, strictTypes: false, coerceTypes });
  // The document as a whole is no schema; only what is referred to is compiled.
  ajv.addVocabulary([...Object.keys(contractDocument), ...ownKeywords]);
  return ajv.addSchema(contractDocument, 'contract', undefined, false);
}

function compileBody(pointer: string): () => ValidateFunction {
  return lazily(() => bodyAjv().compile({ $ref: `contract${pointer}` }));
}

function compileParameters(operation: Operation, place: Parameter['in']): ValidateFunction {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  return parameterAjv().compile({
    type: 'object',
    properties: {
      ...Object.fromEntries(parameters.map(({ name, schema }) => [name, absolute(schema)])),
      // Where the token is a parameter, it has been looked at already.
      ...(place === operation.tokenIn ? { token: true } : {}),
    },
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  });
}

function absolute(schema: Schema): Schema {
  return '$ref' in schema ? { ...schema, $ref: `contract${String(schema['$ref'])}` } : schema;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
