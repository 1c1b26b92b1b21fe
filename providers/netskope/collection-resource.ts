/**
 * How does Terraform create, read, change, delete and import any object that the tenant keeps in a collection? A
 * resource adds its schema and its mapping. Only this file decides that a 404 means that the object is gone, which etag
 * is sent, and how long a new object may stay invisible.
 */
import {
  type Config,
  type Diagnostic,
  DiagnosticError,
  type Operation,
  type Planned,
  type PrivateState,
  type Resource,
  type Schema,
  type State,
  type Stub,
  error,
  isUnknown,
  resource,
} from 'terraform-plugin-sdk-ts';
import {
  COLLECTIONS,
  isInConfiguration,
  YOUNG_MS,
  type ChangeOf,
  type CollectionName,
  type CollectionOf,
  type InputOf,
  type ObjectOf,
  type TenantClient,
} from './client';
import {
  alreadyThere,
  anotherObject,
  createdWithoutId,
  explainCreate,
  thereTwice,
  updateByName,
  type Meeting,
} from './adoption';
import { explained, type AttributePathOf } from './explain';
import { type AddressOfTenant, byId, isId, parseId, trimmedThroughout } from './values';
import { type PlanJudgement, judgePlan, keepCreated, refuseIfDropped, refuseIfObjected } from './judgement';
import { tenantOf, type TenantSession } from './session';

/** The key in private state for the time at which an object was created. It is kept until the object is first seen. */
const CREATED = 'created';

/** What a resource adds to what all objects in collections have in common. */
export interface CollectionResource<
  S extends Schema,
  N extends CollectionName,
  T = ObjectOf<N>,
> extends PlanJudgement<S> {
  /** The collection of the objects. Where they belong to a configuration, the import id is `<configuration>/<id>`. */
  readonly collection: N;
  /** The word for the object in messages. Default: the collection's own word. */
  readonly title?: string;
  readonly schema: S;
  validate?(config: Config<S>): readonly Diagnostic[];
  toApi(planned: Planned<S>): InputOf<N> & ChangeOf<N>;
  /** Maps an object to a state. `previous` is the planned or stored object, whose spelling of empty values stays. */
  fromApi(object: T, previous: Stub<S> | Planned<S>, id: string): State<S>;
  /** The path of the attribute that an API field became. */
  readonly pathOf: AttributePathOf;
  /** Finds an object that already is what the resource is about to create. */
  twinOf?(objects: readonly T[], planned: Planned<S>): T | undefined;
  /**
   * The attribute that holds a unique name, if there is one. The tenant itself then refuses a second object of that
   * name.
   */
  readonly nameAt?: string;
  /** Says why an object can never be managed by this resource, and what to do instead; undefined where it can. */
  unmanageable?(object: T): string | undefined;
  /**
   * Looks for objects that the tenant would delete together with this one.
   *
   * @throws DiagnosticError while there are any, or where that cannot be seen
   */
  refuseDeletion?(tenant: TenantClient, prior: State<S>, signal: AbortSignal): Promise<void>;
}

interface Identified {
  readonly id: string;
  readonly configuration_id?: string;
}

/** The id of an object within its collection. */
function objectIdOf(name: CollectionName, object: object): string {
  return String((object as Readonly<Record<string, unknown>>)[COLLECTIONS[name].idField]);
}

/**
 * The tenant's collection of a name. Where the collection belongs to a configuration, the address names that
 * configuration.
 */
function collectionAt<N extends CollectionName>(
  name: N,
  tenant: TenantClient,
  { configurationId }: Pick<AddressOfTenant, 'configurationId'>,
): CollectionOf<N> {
  const found: unknown = tenant[name];
  return typeof found === 'function'
    ? (found as (configurationId: string) => CollectionOf<N>)(configurationId)
    : (found as CollectionOf<N>);
}

