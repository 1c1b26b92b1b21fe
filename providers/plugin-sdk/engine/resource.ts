/** What the author of a resource writes: a schema and what to do with the object that it describes. */
import type { Diagnostic, Path } from '../diagnostics';
import type { Attributes } from '../schema/attribute';
import type { Identity, IdentitySchema } from '../schema/identity';
import type { ObjectOf } from '../schema/infer';
import { checkRoot } from '../schema/reserved';
import type { Config, Plan, Planned, Schema, State } from '../schema/schema';
import type { ValueRecord } from '../values';

/** An object of which only some attributes may be known yet, as an import leaves it. */
export type Stub<S extends Schema> = { readonly [N in keyof State<S>]: State<S>[N] | null };

/** What every operation may use. */
export interface Operation<C> {
  /** What the provider's `configure` returned. */
  readonly client: C;
  /** Aborts when Terraform asks the provider to stop, and when the time that `timeouts` allows is up. */
  readonly signal: AbortSignal;
  /** Kept with the object between runs, invisible to the user. It is lost when the provider dies in an apply. */
  readonly privateState: PrivateState;
  /** Tells the user something without failing. */
  readonly warn: (diagnostic: Diagnostic) => void;
  /** What `provider_meta` says in the module, by the provider's `meta`; null where it says nothing. */
  readonly providerMeta: ValueRecord | null;
}

/** Small values by name; each must survive JSON. Names that begin with `@` are the SDK's own. */
export interface PrivateState {
  /** Undefined where there is no such value. */
  get(key: string): unknown;
  /** @throws where JSON cannot hold the value; undefined removes it */
  set(key: string, value: unknown): void;
}

/** What a read gets. */
export interface ReadRequest<S extends Schema, C> extends Operation<C> {
  /** The stored object; after an import only what the import knew. */
  readonly state: Stub<S>;
}

/** What the modification of a plan gets. */
export interface ModifyPlanRequest<S extends Schema, C> extends Operation<C> {
  /** What is configured, in the spelling in which values are stored. */
  readonly config: Config<S>;
  /** Null where the object is created. */
  readonly prior: State<S> | null;
  /** What is planned so far: return it changed, or as it is. */
  readonly plan: Plan<S>;
  /** A change of what stands at this path replaces the object. */
  readonly requireReplace: (path: Path) => void;
}

/** What a create gets. */
export interface CreateRequest<S extends Schema, C> extends Operation<C> {
  /** What is configured, write-only values among it: only here they are seen. */
  readonly config: Config<S>;
  /** What was promised: known values must come back as they are, unknown ones with a value. */
  readonly planned: Planned<S>;
  /** What Terraform stores should the operation fail from here on: call it as soon as the object exists. */
  readonly saveState: (state: State<S>) => void;
}

/** What an update gets. */
export interface UpdateRequest<S extends Schema, C> extends CreateRequest<S, C> {
  /** What is stored. */
  readonly prior: State<S>;
}

/** What a delete gets, and the plan of one. */
export interface DeleteRequest<S extends Schema, C> extends Operation<C> {
  /** What is stored. */
  readonly prior: State<S>;
}

/** What an import by id gets. */
export interface ImportRequest<C> extends Operation<C> {
  /** As the user wrote it; nobody has checked it. */
  readonly id: string;
}

/** What an import by identity gets. */
export interface ImportIdentityRequest<C, I extends IdentitySchema> extends Operation<C> {
  /** What an import must name is there; the rest is null where it does not. */
  readonly identity: Identity<I>;
}

