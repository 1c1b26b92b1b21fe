/**
 * How etags are given and compared: a new one for every write, bare in a body, quoted in a header (RFC 9110, 8.8.3 and
 * 13.1.1).
 */
import { Problem } from '../problem';
import type { Store } from './store';

/** Gives a new etag, which no object of this store has had. */
export function nextEtag(store: Store): string {
  return `v${store.next('etag')}`;
}

/**
 * Refuses (412) a write unless the object still has the etag that the client read.
 *
 * @param ifMatch the header as it came: `*`, or a list of etags, quoted or bare; without one nothing is refused.
 */
export function requireMatch(ifMatch: string | undefined, object: { etag: string }): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^"(.*)"$/, '$1'));
  if (tags.includes(object.etag)) return;
  throw new Problem(412, `The object has changed: its etag is ${object.etag}. Read it again, then repeat the change.`);
}
