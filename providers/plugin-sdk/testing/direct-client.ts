/** Calls methods where they stand: the same messages as over a socket, but no HTTP/2, for tests with very many calls. */
import { GrpcError, Status } from '../wire/grpc-status';
import type { Methods } from '../wire/grpc-server';
import { CallError, type Channel } from './grpc-client';

const NEVER = new AbortController().signal;

export class DirectClient implements Channel {
  constructor(private readonly methods: Methods) {}

  /** As the server does: what is no {@link GrpcError} is a bug, of which the client learns no more than that. */
  async call(path: string, message: Uint8Array, signal: AbortSignal = NEVER) {
    const method = this.methods[path];
    if (method === undefined) throw new CallError(path, Status.UNIMPLEMENTED, 'not served');
    try {
      return await method(message, { signal, cancel: () => undefined });
    } catch (cause) {
      const { code, message } = cause instanceof GrpcError ? cause : { code: Status.INTERNAL, message: String(cause) };
      throw new CallError(path, code, message);
    }
  }

  async close(): Promise<void> {}
}
