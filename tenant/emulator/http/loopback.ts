/**
 * Who is spoken to, and from where. The tenant listens on loopback, which keeps other machines out, but not the pages in
 * this machine's browser: one of any site can have its own name lead to 127.0.0.1 (DNS rebinding), and ask under that.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../problem';

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;
const loopbackOrigin = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** Throws a Problem: 421 when another host is asked than this machine, 403 when a page of another one asks. */
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
