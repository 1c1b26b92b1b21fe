/**
 * A gRPC server for unary calls: who is let in, and what is served. One call's way through it is `grpc-call.ts`.
 * https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 */
import { X509Certificate } from 'node:crypto';
import * as net from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import { GrpcCall, type CallOptions } from './grpc-call';
import { Connection } from './http2/connection';

export type { CallContext, Method, Methods } from './grpc-call';

export interface GrpcServerOptions extends CallOptions {
  /** Without it the server speaks plain HTTP/2, which is only for debugging. */
  readonly tls?: ServerIdentity;
  /** Learns how many clients are connected and, with TLS, verified, whenever that changes. */
  readonly onClients?: (count: number) => void;
}

/** Both ends of mutual TLS, in PEM: the server's own key and certificate, and the one certificate that a client may show. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
  readonly clientCert: string;
}

export interface GrpcServer {
  /** What to listen with. */
  readonly listener: net.Server;
  /** Takes no more calls (GOAWAY) and resolves when the calls in flight are answered and every connection is closed. */
  close(): Promise<void>;
}

/** Makes the server; listening is left to the caller. Nothing that a client sends makes it throw. */
export function createGrpcServer(options: GrpcServerOptions): GrpcServer {
  const connections = new Set<Connection>();
  const connect = (socket: Duplex): void => {
    const connection = new Connection(socket, {
      accept: (headers, reply) => new GrpcCall(headers, reply, options),
      onClose: () => {
        connections.delete(connection);
        options.onClients?.(connections.size);
      },
    });
    connections.add(connection);
    options.onClients?.(connections.size);
  };
  const listener = options.tls === undefined ? net.createServer(connect) : verified(options.tls, connect);
  return { listener, close: () => close(listener, connections) };
}

/**
 * Hands on the connections of the one client whose certificate is known. It is compared byte by byte, and TLS has its owner
 * prove the key: naming it an authority would do the same, but makes Node load all that it trusts, 18 ms of every start.
 */
function verified({ key, cert, clientCert }: ServerIdentity, connect: (socket: Duplex) => void): net.Server {
  const expected = new X509Certificate(clientCert).raw;
  const options: tls.TlsOptions = {
    key,
    cert,
    ca: [],
    requestCert: true,
    rejectUnauthorized: false,
    ALPNProtocols: ['h2'],
  };
  const listener = tls.createServer(options, (socket) => {
    if (socket.getPeerX509Certificate()?.raw.equals(expected)) connect(socket);
    else socket.destroy();
  });
  return listener.on('tlsClientError', () => undefined);
}

async function close(listener: net.Server, connections: ReadonlySet<Connection>): Promise<void> {
  const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
  for (const connection of connections) connection.close();
  await closed;
}
