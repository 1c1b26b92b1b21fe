import type { CollectionPaths } from '../../../providers/netskope/client';
import { COLLECTION_NAMES, isInConfiguration, type CollectionName } from '../../../tenant/contract/collections';
import { app, errorOf, failure, one, page, scene } from './support/stub-tenant';

type Client = Awaited<ReturnType<typeof scene>>['client'];

const INPUT = { app_name: 'A', platforms: { windows: { match: 'exact' as const, processes: ['b.exe', 'a.exe'] } } };

describe('etags', () => {
  const answer = (asked: Parameters<Parameters<typeof scene>[0]>[0]) =>
    asked.method === 'GET' ? page(asked, [app(1)]) : one(app(1, { etag: 'after' }));

  it('goes out as If-Match: the given one, else the one that was read last, else none', async () => {
    const { client, stub } = await scene(answer);
    await client.apps.update('app-1', INPUT, { etag: 'given' });
    await client.apps.update('app-1', INPUT);
    await client.apps.update('app-2', INPUT);
    await client.apps.delete('app-1');
    expect(stub.asked.map(({ headers }) => headers['if-match'])).toEqual(['"given"', '"after"', undefined, '"after"']);
  });

  it('comes from the list where that was read', async () => {
    const { client, stub } = await scene(answer);
    await client.apps.list();
    await client.apps.delete('app-1');
    expect(stub.asked[1]?.headers['if-match']).toBe('"e1"');
  });

  it('stays at home where it could not stand in a header', async () => {
    const { client, stub } = await scene(answer);
    await client.apps.update('app-1', INPUT, { etag: 'a"\r\nX: y' });
    expect(stub.asked[0]?.headers['if-match']).toBeUndefined();
  });

  it('that does not match is an error, and what was known is forgotten', async () => {
    const { client, stub } = await scene((asked) => (asked.method === 'GET' ? page(asked, [app(1)]) : failure(412)));
    await client.apps.list();
    expect(await errorOf(client.apps.update('app-1', INPUT))).toMatchObject({
      code: 'precondition_failed',
      status: 412,
    });
    await client.apps.find('app-1');
    // One look at the object before the list: whether its etag stays while it does.
    expect(stub.asked.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET', 'GET']);
  });

  describe('that is another one at each read', () => {
    const changing = (changed: (count: number) => object) =>
      scene((asked, count) => (asked.method === 'GET' ? one(app(1, changed(count))) : failure(412)));
    const writes = (client: Client) => [
      client.apps.update('app-1', INPUT, { etag: 'e' }),
      client.apps.delete('app-1', { etag: 'e' }),
    ];

    it('is told, with the way out, instead of a change that nobody made', async () => {
      const { client, stub } = await changing((count) => ({ etag: `random-${count}` }));
      for (const write of writes(client)) {
        const error = await errorOf(write);
        expect(error).toMatchObject({ code: 'etags_vary', status: 412 });
        expect(error.message).toMatch(/another etag at each read.*nothing was overwritten.*or for none.*HTTP 412\]$/);
      }
      expect(stub.asked).toHaveLength(6);
    });

    it.each<[string, (count: number) => object]>([
      ['stays', () => ({ etag: 'other' })],
      ['changes with the object', (count) => ({ etag: `random-${count}`, app_name: `B${count}` })],
    ])('is a conflict where it %s', async (_, changed) => {
      const { client } = await changing(changed);
      for (const write of writes(client)) expect(await errorOf(write)).toMatchObject({ code: 'precondition_failed' });
    });

    it('is a conflict where the object is gone, or cannot be read', async () => {
      for (const status of [404, 403, 500]) {
        const { client } = await scene((asked) => failure(asked.method === 'GET' ? status : 412));
        for (const write of writes(client)) expect(await errorOf(write)).toMatchObject({ code: 'precondition_failed' });
      }
    });
  });
});

describe('an update whose first answer was lost', () => {
  const lost = (shown: object) =>
    scene((asked, count) => {
      if (asked.method === 'GET') return one(app(1, shown));
      return count === 1 ? 'drop' : failure(412);
    });

  it('is a success where the tenant shows what was written, in any order', async () => {
    const { client } = await lost({
      app_name: 'A',
      platforms: { windows: { match: 'exact', processes: ['a.exe', 'b.exe'] } },
    });
    expect(await client.apps.update('app-1', INPUT, { etag: 'e' })).toMatchObject({ id: 'app-1', app_name: 'A' });
  });

  it('is a conflict where the tenant shows something else', async () => {
    const { client } = await lost({ app_name: 'somebody else was faster' });
    expect(await errorOf(client.apps.update('app-1', INPUT, { etag: 'e' }))).toMatchObject({
      code: 'precondition_failed',
    });
  });
});