/** What the author of a resource writes; `resource` declares it. */
export interface ResourceDefinition<S extends Schema, C, I extends IdentitySchema = IdentitySchema> {
  /** Full name of the resource type, such as `null_resource`. */
  readonly name: string;
  /** Made by `schema`. */
  readonly schema: S;
  /** Rules across attributes. Attributes may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /** Overrides the plan of a create or update. Must not promise what the configuration contradicts. */
  modifyPlan?(request: ModifyPlanRequest<S, C>): Promise<Plan<S>>;
  /** Runs while a destroy is planned, also as a part of a replacement: to warn, or to refuse by throwing. */
  planDelete?(request: DeleteRequest<S, C>): Promise<void>;
  /** Makes the object, and returns it as it is then. */
  create(request: CreateRequest<S, C>): Promise<State<S>>;
  /** Null: the object is gone. */
  read(request: ReadRequest<S, C>): Promise<State<S> | null>;
  /** Changes the object in place, and returns it as it is then. */
  update(request: UpdateRequest<S, C>): Promise<State<S>>;
  /** An object that is gone already counts as deleted. */
  delete(request: DeleteRequest<S, C>): Promise<void>;
  /** What is known from the id alone; a read follows. Without it the resource cannot be imported. */
  importState?(request: ImportRequest<C>): Promise<Partial<Stub<S>>>;
  /** Upgrades of stored states, by the schema version they were stored with. Each leads straight to the current version. */
  readonly upgrades?: Readonly<Record<number, Upgrade<State<S>>>>;
  /** Objects of other resource types that a `moved` block may turn into one of this type. The first that fits counts. */
  readonly moves?: readonly Move<State<S>>[];
  /** What Terraform 1.12 and later keep beside the state, to tell objects apart and to import by. Older ones read over it. */
  readonly identity?: I;
  /** Goes with `identity`: who the stored object is. The answer must be the same for as long as the object lives. */
  identityOf?(state: State<S>): Identity<I>;
  /** Set where an update, or somebody else, may change the identity of an object that lives on. Without it, that is a bug. */
  readonly identityMayChange?: true;
  /** What is known from the identity alone; a read follows. Without it objects cannot be imported by it. */
  importIdentity?(request: ImportIdentityRequest<C, I>): Promise<Partial<Stub<S>>>;
  /** As `upgrades`, of stored identities. */
  readonly identityUpgrades?: Readonly<Record<number, Upgrade<Identity<I>>>>;
}

/** How a stored object of an earlier form becomes one of today's; see `upgradeFrom`. */
export interface Upgrade<T> {
  readonly from: Attributes;
  upgrade(old: never): T;
}

/** An upgrade whose old state, or identity, is typed by the old schema. */
export function upgradeFrom<Old extends { readonly attributes: Attributes }, T>(
  old: Old,
  upgrade: (old: ObjectOf<Old['attributes'], 'state'>) => T,
): Upgrade<T> {
  return { from: old.attributes, upgrade };
}

/** How an object of another type becomes one of this; see `moveFrom`. */
export interface Move<T> {
  readonly from: MoveSource;
  readonly attributes: Attributes;
  move(old: never): T;
}

/** Which objects a move is for. */
export interface MoveSource {
  /** The resource type, such as `null_resource`. */
  readonly type: string;
  /** The end of the provider's address, such as `hashicorp/null`; without it, any provider with such a type. */
  readonly provider?: string;
  /** The schema version that the object was stored with; without it, any. */
  readonly version?: number;
}

/** A move whose old object is typed by a schema of it: what the schema leaves out is not read. */
export function moveFrom<Old extends { readonly attributes: Attributes }, T>(
  from: MoveSource & { readonly schema: Old },
  move: (old: ObjectOf<Old['attributes'], 'state'>) => T,
): Move<T> {
  return { from, attributes: from.schema.attributes, move };
}

/** A resource as the engine handles it: the author's types end here. */
export type Resource<C> = ResourceDefinition<Schema, C>;

/**
 * Declares a resource. The schema's types hold inside; outside it is one resource among others.
 * @throws Error where an attribute has a name that Terraform keeps for itself, or parts of an identity are missing
 */
export function resource<S extends Schema, C, I extends IdentitySchema = IdentitySchema>(
  definition: ResourceDefinition<S, C, I>,
): Resource<C> {
  const { name, identity, identityUpgrades } = definition;
  checkRoot('resource', definition);
  if ((identity === undefined) !== (definition.identityOf === undefined)) {
    throw new Error(`resource ${name} must have both of identity and identityOf, or none`);
  }
  if (identity === undefined && (definition.importIdentity !== undefined || identityUpgrades !== undefined)) {
    throw new Error(`resource ${name} has no identity to import by, or to upgrade`);
  }
  return definition;
}
