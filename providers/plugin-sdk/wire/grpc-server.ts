/**
 * A gRPC server for unary calls: who is let in, and what is served. `grpc-call.ts` has the way of one call through it.
 * https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 */
import * as net from 'node:net';
import type { Duplex } from 'node:stream';
import { GrpcCall, type CallOptions, type Methods } from './grpc-call';
import { Connection } from './http2/connection';
import type { ServerIdentity } from './mutual-tls';

export type { CallContext, Method, Methods } from './grpc-call';

export interface GrpcServerOptions extends Omit<CallOptions, 'methods'> {
  /** The methods that are served. A function gives each connection methods of its own, with a state of their own. */
  readonly methods: CallOptions['methods'] | (() => Methods);
  /** The certificates of both ends. Without them the server speaks plain HTTP/2, which is only for debugging. */
  readonly tls?: ServerIdentity;
  /** Learns how many clients are connected and, with TLS, verified, whenever that changes. */
  readonly onClients?: (count: number) => void;
}

export interface GrpcServer {
  /** The server of sockets that listens. */
  readonly listener: net.Server;
  /** Takes no more calls (GOAWAY) and resolves when the calls in flight are answered and every connection is closed. */
  close(): Promise<void>;
}

/** Makes the server; listening is left to the caller. Nothing that a client sends makes it throw. */
export function createGrpcServer(options: GrpcServerOptions): GrpcServer {
  const connections = new Set<Connection>();
  const connect = (socket: Duplex): void => {
    const { methods } = options;
    const callOptions = { ...options, methods: typeof methods === 'function' ? methods() : methods };
    const connection = new Connection(socket, {
      accept: (headers, reply) => new GrpcCall(headers, reply, callOptions),
      onClose: () => {
        connections.delete(connection);
        options.onClients?.(connections.size);
      },
    });
    connections.add(connection);
    options.onClients?.(connections.size);
  };
  const listener = net.createServer(options.tls === undefined ? connect : verified(options.tls, connect));
  return { listener, close: () => close(listener, connections) };
}

function verified(identity: ServerIdentity, connect: (socket: Duplex) => void): (socket: net.Socket) => void {
  let gate: Promise<(socket: net.Socket) => void> | undefined;
  return (socket) => {
    socket.on('error', () => undefined); // a client may be gone before the gate is loaded
    gate ??= import('./mutual-tls').then(({ mutualTls }) => mutualTls(identity, connect));
    gate.then(
      (admit) => admit(socket),
      () => socket.destroy(),
    );
  };
}

async function close(listener: net.Server, connections: ReadonlySet<Connection>): Promise<void> {
  const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
  for (const connection of connections) connection.close();
  await closed;
}
