/**
 * How are stored objects bound to the tenant that they were made on? Ids are small and alike on every tenant (`0`,
 * `app-5`), so an id used on another tenant could change or delete somebody else's object. In private state, each
 * object is marked with the provider's `server_url`: docs/decisions/0014-state-belongs-to-a-tenant.md.
 */
import { DiagnosticError, error, warning, type Operation, type Resource } from 'terraform-plugin-sdk-ts';
import type { TenantSession } from './session';

/** The key in private state for the `server_url` of the tenant, in its normal form. */
const TENANT = 'tenant';

/** Makes a resource refuse to plan, read, change or delete an object that was made on another tenant. */
export function boundToTenant(resource: Resource<TenantSession>): Resource<TenantSession> {
  return {
    ...resource,

    async modifyPlan(request) {
      if (request.prior !== null) {
        refuseStranger(request, request.prior);
        bind(request, request.prior);
      }
      return resource.modifyPlan === undefined ? request.plan : resource.modifyPlan(request);
    },
    async planDelete(request) {
      refuseStranger(request, request.prior);
      bind(request, request.prior);
      await resource.planDelete?.(request);
    },
    create: marking(resource.create.bind(resource)),
    async read(request) {
      refuseStranger(request, request.state);
      const state = await resource.read(request);
      bind(request, request.state, state === null);
      return state;
    },
    update(request) {
      refuseStranger(request, request.prior);
      mark(request);
      return resource.update(request);
    },
    delete(request) {
      refuseStranger(request, request.prior);
      return resource.delete(request);
    },
    ...(resource.importState && { importState: marking(resource.importState.bind(resource)) }),
    ...(resource.importIdentity && { importIdentity: marking(resource.importIdentity.bind(resource)) }),
  };
}

function marking<R extends Operation<TenantSession>, T>(run: (request: R) => T): (request: R) => T {
  return (request) => {
    mark(request);
    return run(request);
  };
}

/** Marks an object as this tenant's. */
function mark({ client: { serverUrl }, privateState }: Operation<TenantSession>): void {
  if (serverUrl !== null) privateState.set(TENANT, serverUrl);
}

/**
 * Marks an object that has no mark, or a former address, and warns of it. The caller has refused objects of other
 * tenants before.
 */
function bind(operation: Operation<TenantSession>, state: object, isGone = false): void {
  const { serverUrl } = operation.client;
  const stored = storedTenant(operation);
  if (serverUrl === null || stored === serverUrl) return;
  mark(operation);
  if (stored !== undefined) {
    const detail = `${titleOf(state)} was made on ${stored}, a former address of this tenant. From now on it belongs to ${serverUrl}.`;
    operation.warn(warning('State of a former address taken over', detail));
    return;
  }
  const what = isGone
    ? `${serverUrl} has no such object, so it counts as gone.`
    : `From now on it belongs to ${serverUrl}, which has an object of this id.`;
  const detail = `${titleOf(state)} was stored without the address of its tenant. ${what} If that is not the tenant it was made on, do not apply.`;
  operation.warn(warning('Object without a tenant', detail));
}

/**
 * Refuses an object of another tenant before anything is sent. Even a read would take an object of this tenant for that
 * one.
 */
function refuseStranger(operation: Operation<TenantSession>, state: object): void {
  const { serverUrl, formerServerUrls } = operation.client;
  const stored = storedTenant(operation);
  if (serverUrl === null || stored === undefined || [serverUrl, ...formerServerUrls].includes(stored)) return;
  throw new DiagnosticError(
    error(
      'Made on another tenant',
      `${titleOf(state)} belongs to ${stored}, but the provider is set to ${serverUrl}, where the same id may be an object ` +
        'of somebody else. It was neither read nor changed there. Set server_url, or NETSKOPE_SERVER_URL, to the first ' +
        'address; with several providers, let the resource use the one that it was made with. If both are addresses of one ' +
        `tenant, which only moved, say so in the provider: former_server_urls = [${JSON.stringify(stored)}].`,
    ),
  );
}

function storedTenant({ privateState }: Operation<TenantSession>): string | undefined {
  const stored = privateState.get(TENANT);
  return typeof stored === 'string' ? stored : undefined;
}

function titleOf(state: object): string {
  return `The object with the id ${JSON.stringify((state as { readonly id?: unknown }).id)}`;
}
