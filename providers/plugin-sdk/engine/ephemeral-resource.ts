/** What the author of an ephemeral resource writes: a schema, and how to open and close what it describes. */
import type { Diagnostic } from '../diagnostics';
import type { Config, Query, Schema, State } from '../schema/schema';
import { checkRoot } from '../schema/reserved';
import { selecting } from './align';
import type { Operation } from './resource';

/** The request that `close` gets. `open` puts into `privateState` what `close` must know. */
export type EphemeralRequest<C> = Omit<Operation<C>, 'providerMeta'>;

/** The request that `renew` gets. `open` puts into `privateState` what `renew` must know. */
export interface RenewRequest<C> extends EphemeralRequest<C> {
  /** Asks Terraform to renew at that time. Unless it is called, Terraform does not renew, or does not renew again. */
  readonly renewAt: (time: Date) => void;
}

/** The request that `open` gets. */
export interface OpenRequest<S extends Schema, C> extends RenewRequest<C> {
  /**
   * The configuration, wholly known and with defaults. An attribute is null where nothing is set, and where the answer
   * will stand.
   */
  readonly config: Query<S>;
}

/** The definition of an ephemeral resource; `ephemeralResource` declares it. */
export interface EphemeralResourceDefinition<S extends Schema, C> {
  /** The full name of the ephemeral resource, such as `vault_token`. */
  readonly name: string;
  /**
   * The schema of the configuration and of the result. Its plan modifiers never run: an ephemeral resource has no plan.
   */
  readonly schema: S;
  /** Says what is wrong with a configuration, across attributes. Their values may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /** Opens the resource, and gives what the module works with. Terraform keeps that in no plan and in no state. */
  open(request: OpenRequest<S, C>): Promise<State<S>>;
  /**
   * Keeps the resource open, at the time that `renewAt` named. What it puts into `privateState` reaches the next
   * renewal, but not `close`.
   */
  renew?(request: RenewRequest<C>): Promise<void>;
  /** Closes the resource, when nobody needs it any more. */
  close?(request: EphemeralRequest<C>): Promise<void>;
}

/** An ephemeral resource as the engine handles it, without the author's types. */
export type EphemeralResource<C> = EphemeralResourceDefinition<Schema, C>;

const WRITE_ONLY = selecting(({ options }) => options.writeOnly === true);

/**
 * Declares an ephemeral resource.
 * @throws Error where a name is reserved, or an attribute is write-only: an ephemeral resource is never stored anyway
 */
export function ephemeralResource<S extends Schema, C>(
  definition: EphemeralResourceDefinition<S, C>,
): EphemeralResource<C> {
  checkRoot('ephemeral resource', definition);
  const [writeOnly] = WRITE_ONLY(definition.schema.attributes);
  if (writeOnly !== undefined)
    throw new Error(`attribute ${writeOnly[0]} of an ephemeral resource cannot be write-only`);
  return definition;
}
