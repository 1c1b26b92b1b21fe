/**
 * A client that asks by operation, holds every answer against the contract, and takes away what it made. It makes only
 * objects whose names begin with a prefix of its own, and what is inside of them.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationId } from '../../../tenant/contract';
import {
  COLLECTION_NAMES,
  COLLECTIONS,
  isInConfiguration,
  nameFieldOf,
  operationsOn,
} from '../../../tenant/contract/collections';
import { contractOperations, type ContractOperation } from '../../../tenant/contract/document';
import { findDifference } from '../../support/contract-answers';
import { openTarget, type Target } from './target';

export interface Request {
  path?: Record<string, string | number>;
  query?: Record<string, string | number>;
  body?: unknown;
  ifMatch?: string;
  /** null sends none. */
  token?: string | null;
}

export interface Reply {
  status: number;
  headers: Headers;
  // What a case expects of a body is the case's own business.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

const operations = new Map(contractOperations().map((operation) => [operation.operationId, operation]));

/** The operation that takes away what a create made, and the name of the id in its path. */
const removals: Partial<Record<OperationId, [OperationId, string]>> = Object.fromEntries(
  COLLECTION_NAMES.map((name) => [
    operationsOn(name).create,
    [operationsOn(name).delete, COLLECTIONS[name].idParameter],
  ]),
);

export class Session {
  /** The operations that were answered with success. */
  readonly succeeded = new Set<OperationId>();
  readonly #made: { operationId: OperationId; path: Record<string, string | number> }[] = [];
  #names = 0;

  private constructor(
    readonly target: Target,
    readonly prefix: string,
  ) {}

  static async open(): Promise<Session> {
    return new Session(await openTarget(), `conformance-${randomBytes(4).toString('hex')}-`);
  }

  /** A name of at most 40 characters that nothing on the tenant has. */
  name(): string {
    return `${this.prefix}${this.#names++}`;
  }

  /** @throws when the answer is not what the contract says of the operation. */
  async call(operationId: OperationId, request: Request = {}): Promise<Reply> {
    const operation = operations.get(operationId);
    if (!operation) throw new Error(`there is no operation ${operationId}`);
    const reply = await this.#send(operation, request);
    const removal = removals[operationId];
    if (removal && reply.status === 201) this.#noteMade(removal, request, reply);
    const difference = findDifference(operation, reply);
    if (difference !== undefined) throw new Error(difference);
    if (reply.status < 300 && reply.body.status === 'success') this.succeeded.add(operationId);
    return reply;
  }

  /** The reply once the object shows; a tenant may take a while for it [vendor]. */
  async readSoon(operationId: OperationId, request: Request, withinMs = 35_000): Promise<Reply> {
    const deadline = performance.now() + withinMs;
    for (let wait = 25; ; wait = Math.min(2 * wait, 1000)) {
      const reply = await this.call(operationId, request);
      if (reply.status !== 404 || performance.now() > deadline) return reply;
      await sleep(wait);
    }
  }

  /** Every object of a list, by pages of a size. */
  async readAll(operationId: OperationId, request: Request = {}, limit = 100): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = [];
    for (;;) {
      const query = { ...request.query, limit, offset: rows.length };
      const { body } = await this.call(operationId, { ...request, query });
      rows.push(...(body.data as Record<string, unknown>[]));
      if (body.data.length < limit) return rows;
    }
  }

  /**
   * Takes away what is left of what was made, the last first, and then whatever has our prefix: an answer can be lost, or
   * tell no id. Returns what would not go.
   */
  async cleanUp(): Promise<string[]> {
    const left: string[] = [];
    const found = [...this.#made.splice(0).reverse(), ...(await this.#named())];
    for (const { operationId, path } of found) {
      const operation = operations.get(operationId) as ContractOperation;
      const { status, body } = await this.#send(operation, { path });
      if (status !== 404 && body.status !== 'success') left.push(`${operationId} ${JSON.stringify(path)}: ${status}`);
    }
    return left;
  }

  /** How to delete each object whose name has our prefix. What is in a configuration goes with that one. */
  async #named(): Promise<{ operationId: OperationId; path: Record<string, string | number> }[]> {
    const found = [];
    for (const collection of COLLECTION_NAMES) {
      const name = nameFieldOf(collection);
      if (name === undefined || isInConfiguration(collection)) continue;
      const operations = operationsOn(collection);
      const { idField, idParameter } = COLLECTIONS[collection];
      const rows = await this.readAll(operations.list).catch(() => []);
      for (const row of rows.filter((one) => String(one[name]).startsWith(this.prefix)))
        found.push({ operationId: operations.delete, path: { [idParameter]: row[idField] as string | number } });
    }
    return found;
  }

  #noteMade([operationId, idName]: [OperationId, string], { path = {} }: Request, { body }: Reply): void {
    const id = (body.data?.id ?? body.data?.config_id) as string | number;
    this.#made.push({ operationId, path: { ...path, [idName]: id } });
  }

  /** Waits where the tenant asks for it. */
  async #send(operation: ContractOperation, request: Request): Promise<Reply> {
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(urlOf(this.target, operation, request), init(this.target, operation, request));
      if (response.status === 429 && attempt <= 5) {
        await sleep(Math.min(60, Number(response.headers.get('retry-after')) || 1) * 1000);
        continue;
      }
      return { status: response.status, headers: response.headers, body: await response.json() };
    }
  }
}

function urlOf({ serverUrl, token }: Target, { path, basePath, tokenIn }: ContractOperation, request: Request): URL {
  const base = basePath === '/api/v2' ? serverUrl : serverUrl.replace(/\/api\/v2$/, basePath);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? ''));
  const url = new URL(base + filled);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, String(value));
  const given = request.token === undefined ? token : request.token;
  if (tokenIn === 'query' && given !== null) url.searchParams.set('token', given);
  return url;
}

function init({ token }: Target, { method, tokenIn }: ContractOperation, request: Request): RequestInit {
  const given = request.token === undefined ? token : request.token;
  const body = tokenIn === 'body' ? { ...(given !== null && { token: given }) } : request.body;
  return {
    method,
    redirect: 'error',
    headers: {
      ...(tokenIn === 'header' && given !== null && { 'Netskope-Api-Token': given }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(request.ifMatch !== undefined && { 'If-Match': request.ifMatch }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}
