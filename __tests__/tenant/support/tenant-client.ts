/** A client of the local tenant for tests. It holds every answer against the contract, whatever the test looks at. */
import { contractOperations, type ContractOperation } from '../../../tenant/contract/document';
import { findDifference } from '../../support/contract-answers';
import { startTenant, type LocalTenant, type TenantOptions } from '../../../tenant/emulator';

interface Reply {
  status: number;
  headers: Headers;
  // What a test expects of a body is the test's own business.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

interface Call {
  body?: unknown;
  /** The body as it goes over the wire, instead of `body`. */
  text?: string;
  /** null leaves the token out. */
  token?: string | null;
  headers?: Record<string, string>;
}

export interface TenantClient {
  tenant: LocalTenant;
  /** The path is below `/api/v2`, or absolute when it begins with `//`. */
  call(method: string, path: string, call?: Call): Promise<Reply>;
  get(path: string, call?: Call): Promise<Reply>;
  post(path: string, body: unknown, call?: Call): Promise<Reply>;
  put(path: string, body: unknown, call?: Call): Promise<Reply>;
  patch(path: string, body: unknown, call?: Call): Promise<Reply>;
  delete(path: string, call?: Call): Promise<Reply>;
}

/** Starts a tenant for one test file's use; the caller closes it. */
export async function openTenant(options: TenantOptions = {}): Promise<TenantClient> {
  const tenant = await startTenant(options);
  const call = async (method: string, path: string, given: Call = {}): Promise<Reply> => {
    const url = path.startsWith('//') ? new URL(path.slice(1), tenant.serverUrl).href : tenant.serverUrl + path;
    const token = given.token === undefined ? tenant.token : given.token;
    const body = given.text ?? (given.body === undefined ? null : JSON.stringify(given.body));
    const headers = {
      ...(token === null ? {} : { 'Netskope-Api-Token': token }),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...given.headers,
    };
    const response = await fetch(url, { method, headers, body });
    const reply = { status: response.status, headers: response.headers, body: await response.json() };
    requireContract(method, new URL(url).pathname, reply);
    return reply;
  };
  return {
    tenant,
    call,
    get: (path, given) => call('GET', path, given),
    post: (path, body, given) => call('POST', path, { body, ...given }),
    put: (path, body, given) => call('PUT', path, { body, ...given }),
    patch: (path, body, given) => call('PATCH', path, { body, ...given }),
    delete: (path, given) => call('DELETE', path, given),
  };
}

function requireContract(method: string, pathname: string, reply: Reply): void {
  const operation = contractOperations().find((one) => one.method === method && pathOf(one).test(pathname));
  const difference = operation && findDifference(operation, reply);
  if (difference !== undefined) throw new Error(difference);
}

function pathOf({ basePath, path }: ContractOperation): RegExp {
  return new RegExp(`^${basePath}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
