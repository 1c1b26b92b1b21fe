/**
 * A gRPC server for unary calls on Node's own HTTP/2. It speaks of paths, bytes and status codes; what the bytes mean is
 * decided above it. https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 *
 *     request   :path /package.Service/Method, content-type application/grpc, one framed message
 *     response  one framed message, then the trailer grpc-status: 0
 *     failure   headers only: grpc-status and grpc-message
 */
import { X509Certificate } from 'node:crypto';
import * as http2 from 'node:http2';
import type { Server } from 'node:net';
import * as tls from 'node:tls';
import { FrameReader, frameHeader } from './grpc-frames';
import { encodeMessage, GrpcError, Status } from './grpc-status';

export interface CallContext {
  /** Aborts when the client cancels the call or is gone before it was answered. */
  readonly signal: AbortSignal;
  /** Aborts the signal, as if the client had cancelled the call. */
  cancel(): void;
}

export type Method = (request: Uint8Array, context: CallContext) => Promise<Uint8Array>;

/** What is served, by path: `/tfplugin6.Provider/GetProviderSchema`. */
export type Methods = Readonly<Record<string, Method>>;

export interface GrpcServerOptions {
  /** A promise while they are still being loaded: calls wait for them. */
  readonly methods: Methods | Promise<Methods>;
  /** Without it the server speaks plain HTTP/2, which is only for debugging. */
  readonly tls?: ServerIdentity;
  /** Default 256 MiB. */
  readonly maxRequestBytes?: number;
  /** Learns of every exception of a method that is no {@link GrpcError}: the client is only told that there was one. */
  readonly onBug?: (error: unknown, path: string) => void;
}

/** Both ends of mutual TLS, in PEM: the server's own key and certificate, and the one certificate that a client may show. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
  readonly clientCert: string;
}

export interface GrpcServer {
  /** What to listen with. */
  readonly listener: Server;
  /** Speaks HTTP/2 on the connections that the listener lets in. */
  readonly http2: http2.Http2Server;
  /** Clients that are connected and, with TLS, verified. */
  readonly sessions: ReadonlySet<http2.Http2Session>;
  /** Takes no more calls (GOAWAY) and resolves when the calls in flight are answered and every connection is closed. */
  close(): Promise<void>;
}

const MAX_REQUEST_BYTES = 256 * 1024 * 1024;
/** HTTP/2's default of 64 KiB makes a large schema or state wait for a round trip every 64 KiB. */
const WINDOW_BYTES = 16 * 1024 * 1024;

const LARGEST_COPY_BYTES = 64 * 1024;

const HTTP2_OPTIONS: http2.ServerOptions = {
  settings: { initialWindowSize: WINDOW_BYTES },
  // In megabytes. Beyond it Node refuses new streams, and its default of 10 is less than one large state.
  maxSessionMemory: 1_024,
};

/** Makes the server; listening is left to the caller. Nothing that a client sends makes it throw. */
export function createGrpcServer(options: GrpcServerOptions): GrpcServer {
  const server = http2.createServer(HTTP2_OPTIONS);
  const listener = options.tls === undefined ? server : verified(options.tls, server);
  const sessions = new Set<http2.Http2Session>();
  server.on('session', (session: http2.ServerHttp2Session) => {
    sessions.add(session);
    session.setLocalWindowSize(WINDOW_BYTES);
    session.once('close', () => sessions.delete(session));
  });
  // A client that breaks the rules of HTTP/2 or TLS loses its connection; nobody else notices.
  server.on('sessionError', () => undefined);
  server.on('stream', (stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders) => {
    void answer(stream, headers, options);
  });
  return { listener, http2: server, sessions, close: () => close(listener, sessions) };
}

/**
 * Hands on the connections of the one client whose certificate is known. It is compared byte by byte, and TLS has its owner
 * prove the key: naming it an authority would do the same, but makes Node load all that it trusts, 18 ms of every start.
 */
