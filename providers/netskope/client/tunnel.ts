/**
 * Connections through a proxy: a CONNECT, and TLS with the tenant inside of it. Node's own parser reads what the proxy answers,
 * so its bound of header bytes holds; and what the proxy says is never taken for an answer of the tenant.
 */
import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { authorizationOf } from './proxy';

export interface Tunnel {
  readonly proxy: URL;
  /** Whom to trust, as proxy and as tenant. */
  readonly trust: tls.ConnectionOptions;
  /** How long the proxy may take. */
  readonly limitMs: number;
}

/** A failure before anything reached the tenant; the status of the proxy, or what became of the connection to it. */
class TunnelError extends Error {
  constructor(readonly code: string) {
    super('the proxy made no connection');
  }
}

/** Of a connection that was there: nothing went through it yet. */
const BROKEN = /^(HPE_\w+|ECONNRESET|EPIPE)$/;

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
      // Where there is an error, Node looks for no socket.
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
