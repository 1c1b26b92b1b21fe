import type { RateLimit } from '../../../tenant/emulator';
import { manualClock } from '../support/manual-clock';
import { openTenant, type TenantClient } from '../support/tenant-client';

const rows = '/steering/configurations/0/nonstandardports';
const rateLimit: RateLimit = { requests: 4, perSeconds: 10 };

const clock = manualClock(Date.UTC(2026, 0, 1));
let client: TenantClient;
beforeEach(async () => {
  client = await openTenant({ clock, rateLimit });
});
afterEach(() => client.tenant.close());

async function statuses(count: number): Promise<number[]> {
  const seen = [];
  for (let call = 0; call < count; call++) seen.push((await client.get(rows)).status);
  return seen;
}

describe('a rate limit', () => {
  it('admits so many requests in any stretch of its time, and does not count what it refuses', async () => {
    expect(await statuses(6)).toEqual([200, 200, 200, 200, 429, 429]);
    clock.advance(9_999);
    expect(await statuses(1)).toEqual([429]);
    clock.advance(1);
    expect(await statuses(5)).toEqual([200, 200, 200, 200, 429]);
  });

  it('slides: requests come free one by one', async () => {
    await statuses(1);
    clock.advance(4000);
    await statuses(3);
    clock.advance(6000);
    expect(await statuses(2)).toEqual([200, 429]);
  });

  it.each<[RateLimit['retryAfter'], string | null]>([
    [undefined, '4'],
    ['seconds', '4'],
    ['date', 'Thu, 01 Jan 2026 00:00:10 GMT'],
    ['junk', 'in a moment'],
    ['none', null],
  ])('says when to come again by %s', async (retryAfter, expected) => {
    const own = manualClock(Date.UTC(2026, 0, 1));
    const other = await openTenant({
      clock: own,
      rateLimit: { requests: 1, perSeconds: 10, ...(retryAfter && { retryAfter }) },
    });
    await other.get(rows);
    own.advance(6500);
    const { status, headers, body } = await other.get(rows);
    await other.tenant.close();
    expect([status, headers.get('retry-after'), body.message]).toEqual([
      429,
      expected,
      expect.stringContaining('rate limit'),
    ]);
  });

  it('comes before everything but the token, and leaves the local routes alone', async () => {
    await statuses(4);
    expect((await client.post(rows, { port: 'x' })).status).toBe(429);
    expect((await client.get(rows, { token: null })).status).toBe(401);
    expect((await client.get('//__local/conditions')).status).toBe(200);
  });

  it('can be set and lifted while the tenant runs', async () => {
    await statuses(4);
    client.tenant.conditions.change({ rateLimit: null });
    expect(await statuses(1)).toEqual([200]);
    client.tenant.conditions.change({ rateLimit: { requests: 1, perSeconds: 1 } });
    expect(await statuses(2)).toEqual([200, 429]);
  });
});
