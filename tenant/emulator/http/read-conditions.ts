/** Conditions as a test in another process writes them. */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { contractOperations } from '../../contract/document';
import type { ConditionSettings } from '../conditions/conditions';
import type { AppInUse } from '../conditions/quirks';
import { invalid } from '../problem';
import { toFieldErrors } from './field-errors';

/** @throws a Problem (400) that names each field that is not understood. */
export function readConditions(body: unknown): Partial<ConditionSettings> {
  const validate = (validator ??= compile());
  if (validate(body ?? null)) return body as Partial<ConditionSettings>;
  throw invalid(toFieldErrors(validate.errors ?? []));
}

let validator: ValidateFunction | undefined;

function compile(): ValidateFunction {
  const operationIds = contractOperations().map(({ operationId }) => operationId);
  return new Ajv2020({ allErrors: true, verbose: true, strictTypes: false, allowUnionTypes: true }).compile(
    schema(operationIds),
  );
}

const flag = { type: 'boolean' };
const fields = { type: 'array', items: { type: 'string', minLength: 1 } };
const status = { type: 'integer', minimum: 200, maximum: 599 };
const texts = { type: 'object', additionalProperties: { type: 'string' } };
/** As a header takes them. */
const headers = {
  type: 'object',
  propertyNames: { pattern: '^[A-Za-z0-9-]+$' },
  additionalProperties: { type: 'string', pattern: '^[\\x20-\\x7e]*$' },
};
const call = { type: 'integer', minimum: 1 };

const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const schema = (operationIds: readonly string[]) =>
  object({
    quirks: object({
      errorsAs200: flag,
      listsReordered: flag,
      numbersAsStrings: flag,
      fieldsRenamed: flag,
      fieldsNotReturned: fields,
      fieldsDropped: fields,
      createsCollide: { type: 'number', minimum: 0 },
      pagesSkipRow: flag,
      appInUse: { enum: ['refused', 'exceptionsStay'] satisfies AppInUse[] },
    }),
    faults: {
      type: 'array',
      items: object(
        {
          operation: { enum: ['*', ...operationIds] },
          calls: { anyOf: [call, { type: 'array', items: call }, { const: 'every' }] },
          chance: { type: 'number', minimum: 0, maximum: 1 },
          answer: {
            anyOf: [
              { enum: ['reset', 'cut_body', 'truncated_json', 'slow_body'] },
              object({ status, headers, html: flag }, ['status']),
            ],
          },
          carriedOut: flag,
          delayMs: { type: 'number', minimum: 0 },
        },
        ['operation', 'answer'],
      ),
    },
    rateLimit: {
      anyOf: [
        { type: 'null' },
        object(
          {
            requests: { type: 'integer', minimum: 1 },
            perSeconds: { type: 'number', exclusiveMinimum: 0 },
            retryAfter: { enum: ['seconds', 'date', 'junk', 'none'] },
          },
          ['requests', 'perSeconds'],
        ),
      ],
    },
    visibilityLagMs: { type: 'number', minimum: 0 },
    deny: { ...texts, propertyNames: { enum: operationIds } },
  });
