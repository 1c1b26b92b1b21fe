/** What the author of an ephemeral resource writes: a schema, and how to open and close what it describes. */
import type { Diagnostic } from '../diagnostics';
import type { Config, Query, Schema, State } from '../schema/schema';
import { checkRoot } from '../schema/reserved';
import { selecting } from './align';
import type { Operation } from './resource';

/** What renewing and closing get: what they must know, `open` puts into `privateState`. */
export type EphemeralRequest<C> = Omit<Operation<C>, 'providerMeta'>;

/** What renewing gets. */
export interface RenewRequest<C> extends EphemeralRequest<C> {
  /** Asks Terraform to renew (once more) at that time. Without it, it never does. */
  readonly renewAt: (time: Date) => void;
}

/** What opening gets. */
export interface OpenRequest<S extends Schema, C> extends RenewRequest<C> {
  /** What is asked for: wholly known, with defaults; null where nothing is set, and where the answer goes. */
  readonly config: Query<S>;
}

/** What the author of an ephemeral resource writes; `ephemeralResource` declares it. */
export interface EphemeralResourceDefinition<S extends Schema, C> {
  /** Full name, such as `vault_token`. */
  readonly name: string;
  /** Plan modifiers in it are read over: an ephemeral resource has no plan. */
  readonly schema: S;
  /** Rules across attributes. Attributes may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /** Opens it, and gives what the module works with. Terraform keeps it in no plan and in no state. */
  open(request: OpenRequest<S, C>): Promise<State<S>>;
  /** Keeps it open; called at the time that `renewAt` named. Its `privateState` reaches the next renewal, not `close`. */
  renew?(request: RenewRequest<C>): Promise<void>;
  /** Ends it, when nobody needs it any more. */
  close?(request: EphemeralRequest<C>): Promise<void>;
}

/** An ephemeral resource as the engine handles it: the author's types end here. */
export type EphemeralResource<C> = EphemeralResourceDefinition<Schema, C>;

const WRITE_ONLY = selecting(({ options }) => options.writeOnly === true);

/** Declares an ephemeral resource, and throws where a name is reserved, or an attribute write-only: nothing of it is stored. */
export function ephemeralResource<S extends Schema, C>(
  definition: EphemeralResourceDefinition<S, C>,
): EphemeralResource<C> {
  checkRoot('ephemeral resource', definition);
  const [writeOnly] = WRITE_ONLY(definition.schema.attributes);
  if (writeOnly !== undefined)
    throw new Error(`attribute ${writeOnly[0]} of an ephemeral resource cannot be write-only`);
  return definition;
}