describe('methods and bodies', () => {
  it('updates configurations with PATCH and everything else with PUT, as JSON with the token', async () => {
    const { client, stub } = await scene(({ path }) => {
      if (path.includes('nonstandardports')) return one({ id: 'row-1', port: 5222, domains: [], etag: 'e' });
      return one({
        config_id: 0,
        config_name: 'Default tenant config',
        enabled: true,
        traffic_type: 'web',
        priority: '1',
        user_groups: [],
        organization_units: [],
        etag: 'e',
      });
    });
    await client.configurations.update('0', { traffic_type: 'web' });
    await client.nonStandardPorts('0').update('row-1', { port: 5222 });
    expect(stub.log()).toEqual([
      'PATCH /steering/configurations/0',
      'PUT /steering/configurations/0/nonstandardports/row-1',
    ]);
    expect(stub.asked[0]).toMatchObject({
      body: { traffic_type: 'web' },
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'netskope-api-token': 'tok3n+secret/value==',
        'user-agent': 'test',
      },
    });
  });

  it('keeps its connection, but never creates on one that the tenant may be closing just then', async () => {
    const { client, stub } = await scene((asked) => (asked.method === 'GET' ? page(asked, []) : one(app(1))));
    await client.apps.list();
    await client.apps.create(INPUT);
    await client.apps.update('app-1', INPUT);
    const [list, create, update] = stub.asked.map(({ connection }) => connection);
    expect(update).toBe(list);
    expect(create).not.toBe(list);
  });

  it('uses the paths of the settings', async () => {
    const ofConfiguration = (name: CollectionName) => (isInConfiguration(name) ? '/{config_id}' : '');
    const paths = Object.fromEntries(
      COLLECTION_NAMES.map((name) => [name, `/gw${ofConfiguration(name)}/${name}`]),
    ) as CollectionPaths;
    const { client, stub } = await scene((asked) => page(asked, []), { paths });
    for (const name of COLLECTION_NAMES)
      await (isInConfiguration(name) ? client[name]('3') : (client[name] as typeof client.apps)).list();
    expect(stub.log()).toEqual(COLLECTION_NAMES.map((name) => `GET ${paths[name].replace('{config_id}', '3')}`));
  });
});

describe('a delete', () => {
  it('of what is not there any more is a success', async () => {
    const { client } = await scene(() => failure(404));
    await expect(client.apps.delete('app-1')).resolves.toBeUndefined();
  });

  it.each([
    ['an empty 204', { status: 204, body: '' }],
    ['an empty 200', { body: '' }],
    ['a body', {}],
  ])('is a success with %s', async (_, answer) => {
    const { client } = await scene(() => answer);
    await expect(client.apps.delete('app-1')).resolves.toBeUndefined();
  });

  it('that is refused behind HTTP 200 is a success only where the object is gone', async () => {
    const there = await scene(({ method }) => (method === 'GET' ? one(app(1)) : failure(200, { message: 'In use.' })));
    expect(await errorOf(there.client.apps.delete('app-1'))).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('In use.'),
    });
    const gone = await scene(() => failure(200));
    await expect(gone.client.apps.delete('app-1')).resolves.toBeUndefined();
  });

  it('of an app in use is a conflict that says by what', async () => {
    const errors = [{ field: 'id', message: 'is used by exception exc-1' }];
    const { client } = await scene(() => failure(409, { errors }));
    expect(await errorOf(client.apps.delete('app-1'))).toMatchObject({ code: 'conflict', fieldErrors: errors });
  });
});

describe('ids', () => {
  it.each(['', '..', 'a/b', 'a?b', '%2e%2e', 'ä', 'a b', 'a\n'])('refuses %j before anything is sent', async (id) => {
    const { client, stub } = await scene(() => ({}));
    const calls = [
      client.apps.find(id),
      client.apps.update(id, INPUT),
      client.apps.delete(id),
      client.exceptions(id).list(),
      client.exceptions(id).create({ type: 'certificate_pinned_app', certificate_pinned_app: { app_id: 'a' } }),
    ];
    for (const call of calls) expect(await errorOf(call)).toMatchObject({ name: 'ApiError', code: 'invalid_id' });
    expect(stub.asked).toHaveLength(0);
  });

  it('takes 0 for an id', async () => {
    const { client, stub } = await scene((asked) => page(asked, []));
    await client.exceptions('0').list();
    expect(stub.log()).toEqual(['GET /steering/configurations/0/exceptions']);
  });
});

it('says that the configuration is missing where an object cannot be created in it', async () => {
  const { client } = await scene((asked) => (asked.path.endsWith('/configurations') ? page(asked, []) : failure(404)));
  const error = await errorOf(client.nonStandardPorts('7').create({ port: 5222 }));
  expect(error).toMatchObject({ code: 'not_found' });
  expect(error.message).toContain('no such steering configuration');
});
