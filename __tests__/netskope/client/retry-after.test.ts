import { backoff, nextWait, parseRetryAfter } from '../../../providers/netskope/client/retries';
import { reflects } from '../../../providers/netskope/client/collection';

const NOW = Date.parse('2026-11-23T04:00:00Z');

it.each([
  ['0', 0],
  ['120', 120_000],
  [' 1.5 ', 1_500],
  ['Mon, 23 Nov 2026 04:00:05 GMT', 5_000],
  ['Monday, 23-Nov-26 04:00:05 GMT', 5_000],
  ['Mon, 23 Nov 2026 03:00:00 GMT', 0],
  ['Mon, 99 Nov 2026 03:00:00 GMT', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1e9', undefined],
  ['99999999999999999999', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads Retry-After %j as %j ms', (value, expected) => {
  expect(parseRetryAfter(value, undefined, NOW)).toBe(expected);
});

it('compares a date with the clock that wrote it', () => {
  expect(parseRetryAfter('Mon, 23 Nov 2026 05:00:05 GMT', 'Mon, 23 Nov 2026 05:00:00 GMT', NOW)).toBe(5_000);
});

it('backs off twice as long each time, up to 30 s, half of it by chance', () => {
  expect([1, 2, 3, 20].map((repeat) => backoff(repeat, 1))).toEqual([500, 1_000, 2_000, 30_000]);
  expect([1, 2, 3, 20].map((repeat) => backoff(repeat, 0))).toEqual([250, 500, 1_000, 15_000]);
});

it('waits as long as the tenant asked and at most a second more, but never not at all', () => {
  expect(nextWait(1, 0, 0.5)).toBe(375);
  expect(nextWait(4, 0, 0.5)).toBe(3_000);
  expect(nextWait(9, 3_000, 0)).toBe(3_000);
  expect(nextWait(1, 1_800_000, 1)).toBe(1_801_000);
  expect(nextWait(3, undefined, 1)).toBe(2_000);
});

it.each([
  [{ a: 1 }, { a: 1, id: 'x' }, true],
  [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }, { b: 1 }] }, true],
  [{ a: undefined }, {}, true],
  [{ a: [] }, { a: [1] }, false],
  [{ a: { b: 1 } }, { a: null }, false],
  [{ a: { b: 1 } }, { a: { b: '1' } }, false],
  [{ a: ['x'] }, { a: 'x' }, false],
])('%j in %j: %j', (written, shown, expected) => {
  expect(reflects(written, shown)).toBe(expected);
});
