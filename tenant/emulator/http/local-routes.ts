/**
 * Which routes only the local tenant has. These routes are for tests and benchmarks in other processes, and stay out of
 * the journal.
 */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contractOperations } from '../../contract/document';
import { restV1CodeNames, type ConditionSettings, type Conditions } from '../conditions/conditions';
import { quirkWords } from '../conditions/quirks';
import type { Journal } from '../journal';
import { invalid } from '../problem';
import { toFieldErrors } from './validate';

/**
 * Reads conditions as a test in another process writes them.
 *
 * @throws a Problem (400) that names each field that is not understood.
 */
function readConditions(body: unknown): Partial<ConditionSettings> {
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
/** The headers of an answer: names and values that HTTP takes. */
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
      v1Duplicates: flag,
      v1DefaultEntries: flag,
      v1SideModes: flag,
      v1KeysMissing: fields,
      v1Truncated: { type: 'integer', minimum: 0 },
      v1ValuesAsText: flag,
      ...Object.fromEntries(Object.entries(quirkWords).map(([name, words]) => [name, { enum: words }])),
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
    restV1Only: flag,
    restV1Codes: { ...texts, propertyNames: { enum: restV1CodeNames } },
  });

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True on the routes that only the local tenant has. */
    local?: true;
  }
}

/** The number of entries of the journal in one answer, at most and by default. */
const PAGE = 1_000;

const config = { local: true } as const;

interface LocalOptions {
  journal: Journal;
  conditions: Conditions;
}

/**
 * Adds the routes. `/__local/journal`: GET answers a page of the entries, their total and counts; DELETE forgets them.
 * `/__local/conditions`: GET answers all conditions, PATCH changes those that it names, DELETE puts back those of the
 * start.
 */
export function addLocalRoutes(server: FastifyInstance, { journal, conditions }: LocalOptions): void {
  const journalPath = '/__local/journal';
  server.get(journalPath, { config }, (request, reply) => {
    const offset = readNumber(request.query, 'offset', 0, 0, Number.MAX_SAFE_INTEGER);
    const limit = readNumber(request.query, 'limit', PAGE, 1, PAGE);
    const { entries, counts } = journal;
    return reply.send({ data: entries.slice(offset, offset + limit), total: entries.length, counts });
  });
  server.delete(journalPath, { config }, (_request, reply) => {
    journal.clear();
    return reply.send({ data: [], total: 0, counts: {} });
  });

  const conditionsPath = '/__local/conditions';
  const answer = (reply: FastifyReply) => reply.send({ status: 'success', data: conditions.settings });
  server.get(conditionsPath, { config }, (_request, reply) => answer(reply));
  server.patch(conditionsPath, { config }, (request, reply) => {
    conditions.change(readConditions(request.body));
    return answer(reply);
  });
  server.delete(conditionsPath, { config }, (_request, reply) => {
    conditions.reset();
    return answer(reply);
  });
}

/**
 * Reads a parameter of a query.
 *
 * @throws a Problem (400) unless it is a whole number within its bounds.
 */
function readNumber(query: unknown, name: string, byDefault: number, least: number, most: number): number {
  const text = (query as Record<string, unknown>)[name] ?? String(byDefault);
  const number = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw invalid([{ field: name, message: `must be a whole number from ${least} to ${most}` }]);
}
