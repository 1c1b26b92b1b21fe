import type { ExceptionType, TrafficType } from '../../../tenant/contract';
import { exceptionBodies } from '../../support/samples';
import { openTenant, type TenantClient } from '../support/tenant-client';

const configurations = '/steering/configurations';
const types = Object.keys(exceptionBodies) as ExceptionType[];

let client: TenantClient;
beforeAll(async () => {
  client = await openTenant();
});
afterAll(() => client.tenant.close());

let names = 0;
async function createConfiguration(body: object): Promise<string> {
  const { status, body: answer } = await client.post(configurations, { config_name: `c${names++}`, ...body });
  expect(status).toBe(201);
  return `${configurations}/${answer.data.config_id}`;
}

/** The types that a configuration takes, by creating one exception of each. */
async function typesTaken(path: string, location: 'on_prem' | 'off_prem' | null): Promise<ExceptionType[]> {
  const replies = await Promise.all(
    types.map((type) => client.post(`${path}/exceptions`, { ...exceptionBodies[type], location })),
  );
  replies.forEach(({ status, body }) => {
    if (status !== 201)
      expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([409, ['type']]);
  });
  return types.filter((_, index) => replies[index]?.status === 201);
}

const all = types;
const but = (...missing: ExceptionType[]) => types.filter((type) => !missing.includes(type));

describe('the types of exceptions', () => {
  it.each(types)('are created, read, replaced, listed and deleted: %s', async (type) => {
    const exceptions = `${await createConfiguration({ traffic_type: type === 'source_location' ? 'web' : 'all' })}/exceptions`;
    const created = await client.post(exceptions, exceptionBodies[type]);
    const { id, etag } = created.body.data;
    expect(created.status).toBe(201);
    expect(created.body.data).toMatchObject({ id, notes: '', location: null, ...exceptionBodies[type], etag });
    const replaced = await client.put(`${exceptions}/${id}`, { ...exceptionBodies[type], notes: 'new' });
    expect(replaced.body.data).toEqual({ ...created.body.data, notes: 'new', etag: replaced.body.data.etag });
    expect((await client.get(`${exceptions}?type=${type}`)).body.data).toEqual([replaced.body.data]);
    expect((await client.delete(`${exceptions}/${id}`)).status).toBe(200);
  });

  it.each<[TrafficType, ExceptionType[]]>([
    ['cloud_apps', but('category', 'dns')],
    ['web', but('application')],
    ['all', but('source_location')],
    ['none', all],
  ])('that mode %s offers without dynamic steering', async (traffic_type, expected) => {
    expect(await typesTaken(await createConfiguration({ traffic_type }), null)).toEqual(expected);
  });

  it.each<['on_prem' | 'off_prem', TrafficType, ExceptionType[]]>([
    ['on_prem', 'cloud_apps', but('category', 'dns')],
    ['on_prem', 'web', but('dns')],
    ['on_prem', 'all', but('dns')],
    ['on_prem', 'none', all],
    ['off_prem', 'cloud_apps', but('application')],
    ['off_prem', 'web', but('application')],
    ['off_prem', 'all', all],
    ['off_prem', 'none', all],
  ])('that the location %s offers in mode %s', async (location, traffic_type, expected) => {
    const sides = {
      on_prem: { traffic_type: 'none' },
      off_prem: { traffic_type: 'none' },
      [location]: { traffic_type },
    };
    expect(await typesTaken(await createConfiguration({ location_based_steering: true, ...sides }), location)).toEqual(
      expected,
    );
  });

  it('say where they are not offered', async () => {
    const plain = await client.post(`${await createConfiguration({})}/exceptions`, exceptionBodies.category);
    expect(plain.body).toEqual({
      status: 'error',
      message: expect.stringMatching(/^Configuration \d+ does not offer exceptions of the type "category"\.$/),
      errors: [{ field: 'type', message: '"category" is not offered in traffic mode cloud_apps' }],
    });
    const path = await createConfiguration({ location_based_steering: true });
    const sided = await client.post(`${path}/exceptions`, { ...exceptionBodies.dns, location: 'on_prem' });
    expect(sided.body.errors).toEqual([
      { field: 'type', message: '"dns" is not offered in traffic mode cloud_apps at the location on_prem' },
    ]);
  });

  it('may stay when the mode changes, but do not move to a location that does not offer them', async () => {
    const path = await createConfiguration({ location_based_steering: true, off_prem: { traffic_type: 'all' } });
    const body = { ...exceptionBodies.dns, location: 'off_prem' };
    const { id } = (await client.post(`${path}/exceptions`, body)).body.data;
    expect((await client.patch(path, { on_prem: { traffic_type: 'web' } })).status).toBe(200);
    expect((await client.put(`${path}/exceptions/${id}`, { ...body, notes: 'still here' })).status).toBe(200);
    expect((await client.put(`${path}/exceptions/${id}`, { ...body, location: 'on_prem' })).status).toBe(409);
  });

  it('never change', async () => {
    const exceptions = `${await createConfiguration({})}/exceptions`;
    const { id } = (await client.post(exceptions, exceptionBodies.domains)).body.data;
    const { status, body } = await client.put(`${exceptions}/${id}`, exceptionBodies.source_location);
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'type', message: `cannot change: exception ${id} is of the type "domains"` }],
    ]);
  });
});

