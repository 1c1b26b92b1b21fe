/**
 * What the author of a resource writes: a schema, and how to make, read, change and delete the object that it
 * describes.
 */
import type { Diagnostic, Path } from '../diagnostics';
import type { Attributes } from '../schema/attribute';
import type { Identity, IdentitySchema } from '../schema/identity';
import type { ObjectOf } from '../schema/infer';
import { checkRoot } from '../schema/reserved';
import type { Config, Plan, Planned, Schema, State } from '../schema/schema';
import type { ValueRecord } from '../values';

/** An object of which an import knows only some attributes; the others are null. */
export type Stub<S extends Schema> = { readonly [N in keyof State<S>]: State<S>[N] | null };

/** The part of a request that every operation gets. `C` is the provider's client. */
export interface Operation<C> {
  /** The client that the provider's `configure` returned. */
  readonly client: C;
  /**
   * The signal that aborts when Terraform asks the provider to stop, and when the time that `timeouts` allows is up.
   */
  readonly signal: AbortSignal;
  /**
   * Values that are kept with the object between runs, invisible to the user. They are lost when the provider dies in
   * an apply.
   */
  readonly privateState: PrivateState;
  /** Tells the user something without failing. */
  readonly warn: (diagnostic: Diagnostic) => void;
  /** What the module says in `provider_meta`, in the form of the provider's `meta`; null where it says nothing. */
  readonly providerMeta: ValueRecord | null;
}

/** Small values by name, each of a kind that JSON can hold. Names that begin with `@` are the SDK's own. */
export interface PrivateState {
  /** Gives the value of a name; undefined where there is none. */
  get(key: string): unknown;
  /** Keeps a value under a name; undefined removes it. @throws TypeError where JSON cannot hold the value */
  set(key: string, value: unknown): void;
}

/** The request that `read` gets. */
export interface ReadRequest<S extends Schema, C> extends Operation<C> {
  /** The stored object. After an import it holds only what the import knew. */
  readonly state: Stub<S>;
}

/** The request that `modifyPlan` gets. */
export interface ModifyPlanRequest<S extends Schema, C> extends Operation<C> {
  /** The configuration. Where it only spells a stored value in another way, it has the stored spelling. */
  readonly config: Config<S>;
  /** The stored object; null where the object is being created. */
  readonly prior: State<S> | null;
  /** The object that is planned so far; `modifyPlan` returns it, changed or as it is. */
  readonly plan: Plan<S>;
  /** Makes a change of the value at this path a replacement of the object. */
  readonly requireReplace: (path: Path) => void;
}

/** The request that `create` gets. */
export interface CreateRequest<S extends Schema, C> extends Operation<C> {
  /** The configuration, with write-only values, which are seen nowhere else. */
  readonly config: Config<S>;
  /**
   * The planned object. Its known values must come back as they are, and a value must come back for each unknown one.
   */
  readonly planned: Planned<S>;
  /**
   * Says what Terraform stores should the operation fail later on. It should be called as soon as the object exists.
   * @throws Error where the state is not of the schema's form
   */
  readonly saveState: (state: State<S>) => void;
}

/** The request that `update` gets. */
export interface UpdateRequest<S extends Schema, C> extends CreateRequest<S, C> {
  /** What is stored. */
  readonly prior: State<S>;
}

/** The request that `delete` and `planDelete` get. */
export interface DeleteRequest<S extends Schema, C> extends Operation<C> {
  /** What is stored. */
  readonly prior: State<S>;
}

/** The request that `importState` gets. */
export interface ImportRequest<C> extends Operation<C> {
  /** The id as the user wrote it; nobody has checked it. */
  readonly id: string;
}

/** The request that `importIdentity` gets. */
export interface ImportIdentityRequest<C, I extends IdentitySchema> extends Operation<C> {
  /** The identity. What an import must name is there; the rest is null where the import leaves it out. */
  readonly identity: Identity<I>;
}

