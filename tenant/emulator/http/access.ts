/**
 * Who may send requests: programs of this machine that present the tenant's token. The token never reaches a journal, a
 * log or an answer.
 *
 * The tenant listens on loopback, which keeps other machines out, but not the pages in this machine's browser: a page
 * of any site can let its own name lead to 127.0.0.1 (DNS rebinding), and send requests under that name. So the host
 * and the origin are checked too.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../journal';
import { Problem } from '../problem';

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;
const loopbackOrigin = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * @throws a Problem: 421 where the request is for another host than this machine, 403 where it comes from a page of
 *   another host.
 */
export function requireLoopback({ host, origin }: IncomingHttpHeaders): void {
  if (host === undefined || !loopback.test(host)) {
    throw new Problem(
      421,
      'The local tenant answers to 127.0.0.1, localhost and [::1] only. Ask it under one of these.',
    );
  }
  if (origin !== undefined && !loopbackOrigin.test(origin)) {
    throw new Problem(
      403,
      'The local tenant does not answer to pages of other machines. Ask it from a program instead.',
    );
  }
}

/** A check that names the caller whose token was presented, and throws a Problem (401) for any other value. */
export type TokenCheck = (presented: unknown) => Caller;

/** Makes the check for the tokens. It compares in constant time, whatever the lengths. */
export function createTokenCheck(tokens: Readonly<Record<Caller, string>>): TokenCheck {
  const expected = Object.entries(tokens).map(([caller, token]) => ({
    caller: caller as Caller,
    digest: digest(token),
  }));
  return (presented) => {
    const given = typeof presented === 'string' && presented !== '';
    const found = given ? expected.find((one) => timingSafeEqual(digest(presented), one.digest)) : undefined;
    if (found) return found.caller;
    const what = given ? 'The API token is wrong' : 'The API token is missing';
    throw new Problem(401, `${what}. Send the token of this tenant in the header Netskope-Api-Token.`);
  };
}

/** The token as a request presents it: in the header [doc], and with REST v1 in the query or the body [doc]. */
export function presentedToken(
  request: { headers: Record<string, unknown>; query: unknown; body: unknown },
  place: 'header' | 'query' | 'body',
): unknown {
  const header = request.headers['netskope-api-token'];
  if (header !== undefined || place === 'header') return header;
  return (request[place] as { token?: unknown } | null | undefined)?.token;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
