/** How answers look on the wire before they are sent. No other file turns errors into the contract's error body. */
import type { FastifyReply } from 'fastify';
import type { ApiErrorBody, ApiErrorBodyV1 } from '../../contract';
import type { OperationAnswer } from '../operations/operation';
import { Problem } from '../problem';

/** The words of this tenant for what the framework refuses before an operation sees it. */
const refusals: Record<string, string> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as its header says.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The body must be of type application/json.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than 1 MB.',
  FST_ERR_MAX_PARAM_LENGTH: 'An id in the path is longer than 100 characters.',
  FST_ERR_BAD_URL: 'The path is not a valid URL.',
};

/** The statuses of refusals that the vendor's API has been seen to answer with HTTP 200. */
const answeredAs200 = new Set([400, 404, 409, 412]);

/** How errors are answered. */
interface ErrorForm {
  /** Whether a refusal hides behind HTTP 200; false by default. */
  as200?: boolean;
  /** Whether the error has the form that REST v1 documents; false by default. */
  restV1?: boolean;
}

/** Sends a refusal with its own status, and a bug with 500 and without any detail of it. */
export function answerError(reply: FastifyReply, error: unknown, { as200, restV1 }: ErrorForm = {}): FastifyReply {
  const { status, body } = toErrorAnswer(error, restV1);
  return reply.status(as200 && answeredAs200.has(status) ? 200 : status).send(body);
}

/** The answer to an error, as a value. */
export function toErrorAnswer(error: unknown, restV1 = false): AnswerToSend {
  const problem = toProblem(error);
  if (restV1) return toErrorAnswerV1(problem);
  const { status, message, errors } = problem;
  return { status, headers: {}, body: { status: 'error', message, errors } satisfies ApiErrorBody };
}

/** The code of each status in REST v1. The first is the documentation's example [doc]; the others are [assumed]. */
const errorCodes: Record<number, string> = {
  403: 'Authorization Error',
  400: 'Invalid Request',
  404: 'Not Found',
  429: 'Too Many Requests',
};

/** An error as REST v1 documents it, with 403 for a token that is not accepted. [doc] */
function toErrorAnswerV1({ status: own, message, errors }: Problem): AnswerToSend {
  const status = own === 401 ? 403 : own;
  const messages = errors.map(({ field, message: why }) => `${field} ${why}`);
  const errorCode = errorCodes[status] ?? 'Error';
  const body: ApiErrorBodyV1 = { status: 'error', errorCode, errors: messages.length > 0 ? messages : [message] };
  return { status, headers: {}, body };
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem(statusCode, (code && refusals[code]) ?? 'The request cannot be read.');
  }
  process.stderr.write(`The local tenant has a bug: ${error instanceof Error ? error.stack : String(error)}\n`);
  return new Problem(500, 'The local tenant failed. Its standard error says where; please report it.');
}

/** An answer before it is sent. */
export interface AnswerToSend {
  status: number;
  headers: Record<string, string>;
  body: object;
}

/** The answer of an operation, with its etag as a header. */
export function toAnswer({ status, body, etag }: OperationAnswer): AnswerToSend {
  return { status, headers: etag === undefined ? {} : { ETag: `"${etag}"` }, body };
}
