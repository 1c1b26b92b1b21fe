/** What lasts from one call to the next, and what each call takes from it. */
import type { Environment } from '../engine/operation';
import type { Schema } from '../schema/schema';
import type { ValueRecord } from '../values';
import type { DynamicValue } from '../wire/gen/tfplugin6';
import type { CallContext } from '../wire/grpc-server';
import { logBug } from './call';
import { decodeObject } from './objects';

export class Session<C> {
  private client: { readonly value: C } | undefined;

  /** @param meta the schema of what modules say in `provider_meta` */
  constructor(private readonly meta?: Schema) {}

  configure(client: C): void {
    this.client = { value: client };
  }

  /** @throws before the provider was configured */
  environment(call: CallContext, providerMeta?: DynamicValue): Environment<C> {
    const { meta } = this;
    if (this.client === undefined) throw new Error('Terraform used the provider before it configured it');
    const said = meta === undefined ? null : decodeObject(meta, providerMeta);
    return new CallEnvironment(this.client.value, call, said);
  }
}

/** A class, since a getter in each object is costly. */
class CallEnvironment<C> implements Environment<C> {
  readonly onBug = logBug;

  constructor(
    readonly client: C,
    private readonly call: CallContext,
    readonly providerMeta: ValueRecord | null,
  ) {}

  /** A signal is only made for who asks for it. */
  get signal(): AbortSignal {
    return this.call.signal;
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