/** The definition of a resource; `resource` declares it. */
export interface ResourceDefinition<S extends Schema, C, I extends IdentitySchema = IdentitySchema> {
  /** The full name of the resource type, such as `null_resource`. */
  readonly name: string;
  /** The schema, made by `schema`. */
  readonly schema: S;
  /** Says what is wrong with a configuration, across attributes. Their values may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /** Overrides the plan of a create or an update. It must not promise what the configuration contradicts. */
  modifyPlan?(request: ModifyPlanRequest<S, C>): Promise<Plan<S>>;
  /**
   * Runs while a destroy is planned, also as a part of a replacement. It may warn, or refuse by a `DiagnosticError`.
   */
  planDelete?(request: DeleteRequest<S, C>): Promise<void>;
  /** Makes the object, and returns it as it is then. */
  create(request: CreateRequest<S, C>): Promise<State<S>>;
  /** Reads the object as it is now; null says that it is gone. */
  read(request: ReadRequest<S, C>): Promise<State<S> | null>;
  /** Changes the object in place, and returns it as it is then. */
  update(request: UpdateRequest<S, C>): Promise<State<S>>;
  /** Deletes the object. One that is gone already must count as deleted. */
  delete(request: DeleteRequest<S, C>): Promise<void>;
  /**
   * Gives what is known from the id alone; a read follows. Without this method, objects cannot be imported by their id.
   */
  importState?(request: ImportRequest<C>): Promise<Partial<Stub<S>>>;
  /**
   * The upgrades of stored states, by the schema version that they were stored with. Each leads straight to the current
   * version.
   */
  readonly upgrades?: Readonly<Record<number, Upgrade<State<S>>>>;
  /**
   * The moves by which a `moved` block may turn objects of other resource types into one of this type. The first that
   * fits counts.
   */
  readonly moves?: readonly Move<State<S>>[];
  /**
   * The identity, which Terraform 1.12 and later keep beside the state, and by which they can import. Older ones ignore
   * it.
   */
  readonly identity?: I;
  /**
   * Gives the identity of a stored object, which must be the same for as long as the object lives. It goes with
   * `identity`.
   */
  identityOf?(state: State<S>): Identity<I>;
  /**
   * An update, or somebody else, may change the identity of an object that lives on. Without this option, such a change
   * is reported as a bug.
   */
  readonly identityMayChange?: true;
  /**
   * Gives what is known from the identity alone; a read follows. Without this method, objects cannot be imported by
   * their identity.
   */
  importIdentity?(request: ImportIdentityRequest<C, I>): Promise<Partial<Stub<S>>>;
  /**
   * The upgrades of stored identities, by the version that they were stored with. Each leads straight to the current
   * version.
   */
  readonly identityUpgrades?: Readonly<Record<number, Upgrade<Identity<I>>>>;
}

/** How a stored state, or identity, of an earlier form becomes one of the current form; `upgradeFrom` makes it. */
export interface Upgrade<T> {
  readonly from: Attributes;
  upgrade(old: never): T;
}

/** Makes an upgrade. The old state, or identity, has the types of the old schema. */
export function upgradeFrom<Old extends { readonly attributes: Attributes }, T>(
  old: Old,
  upgrade: (old: ObjectOf<Old['attributes'], 'state'>) => T,
): Upgrade<T> {
  return { from: old.attributes, upgrade };
}

/** How an object of another resource type becomes one of this type; `moveFrom` makes it. */
export interface Move<T> {
  readonly from: MoveSource;
  readonly attributes: Attributes;
  move(old: never): T;
}

/** The objects that a move is for. */
export interface MoveSource {
  /** The resource type that the objects have, such as `null_resource`. */
  readonly type: string;
  /** The end of their provider's address, such as `hashicorp/null`; without it, any provider will do. */
  readonly provider?: string;
  /** The schema version that they were stored with; without it, any version will do. */
  readonly version?: number;
}

/**
 * Makes a move. The old object has the types of the given schema, and attributes that this schema leaves out are not
 * read.
 */
export function moveFrom<Old extends { readonly attributes: Attributes }, T>(
  from: MoveSource & { readonly schema: Old },
  move: (old: ObjectOf<Old['attributes'], 'state'>) => T,
): Move<T> {
  return { from, attributes: from.schema.attributes, move };
}

/** A resource as the engine handles it, without the author's types. */
export type Resource<C> = ResourceDefinition<Schema, C>;

/**
 * Declares a resource. The types of the schema hold inside the definition. The returned resource no longer has them, so
 * it can stand in one list with other resources.
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
