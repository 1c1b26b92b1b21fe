/** The API of a forge, as far as the scripts of examples/gitops ask: what it answers is a table, what was written is kept. */
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Written {
  /** Such as `POST /projects/1/notes`. */
  readonly request: string;
  readonly body: string;
}

export interface FakeForge {
  readonly url: string;
  readonly written: readonly Written[];
  /** All that was written with each request, in the order of `written`. */
  readonly sent: readonly Readonly<Record<string, unknown>>[];
  /** Who asked: what each request carried as its token. */
  readonly tokens: ReadonlySet<string>;
  close(): Promise<void>;
}

/**
 * Answers by path, and by path with its query where that is in the table: lists page by page, a number as a status. What is not
 * in the table is 404. Everything that is written succeeds.
 */
export async function startForge(answers: Readonly<Record<string, unknown>>): Promise<FakeForge> {
  const written: Written[] = [];
  const sent: Record<string, unknown>[] = [];
  const tokens = new Set<string>();
  const server = http.createServer((request, response) => {
    const respond = async () => {
      const url = new URL(request.url ?? '', 'http://forge');
      tokens.add(String(request.headers.authorization ?? request.headers['private-token']));
      const size = Number(url.searchParams.get('per_page'));
      const page = Number(url.searchParams.get('page'));
      for (const name of ['per_page', 'page']) url.searchParams.delete(name);
      if (request.method !== 'GET') {
        const all = JSON.parse(await text(request)) as { body: string };
        written.push({ request: `${request.method} ${url.pathname}`, body: all.body });
        sent.push(all);
      }
      const answer = answers[`${url.pathname}${url.search}`] ?? answers[url.pathname];
      const status = typeof answer === 'number' ? answer : answer === undefined && request.method === 'GET' ? 404 : 200;
      const { key, list } = listIn(answer);
      const shown = list && size > 0 ? list.slice((page - 1) * size, page * size) : list;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(Array.isArray(answer) ? shown : key ? { [key]: shown } : (answer ?? {})));
    };
    respond().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    written,
    sent,
    tokens,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** GitHub wraps some lists. */
function listIn(answer: unknown): { key?: string; list?: unknown[] } {
  if (Array.isArray(answer)) return { list: answer as unknown[] };
  const wrapped = (answer ?? {}) as Record<string, unknown[]>;
  const key = ['workflow_runs', 'artifacts'].find((name) => wrapped[name] !== undefined);
  return key === undefined ? {} : { key, list: wrapped[key] ?? [] };
}
