import { openTenant, type TenantClient } from '../support/tenant-client';

const locations = '/steering/networklocations';
const exceptions = '/steering/configurations/0/exceptions';

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant({ trafficMode: 'web' });
});
afterEach(() => client.tenant.close());

const make = async (name: string) =>
  (await client.post(locations, { name, addresses: ['192.0.2.1'] })).body.data as { id: string; etag: string };
const bypassTo = async (...names: string[]) =>
  (
    await client.post(exceptions, {
      type: 'destination_location',
      destination_location: { locations: names, action: 'bypass', treat_like_local_ip: false },
    })
  ).body.data.id as string;
const bypassFrom = async (...names: string[]) =>
  (await client.post(exceptions, { type: 'source_location', source_location: { locations: names } })).body.data
    .id as string;
/** The ids of the location exceptions that are left. */
const left = () =>
  client.tenant.store.exceptions
    .page({}, 0, Infinity)
    .rows.filter(({ type }) => type !== 'certificate_pinned_app')
    .map(({ id }) => id);

describe('a network location', () => {
  it.each([
    ['192.0.2.1', 201],
    ['2001:db8::1', 201],
    ['0.0.0.0/0', 201],
    ['2001:DB8::/128', 201],
    ['192.0.2.1-192.0.2.1', 201],
    ['2001:db8::1-2001:db8::1:1', 201],
    ['192.0.2.256', 400],
    ['192.0.2.0/33', 400],
    ['2001:db8::/129', 400],
    ['192.0.2.9-192.0.2.1', 400],
    ['10.0.0.1-9.255.255.255', 400],
    ['192.0.2.1-2001:db8::1', 400],
    ['192.0.2.0/24-192.0.2.9', 400],
    ['a.example', 400],
    ['192.0.2.1 - 192.0.2.9', 400],
  ])('has %s among its addresses: %i', async (address, status) => {
    const reply = await client.post(locations, { name: 'HQ', addresses: ['198.51.100.1', address] });
    expect([reply.status, reply.body.errors?.[0].field]).toEqual([status, status === 400 ? 'addresses[1]' : undefined]);
  });

  it('has a name that no other has, also after a change', async () => {
    await make('HQ');
    const lab = await make('Lab');
    const body = { name: 'HQ', addresses: ['192.0.2.1'] };
    for (const reply of [await client.post(locations, body), await client.put(`${locations}/${lab.id}`, body)])
      expect([reply.status, reply.body.errors]).toEqual([
        409,
        [{ field: 'name', message: 'is taken by the network location loc-1' }],
      ]);
    expect((await client.put(`${locations}/loc-1`, body)).status).toBe(200);
  });

  it('takes every exception that names it along, those that name others too, and leaves the rest', async () => {
    const { id } = await make('HQ');
    const used = [await bypassTo('HQ'), await bypassTo('Bogon Networks', 'HQ'), await bypassFrom('HQ')];
    const others = [await bypassTo('Bogon Networks'), await bypassFrom('hq')];
    expect(left()).toEqual([...used, ...others]);
    expect((await client.delete(`${locations}/${id}`)).status).toBe(200);
    expect(left()).toEqual(others);
  });

  it('keeps its exceptions when its addresses change, and they follow its name', async () => {
    const { id } = await make('HQ');
    const used = [await bypassTo('Bogon Networks', 'HQ'), await bypassFrom('HQ')];
    const read = async () => Promise.all(used.map(async (one) => (await client.get(`${exceptions}/${one}`)).body.data));
    const before = await read();
    await client.put(`${locations}/${id}`, { name: 'HQ', addresses: ['192.0.2.2'] });
    expect(await read()).toEqual(before);
    await client.put(`${locations}/${id}`, { name: 'Headquarters', addresses: ['192.0.2.2'] });
    const [to, from] = await read();
    expect(to.destination_location.locations).toEqual(['Bogon Networks', 'Headquarters']);
    expect(from.source_location.locations).toEqual(['Headquarters']);
    expect([to.etag, from.etag]).not.toEqual(before.map(({ etag }) => etag));
  });

  it('that is in use is refused to be deleted, or its exceptions stay, where a quirk says so', async () => {
    const { id } = await make('HQ');
    const used = await bypassTo('HQ');
    client.tenant.conditions.change({ quirks: { locationInUse: 'refused' } });
    const refused = await client.delete(`${locations}/${id}`);
    expect([refused.status, refused.body]).toEqual([
      409,
      {
        status: 'error',
        message: 'The network location loc-1 ("HQ") is in use by an exception. Delete what uses it first.',
        errors: [
          {
            field: 'id',
            message: `is in use by exception ${used} of configuration 0 ("Default tenant config")`,
          },
        ],
      },
    ]);
    client.tenant.conditions.change({ quirks: { locationInUse: 'exceptionsStay' } });
    expect((await client.delete(`${locations}/${id}`)).status).toBe(200);
    expect(left()).toEqual([used]);
  });

  it('loses its exceptions with a change where a tenant counts it as another upload', async () => {
    const { id } = await make('HQ');
    await bypassTo('HQ');
    const other = await bypassTo('Lab');
    client.tenant.conditions.change({ quirks: { locationInUse: 'updateDeletes' } });
    expect((await client.put(`${locations}/${id}`, { name: 'HQ', addresses: ['192.0.2.2'] })).status).toBe(200);
    expect(left()).toEqual([other]);
  });
});
