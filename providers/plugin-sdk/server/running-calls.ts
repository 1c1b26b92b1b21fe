import type { CallContext, Method } from '../wire/grpc-server';

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
