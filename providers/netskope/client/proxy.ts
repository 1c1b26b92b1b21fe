/** Which proxy does the environment name for the tenant, and which credentials does the proxy get? */
import { refuseSetting } from './api-error';
import type { ProxyVariable } from './error-text';

/**
 * The variables in the order in which they are read. HTTP_PROXY is missing: plain http goes to loopback, which needs no
 * proxy.
 */
const VARIABLES: readonly ProxyVariable[] = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];

/**
 * The proxy for a URL, by HTTPS_PROXY, ALL_PROXY and NO_PROXY in either case; undefined where none is to be used.
 *
 * @throws ApiError `invalid_setting`, which names the variable and never shows its value: that may hold a password
 */
export async function proxyFor(baseUrl: string): Promise<URL | undefined> {
  // A proxy would carry the token out of the machine.
  if (baseUrl.startsWith('http:')) return undefined;
  const variable = VARIABLES.find((name) => process.env[name]);
  if (variable === undefined) return undefined;
  const { getProxyForUrl } = await import('proxy-from-env');
  if (getProxyForUrl(baseUrl) === '') return undefined;

  const text = process.env[variable] ?? '';
  const refuse = (reason: string): never =>
    refuseSetting(
      variable,
      `${reason}. Write it like http://proxy.example:3128, or name the tenant's host in NO_PROXY`,
    );
  if (!text.includes('://') || !URL.canParse(text)) return refuse('it is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('only http and https proxies are supported');
  if (authorizationOf(url) === null) return refuse('its credentials are not percent-encoded');
  return url;
}

/** The value of Proxy-Authorization; undefined without credentials, null where they are not percent-encoded. */
export function authorizationOf({ username, password }: URL): string | null | undefined {
  if (username === '' && password === '') return undefined;
  try {
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(credentials).toString('base64')}`;
  } catch {
    return null;
  }
}