function verified({ key, cert, clientCert }: ServerIdentity, server: http2.Http2Server): Server {
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
    if (socket.getPeerX509Certificate()?.raw.equals(expected)) server.emit('connection', socket);
    else socket.destroy();
  });
  return listener.on('tlsClientError', () => undefined);
}

async function close(listener: Server, sessions: ReadonlySet<http2.Http2Session>): Promise<void> {
  const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
  for (const session of sessions) session.close();
  await closed;
}

/** Makes its signal only for who asks for it: most calls are answered without, and signals are costly. */
class Call implements CallContext {
  private controller: AbortController | undefined;
  private cancelled = false;

  get signal(): AbortSignal {
    if (this.controller === undefined) {
      this.controller = new AbortController();
      if (this.cancelled) this.controller.abort(cancelled());
    }
    return this.controller.signal;
  }

  cancel(): void {
    this.cancelled = true;
    this.controller?.abort(cancelled());
  }
}

function cancelled(): GrpcError {
  return new GrpcError(Status.CANCELLED, 'The client cancelled the call.');
}

async function answer(
  stream: http2.ServerHttp2Stream,
  headers: http2.IncomingHttpHeaders,
  { methods, maxRequestBytes = MAX_REQUEST_BYTES, onBug }: GrpcServerOptions,
): Promise<void> {
  const call = new Call();
  let answered = false;
  stream.on('error', () => undefined); // 'close' follows and says all that matters
  stream.once('close', () => {
    if (!answered) call.cancel();
  });
  const path = String(headers[':path']);
  try {
    if (!String(headers['content-type']).startsWith('application/grpc')) return refuseContentType(stream);
    const method = (methods instanceof Promise ? await methods : methods)[path];
    if (method === undefined) throw new GrpcError(Status.UNIMPLEMENTED, `This provider does not serve ${path}.`);
    const request = await readMessage(stream, maxRequestBytes);
    const response = await method(request, call);
    answered = true;
    sendMessage(stream, response);
  } catch (error) {
    answered = true;
    if (!(error instanceof GrpcError)) onBug?.(error, path);
    sendFailure(stream, error instanceof GrpcError ? error : bug(path));
  }
}

function readMessage(stream: http2.ServerHttp2Stream, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FrameReader(maxBytes);
    const attempt = (step: () => void): void => {
      try {
        step();
      } catch (error) {
        stream.off('data', take);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const take = (chunk: Uint8Array): void => attempt(() => reader.push(chunk));
    stream.on('data', take);
    let ended = false;
    stream.once('end', () => {
      ended = true;
      attempt(() => resolve(reader.finish()));
    });
    stream.once('close', () => {
      if (!ended) reject(cancelled());
    });
  });
}

function sendMessage(stream: http2.ServerHttp2Stream, message: Uint8Array): void {
  if (stream.destroyed || stream.closed) return;
  stream.once('wantTrailers', () => stream.sendTrailers({ 'grpc-status': String(Status.OK) }));
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  // One write is one frame and one record of TLS; only what is large is not worth a copy.
  if (message.length <= LARGEST_COPY_BYTES) return void stream.end(Buffer.concat([frameHeader(message), message]));
  stream.write(frameHeader(message));
  stream.end(message);
}

function sendFailure(stream: http2.ServerHttp2Stream, { code, message }: GrpcError): void {
  if (stream.destroyed || stream.closed || stream.headersSent) return;
  stream.respond(
    {
      ':status': 200,
      'content-type': 'application/grpc',
      'grpc-status': String(code),
      'grpc-message': encodeMessage(message),
    },
    { endStream: true },
  );
  stream.resume(); // what is left of the request must not hold up the connection's window
}

function refuseContentType(stream: http2.ServerHttp2Stream): void {
  stream.respond({ ':status': 415 }, { endStream: true });
  stream.resume();
}

function bug(path: string): GrpcError {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return new GrpcError(
    Status.INTERNAL,
    `${name} failed: this is a bug in the provider. Run again with TF_LOG=ERROR to see where, and report it.`,
  );
}
