// A gRPC client for tests, on node:http2 and nothing of the server's code, so that a mistake in framing cannot agree with itself.
import type * as http2 from 'node:http2';
import type { AddressInfo, Server } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly body: Buffer;
}

export interface Call {
  readonly stream: http2.ClientHttp2Stream;
  readonly answer: Promise<Answer>;
}

/** Five bytes, then the message. */
export function frame(message: Uint8Array, compressed = 0): Buffer {
  const header = Buffer.alloc(5);
  header[0] = compressed;
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

/** Opens a call; the caller writes and ends the stream. */
export function open(session: http2.ClientHttp2Session, path: string, contentType = 'application/grpc'): Call {
  const stream = session.request({ ':method': 'POST', ':path': path, te: 'trailers', 'content-type': contentType });
  const answer = new Promise<Answer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let headers: http2.IncomingHttpHeaders = {};
    stream.on('response', (received) => (headers = received));
    stream.on('trailers', (received) => (headers = { ...headers, ...received }));
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', reject);
    stream.on('close', () => {
      const status = (headers as http2.IncomingHttpStatusHeader)[':status'];
      if (status === undefined) return reject(new Error('closed without an answer'));
      const message = decodeURIComponent(String(headers['grpc-message'] ?? ''));
      resolve({ status, code: String(headers['grpc-status']), message, body: Buffer.concat(chunks) });
    });
  });
  return { stream, answer };
}

/** A whole unary call. */
export function call(session: http2.ClientHttp2Session, path: string, message: Uint8Array): Promise<Answer> {
  const { stream, answer } = open(session, path);
  stream.end(frame(message));
  return answer;
}

export function listenOnAnyPort(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
