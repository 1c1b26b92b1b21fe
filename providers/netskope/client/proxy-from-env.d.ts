/** The types of the package proxy-from-env, which has none of its own. */
declare module 'proxy-from-env' {
  /** The proxy for a URL, or an empty string. */
  export function getProxyForUrl(url: string): string;
}