describe('the location of an exception', () => {
  it('is required with dynamic steering, and refused without', async () => {
    const sided = `${await createConfiguration({ location_based_steering: true })}/exceptions`;
    const plain = `${await createConfiguration({})}/exceptions`;
    const body = exceptionBodies.domains;
    const { id } = (await client.post(sided, { ...body, location: 'on_prem' })).body.data;
    const other = (await client.post(plain, body)).body.data.id;
    for (const reply of [await client.post(sided, body), await client.put(`${sided}/${id}`, body)]) {
      const message = expect.stringMatching(
        /^is required, "on_prem" or "off_prem": configuration \d+ steers by location$/,
      );
      expect([reply.status, reply.body.errors]).toEqual([400, [{ field: 'location', message }]]);
    }
    const given = { ...body, location: 'off_prem' };
    for (const reply of [await client.post(plain, given), await client.put(`${plain}/${other}`, given)]) {
      const message = expect.stringMatching(/^cannot be given: configuration \d+ does not steer by location$/);
      expect([reply.status, reply.body.errors]).toEqual([400, [{ field: 'location', message }]]);
    }
  });
});

describe('dynamic steering', () => {
  it('copies the exceptions to one side when it is turned on, with their ids and new etags', async () => {
    const path = await createConfiguration({});
    const before = (await client.post(`${path}/exceptions`, exceptionBodies.domains)).body.data;
    await client.patch(path, { location_based_steering: true });
    const [after] = (await client.get(`${path}/exceptions`)).body.data;
    expect(after).toEqual({ ...before, location: 'on_prem', etag: after.etag });
    expect(after.etag).not.toBe(before.etag);
  });

  it('loses the exceptions of the other side when it is turned off', async () => {
    const path = await createConfiguration({ location_based_steering: true });
    const bodies = [
      { ...exceptionBodies.domains, location: 'on_prem' },
      { ...exceptionBodies.dns, location: 'off_prem' },
    ];
    for (const body of bodies) expect((await client.post(`${path}/exceptions`, body)).status).toBe(201);
    await client.patch(path, { location_based_steering: false });
    expect((await client.get(`${path}/exceptions`)).body.data).toMatchObject([{ type: 'domains', location: null }]);
  });

  it('leaves the exceptions alone while it stays as it is', async () => {
    const path = await createConfiguration({});
    const before = (await client.post(`${path}/exceptions`, exceptionBodies.domains)).body.data;
    await client.patch(path, { location_based_steering: false, enabled: true });
    expect((await client.get(`${path}/exceptions`)).body.data).toEqual([before]);
  });
});

describe('a DNS exception', () => {
  it('takes addresses for PTR, and names for the rest', async () => {
    const exceptions = `${await createConfiguration({ traffic_type: 'all' })}/exceptions`;
    const dns = (...questions: object[]) => client.post(exceptions, { type: 'dns', dns: { questions } });
    const ptr = { record_type: 'PTR' };
    expect((await dns({ ...ptr, domain: '192.0.2.1' }, { ...ptr, domain: '2001:db8::1' })).status).toBe(201);
    expect((await dns({ record_type: 'A', domain: 'example.com' })).status).toBe(201);
    const refused = await dns({ ...ptr, domain: '192.0.2.1' }, { ...ptr, domain: 'example.com' });
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ field: 'dns.questions[1].domain', message: 'must be an IP address with record_type "PTR"' }],
    ]);
  });
});
