/**
 * What is on the tenant that the environment names? The provider's client reads it page by page, within the rate limit,
 * and each list once.
 */
import { ApiError, type TenantClient } from '../../providers/netskope/client';
import { configure, settings } from '../../providers/netskope/settings';
import { tenantOf } from '../../providers/netskope/session';
import { readTenantObjects } from '../../providers/netskope/tenant-objects';
import { DiagnosticError } from 'terraform-plugin-sdk-ts';
import { modelFromTenant, type TenantObjects } from '../../steering';
import { UserError, EXIT, type Surroundings } from '../complaint';
import type { ModelSource } from './source';

const NEEDED = ['NETSKOPE_SERVER_URL', 'NETSKOPE_API_KEY'] as const;
/** The longest wait, in seconds. It is short, because a person waits for the answer. */
const MAX_RETRY_WAIT_SECONDS = 30;

/** @throws UserError */
export async function readTenantSource({ env }: Surroundings): Promise<ModelSource> {
  const objects = await readTenantFrom(
    env,
    'There is nothing to look at: neither --plan nor --stack is given, and',
    'Give one of the two, or set',
  );
  const url = env['NETSKOPE_SERVER_URL']?.trim() ?? '';
  return {
    model: modelFromTenant(objects),
    title: `the tenant at ${url}, as it is now`,
    json: { kind: 'tenant', server_url: url },
    notes: [],
  };
}

/**
 * Reads all objects of the tenant.
 * @param because the beginning of the sentence that says which variables are not set
 * @param advice the beginning of the sentence that says what to do
 * @throws UserError
 */
export function readTenantFrom(env: NodeJS.ProcessEnv, because: string, advice: string): Promise<TenantObjects> {
  return readWithClient(env, because, advice, (client) => readTenantObjects(client));
}

/**
 * Reads something of the tenant with the provider's client.
 * @param because the beginning of the sentence that says which variables are not set
 * @param advice the beginning of the sentence that says what to do
 * @throws UserError
 */
export async function readWithClient<T>(
  env: NodeJS.ProcessEnv,
  because: string,
  advice: string,
  read: (client: TenantClient) => Promise<T>,
): Promise<T> {
  const missing = NEEDED.filter((name) => (env[name] ?? '').trim() === '');
  if (missing.length > 0) {
    throw new UserError(
      EXIT.usage,
      `${because} ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. ${advice} both NETSKOPE_SERVER_URL and NETSKOPE_API_KEY to read a tenant.`,
    );
  }
  try {
    const session = await configure({ ...NO_SETTINGS, max_retry_wait_seconds: MAX_RETRY_WAIT_SECONDS }, env);
    return await read(tenantOf(session));
  } catch (cause) {
    if (cause instanceof DiagnosticError) {
      const [diagnostic] = cause.diagnostics;
      throw new UserError(EXIT.usage, diagnostic === undefined ? cause.message : diagnostic.detail);
    }
    if (cause instanceof ApiError) throw new UserError(EXIT.tenant, `The tenant cannot be read. ${cause.message}`);
    throw cause;
  }
}

/** The settings of a provider that are all left to the environment. */
const NO_SETTINGS = Object.fromEntries(Object.keys(settings.attributes).map((name) => [name, null])) as {
  [N in keyof typeof settings.attributes]: null;
};
