import { app, errorOf, failure, gate, one, page, scene, type Reaction } from './support/stub-tenant';

const INPUT = { app_name: 'A', platforms: {} };
type Client = Awaited<ReturnType<typeof scene>>['client'];

const METHODS: Record<string, (client: Client) => Promise<unknown>> = {
  GET: (client) => client.apps.list(),
  PUT: (client) => client.apps.update('app-1', INPUT),
  PATCH: (client) => client.configurations.update('1', { enabled: true }),
  DELETE: (client) => client.apps.delete('app-1'),
  POST: (client) => client.apps.create(INPUT),
};

const configuration = {
  config_id: 1,
  config_name: 'C',
  enabled: true,
  traffic_type: 'web',
  priority: '1',
  user_groups: [],
  organization_units: [],
  etag: 'e',
};

/** Reacts so to the first request, properly to all others. */
const onceThenWell = (reaction: Reaction, attemptTimeoutMs?: number) =>
  scene(
    (asked, count) => {
      if (count === 1) return reaction;
      if (asked.method === 'GET') return page(asked, [app(1)]);
      return one(asked.method === 'PATCH' ? configuration : app(1));
    },
    {},
    attemptTimeoutMs,
  );

const SAFE = ['GET', 'PUT', 'PATCH', 'DELETE'];
const HARMLESS: [string, Reaction][] = [
  ['429', failure(429)],
  ['429 with Retry-After', failure(429, {}, { 'Retry-After': '3' })],
  ['503 with Retry-After', failure(503, {}, { 'Retry-After': '3' })],
  ['429 behind HTTP 200', failure(200, { code: 429 })],
];
const DOUBTFUL: [string, Reaction][] = [
  ['502', failure(502)],
  ['503', failure(503)],
  ['408', failure(408)],
  ['504 as a web page', { status: 504, body: '<html>gateway</html>' }],
  ['a reset', 'drop'],
  ['silence', 'hang'],
];

describe.each(SAFE)('%s', (method) => {
  it.each([...HARMLESS, ...DOUBTFUL])('is repeated after %s', async (_, reaction) => {
    const { client, stub } = await onceThenWell(reaction, 200);
    await METHODS[method]!(client);
    expect(stub.asked.map((asked) => asked.method)).toEqual([method, method]);
  });

  it.each([400, 401, 403, 409, 412, 500, 501])('is not repeated after %i', async (status) => {
    const { client, stub } = await onceThenWell(failure(status));
    expect(await errorOf(METHODS[method]!(client))).toMatchObject({ name: 'ApiError', status, attempts: 1 });
    expect(stub.asked).toHaveLength(1);
  });
});

describe.each(['PUT', 'PATCH', 'DELETE'])('%s', (method) => {
  const asks = new RegExp(
    `It is not known whether it was ${method === 'DELETE' ? 'deleted' : 'changed'}: the next plan`,
  );

  it.each([302, 303, 308, 408, 500, 502, 524])(
    'that ends with %i says that its outcome is not known',
    async (status) => {
      const { client } = await scene(() => failure(status), { maxRetryWaitSeconds: 1 });
      expect((await errorOf(METHODS[method]!(client))).message).toMatch(asks);
    },
  );

  it.each([400, 403, 409, 429, 501])('that ends with %i says nothing of the kind', async (status) => {
    const { client } = await scene(() => failure(status), { maxRetryWaitSeconds: 1 });
    expect((await errorOf(METHODS[method]!(client))).message).not.toMatch(asks);
  });

  it('whose answer was lost does not know its outcome though it was refused then', async () => {
    const { client } = await scene((_, count) => (count === 1 ? 'drop' : failure(403)));
    expect((await errorOf(METHODS[method]!(client))).message).toMatch(asks);
  });
});

describe('POST', () => {
  it.each(HARMLESS)('is repeated after %s, which says that nothing was done', async (_, reaction) => {
    const { client, stub } = await onceThenWell(reaction);
    expect(await METHODS['POST']!(client)).toMatchObject({ id: 'app-1' });
    expect(stub.asked).toHaveLength(2);
  });

  it.each([...DOUBTFUL, ['500', failure(500)], ['half an answer', { status: 201, body: '{"status":"succ' }]] as [
    string,
    Reaction,
  ][])('is not repeated after %s: the outcome is unknown', async (_, reaction) => {
    const { client, stub } = await onceThenWell(reaction, 200);
    const error = await errorOf(METHODS['POST']!(client));
    expect(error).toMatchObject({ code: 'outcome_unknown', operation: { method: 'POST' } });
    expect(error.message).toMatch(/import it/);
    expect(stub.asked).toHaveLength(1);
  });

  it.each([300, 301, 302, 303, 304, 305, 307, 308, 408, 460, 499, 500, 502, 503, 504, 505, 511, 520, 522, 524, 599])(
    'is not repeated after %i either, whoever said it: it may have been carried out before',
    async (status) => {
      const { client, stub } = await onceThenWell(failure(status, {}, { Location: 'https://other.example/login' }));
      const error = await errorOf(METHODS['POST']!(client));
      expect(error).toMatchObject({ code: 'outcome_unknown', status, attempts: 1 });
      expect(error.message).toMatch(/It is not known whether .* was created.*import it/);
      expect(error.message.includes('redirect to https://other.example')).toBe(status < 400);
      expect(stub.asked).toHaveLength(1);
    },
  );

  it.each([
    400, 401, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 418, 421, 422, 425, 428, 431, 451, 501,
  ])('is known to be refused by %i', async (status) => {
    const { client } = await onceThenWell(failure(status));
    const error = await errorOf(METHODS['POST']!(client));
    expect(error.code).not.toBe('outcome_unknown');
    expect(error.message).not.toContain('not known whether');
  });

  it('gets its answer when it is cancelled in flight, so that no object is left that nobody knows of', async () => {
    const cancel = new AbortController();
    const { client } = await scene(() => {
      cancel.abort();
      return one(app(1));
    });
    expect(await client.apps.create(INPUT, { signal: cancel.signal })).toMatchObject({ id: 'app-1' });
  });
});

