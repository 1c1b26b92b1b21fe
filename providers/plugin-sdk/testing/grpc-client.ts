/** A small gRPC client for unary calls, enough to stand where Terraform stands. */
import * as http2 from 'node:http2';
import { connect } from 'node:net';
import { FrameReader, frameHeader } from '../wire/grpc-frames';

const MAX_RESPONSE_BYTES = 64 * 1024 * 1024; // as Terraform's own limit for schemas

export class GrpcClient {
  private constructor(private readonly session: http2.ClientHttp2Session) {}

  /** Connects to a server on a socket without TLS. */
  static async connect(socketPath: string): Promise<GrpcClient> {
    const session = http2.connect('http://localhost', { createConnection: () => connect(socketPath) });
    await new Promise<void>((resolve, reject) => session.once('connect', () => resolve()).once('error', reject));
    return new GrpcClient(session);
  }

  /** One call; a status other than OK throws. */
  call(path: string, message: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
      const stream = this.session.request(headers, signal === undefined ? {} : { signal });
      const reader = new FrameReader(MAX_RESPONSE_BYTES);
      let status: http2.IncomingHttpHeaders = {};
      const fail = () =>
        reject(new Error(`${path}: status ${String(status['grpc-status'])}: ${String(status['grpc-message'])}`));
      const receive = (headers: http2.IncomingHttpHeaders): void => {
        status = headers;
      };
      stream.on('response', receive);
      stream.on('trailers', receive);
      stream.on('data', (chunk: Uint8Array) => reader.push(chunk));
      stream.on('error', reject);
      stream.on('close', () => (status['grpc-status'] === '0' ? resolve(reader.finish()) : fail()));
      stream.write(frameHeader(message));
      stream.end(message);
    });
  }

  async close(): Promise<void> {
    if (this.session.destroyed) return;
    await new Promise<void>((resolve) => this.session.close(resolve));
  }
}
