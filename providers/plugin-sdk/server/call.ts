/**
 * The way of one call: bytes become a message, the answer becomes bytes, and an unexpected exception becomes a
 * diagnostic.
 */
import { diagnosticsOf, traceOf } from '../engine/operation';
import type { CallContext, Method } from '../wire/grpc-server';
import { log } from '../wire/log';
import { diagnosticToProto } from '../wire/to-proto';

/**
 * The calls that are under way, which are cancelled when Terraform asks the provider to stop. Later calls begin
 * cancelled.
 */
export class RunningCalls {
  private readonly running = new Set<CallContext>();
  private stopped = false;

  cancelAll(): void {
    this.stopped = true;
    for (const call of this.running) call.cancel();
  }

  watch(method: Method): Method {
    return async (bytes, call) => {
      this.running.add(call);
      if (this.stopped) call.cancel();
      try {
        return await method(bytes, call);
      } finally {
        this.running.delete(call);
      }
    };
  }
}

interface MessageCodec<T> {
  decode(bytes: Uint8Array): T;
  encode(message: T): { finish(): Uint8Array };
}

/**
 * Makes a handler of bytes out of a handler of messages. Fields that the handler of messages leaves out have protobuf's
 * defaults. An exception is answered as a diagnostic, where the response has room for one.
 * @param keep gives what must stand in the answer beside that diagnostic, so that it is not lost
 */
export function call<Q, A>(
  request: MessageCodec<Q>,
  response: MessageCodec<A>,
  answer: (request: Q, context: CallContext) => Promise<Partial<A>> | Partial<A>,
  keep: (request: Q) => Partial<A> = () => ({}),
): Method {
  const nothing = response.decode(new Uint8Array());
  return async (bytes, context) => {
    const message = request.decode(bytes);
    const result = await (async () => answer(message, context))().catch((cause: unknown) => {
      logBug(cause);
      return { ...keep(message), diagnostics: diagnosticsOf(cause).map((one) => diagnosticToProto(one)) };
    });
    return response.encode({ ...nothing, ...result }).finish();
  };
}

export function logBug(cause: unknown): void {
  log.debug('a call failed', { cause: traceOf(cause) });
}
