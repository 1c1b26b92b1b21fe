import type { Fault } from '../../../tenant/emulator';
import { waitUntil } from '../../support/wait-until';
import { manualClock } from '../support/manual-clock';
import { openTenant, type TenantClient } from '../support/tenant-client';

const rows = '/steering/configurations/0/nonstandardports';
const clock = manualClock();

let client: TenantClient;
beforeAll(async () => {
  client = await openTenant({ clock });
});
afterAll(() => client.tenant.close());
beforeEach(() => {
  client.tenant.journal.clear();
  for (const { id } of client.tenant.store.nonStandardPorts.page({}, 0, Infinity).rows) {
    client.tenant.store.nonStandardPorts.remove(id);
  }
});

const strikeWith = (...faults: Fault[]) => client.tenant.conditions.change({ faults });
const rowsThere = () => client.tenant.store.nonStandardPorts.page({}, 0, Infinity).total;

/** A create past the test's client, which expects whole answers of the contract. */
function createRow(): Promise<Response> {
  return fetch(client.tenant.serverUrl + rows, {
    method: 'POST',
    headers: { 'Netskope-Api-Token': client.tenant.token, 'content-type': 'application/json' },
    body: JSON.stringify({ port: 5222 }),
  });
}

describe('a fault', () => {
  it.each<[string, Partial<Fault>, number[]]>([
    ['the first call, unless told otherwise', {}, [503, 201, 201]],
    ['the n-th call', { calls: 2 }, [201, 503, 201]],
    ['some calls', { calls: [1, 3] }, [503, 201, 503]],
    ['every call', { calls: 'every' }, [503, 503, 503]],
    ['calls of any operation', { operation: '*', calls: [2, 3] }, [201, 503, 503]],
    ['no call of another operation', { operation: 'createException', calls: 'every' }, [201, 201, 201]],
    ['no call that has no chance', { calls: 'every', chance: 0 }, [201, 201, 201]],
  ])('strikes %s', async (_, fault, statuses) => {
    strikeWith({ operation: 'createNonStandardPort', answer: { status: 503 }, ...fault });
    const seen = [(await createRow()).status, (await createRow()).status, (await createRow()).status];
    expect(seen).toEqual(statuses);
    expect(rowsThere()).toBe(statuses.filter((status) => status === 201).length);
  });

  it.each([200, 401, 403, 404, 409, 412, 429, 500, 502, 504])(
    'answers %i, with headers, in the contract’s shape',
    async (status) => {
      const headers = { 'Retry-After': '1800' };
      strikeWith({ operation: 'createNonStandardPort', answer: { status, headers } });
      const response = await createRow();
      expect([response.status, response.headers.get('retry-after')]).toEqual([status, '1800']);
      expect(await response.json()).toEqual({ status: 'error', message: expect.stringContaining(`fault`), errors: [] });
      expect(rowsThere()).toBe(0);
    },
  );

  it('answers HTML as a proxy does', async () => {
    strikeWith({ operation: 'createNonStandardPort', answer: { status: 502, html: true } });
    const response = await createRow();
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('<h1>Bad Gateway</h1>');
  });

  it.each([
    ['reset', false, 0],
    ['reset', true, 1],
    ['cut_body', undefined, 1],
    ['cut_body', false, 0],
  ] as const)('breaks the connection: %s, carried out %j', async (answer, carriedOut, there) => {
    strikeWith({ operation: 'createNonStandardPort', answer, ...(carriedOut !== undefined && { carriedOut }) });
    await expect(createRow().then((response) => response.text())).rejects.toThrow();
    expect(rowsThere()).toBe(there);
  });

  it('carries out what then is answered with an error', async () => {
    strikeWith({ operation: 'createNonStandardPort', answer: { status: 502 }, carriedOut: true });
    expect((await createRow()).status).toBe(502);
    expect(rowsThere()).toBe(1);
  });

  it('truncates JSON in a whole answer', async () => {
    strikeWith({ operation: 'createNonStandardPort', answer: 'truncated_json' });
    const response = await createRow();
    const text = await response.text();
    expect(response.status).toBe(201);
    expect(text).toMatch(/^\{"status":"success","data":\{/);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(rowsThere()).toBe(1);
  });

  it('sends a body in two halves, with time between them', async () => {
    strikeWith({ operation: 'createNonStandardPort', answer: 'slow_body', delayMs: 30_000 });
    const response = await createRow();
    const reading = response.json();
    await waitUntil('the tenant waits', () => clock.sleeping.length === 1);
    expect([rowsThere(), clock.sleeping]).toEqual([1, [30_000]]);
    clock.advance(30_000);
    expect(await reading).toMatchObject({ status: 'success', data: { port: 5222 } });
  });

  it('delays any answer', async () => {
    strikeWith({ operation: 'createNonStandardPort', answer: { status: 504 }, delayMs: 5000 });
    const answering = createRow();
    await waitUntil('the tenant waits', () => clock.sleeping.length === 1);
    clock.advance(5000);
    expect((await answering).status).toBe(504);
  });

  it('waits for nobody who has gone', async () => {
    strikeWith({ operation: 'createNonStandardPort', answer: { status: 504 }, delayMs: 5000 });
    const impatient = new AbortController();
    const answering = fetch(client.tenant.serverUrl + rows, {
      method: 'POST',
      headers: { 'Netskope-Api-Token': client.tenant.token },
      signal: impatient.signal,
    });
    await waitUntil('the tenant waits', () => clock.sleeping.length === 1);
    impatient.abort();
    await expect(answering).rejects.toThrow('aborted');
    await waitUntil('the tenant waits', () => clock.sleeping.length === 0);
  });

  it('mangles a refusal too', async () => {
    strikeWith({ operation: 'getNonStandardPort', answer: 'truncated_json' });
    const response = await fetch(`${client.tenant.serverUrl}${rows}/row-0`, {
      headers: { 'Netskope-Api-Token': client.tenant.token },
    });
    expect([response.status, await response.text()]).toEqual([404, expect.stringMatching(/^\{"status":"error"/)]);
  });

  it('comes after the token: who has none learns nothing', async () => {
    strikeWith({ operation: 'createNonStandardPort', answer: 'reset' });
    expect((await client.post(rows, { port: 5222 }, { token: null })).status).toBe(401);
    await expect(createRow()).rejects.toThrow();
  });

  it('stands in the journal, with what it did', async () => {
    strikeWith(
      { operation: 'createNonStandardPort', calls: 1, answer: 'reset', carriedOut: true },
      { operation: 'createNonStandardPort', calls: 2, answer: { status: 500 } },
      { operation: 'createNonStandardPort', calls: 3, answer: 'cut_body' },
    );
    await createRow().catch(() => undefined);
    await createRow();
    await createRow()
      .then((response) => response.text())
      .catch(() => undefined);
    await createRow();
    expect(client.tenant.journal.entries.map(({ status, fault }) => ({ status, fault }))).toEqual([
      { status: 0, fault: { answer: 'reset', carriedOut: true } },
      { status: 500, fault: { answer: { status: 500 }, carriedOut: false } },
      { status: 201, fault: { answer: 'cut_body', carriedOut: true } },
      { status: 201, fault: undefined },
    ]);
  });

  it('by chance strikes the same calls for the same seed', async () => {
    const struck = async (seed: number): Promise<number[]> => {
      const seeded = await openTenant({
        seed,
        faults: [{ operation: '*', calls: 'every', chance: 0.5, answer: { status: 500 } }],
      });
      const statuses = [];
      for (let call = 0; call < 20; call++) statuses.push((await seeded.get(rows)).status);
      await seeded.tenant.close();
      return statuses;
    };
    const [one, same, other] = [await struck(1), await struck(1), await struck(2)];
    expect(one).toContain(200);
    expect(one).toContain(500);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });
});
