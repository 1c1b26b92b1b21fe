/**
 * The routes of the contract, one for each operation. A call passes these steps in this order: the rate limit, which the
 * console does not have, a fault that takes its place, an answer that REST v1 gives to everything, permission,
 * validation, the operation as one transaction, the quirks of its answer, a fault that takes the place of its answer.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRestV1, type ContractOperation } from '../../contract/document';
import type { Clock } from '../clock';
import type { Conditions } from '../conditions/conditions';
import type { Strike } from '../conditions/faults';
import { withoutFields } from '../conditions/deep';
import { applyAnswerQuirks } from '../conditions/quirks';
import { SUBSTITUTES, type Substitute } from '../conditions/rest-v1-quirks';
import { Collisions, type Visibility } from '../conditions/visibility';
import { operations } from '../operations';
import type { OperationAnswer, OperationInput } from '../operations/operation';
import { Problem } from '../problem';
import type { Store } from '../state/store';
import { toAnswer, toErrorAnswer, type AnswerToSend } from './answer';
import { createRequestCheck } from './validate';

const html = '<!DOCTYPE html>\n<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n';

/**
 * Ends a call in the way that a fault says.
 *
 * @param answer the answer that the call would have had.
 */
async function strike(
  reply: FastifyReply,
  { answer: kind, delayMs }: Strike,
  answer: AnswerToSend,
  { clock, gone, onHijack }: { clock: Clock; gone: AbortSignal; onHijack: (status: number) => void },
): Promise<FastifyReply | undefined> {
  if (kind !== 'slow_body') await clock.sleep(delayMs, gone);
  if (typeof kind === 'object') {
    const { status, headers = {} } = kind;
    if (kind.html) return reply.status(status).headers(headers).type('text/html; charset=utf-8').send(html);
    const body = { status: 'error', message: `This answer is a fault that was asked for: ${status}.`, errors: [] };
    return reply.status(status).headers(headers).send(body);
  }
  const text = JSON.stringify(answer.body);
  const half = text.slice(0, text.length / 2);
  if (kind === 'truncated_json') {
    return reply.status(answer.status).headers(answer.headers).type('application/json; charset=utf-8').send(half);
  }
  onHijack(kind === 'reset' ? 0 : answer.status);
  reply.hijack();
  const { raw } = reply;
  if (kind === 'reset') {
    raw.socket?.resetAndDestroy();
    return undefined;
  }
  const rest = text.slice(half.length);
  raw.writeHead(answer.status, {
    ...answer.headers,
    'x-request-id': reply.request.id,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  raw.write(half);
  if (kind === 'slow_body') {
    await clock.sleep(delayMs, gone);
    raw.end(rest);
  } else {
    // The connection ends once the first half is on its way.
    raw.socket?.end();
  }
  return undefined;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation of a route of the contract. */
    operation?: ContractOperation;
  }
  interface FastifyRequest {
    /** The fault that strikes the call. */
    struckBy?: Strike;
  }
}

/** What the routes need of the tenant. */
export interface ContractRouteOptions {
  conditions: Conditions;
  visibility: Visibility;
  clock: Clock;
  random: () => number;
  /** Learns of an answer that the framework does not send, with its status; 0 stands for no answer. */
  onHijack: (request: FastifyRequest, status: number) => void;
}

// Validation gives the values the types of their operation, which one signature for all operations cannot say.
type AnyHandler = (store: Store, input: OperationInput<never>) => OperationAnswer;

/** Adds the route of every operation. */
export function addContractRoutes(
  server: FastifyInstance,
  all: readonly ContractOperation[],
  options: ContractRouteOptions,
): void {
  const collisions = new Collisions(options.clock);
  for (const operation of all) addContractRoute(server, operation, collisions, options);
}

function addContractRoute(
  server: FastifyInstance,
  operation: ContractOperation,
  collisions: Collisions,
  { conditions, visibility, clock, random, onHijack }: ContractRouteOptions,
): void {
  const { operationId, method } = operation;
  const handle = operations[operationId] as AnyHandler;
  const checkRequest = createRequestCheck(operation);
  const isRead = method === 'GET' || operation.tokenIn === 'body';
  const isCreate = method === 'POST' && !isRead;
  const restV1 = isRestV1(operation);

  const carryOut = async (request: FastifyRequest, reply: FastifyReply): Promise<AnswerToSend> => {
    const { quirks, deny, restV1Codes } = conditions.settings;
    const refusal = deny[operationId];
    if (refusal !== undefined) throw new Problem(403, refusal);
    const body = quirks.fieldsDropped ? withoutFields(request.body, new Set(quirks.fieldsDropped)) : request.body;
    const values = { path: request.params, query: request.query, body };
    checkRequest(values);
    const skipsOne = quirks.pagesSkipRow === true && skipOne(values.query);
    const input = { ...values, ifMatch: request.headers['if-match'], quirks, restV1Codes } as OperationInput<never>;
    const store = isRead ? visibility.forReads() : visibility.forWrites();
    const run = (): OperationAnswer => store.transaction(() => handle(store, input));
    const answer =
      isCreate && quirks.createsCollide !== undefined
        ? await collisions.create(request.url, quirks.createsCollide, run, goneSignal(reply))
        : run();
    if (skipsOne && answer.body.total) answer.body.total -= 1;
    return toAnswer({ ...answer, body: applyAnswerQuirks(answer.body, quirks, isCreate, random) });
  };

  server.route({
    method,
    url: operation.basePath + operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { operation },
    handler: async (request, reply) => {
      const tooMany = request.caller === 'console' ? undefined : conditions.limiter?.refuse(clock.now());
      if (tooMany) {
        void reply.headers(tooMany);
        throw new Problem(429, 'The rate limit of this tenant is used up. Wait before the next request.');
      }
      const struckBy = conditions.faults.next(operationId);
      const { v1Answers } = conditions.settings.quirks;
      if (!struckBy && restV1 && v1Answers) return sendSubstitute(reply, SUBSTITUTES[v1Answers]);
      if (!struckBy) return send(reply, await carryOut(request, reply));
      request.struckBy = struckBy;
      const answer = struckBy.carriedOut
        ? await carryOut(request, reply).catch((error: unknown) => toErrorAnswer(error, restV1))
        : nothingDone;
      const gone = goneSignal(reply);
      return strike(reply, struckBy, answer, { clock, gone, onHijack: (status) => onHijack(request, status) });
    },
  });
}

const nothingDone: AnswerToSend = toErrorAnswer(
  new Problem(503, 'This answer is a fault that was asked for. Nothing was done.'),
);

function send(reply: FastifyReply, { status, headers, body }: AnswerToSend): FastifyReply {
  return reply.status(status).headers(headers).send(body);
}

function sendSubstitute(reply: FastifyReply, { status, headers = {}, body }: Substitute): FastifyReply {
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  return reply.status(status).headers(headers).type(type).send(body);
}

/**
 * A signal that aborts when the client has gone, so that nothing waits for it. Until then no timeout ends the
 * connection.
 */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  raw.socket?.setTimeout(0);
  const controller = new AbortController();
  raw.once('close', () => controller.abort());
  return controller.signal;
}

/** Makes a page begin one object later, unless it is the first page. */
function skipOne(query: unknown): boolean {
  const paging = query as { offset?: number };
  if (!paging.offset) return false;
  paging.offset += 1;
  return true;
}
