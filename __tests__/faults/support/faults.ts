/** What can go wrong with one call: the faults of the matrix, each with what it is known to mean. */
import type { Fault } from '../../../tenant/emulator';

/** The longest that a call may wait in these tests, in seconds of virtual time. */
export const LONGEST_WAIT_S = 10;
/** Of one call, and of the look at the tenant after it: the shortest wait that a tenant can ask for is a second. */
export const MOST_REQUESTS = 2 * (LONGEST_WAIT_S + 1);
/** How long one attempt may take where an answer is slower than that, in milliseconds of real time. */
export const IMPATIENT_MS = 100;

/**
 * | nature | the tenant | the client |
 * |---|---|---|
 * | refusal | said no, and did nothing | gives up |
 * | busy | did nothing, and may later | comes again |
 * | lost | may have done it, nobody knows | comes again, but never creates twice |
 * | garbled | may have done it, and answers what nobody can read | gives up |
 * | late | does it, and takes its time | waits |
 */
type Nature = 'refusal' | 'busy' | 'lost' | 'garbled' | 'late';

/** What the client knows of a failure; `WORDS` in expectations.ts has what users read of it. */
export type Reason =
  | 'conflict'
  | 'forbidden'
  | 'malformed'
  | 'network'
  | 'not_found'
  | 'precondition_failed'
  | 'rate_limited'
  | 'redirected'
  | 'rejected'
  | 'timeout'
  | 'unauthorized'
  | 'unavailable';

export interface FaultKind {
  readonly name: string;
  readonly nature: Nature;
  readonly reason: Reason;
  /** Made when it strikes: a date in it is of that moment. */
  strike(): Pick<Fault, 'answer' | 'carriedOut' | 'delayMs'>;
  /** It asks for a longer wait than the client may take. */
  readonly asksTooMuch?: true;
  /** The tenant carries the operation out. */
  readonly acts?: true;
  /** It says that the object is not there. */
  readonly saysAbsent?: true;
  /** The attempt ends before the answer. */
  readonly impatient?: true;
}

const status = (code: number, headers: Record<string, string> = {}) => ({ answer: { status: code, headers } });

const refusal = (code: number, reason: Reason): FaultKind => ({
  name: `${code}`,
  nature: 'refusal',
  reason,
  strike: () => status(code),
});

const rateLimited = (form: string, retryAfter: () => Record<string, string>): FaultKind => ({
  name: `429 with Retry-After ${form}`,
  nature: 'busy',
  reason: 'rate_limited',
  strike: () => status(429, retryAfter()),
});

const inTwoSeconds = () => new Date(Date.now() + 2_000).toUTCString();

export const FAULTS: readonly FaultKind[] = [
  refusal(401, 'unauthorized'),
  refusal(403, 'forbidden'),
  { ...refusal(404, 'not_found'), saysAbsent: true },
  refusal(409, 'conflict'),
  refusal(412, 'precondition_failed'),
  rateLimited('none', () => ({})),
  ...['0', '0.5', '-1', '1', '1.37', '1e9'].map((form) => rateLimited(form, () => ({ 'Retry-After': form }))),
  rateLimited('an HTTP date', () => ({ 'Retry-After': inTwoSeconds() })),
  rateLimited('a date in the past', () => ({ 'Retry-After': new Date(0).toUTCString() })),
  { ...rateLimited('1,800 s', () => ({ 'Retry-After': '1800' })), asksTooMuch: true },
  rateLimited('junk', () => ({ 'Retry-After': 'in a moment, 7 or so' })),
  {
    name: '302',
    nature: 'garbled',
    reason: 'redirected',
    strike: () => status(302, { Location: 'https://x.example/' }),
  },
  {
    name: '302 after the commit',
    nature: 'garbled',
    reason: 'redirected',
    acts: true,
    strike: () => ({ ...status(302), carriedOut: true }),
  },
  { name: '408', nature: 'lost', reason: 'unavailable', strike: () => status(408) },
  {
    name: '408 after the commit',
    nature: 'lost',
    reason: 'unavailable',
    acts: true,
    strike: () => ({ ...status(408), carriedOut: true }),
  },
  { name: '500', nature: 'garbled', reason: 'unavailable', strike: () => status(500) },
  { name: '502', nature: 'lost', reason: 'unavailable', strike: () => status(502) },
  {
    name: '502 as HTML',
    nature: 'lost',
    reason: 'unavailable',
    strike: () => ({ answer: { status: 502, html: true } }),
  },
  { name: '503', nature: 'lost', reason: 'unavailable', strike: () => status(503) },
  {
    name: '503 with Retry-After 1',
    nature: 'busy',
    reason: 'unavailable',
    strike: () => status(503, { 'Retry-After': '1' }),
  },
  { name: 'reset before the commit', nature: 'lost', reason: 'network', strike: () => ({ answer: 'reset' }) },
  {
    name: 'reset after the commit',
    nature: 'lost',
    reason: 'network',
    acts: true,
    strike: () => ({ answer: 'reset', carriedOut: true }),
  },
  {
    name: 'body cut off',
    nature: 'lost',
    reason: 'network',
    acts: true,
    strike: () => ({ answer: 'cut_body' }),
  },
  {
    name: 'truncated JSON',
    nature: 'garbled',
    reason: 'malformed',
    acts: true,
    strike: () => ({ answer: 'truncated_json' }),
  },
  {
    name: 'HTML',
    nature: 'garbled',
    reason: 'malformed',
    strike: () => ({ answer: { status: 200, html: true } }),
  },
  {
    name: 'slow body',
    nature: 'late',
    reason: 'timeout',
    acts: true,
    strike: () => ({ answer: 'slow_body', delayMs: 20 }),
  },
  {
    name: 'body slower than an attempt may be',
    nature: 'lost',
    reason: 'timeout',
    acts: true,
    impatient: true,
    strike: () => ({ answer: 'slow_body', delayMs: 600_000 }),
  },
  {
    name: '200 with an error body',
    nature: 'refusal',
    reason: 'rejected',
    saysAbsent: true,
    strike: () => status(200),
  },
];
