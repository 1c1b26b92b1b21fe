/** How the tenant is served over HTTP: the steps around every request. No other folder knows Fastify. */
import createFastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { OperationId } from '../../contract';
import { contractOperations, isRestV1 } from '../../contract/document';
import type { Clock } from '../clock';
import type { Conditions } from '../conditions/conditions';
import { Visibility } from '../conditions/visibility';
import type { Caller, Journal } from '../journal';
import { Problem } from '../problem';
import type { Store } from '../state/store';
import { createTokenCheck, presentedToken, requireLoopback } from './access';
import { answerError } from './answer';
import { addClientRoutes } from './client-routes';
import { addContractRoutes } from './contract-routes';
import { addLocalRoutes } from './local-routes';
import { addPageRoutes, type TenantPage } from './page-routes';

export interface ServerOptions {
  token: string;
  /** The token of an administrator at the screens. */
  consoleToken: string;
  store: Store;
  journal: Journal;
  conditions: Conditions;
  clock: Clock;
  /** Draws a number from 0 to below 1. */
  random: () => number;
  /** Loads the page for people; without it there is no such page. */
  page?: (() => Promise<TenantPage>) | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose token the request has presented; null until it has presented one. */
    caller: Caller | null;
  }
}

const megabyte = 1024 * 1024;

/** How long a connection may take for each step, in milliseconds, before it is closed. */
export interface Patience {
  /** The time until the headers of a request are there, from the connection or the end of the request before. */
  headers: number;
  /** The time until a whole request is there. */
  request: number;
  /** The time between two requests. */
  idle: number;
  /**
   * The time without data in either direction, for example when nobody reads the answer. A delay that a fault or a
   * quirk asks for does not count.
   */
  still: number;
}

const patience: Patience = { headers: 10_000, request: 30_000, idle: 72_000, still: 60_000 };

/** Builds the server; nothing listens yet. */
export function createServer(options: ServerOptions, within: Patience = patience): FastifyInstance {
  const { token, consoleToken, store, journal, conditions, clock, random } = options;
  const checkToken = createTokenCheck({ api: token, console: consoleToken });
  // A request without the token leaves no trace: anybody could fill the journal by such requests.
  const record = (request: FastifyRequest, status: number): void => {
    const { operation, local } = request.routeOptions.config;
    const { caller } = request;
    if (!local && caller) journal.record(toEntry(request, caller, operation?.operationId, status));
  };
  const server = createFastify({
    bodyLimit: megabyte,
    exposeHeadRoutes: false,
    // Open keep-alive connections must not delay the end of the tenant.
    forceCloseConnections: true,
    requestTimeout: within.request,
    keepAliveTimeout: within.idle,
    connectionTimeout: within.still,
    http: { headersTimeout: within.headers, connectionsCheckingInterval: within.headers / 2 },
    frameworkErrors: (error, _request, reply) => void answerError(reply, error),
  });
  acceptEmptyBodies(server);
  server.decorateRequest('caller', null);
  const authorize = (request: FastifyRequest): void => {
    request.caller = checkToken(presentedToken(request, tokenPlace(request)));
    requireOffered(request, request.caller, conditions.settings.restV1Only);
  };
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    requireLoopback(request.headers);
    // A token in the body is checked when the body has been read.
    if (!request.routeOptions.config.open && tokenPlace(request) !== 'body') authorize(request);
    done();
  });
  server.addHook('preValidation', (request, _reply, done) => {
    if (tokenPlace(request) === 'body') authorize(request);
    done();
  });
  // The hook is not onResponse, so that a client who has the answer finds it in the journal.
  server.addHook('onSend', (request, reply, _payload, done) => {
    record(request, reply.statusCode);
    done();
  });
  server.setErrorHandler((error, request, reply) => {
    const { operation } = request.routeOptions.config;
    const as200 = conditions.settings.quirks.errorsAs200 === true && operation !== undefined;
    return answerError(reply, error, { as200, restV1: operation !== undefined && isRestV1(operation) });
  });
  server.setNotFoundHandler((request, reply) => answerError(reply, missingRoute(request)));
  const visibility = new Visibility(store, clock, () => conditions.settings.visibilityLagMs);
  addContractRoutes(server, contractOperations(), { conditions, visibility, clock, random, onHijack: record });
  addLocalRoutes(server, options);
  addClientRoutes(server, store);
  if (options.page) addPageRoutes(server, options.page, options);
  return server;
}

function toEntry(
  { method, url, struckBy }: FastifyRequest,
  caller: Caller,
  operationId: OperationId | undefined,
  status: number,
): Parameters<Journal['record']>[0] {
  const fault = struckBy && { answer: struckBy.answer, carriedOut: struckBy.carriedOut };
  return { operationId, caller, method, path: url, status, ...(fault && { fault }) };
}

/**
 * @throws a Problem: 404 where the tenant offers REST v1 only and the API asks for another operation, and 401 where the
 *   console, which has screens and no programs, asks for one of REST v1.
 */
function requireOffered(request: FastifyRequest, caller: Caller, restV1Only: boolean): void {
  const { operation } = request.routeOptions.config;
  if (!operation) return;
  if (!isRestV1(operation) && restV1Only && caller === 'api') throw missingRoute(request);
  if (isRestV1(operation) && caller === 'console') throw new Problem(401, 'The console token is not one of REST v1.');
}

/** The refusal of a route that there is not. [doc: a missing route is 404] */
function missingRoute({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): Problem {
  return new Problem(404, `There is no route ${method} ${url.replace(/\?.*/s, '')}.`);
}

// Some clients announce JSON on a DELETE too and send nothing; where a body is needed, validation says so.
function acceptEmptyBodies(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') done(null, undefined);
    else void parseJson(request, text, done);
  });
}

function tokenPlace(request: FastifyRequest): 'header' | 'query' | 'body' {
  return request.routeOptions.config.operation?.tokenIn ?? 'header';
}
