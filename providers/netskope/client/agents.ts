/** Connections: kept alive or fresh, straight or through the proxy of the environment, always with TLS verified. */
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { refuseSetting } from './api-error';
import { authoritiesOfEnvironment } from './authorities';
import type { CheckedSettings } from './settings';

export interface Agents {
  /** For requests that may be repeated. */
  readonly kept: http.Agent;
  /** For requests that may not: an idle connection that the tenant closes just then makes the outcome unknown. */
  readonly fresh: http.Agent;
  /** The host of the proxy, for messages. */
  readonly proxy?: string;
}

/** How long an idle connection is kept; below the 5 s after which Node's own servers close it. */
const IDLE_MS = 4_000;

export async function openAgents({ baseUrl, extraAuthorities }: CheckedSettings): Promise<Agents> {
  const kept = { keepAlive: true, timeout: IDLE_MS };
  // Plain http is loopback: a proxy would carry the token out of the machine.
  if (baseUrl.startsWith('http:')) return { kept: new http.Agent(kept), fresh: new http.Agent() };

  // Named, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment does not count.
  const trust: tls.ConnectionOptions = { rejectUnauthorized: true };
  const extra = [...authoritiesOfEnvironment(process.env), ...extraAuthorities];
  // Naming authorities replaces all that Node trusts by itself, so those are named too.
  if (extra.length > 0) trust.secureContext = tls.createSecureContext({ ca: [...tls.rootCertificates, ...extra] });
  const proxy = await proxyFor(baseUrl);
  if (proxy === undefined) return { kept: new https.Agent({ ...kept, ...trust }), fresh: new https.Agent(trust) };

  const { HttpsProxyAgent } = await import('https-proxy-agent');
  const throughProxy = (options: https.AgentOptions) => {
    const agent = new HttpsProxyAgent(proxy, { ...options, ...trust });
    // What the constructor takes is for the connection to the proxy only; this is for the tenant behind it.
    Object.assign(agent.options, trust);
    return agent;
  };
  return { kept: throughProxy(kept), fresh: throughProxy({}), proxy: proxy.host };
}

/** The proxy that HTTPS_PROXY, ALL_PROXY and NO_PROXY name for the tenant. */
async function proxyFor(baseUrl: string): Promise<URL | undefined> {
  const { getProxyForUrl } = await import('proxy-from-env');
  const text = getProxyForUrl(baseUrl);
  if (text === '') return undefined;
  // Its value may hold a password, so no message shows it.
  const refuse = (reason: string): never => refuseSetting('HTTPS_PROXY', reason);
  if (!URL.canParse(text)) return refuse('it is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('only http and https proxies are supported');
  return url;
}
