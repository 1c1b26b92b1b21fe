/** Calls methods where they stand: the same messages as over a socket, but no HTTP/2, for tests with very many calls. */
import type { CallContext, Methods } from '../wire/grpc-server';
import { GrpcError, Status } from '../wire/grpc-frames';
import { CallError, type Channel } from './grpc-client';

export class DirectClient implements Channel {
  constructor(private readonly methods: Methods) {}

  /** As the server does: what is no {@link GrpcError} is a bug, and the call ends with `INTERNAL`. */
  async call(path: string, message: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    const method = this.methods[path];
    if (method === undefined) throw new CallError(path, Status.UNIMPLEMENTED, 'not served');
    const context = new DirectContext();
    signal?.addEventListener('abort', () => context.cancel(), { once: true });
    try {
      return await method(message, context);
    } catch (cause) {
      const code = cause instanceof GrpcError ? cause.code : Status.INTERNAL;
      throw new CallError(path, code, String(cause));
    }
  }

  async close(): Promise<void> {}
}

class DirectContext implements CallContext {
  /** Made only for who asks for it: signals are costly. */
  private controller: AbortController | undefined;

  get signal(): AbortSignal {
    this.controller ??= new AbortController();
    return this.controller.signal;
  }

  cancel(): void {
    this.controller ??= new AbortController();
    this.controller.abort(new GrpcError(Status.CANCELLED, 'The call was cancelled.'));
  }
}
