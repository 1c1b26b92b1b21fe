/** The proxy that the environment names for the tenant. */
import { refuseSetting } from './api-error';
import type { ProxyVariable } from './error-text';

/** In the order in which they are looked at. HTTP_PROXY is not: plain http is loopback, where a proxy has no place. */
const VARIABLES: readonly ProxyVariable[] = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];

/**
 * Reads HTTPS_PROXY, ALL_PROXY and NO_PROXY, in either case.
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

/** The header that a proxy asks for; undefined without credentials, null where they are not percent-encoded. */
export function authorizationOf({ username, password }: URL): string | null | undefined {
  if (username === '' && password === '') return undefined;
  try {
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(credentials).toString('base64')}`;
  } catch {
    return null;
  }
}