/** Makes the resource of a definition. */
export function collectionResource<S extends Schema, N extends CollectionName>(
  definition: CollectionResource<S, N>,
): Resource<TenantSession> {
  type T = ObjectOf<N>;
  const { name, title = COLLECTIONS[definition.collection].title, pathOf } = definition;
  const inConfiguration = isInConfiguration(definition.collection);
  const ownId = (object: T) => objectIdOf(definition.collection, object);
  const at = (tenant: TenantClient, address: Pick<AddressOfTenant, 'configurationId'>) =>
    collectionAt(definition.collection, tenant, address);
  const failing = <R>(action: string, run: Promise<R>): Promise<R> =>
    explained(run, `Cannot ${action} the ${title}`, pathOf);
  const idOf = (object: T, configurationId: string) =>
    inConfiguration ? `${configurationId}/${ownId(object)}` : ownId(object);
  const addressOf = (state: unknown) => parseId((state as Identified).id, inConfiguration);
  const stateOf = (
    object: T,
    previous: Stub<S> | Planned<S>,
    { configurationId, objectId }: AddressOfTenant,
    keep: PrivateState,
  ): State<S> => {
    const shown = ownId(object);
    if (shown !== objectId) throw anotherObject(title, objectId, shown);
    keep.set('etag', object.etag);
    return definition.fromApi(object, previous, idOf(object, configurationId));
  };

  const meetingIn = (configurationId: string): Meeting<T> => ({
    type: name,
    title,
    idOf: (object) => idOf(object, configurationId),
    unmanageable: (object) => definition.unmanageable?.(object),
    ...(definition.nameAt !== undefined && { nameAt: definition.nameAt }),
  });

  const importState = async ({ client, signal, id }: Operation<TenantSession> & { id: string }) => {
    const address = parseId(id, inConfiguration);
    const collection = at(tenantOf(client), address);
    const object = await failing('import', collection.find(address.objectId, { signal }));
    if (object === null) throw nothingThere(title, id);
    const reason = definition.unmanageable?.(object);
    if (reason !== undefined) throw new DiagnosticError(error(`Cannot import this ${title}`, reason));
    const known = inConfiguration ? { id, configuration_id: address.configurationId } : { id };
    return known as Partial<Stub<S>>;
  };

  return resource<S, TenantSession, typeof byId>({
    name,
    schema: definition.schema,
    identity: byId,
    identityOf: (state) => ({ id: (state as unknown as Identified).id }),
    ...(definition.validate && { validate: definition.validate.bind(definition) }),

    modifyPlan: (request) => judgePlan(definition, request),

    async create({ client, signal, planned, privateState, saveState }) {
      const configurationId = (planned as unknown as Identified).configuration_id ?? '';
      await refuseIfObjected(definition, tenantOf(client), planned, signal);
      const collection = at(tenantOf(client), { configurationId });
      const meeting = meetingIn(configurationId);
      const twinAmong = definition.twinOf && ((objects: readonly T[]) => definition.twinOf?.(objects, planned));
      if (definition.nameAt === undefined && twinAmong !== undefined) {
        const twin = twinAmong(await failing('read', collection.list({ signal })));
        if (twin !== undefined) throw alreadyThere(meeting, twin);
      }
      const created = collection.create(definition.toApi(planned), { signal }).catch(async (cause: unknown) => {
        throw await explainCreate(cause, meeting, collection, twinAmong);
      });
      const object = await failing('create', created);
      const address = { configurationId, objectId: ownId(object) };
      const id = idOf(object, configurationId);
      if (!isId(address.objectId)) throw createdWithoutId(title, nameIn(planned), id);
      // The object exists from here on, so an answer that cannot be mapped must not lose its id.
      saveState({ ...knownOf(planned), id } as unknown as State<S>);
      const state = stateOf(object, planned, address, privateState);
      privateState.set(CREATED, Date.now());
      saveState(state);
      refuseIfDropped({ ...definition, title }, planned, state, keepCreated(id));
      return state;
    },

    async read(request) {
      const { client, state, privateState } = request;
      if (client.tenant === null) return state as unknown as State<S>;
      const address = addressOf(state);
      const collection = at(client.tenant, address);
      const reading = collection.find(address.objectId, {
        ...young(privateState),
        // This is a getter, because most objects are in a list that was read already: nobody then asks for the signal,
        // and none is made.
        get signal() {
          return request.signal;
        },
      });
      const object = await failing('read', reading);
      if (object === null) return null;
      privateState.set(CREATED, undefined);
      if (definition.nameAt === undefined) {
        const others = collection.alike(address.objectId).map((other) => `${address.configurationId}/${other}`);
        if (others.length > 0) request.warn(thereTwice(title, others));
      }
      const found = stateOf(object, state, address, privateState);
      return isStub(state) ? trimmedThroughout(found) : found;
    },

    async update({ client, signal, planned, prior, privateState, saveState }) {
      const address = addressOf(prior);
      const collection = at(tenantOf(client), address);
      await refuseIfObjected(definition, tenantOf(client), planned, signal);
      const options = { signal, ...etagOf(privateState) };
      const others = (objects: readonly T[]) => objects.filter((one) => ownId(one) !== address.objectId);
      const updated = updateByName(
        () => collection.update(address.objectId, definition.toApi(planned), options),
        meetingIn(address.configurationId),
        collection,
        (objects) => definition.twinOf?.(others(objects), planned),
      );
      const object = await failing('update', updated);
      const state = stateOf(object, planned, address, privateState);
      saveState(state);
      refuseIfDropped({ ...definition, title }, planned, state);
      return state;
    },

    async delete({ client, signal, prior, privateState }) {
      const address = addressOf(prior);
      const collection = at(tenantOf(client), address);
      await definition.refuseDeletion?.(tenantOf(client), prior, signal);
      await failing('delete', collection.delete(address.objectId, { signal, ...etagOf(privateState) }));
    },

    importState,
    importIdentity: (request) => importState({ ...request, id: request.identity.id }),
  });
}

