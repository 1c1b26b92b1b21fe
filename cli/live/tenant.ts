/**
 * What does a command of `live` look at? A snapshot, or the tenant that the environment names, with the dialect in which
 * its codes are read.
 */
import type { Command } from 'commander';
import { ApiError, cleanerFor, openAgents } from '../../providers/netskope/client';
import { DIALECT_FILE, readDialect } from '../../live/dialect';
import type { ObservedTenant } from '../../live/diff';
import { UnusableFile } from '../../live/json-file';
import { type Snapshot, readSnapshot } from '../../live/snapshot';
import { tenantAddress } from '../../live/tenant-address';
import { TenantNotRead } from '../../live/tenant-not-read';
import { EXIT, UserError, type Surroundings } from '../complaint';
import { progressOn } from '../show';
import { readText, readTextIfThere } from '../source/files';

export interface LiveFlags {
  readonly snapshot?: string;
  readonly dialect?: string;
}

/** A tenant as it was observed, with its name. */
export interface TitledTenant extends ObservedTenant {
  /** Its name, as part of a sentence. */
  readonly title: string;
}

export function addLiveOptions(command: Command): Command {
  return command
    .option('--snapshot <file>', 'a snapshot that "live observe --save" wrote, in place of the tenant')
    .option('--dialect <file>', `what the codes of the tenant mean (default: ${DIALECT_FILE}, where there is one)`);
}

export const LIVE_HELP = `Where it looks:
  --snapshot FILE   what "live observe --save FILE" wrote, so that nobody else needs a token
  without           the tenant of NETSKOPE_TENANT_URL (https://TENANT.goskope.com), read by REST v1 with the token in
                    NETSKOPE_REST_V1_TOKEN
Nobody published what the codes of REST v1 mean. ${DIALECT_FILE} in this folder, or --dialect FILE, says it:
  {"action": {"1": "bypass"}, "https://TENANT.goskope.com": {"action": {"0": "block"}, "traffic_type": {"all": "all"}}}
The top is for all tenants, and below an address is what is true of that tenant alone. "live calibrate" writes it.`;

const NEEDED = ['NETSKOPE_TENANT_URL', 'NETSKOPE_REST_V1_TOKEN'] as const;
const ATTEMPT_MS = 30_000;

/**
 * Reads the snapshot, or else the tenant.
 * @param flags with the text of the dialect, where it was read before
 * @throws UserError
 */
export async function readObserved(
  flags: LiveFlags & { readonly dialectText?: DialectText },
  surroundings: Surroundings,
): Promise<TitledTenant> {
  const { snapshot: path } = flags;
  // What is wrong with a file is said before a tenant is asked.
  const { path: file, text } = flags.dialectText ?? (await readDialectFile(flags));
  const snapshot = path === undefined ? await observeNow(surroundings) : await snapshotIn(path);
  return {
    snapshot,
    dialect: asUserError(() => readDialect(text, snapshot.tenant, `The dialect ${file}`)),
    title:
      path === undefined
        ? `the tenant ${snapshot.tenant}, as REST v1 shows it now`
        : `the tenant ${snapshot.tenant}, as it was observed at ${snapshot.observedAt}`,
  };
}

export async function snapshotIn(path: string): Promise<Snapshot> {
  const text = await readText(path, 'The snapshot');
  return asUserError(() => readSnapshot(text, `The snapshot ${path}`));
}

/** The file of the dialect, whether it is there or not. */
export interface DialectText {
  readonly path: string;
  /** Left out where there is no such file. */
  readonly text?: string;
}

/** Reads the file of the dialect. One that is named must be there. @throws UserError */
export async function readDialectFile({ dialect }: LiveFlags, mayBeNew = false): Promise<DialectText> {
  const path = dialect ?? DIALECT_FILE;
  const text =
    dialect === undefined || mayBeNew
      ? await readTextIfThere(path, 'The dialect')
      : await readText(path, 'The dialect');
  return { path, ...(text !== undefined && { text }) };
}

/** @throws UserError */
export function asUserError<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof UnusableFile) throw new UserError(EXIT.unreadable, ...cause.lines);
    throw cause;
  }
}

async function observeNow({ env }: Surroundings): Promise<Snapshot> {
  const missing = NEEDED.filter((name) => (env[name] ?? '').trim() === '');
  if (missing.length > 0) {
    throw new UserError(
      EXIT.usage,
      `There is no tenant to look at: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. ` +
        'Set NETSKOPE_TENANT_URL to https://TENANT.goskope.com and NETSKOPE_REST_V1_TOKEN to a token of its REST API v1, or name a file with --snapshot.',
    );
  }
  const [url, token] = NEEDED.map((name) => (env[name] ?? '').trim()) as [string, string];
  const progress = progressOn(process.stderr, 'live');
  try {
    const agents = await agentsFor(url);
    // What reads a tenant loads only here: a snapshot needs none of it.
    const { observeTenant } = await import('../../live/rest-v1');
    return await observeTenant({ url, token, clean: cleanerFor(token), ...agents, progress: progress.tell });
  } catch (cause) {
    if (cause instanceof TenantNotRead) throw notRead(cause);
    if (cause instanceof ApiError) throw new UserError(EXIT.usage, cause.message);
    throw cause;
  } finally {
    await progress.end();
  }
}

/** The connections of the provider's client, so that its proxy and its authorities are the same here. */
async function agentsFor(text: string) {
  const address = tenantAddress(text);
  if ('complaint' in address) return {};
  const { kept } = await openAgents({ baseUrl: address.url, extraAuthorities: [] }, ATTEMPT_MS);
  return { agent: kept, attemptMs: ATTEMPT_MS };
}

function notRead({ kind, message }: TenantNotRead): UserError {
  const isSetting = kind === 'address' || kind === 'token';
  return new UserError(
    isSetting ? EXIT.usage : EXIT.tenant,
    isSetting ? message : `The tenant cannot be read. ${message}`,
  );
}