describe('waits', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['an HTTP date', 'Mon, 23 Nov 2026 04:00:09 GMT', 9_000],
  ])('takes Retry-After in %s as the least', async (_, value, least) => {
    const headers = { 'Retry-After': value, Date: 'Mon, 23 Nov 2026 04:00:00 GMT' };
    for (const status of [429, 503]) {
      const { client, clock } = await onceThenWell(failure(status, {}, headers));
      clock.chance = 0.99;
      const start = clock.now();
      await client.apps.list();
      expect(clock.now() - start).toBeGreaterThanOrEqual(least);
      expect(clock.now() - start).toBeLessThan(least + 1_200);
    }
  });

  it('backs off by itself where Retry-After is junk', async () => {
    const { client, clock } = await onceThenWell(failure(429, {}, { 'Retry-After': 'soon' }));
    const start = clock.now();
    await client.apps.list();
    expect(clock.now() - start).toBeGreaterThanOrEqual(250);
    expect(clock.now() - start).toBeLessThan(1_000);
  });

  it.each([429, 503])(
    'fails at once where %i asks for more than what is left, and names the setting',
    async (status) => {
      const { client, stub, clock } = await scene(() => failure(status, {}, { 'Retry-After': '1800' }));
      const start = clock.now();
      const error = await errorOf(client.apps.list());
      expect(error).toMatchObject({ status, retryAfterMs: 1_800_000, attempts: 1 });
      expect(error.message).toContain('max_retry_wait_seconds');
      if (status === 429) expect(error.message).toContain('1800 s');
      expect(clock.now()).toBe(start);
      expect(stub.asked).toHaveLength(1);
    },
  );

  it.each([
    ['429', failure(429, {}, { 'Retry-After': '1' }), 'rate_limited'],
    ['429 without Retry-After', failure(429), 'rate_limited'],
    ['429 with Retry-After: 0', failure(429, {}, { 'Retry-After': '0' }), 'rate_limited'],
    ['502', failure(502), 'unavailable'],
    ['resets', 'drop' as const, 'network'],
  ])('never waits longer than the setting for a tenant that only answers %s', async (_, reaction, code) => {
    const { client, clock } = await scene(() => reaction, { maxRetryWaitSeconds: 20 });
    const start = clock.now();
    expect(await errorOf(client.apps.delete('app-0'))).toMatchObject({ code });
    expect(clock.now() - start).toBeLessThanOrEqual(20_100);
    expect(clock.now() - start).toBeGreaterThan(15_000);
    // Of several at a time, each keeps to it, though the pause of one holds them all.
    for (const error of await Promise.all([1, 2, 3, 4].map((n) => errorOf(client.apps.delete(`app-${n}`))))) {
      expect(error).toMatchObject({ code });
      expect(error.waitedMs).toBeLessThanOrEqual(20_000);
    }
  });

  it('counts what timeouts cost as waiting', async () => {
    const { client, stub } = await scene(() => 'hang', { maxRetryWaitSeconds: 0.4 }, 100);
    expect(await errorOf(client.apps.list())).toMatchObject({ code: 'timeout' });
    expect(stub.asked).toHaveLength(2);
  });

  it('does not wait at all with max_retry_wait_seconds = 0', async () => {
    const { client, stub, clock } = await scene(() => failure(503), { maxRetryWaitSeconds: 0 });
    expect(await errorOf(client.apps.list())).toMatchObject({ code: 'unavailable' });
    expect(stub.asked).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  it('ends a wait at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const { client, clock } = await scene(() => failure(503, {}, { 'Retry-After': '60' }));
    const asleep = gate();
    jest.spyOn(clock, 'sleep').mockImplementation((_, signal) => {
      asleep.open();
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('cut'))));
    });
    const failed = errorOf(client.apps.create(INPUT, { signal: cancel.signal }));
    await asleep.opened;
    cancel.abort();
    expect(await failed).toMatchObject({ code: 'aborted' });
  });

  it('holds all other calls when one is told 429', async () => {
    const { client, clock, stub } = await scene((asked, count) =>
      count === 1 ? failure(429, {}, { 'Retry-After': '10' }) : page(asked, []),
    );
    const start = clock.now();
    const first = client.apps.list();
    while (stub.asked.length === 0) await new Promise(setImmediate);
    while (clock.slept.length === 0) await new Promise(setImmediate);
    await client.configurations.list();
    expect(clock.now() - start).toBeGreaterThanOrEqual(10_000);
    await first;
  });
});

it('knocks a few times where nobody listens, even for a create, then says so', async () => {
  const { client, stub, clock } = await scene(() => ({}));
  await stub.close();
  const error = await errorOf(client.apps.create(INPUT));
  expect(error).toMatchObject({ code: 'network', attempts: 4 });
  expect(error.message).toMatch(/cannot be reached \(ECONNREFUSED\).*server_url/);
  expect(clock.slept.length).toBeGreaterThan(0);
});
