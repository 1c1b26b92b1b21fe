/** One call: bytes become a message, the answer becomes bytes, and what nobody expected becomes a diagnostic. */
import type { CallContext, Method } from '../wire/grpc-server';
import { diagnosticsOf, traceOf } from '../engine/operation';
import { diagnosticToProto } from '../wire/to-proto';
import { log } from '../wire/log';

/** The calls that are under way, to be cancelled when Terraform asks the provider to stop; later ones begin cancelled. */
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
 * A handler of bytes from a handler of messages. Fields that it does not give have protobuf's defaults. An exception is
 * answered as a diagnostic where the response has room for one, beside what `keep` says must not be lost.
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
