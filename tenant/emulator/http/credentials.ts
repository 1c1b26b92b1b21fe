/** Who may ask: whoever presents the tenant's token. It never reaches a journal, a log or an answer. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problem';

/** Throws a Problem (401) unless the presented value is the token. */
export type TokenCheck = (presented: unknown) => void;

/** Compares in constant time, whatever the lengths. */
export function createTokenCheck(token: string): TokenCheck {
  const expected = digest(token);
  return (presented) => {
    const given = typeof presented === 'string' && presented !== '';
    if (given && timingSafeEqual(digest(presented), expected)) return;
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
