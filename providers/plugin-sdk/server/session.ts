/** What lasts from one call to the next (the configured client), and what each call takes from it. */
import { DiagnosticError, hasErrors, path, withPlace, type Diagnostic } from '../diagnostics';
import type { Environment } from '../engine/operation';
import { validateConfiguration } from '../engine/validate';
import type { Schema } from '../schema/schema';
import type { ValueRecord } from '../values';
import type { Diagnostic as DiagnosticMessage, DynamicValue } from '../wire/gen/tfplugin6';
import type { CallContext } from '../wire/grpc-server';
import { diagnosticToProto } from '../wire/to-proto';
import { logBug } from './call';
import { decodeObject } from './objects';

export class Session<C> {
  private client: { readonly value: C } | undefined;

  /**
   * @param meta the schema of what modules say in `provider_meta`
   * @param wholePaths whether diagnostics have whole paths, for tests; else they end where Terraform can show the line
   */
  constructor(
    private readonly meta?: Schema,
    private readonly wholePaths = false,
  ) {}

  /** Makes messages of diagnostics about an object of a schema. */
  told({ attributes }: Pick<Schema, 'attributes'>, diagnostics: readonly Diagnostic[]): DiagnosticMessage[] {
    return diagnostics.map((one) => diagnosticToProto(one, this.wholePaths ? undefined : attributes));
  }

  configure(client: C): void {
    this.client = { value: client };
  }

  /**
   * Makes the environment of an operation.
   * @throws Error before the provider was configured
   * @throws DiagnosticError for invalid `provider_meta`
   */
  environment(call: CallContext, providerMeta?: DynamicValue): Environment<C> {
    const { meta } = this;
    if (this.client === undefined) throw new Error('Terraform used the provider before it configured it');
    const said = meta === undefined ? null : decodeObject(meta, providerMeta);
    if (meta !== undefined && said !== null) assertMeta(meta, said);
    return new CallEnvironment(this.client.value, call, said);
  }
}

/**
 * Checks what a module says in `provider_meta`. Terraform has no call that checks it, and shows no place in it, so the
 * text names the place.
 */
function assertMeta(schema: Schema, said: ValueRecord): void {
  const found = validateConfiguration({ schema }, said).map(({ severity, summary, detail, path: at = [] }) => {
    return { severity, summary, detail: withPlace(detail, [...path('provider_meta'), ...at]) };
  });
  if (hasErrors(found)) throw new DiagnosticError(...found);
}

/** The environment of a call. It is a class, since a getter in each object would be costly. */
class CallEnvironment<C> implements Environment<C> {
  readonly onBug = logBug;

  constructor(
    readonly client: C,
    private readonly call: CallContext,
    readonly providerMeta: ValueRecord | null,
  ) {}

  /** The signal is only made when somebody asks for it. */
  get signal(): AbortSignal {
    return this.call.signal;
  }
}

/** Makes a function that finds what Terraform names. */
export function finder<T extends { readonly name: string }>(items: readonly T[]): (name: string) => T {
  const byName = new Map(items.map((item) => [item.name, item]));
  return (name) => {
    const item = byName.get(name);
    if (item === undefined) throw new Error(`Terraform asked for ${name}, which this provider does not have`);
    return item;
  };
}
