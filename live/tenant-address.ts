/** Which addresses lead to a tenant? */

/** The hosts that plain http may reach: packets to them never leave the machine. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Reads the address of a tenant as its normal form: scheme and host in lower case, no default port, no slash at the end.
 * A complaint is part of a sentence, and never quotes the address: somebody may have put a token there.
 */
export function tenantAddress(text: string): { readonly url: string } | { readonly complaint: string } {
  const complain = (complaint: string) => ({ complaint });
  if (!URL.canParse(text)) return complain('it is no URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return complain('it is neither https nor http');
  if (url.username !== '' || url.password !== '') return complain('it holds credentials');
  if (/[?#]/.test(text)) return complain('it holds a query or a fragment');
  if (url.pathname !== '/') return complain('it has a path; that of REST v1 is added by this program');
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return complain('plain http would show the token to the network; only loopback is reached by http');
  }
  return { url: url.origin };
}
