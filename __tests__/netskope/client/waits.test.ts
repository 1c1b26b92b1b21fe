/** Every wait ends: within the setting, after a number of requests that is known before, whatever the tenant or a clock says. */
import { systemClock } from '../../../providers/netskope/client/clock';
import { nextWait } from '../../../providers/netskope/client/retries';
import { app, errorOf, failure, page, scene, type Reaction } from './support/stub-tenant';
import { VirtualClock } from './support/virtual-clock';

const LONGEST_S = 20;
const NOW = Date.parse('2026-11-23T04:00:00Z');
const date = (ms: number) => new Date(NOW + ms).toUTCString();

/** What the tenant says, and the most requests that this may lead to within 20 s. */
const ASKED: [what: string, headers: Record<string, string>, most: number][] = [
  ['nothing', {}, 8],
  ['0', { 'Retry-After': '0' }, 8],
  ['0.5', { 'Retry-After': '0.5' }, 8],
  ['0.0001', { 'Retry-After': '0.0001' }, 8],
  ['-1', { 'Retry-After': '-1' }, 8],
  ['1e9', { 'Retry-After': '1e9' }, 8],
  ['junk', { 'Retry-After': 'soon' }, 8],
  ['NaN', { 'Retry-After': 'NaN' }, 8],
  ['a date in the past', { 'Retry-After': date(-60_000) }, 8],
  ['a date of no day', { 'Retry-After': 'Mon, 99 Nov 2026 04:00:00 GMT' }, 8],
  ['a date of a clock ahead of ours', { 'Retry-After': date(3_600_000), Date: date(3_600_000) }, 8],
  ['1', { 'Retry-After': '1' }, 21],
  ['1.37', { 'Retry-After': '1.37' }, 16],
  ['6', { 'Retry-After': '6' }, 4],
  ['20', { 'Retry-After': '20' }, 2],
  ['20.001', { 'Retry-After': '20.001' }, 1],
  ['1800', { 'Retry-After': '1800' }, 1],
];

/** Times between two looks at the clock, in milliseconds, that are more than what is left when a wait is nearly used up. */
const TICKS = [0, 0.013, 0.3719];
const CASES = ASKED.flatMap((asked) => TICKS.map((tick) => [asked[0], tick, asked] as const));

describe.each([429, 503])('a tenant that answers %i for ever', (status) => {
  it.each(CASES)('with Retry-After %s, on a clock that ticks by %d ms, is given up', async (_, tick, asked) => {
    const [, headers, most] = asked;
    const { client, clock, stub } = await scene(() => failure(status, {}, headers), { maxRetryWaitSeconds: LONGEST_S });
    clock.tick = tick;
    clock.chance = tick;
    const start = clock.now();
    const times: number[] = [];
    const sleep = clock.sleep.bind(clock);
    jest.spyOn(clock, 'sleep').mockImplementation((ms, signal) => {
      times.push(ms);
      return sleep(ms, signal);
    });
    const error = await errorOf(client.apps.list());
    expect(error).toMatchObject({ code: status === 429 ? 'rate_limited' : 'unavailable', status });
    expect(stub.asked.length).toBeLessThanOrEqual(most);
    // What the clock ticks beside is no wait.
    expect(clock.now() - start).toBeLessThan(LONGEST_S * 1000 + 200);
    expect(error.waitedMs).toBeLessThanOrEqual(LONGEST_S * 1000 + 1);
    // No wait of nothing: the rate never rises because of a 429.
    expect(Math.min(...times, Infinity)).toBeGreaterThan(200);
  });
});

it('is not waited for again by others, until it answers', async () => {
  let reaction: Reaction = failure(503);
  const { client, clock, stub } = await scene(() => reaction, { maxRetryWaitSeconds: LONGEST_S });
  await errorOf(client.apps.list());
  const [start, before] = [clock.now(), stub.asked.length];
  for (const id of ['a', 'b', 'c']) {
    expect(await errorOf(client.apps.delete(id))).toMatchObject({ code: 'unavailable', attempts: 1 });
  }
  expect(stub.asked.length - before).toBe(3);
  expect(clock.now() - start).toBeLessThan(200);
  reaction = failure(400);
  await errorOf(client.apps.delete('a'));
  reaction = failure(503);
  expect(await errorOf(client.apps.delete('b'))).toMatchObject({ attempts: expect.any(Number) });
  expect(clock.now() - start).toBeGreaterThan(10_000);
});

it('is given up where its answers take as long as the waits', async () => {
  const clock = new VirtualClock();
  const { client, stub } = await scene(
    async () => {
      await clock.sleep(5_000);
      return failure(503);
    },
    { maxRetryWaitSeconds: LONGEST_S },
    10_000,
    clock,
  );
  const start = clock.now();
  await errorOf(client.apps.list());
  expect(clock.now() - start).toBeLessThanOrEqual(LONGEST_S * 1000 + 5_000);
  expect(stub.asked.length).toBeLessThan(6);
});

describe('an object that does not show', () => {
  const hidden = () => scene((asked) => (asked.path.endsWith('/certpinned') ? page(asked, [app(1)]) : failure(404)));

  it.each([
    ['30 s', 30_000, 30_000],
    ['a clock that was ahead by 10 min', 635_000, 35_000],
    ['a clock that was ahead by a century', 3.2e12, 35_000],
    ['a clock with fractions', 12_345.678_9, 12_345.678_9],
  ])('is waited for no longer than 35 s from now: %s', async (_, aheadMs, longestMs) => {
    for (const tick of TICKS) {
      const { client, clock, stub } = await hidden();
      clock.tick = tick;
      const start = clock.now();
      expect(await client.apps.find('app-9', { youngUntil: start + aheadMs })).toBeNull();
      expect(clock.now() - start).toBeGreaterThan(longestMs - 100);
      expect(clock.now() - start).toBeLessThan(longestMs + 100);
      expect(stub.asked.length).toBeLessThan(14);
    }
  });
});

it('follows a clock that nobody can set', async () => {
  const before = systemClock.now();
  const wall = jest.spyOn(Date, 'now').mockReturnValue(0);
  try {
    await systemClock.sleep(0.2);
    expect(systemClock.now() - before).toBeGreaterThan(0);
    expect(systemClock.now() - before).toBeLessThan(60_000);
  } finally {
    wall.mockRestore();
  }
});

it.each([1, 2, 5, 30])(
  'is never shorter than the own backoff would be without a usable Retry-After: repeat %i',
  (n) => {
    for (const asked of [0, 0.2, 500, 999.9]) {
      expect(nextWait(n, asked, 0)).toBeGreaterThanOrEqual(nextWait(n, undefined, 0));
      expect(nextWait(n, asked, 0)).toBeGreaterThanOrEqual(asked);
    }
  },
);
