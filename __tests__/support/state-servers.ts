/** Servers that keep terraform's state, as far as terraform asks: GitLab's way over HTTP, and a bucket. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface StateServer {
  readonly port: number;
  /** What it keeps, by path. */
  readonly kept: Map<string, string>;
  /** `METHOD path` of every request, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

type Answer = readonly [status: number, body?: string, headers?: http.OutgoingHttpHeaders];
type Rule = (method: string, path: string, body: string, request: IncomingMessage) => Answer;

async function serve(kept: Map<string, string>, answer: Rule): Promise<StateServer> {
  const asked: string[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const method = request.method ?? '';
    // A proxy is asked for a whole address, a server for a path.
    const { host, pathname } = new URL(request.url ?? '', 'http://server');
    const path = host === 'server' ? pathname : `${host}${pathname}`;
    asked.push(`${method} ${path}`);
    const [status, body = '', headers] = answer(method, path, await text(request), request);
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
    response.end(method === 'HEAD' ? undefined : body);
  };
  const server = http.createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    kept,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** GET, POST and DELETE of a state; POST and DELETE of its `/lock`, which answers 423 with the lock that there is. */
export function startHttpState(): Promise<StateServer> {
  const kept = new Map<string, string>();
  return serve(kept, (method, path, body) => {
    const lock = path.endsWith('/lock');
    const old = kept.get(path);
    if (method === 'GET') return old === undefined ? [404] : [200, old];
    if (method === 'DELETE') return [kept.delete(path) ? 200 : 404];
    if (method !== 'POST') return [405];
    if (lock && old !== undefined) return [423, old];
    kept.set(path, body);
    return [200];
  });
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** A bucket of which the server is the proxy: no name has to be resolved. Says who asks, as STS does. */
export function startBucket(): Promise<StateServer> {
  const kept = new Map<string, string>();
  return serve(kept, (method, path, body, { headers }) => {
    if (path.startsWith('sts.')) {
      const identity = '<Arn>arn:aws:iam::1:user/x</Arn><UserId>x</UserId><Account>1</Account>';
      return [
        200,
        `${XML}<GetCallerIdentityResponse><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
      ];
    }
    const old = kept.get(path);
    if (method === 'PUT') {
      if (headers['if-none-match'] === '*' && old !== undefined) {
        return [412, `${XML}<Error><Code>PreconditionFailed</Code></Error>`];
      }
      kept.set(path, body);
      return [200];
    }
    if (method === 'DELETE') return [kept.delete(path) ? 204 : 404];
    if (path.endsWith('/')) return [200, `${XML}<ListBucketResult></ListBucketResult>`];
    if (old === undefined) return [404, `${XML}<Error><Code>NoSuchKey</Code></Error>`];
    // Clients ask for parts until they have seen how long the whole is.
    const length = Buffer.byteLength(old);
    return headers.range === undefined
      ? [200, old]
      : [206, old, { 'content-range': `bytes 0-${length - 1}/${length}` }];
  });
}
