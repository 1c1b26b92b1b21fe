import { PauseTooLong, RateLimiter } from '../../../providers/netskope/client/rate-limiter';
import { errorOf } from './support/stub-tenant';
import { VirtualClock } from './support/virtual-clock';

const PATIENT = { patienceMs: Infinity };

/** When each of so many requests, all asked for at once, leaves. */
async function departures(rate: number, count: number, lateness = 0): Promise<number[]> {
  const clock = new VirtualClock(0);
  clock.lateness = lateness;
  const limiter = new RateLimiter(rate, clock);
  return Promise.all(Array.from({ length: count }, () => limiter.admit(PATIENT).then(() => clock.now())));
}

it('lets the first request go at once and the others follow evenly', async () => {
  const times = await departures(4, 5);
  expect(times[0]).toBe(0);
  times.slice(2).forEach((time, index) => expect(time - times[index + 1]!).toBeCloseTo(250));
});

it.each([
  [4, 2],
  [20, 5],
  [100, 2],
  [1000, 2],
])('gives at least 95 %% of %i per second with timers %i ms late', async (rate, lateness) => {
  const count = rate * 5;
  const times = await departures(rate, count, lateness);
  expect((count / times.at(-1)!) * 1000).toBeGreaterThanOrEqual(rate * 0.95);
});

it.each([4, 10, 100, 1000])('gives at most %i and a small burst in any second', async (rate) => {
  const times = await departures(rate, rate * 5, 1);
  for (const [index, time] of times.entries()) {
    const within = times.slice(index).filter((other) => other < time + 1000).length;
    expect(within).toBeLessThanOrEqual(Math.ceil(rate * 1.05) + 1);
  }
});

it('serves in the order of asking', async () => {
  const clock = new VirtualClock();
  const limiter = new RateLimiter(10, clock);
  const order: number[] = [];
  await Promise.all(Array.from({ length: 20 }, (_, n) => limiter.admit(PATIENT).then(() => order.push(n))));
  expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

it('lets a request that is aborted leave the queue without taking a turn', async () => {
  const clock = new VirtualClock(0);
  const limiter = new RateLimiter(1, clock);
  const cancel = new AbortController();
  await limiter.admit(PATIENT);
  const aborted = errorOf(limiter.admit({ ...PATIENT, signal: cancel.signal }));
  const next = limiter.admit(PATIENT).then(() => clock.now());
  cancel.abort();
  expect(await aborted).toMatchObject({ message: 'aborted' });
  expect(await next).toBeLessThanOrEqual(1000);
  await expect(limiter.admit({ ...PATIENT, signal: cancel.signal })).rejects.toThrow();
});

it('leaves no timer behind when everybody has gone', async () => {
  const signals: AbortSignal[] = [];
  const clock = new VirtualClock();
  jest.spyOn(clock, 'sleep').mockImplementation((_, signal) => {
    signals.push(signal!);
    return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(new Error('woken'))));
  });
  const limiter = new RateLimiter(1, clock);
  const cancel = new AbortController();
  limiter.pause(100_000);
  const aborted = errorOf(limiter.admit({ ...PATIENT, signal: cancel.signal }));
  cancel.abort();
  await aborted;
  expect(signals.map(({ aborted: woken }) => woken)).toEqual([true]);
});

describe('a pause', () => {
  it('holds everybody, and is followed by no burst', async () => {
    const clock = new VirtualClock(0);
    const limiter = new RateLimiter(4, clock);
    limiter.pause(10_000);
    limiter.pause(3_000);
    const held = await Promise.all([1, 2, 3].map(() => limiter.admit(PATIENT).then((ms) => [clock.now(), ms])));
    expect(held).toEqual([
      [10_000, 10_000],
      [10_250, 10_000],
      [10_500, 10_000],
    ]);
  });

  it('is refused at once to whoever has less patience, now or in the queue', async () => {
    const clock = new VirtualClock(0);
    const limiter = new RateLimiter(1, clock);
    await limiter.admit(PATIENT);
    const queued = errorOf(limiter.admit({ patienceMs: 5_000 }));
    limiter.pause(4_000);
    const late = errorOf(limiter.admit({ patienceMs: 3_999 }));
    limiter.pause(6_000);
    expect(await queued).toBeInstanceOf(PauseTooLong);
    expect(await late).toMatchObject({ pauseMs: 4_000 });
    expect(clock.now()).toBe(0);
  });

  it('counts only for the time that a request was there', async () => {
    const clock = new VirtualClock(0);
    const limiter = new RateLimiter(1000, clock);
    limiter.pause(1_000);
    await clock.sleep(600);
    expect(await limiter.admit({ patienceMs: 500 })).toBe(400);
    expect(await limiter.admit({ patienceMs: 0 })).toBe(0);
  });
});
