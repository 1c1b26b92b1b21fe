/** One route per operation of the contract: permission, validation, then the operation itself. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { OperationId } from '../../contract';
import type { Operation } from '../../contract/document';
import { operations } from '../operations';
import type { OperationAnswer, OperationInput } from '../operations/operation';
import { Problem } from '../problem';
import type { Store } from '../state/store';
import { createRequestCheck } from './validate';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on the routes of the contract. */
    operation?: Operation;
  }
}

// Validation makes the values what the operation's own type says, which one signature for all of them cannot.
type AnyHandler = (store: Store, input: OperationInput<never>) => OperationAnswer;

/** Adds the route of an operation. */
export function addContractRoute(
  server: FastifyInstance,
  operation: Operation,
  { store, deny }: { store: Store; deny: Partial<Record<OperationId, string>> },
): void {
  const { operationId, method } = operation;
  const url = operation.basePath + operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const handle = operations[operationId] as AnyHandler;
  const checkRequest = createRequestCheck(operation);
  server.route({
    method,
    url,
    config: { operation },
    handler: (request, reply) => {
      const refusal = deny[operationId];
      if (refusal !== undefined) throw new Problem(403, refusal);
      const values = { path: request.params, query: request.query, body: request.body };
      checkRequest(values);
      const input = { ...values, ifMatch: request.headers['if-match'] };
      return answer(
        reply,
        store.transaction(() => handle(store, input as OperationInput<never>)),
      );
    },
  });
}

function answer(reply: FastifyReply, { status, body, etag }: OperationAnswer): FastifyReply {
  if (etag !== undefined) reply.header('ETag', `"${etag}"`);
  return reply.status(status).send(body);
}
