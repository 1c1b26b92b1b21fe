import { openTenant, type TenantClient } from '../support/tenant-client';

const path = '//__local/conditions';
const goodDay = {
  quirks: {},
  faults: [],
  rateLimit: null,
  visibilityLagMs: 0,
  deny: {},
  restV1Only: false,
  restV1Codes: {},
};

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant({ visibilityLagMs: 5 });
});
afterEach(() => client.tenant.close());

describe('the conditions of a tenant', () => {
  it('are read, changed in part and put back from another process', async () => {
    expect((await client.get(path)).body).toEqual({ status: 'success', data: { ...goodDay, visibilityLagMs: 5 } });
    const faults = [
      { operation: 'listExceptions', calls: [1, 2], answer: { status: 403, headers: { 'Retry-After': '1' } } },
    ];
    const changed = await client.patch(path, { quirks: { errorsAs200: true, fieldsDropped: ['notes'] }, faults });
    expect(changed.body.data).toEqual({
      ...goodDay,
      visibilityLagMs: 5,
      quirks: { errorsAs200: true, fieldsDropped: ['notes'] },
      faults,
    });
    expect((await client.get('/steering/configurations/0/exceptions')).status).toBe(403);
    await client.patch(path, { rateLimit: { requests: 1, perSeconds: 60 }, deny: { listConfigurations: 'No.' } });
    expect((await client.get('/steering/configurations')).body.message).toBe('No.');
    expect((await client.get('/steering/configurations')).status).toBe(429);
    expect((await client.delete(path)).body.data).toEqual({ ...goodDay, visibilityLagMs: 5 });
    expect((await client.get('/steering/configurations')).status).toBe(200);
  });

  it.each<[unknown, string]>([
    [{ weather: 'bad' }, 'weather'],
    [{ quirks: { lists_reordered: true } }, 'quirks.lists_reordered'],
    [{ quirks: { appInUse: 'kept' } }, 'quirks.appInUse'],
    [{ quirks: { locationInUse: 'kept' } }, 'quirks.locationInUse'],
    [{ quirks: { v1Answers: 'never' } }, 'quirks.v1Answers'],
    [{ quirks: { v1Truncated: -1 } }, 'quirks.v1Truncated'],
    [{ restV1Only: 'yes' }, 'restV1Only'],
    [{ restV1Codes: { blocked: '3' } }, 'restV1Codes'],
    [{ faults: [{ operation: 'createEverything', answer: 'reset' }] }, 'faults[0].operation'],
    [{ faults: [{ operation: '*' }] }, 'faults[0].answer'],
    [{ faults: [{ operation: '*', answer: { status: 42 } }] }, 'faults[0].answer.status'],
    [{ faults: [{ operation: '*', answer: { status: 500, headers: { 'a b': 'c' } } }] }, 'faults[0].answer.headers'],
    [
      { faults: [{ operation: '*', answer: { status: 500, headers: { a: 'b\r\nc: d' } } }] },
      'faults[0].answer.headers.a',
    ],
    [{ rateLimit: { requests: 0, perSeconds: 1 } }, 'rateLimit.requests'],
    [{ visibilityLagMs: -1 }, 'visibilityLagMs'],
    [{ deny: { nothing: 'No.' } }, 'deny'],
    [undefined, ''],
  ])('are refused at the field and stay as they are: %j', async (body, field) => {
    const reply = await client.patch(path, body);
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect((await client.get(path)).body.data).toEqual({ ...goodDay, visibilityLagMs: 5 });
  });

  it('need the token, and stay out of the journal', async () => {
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      expect((await client.call(method, path, { token: null })).status).toBe(401);
    }
    await client.get(path);
    expect(client.tenant.journal.entries).toEqual([]);
  });
});