/** The words by which users recognise a new object, which has no id yet. */
function nameIn(planned: object): string {
  const { name, configuration_id } = planned as { readonly name?: unknown; readonly configuration_id?: unknown };
  return typeof name === 'string' ? JSON.stringify(name) : `in configuration ${String(configuration_id)}`;
}

/**
 * Whether a state holds only what an import knows before the first read: the id, and the configuration if there is one.
 */
function isStub(state: object): boolean {
  return Object.entries(state).every(([name, value]) => value === null || name === 'id' || name === 'configuration_id');
}

/** The planned object, with null for each value that only the tenant's answer would have told. */
function knownOf(planned: object): object {
  return Object.fromEntries(
    Object.entries(planned).map(([name, value]): [string, unknown] => {
      if (isUnknown(value)) return [name, null];
      return [
        name,
        typeof value === 'object' && value !== null && !Array.isArray(value) ? knownOf(value as object) : value,
      ];
    }),
  );
}

/** Until when the absence of an object is not believed, because it was created a short while ago. */
function young(privateState: PrivateState): { youngUntil?: number } {
  const created = privateState.get(CREATED);
  // A time in the future was written by a clock that was ahead, so it does not tell the age.
  return typeof created === 'number' && created <= Date.now() ? { youngUntil: created + YOUNG_MS } : {};
}

/** The etag of the object as the plan read it; empty where it is not known. */
export function etagOf(privateState: PrivateState): { etag?: string } {
  const etag = privateState.get('etag');
  return typeof etag === 'string' ? { etag } : {};
}

function nothingThere(title: string, id: string): DiagnosticError {
  const detail = `The tenant has no ${title} with the id ${JSON.stringify(id)}. The data sources of this provider list ids, and "netskope-steering live export --format hcl" writes import blocks with the ids of a whole tenant.`;
  return new DiagnosticError(error('Nothing to import', detail));
}
