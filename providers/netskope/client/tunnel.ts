/**
 * How does a connection go through a proxy? By a CONNECT, with TLS to the tenant inside it. Node's own parser reads the
 * proxy's answer, so Node's limit on header bytes applies. What the proxy says is never taken for an answer of the
 * tenant.
 */
import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { authorizationOf } from './proxy';

/** What a tunnel is made from. */
export interface Tunnel {
  readonly proxy: URL;
  /** The authorities to trust, for the proxy and for the tenant. */
  readonly trust: tls.ConnectionOptions;
  /** How long the proxy may take to connect, in milliseconds. */
  readonly limitMs: number;
}

/**
 * A failure before anything reached the tenant. Its code holds the status of the proxy, or says how the connection to
 * the proxy broke.
 */
class TunnelError extends Error {
  constructor(readonly code: string) {
    super('the proxy made no connection');
  }
}

/** The codes of a broken connection to the proxy through which nothing went yet. */
const BROKEN = /^(HPE_\w+|ECONNRESET|EPIPE)$/;

/** The agent of Node whose connections go through a tunnel. */
export class TunnelAgent extends https.Agent {
  readonly #tunnel: Tunnel;

  constructor(tunnel: Tunnel, options: https.AgentOptions) {
    super({ ...options, ...tunnel.trust });
    this.#tunnel = tunnel;
  }

  /** Called by Node for each new connection. */
  override createConnection(
    options: https.RequestOptions,
    connected: (error: Error | null, socket: Duplex) => void,
  ): null {
    const { trust } = this.#tunnel;
    const host = String(options.host);
    openTunnel(this.#tunnel, `${host.includes(':') ? `[${host}]` : host}:${options.port ?? 443}`).then(
      (socket) => connected(null, tls.connect({ ...(options as tls.ConnectionOptions), ...trust, socket })),
      // The cast is safe, because Node looks for no socket where there is an error.
      connected as (error: Error) => void,
    );
    return null;
  }
}

function openTunnel({ proxy, trust, limitMs }: Tunnel, target: string): Promise<Duplex> {
  const isSecure = proxy.protocol === 'https:';
  const authorization = authorizationOf(proxy);
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request({
      ...(isSecure && trust),
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (isSecure ? 443 : 80),
      method: 'CONNECT',
      path: target,
      agent: false,
      headers: { Host: target, ...(authorization && { 'Proxy-Authorization': authorization }) },
    });
    const deadline = setTimeout(() => request.destroy(), limitMs);
    request.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(deadline);
      reject(BROKEN.test(error.code ?? '') ? new TunnelError(`PROXY_${error.code}`) : error);
    });
    request.once('connect', ({ statusCode = 0 }: http.IncomingMessage, socket: Duplex, head: Buffer) => {
      clearTimeout(deadline);
      if (statusCode >= 200 && statusCode < 300 && head.length === 0) return resolve(socket);
      socket.destroy();
      reject(new TunnelError(`PROXY_${statusCode}`));
    });
    request.end();
  });
}
