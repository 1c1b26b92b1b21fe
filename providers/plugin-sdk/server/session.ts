/** What lasts from one call to the next, and what each call takes from it. */
import type { Environment } from '../engine/operation';
import type { CallContext } from '../wire/grpc-server';
import { logBug } from './call';

export class Session<C> {
  private client: { readonly value: C } | undefined;

  configure(client: C): void {
    this.client = { value: client };
  }

  /** @throws before the provider was configured */
  environment(call: CallContext): Environment<C> {
    if (this.client === undefined) throw new Error('Terraform used the provider before it configured it');
    return {
      client: this.client.value,
      // A signal is only made for who asks for it.
      get signal() {
        return call.signal;
      },
      onBug: logBug,
    };
  }
}

/** Finds what Terraform names. */
export function finder<T extends { readonly name: string }>(items: readonly T[]): (name: string) => T {
  const byName = new Map(items.map((item) => [item.name, item]));
  return (name) => {
    const item = byName.get(name);
    if (item === undefined) throw new Error(`Terraform asked for ${name}, which this provider does not have`);
    return item;
  };
}
