/**
 * The routes of the page for people. `GET /` answers the page, which holds nothing of the tenant, so it needs no token.
 * `GET /__local/page` answers what the page shows, and `POST /__local/page` what a person asks it; both need the token.
 *
 * The page is handed in, because it tells and decides what the tenant itself does not know. Watching it changes nothing
 * for programs: it leaves no trace in the journal, uses up no rate limit, and is struck by no fault or quirk. A question
 * is another thing, because it is asked of the API.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  COLLECTION_NAMES,
  isInConfiguration,
  operationsOn,
  type CollectionName,
  type NameInConfiguration,
  type ObjectOf,
} from '../../contract/collections';
import type { Conditions } from '../conditions/conditions';
import type { Journal, JournalEntry } from '../journal';
import { operations } from '../operations';
import type { OperationAnswer, OperationInput } from '../operations/operation';
import { invalid, Problem } from '../problem';
import type { Store } from '../state/store';

/** What is on a tenant, in the contract's terms: the first objects of each collection, and how many there are. */
export interface TenantContents {
  /** What belongs to a configuration is under the id of that. */
  readonly objects: {
    readonly [N in CollectionName]: N extends NameInConfiguration
      ? Readonly<Record<string, readonly ObjectOf<N>[]>>
      : readonly ObjectOf<N>[];
  };
  readonly totals: Readonly<Record<CollectionName, number>>;
}

/** What a tenant's page for people consists of. */
export interface TenantPage {
  /** The page, and the policy (Content-Security-Policy) by which a browser runs it. */
  readonly document: { readonly html: string; readonly policy: string };
  /** Makes of the contents what the page shows of them. */
  show(contents: TenantContents): object;
  /**
   * Answers what a person asks.
   *
   * @param access the address of the API, and the token that the person has given to the page
   */
  ask(question: object, access: { readonly serverUrl: string; readonly token: string }): Promise<object>;
}

/** The number of objects of a collection, and of entries of the journal, that are shown at most. */
const MOST_OBJECTS = 500;
const MOST_ENTRIES = 100;

/** The headers of every answer to the page: nobody keeps it, frames it, or takes it for something else. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const REST_V1_ONLY =
  'To its API token this tenant offers REST v1 only, as --rest-v1-only says: neither its screens nor an answer to a question are served to it. ' +
  'Enter the console token instead, which stands for a person at the screens. It was printed in the same terminal.';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True on the one route that is served without a token. */
    open?: true;
  }
}

interface PageParts {
  store: Store;
  journal: Journal;
  conditions: Conditions;
}

/** @param load loads the page when it is first needed, since most tenants serve none */
export function addPageRoutes(server: FastifyInstance, load: () => Promise<TenantPage>, parts: PageParts): void {
  const { store, journal, conditions } = parts;
  const path = '/__local/page';
  const refusalFor = ({ caller }: FastifyRequest): string | undefined =>
    conditions.settings.restV1Only && caller === 'api' ? REST_V1_ONLY : undefined;

  server.get('/', { config: { local: true, open: true } }, async (_request, reply) => {
    const { html, policy } = (await load()).document;
    return withHeaders(reply).header('Content-Security-Policy', policy).type('text/html; charset=utf-8').send(html);
  });

  server.get(path, { config: { local: true } }, async (request, reply) => {
    const { since, changes } = request.query as Record<string, unknown>;
    const refusal = refusalFor(request);
    const { quirks, faults, rateLimit, visibilityLagMs, deny, restV1Only } = conditions.settings;
    return withHeaders(reply).send({
      ...(refusal === undefined ? await contentsSince(since, store, load) : { refusal }),
      journal: latestOf(journal, changes === 'true'),
      conditions: { quirks, faults: faults.length, rateLimit, visibilityLagMs, denied: Object.keys(deny), restV1Only },
    });
  });

  server.post(path, { config: { local: true } }, async (request, reply) => {
    const refusal = refusalFor(request);
    if (refusal !== undefined) throw new Problem(404, refusal);
    const { body } = request;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw invalid([{ field: 'body', message: 'must be an object' }]);
    }
    const { port } = server.server.address() as AddressInfo;
    const access = {
      serverUrl: `http://127.0.0.1:${port}/api/v2`,
      token: String(request.headers['netskope-api-token']),
    };
    return withHeaders(reply).send(await (await load()).ask(body, access));
  });
}

function withHeaders(reply: FastifyReply): FastifyReply {
  return reply.headers(HEADERS);
}

/** The contents as the page shows them; only their revision, where that is the one that the page has. */
async function contentsSince(since: unknown, store: Store, load: () => Promise<TenantPage>): Promise<object> {
  const contents = readContents(store);
  const revision = createHash('sha256').update(JSON.stringify(contents)).digest('base64url');
  return since === revision ? { revision } : { revision, contents: (await load()).show(contents) };
}

// Each list takes the values of its own operation, which one signature for all of them cannot say.
type ListOperation = (store: Store, input: OperationInput<never>) => OperationAnswer;

function readContents(store: Store): TenantContents {
  const totals: Partial<Record<CollectionName, number>> = {};
  const read = (name: CollectionName, limit: number, config_id?: number): object[] => {
    const list = operations[operationsOn(name).list] as ListOperation;
    const { data, total = 0 } = list(store, { path: { config_id }, query: { offset: 0, limit } } as never).body;
    totals[name] = (totals[name] ?? 0) + total;
    return data as object[];
  };
  const configurations = read('configurations', MOST_OBJECTS) as ObjectOf<'configurations'>[];
  const readEach = (name: CollectionName): object => {
    let room = MOST_OBJECTS;
    return Object.fromEntries(
      configurations.map(({ config_id }) => {
        const some = read(name, room, config_id);
        room -= some.length;
        return [config_id, some];
      }),
    );
  };
  const others = COLLECTION_NAMES.filter((name) => name !== 'configurations');
  const objects: [string, object][] = others.map((name) => [
    name,
    isInConfiguration(name) ? readEach(name) : read(name, MOST_OBJECTS),
  ]);
  const all: object = { configurations, ...Object.fromEntries(objects) };
  return { objects: all, totals } as TenantContents;
}

interface NumberedEntry extends JournalEntry {
  /** 1 for the first request since the journal was emptied. */
  number: number;
}

/**
 * The latest entries of a journal, the newest first, and how many there are before them.
 *
 * @param changes whether reads are left out
 */
function latestOf({ entries, forgotten }: Journal, changes: boolean): { latest: NumberedEntry[]; before: number } {
  const wanted = entries.flatMap(({ method }, index) => (changes && method === 'GET' ? [] : [index]));
  const latest = wanted.slice(-MOST_ENTRIES).reverse();
  const numbered = latest.flatMap((index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [{ ...entry, number: forgotten + index + 1 }];
  });
  return { latest: numbered, before: wanted.length - latest.length + (changes ? 0 : forgotten) };
}
