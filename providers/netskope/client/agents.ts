/**
 * Which connections does the client open? They are kept alive or fresh, direct or through the proxy of the environment,
 * and TLS is always verified.
 */
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { authoritiesOfEnvironment, fileOfEnvironment } from './authorities';
import type { ErrorFacts } from './error-text';
import { proxyFor } from './proxy';
import type { CheckedSettings } from './settings';

export interface Agents {
  /** The connections for requests that may be repeated. */
  readonly kept: http.Agent;
  /**
   * The connections for requests that may not be repeated. They are new, because the tenant might close an idle
   * connection at that moment, and then the outcome would be unknown.
   */
  readonly fresh: http.Agent;
  /** What messages about the connection name: the host of its proxy, and the file of authorities that gave none. */
  readonly facts: Pick<ErrorFacts, 'proxy' | 'uselessFile'>;
}

/** How long an idle connection is kept. It is less than the 5 s after which Node's own servers close one. */
const IDLE_MS = 4_000;

/**
 * Makes the agents for a tenant.
 * @throws ApiError `invalid_setting` for a proxy that cannot be used
 */
export async function openAgents(
  { baseUrl, extraAuthorities }: CheckedSettings,
  attemptTimeoutMs: number,
): Promise<Agents> {
  const kept = { keepAlive: true, timeout: IDLE_MS };
  // Plain http reaches only loopback, so no proxy is used: it would carry the token out of the machine.
  if (baseUrl.startsWith('http:')) return { kept: new http.Agent(kept), fresh: new http.Agent(), facts: {} };

  // The option is set here, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment has no effect.
  const trust: tls.ConnectionOptions = { rejectUnauthorized: true };
  const ofEnvironment = authoritiesOfEnvironment(process.env);
  const file = fileOfEnvironment(process.env);
  const facts = file !== undefined && ofEnvironment.length === 0 ? { uselessFile: file } : {};
  const extra = [...ofEnvironment, ...extraAuthorities];
  // A list of authorities replaces all that Node trusts by itself, so the list has those too.
  if (extra.length > 0) trust.secureContext = tls.createSecureContext({ ca: [...tls.rootCertificates, ...extra] });
  const proxy = await proxyFor(baseUrl);
  if (proxy === undefined) {
    return { kept: new https.Agent({ ...kept, ...trust }), fresh: new https.Agent(trust), facts };
  }
  const { TunnelAgent } = await import('./tunnel');
  const tunnel = { proxy, trust, limitMs: attemptTimeoutMs };
  return {
    kept: new TunnelAgent(tunnel, kept),
    fresh: new TunnelAgent(tunnel, {}),
    facts: { ...facts, proxy: proxy.host },
  };
}
