/** A small gRPC client for unary calls, which stands where Terraform stands. */
import * as http2 from 'node:http2';
import { connect } from 'node:net';
import { FrameReader, frameHeader } from '../wire/grpc-frames';

const MAX_RESPONSE_BYTES = 64 * 1024 * 1024; // the same as Terraform's own limit for schemas

/**
 * The exception of a call that ended with a status other than OK:
 * https://grpc.github.io/grpc/core/md_doc_statuscodes.html
 */
export class CallError extends Error {
  override readonly name = 'CallError';
  constructor(
    path: string,
    readonly code: number,
    readonly detail: string,
  ) {
    super(`${path}: status ${code}: ${detail}`);
  }
}

/** What carries calls to a provider. */
export interface Channel {
  /**
   * Makes one call: from the bytes of its message to the bytes of the answer.
   * @throws CallError for a status other than OK
   */
  call(path: string, message: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}

export class GrpcClient implements Channel {
  private constructor(private readonly session: http2.ClientHttp2Session) {}

  /** Connects to a server on a socket without TLS. */
  static async connect(socketPath: string): Promise<GrpcClient> {
    const session = http2.connect('http://localhost', { createConnection: () => connect(socketPath) });
    await new Promise<void>((resolve, reject) => session.once('connect', () => resolve()).once('error', reject));
    return new GrpcClient(session);
  }

  async call(path: string, message: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
    const stream = this.session.request(headers, signal === undefined ? {} : { signal });
    const chunks: Uint8Array[] = [];
    let status: http2.IncomingHttpHeaders = {};
    const closed = new Promise<void>((resolve, reject) => {
      // The status comes with the trailers, or with the headers where there is nothing else.
      const receive = (headers: http2.IncomingHttpHeaders): void => void (status = headers);
      stream.on('response', receive);
      stream.on('trailers', receive);
      stream.on('data', (chunk: Uint8Array) => void chunks.push(chunk));
      stream.on('error', reject);
      stream.on('close', resolve);
    });
    stream.write(frameHeader(message));
    stream.end(message);
    await closed;
    const detail = decodeURIComponent(String(status['grpc-message'] ?? ''));
    if (status['grpc-status'] !== '0') throw new CallError(path, Number(status['grpc-status']), detail);
    const reader = new FrameReader(MAX_RESPONSE_BYTES);
    for (const chunk of chunks) reader.push(chunk);
    return reader.finish();
  }

  async close(): Promise<void> {
    if (this.session.destroyed) return;
    await new Promise<void>((resolve) => this.session.close(resolve));
  }
}
