import { app, errorOf, failure, gate, one, page, scene, type Asked } from './support/stub-tenant';

const apps = (count: number) => Array.from({ length: count }, (_, n) => app(n));
const isList = ({ path }: Asked) => path.endsWith('/certpinned');

describe('one read for all', () => {
  it('answers 50 concurrent finds among 1,000 objects with 10 requests', async () => {
    const { client, stub } = await scene((asked) => page(asked, apps(1000)));
    const found = await Promise.all(Array.from({ length: 50 }, (_, n) => client.apps.find(`app-${n * 20}`)));
    expect(found.map((object) => object?.id)).toEqual(Array.from({ length: 50 }, (_, n) => `app-${n * 20}`));
    await client.apps.find('app-7');
    await client.apps.list();
    expect(stub.asked).toHaveLength(10);
  });

  it('shares it among everybody who asks for the same configuration', async () => {
    const { client, stub } = await scene((asked) => page(asked, []));
    await Promise.all([client.exceptions('0').list(), client.exceptions('0').list(), client.exceptions('7').list()]);
    expect(stub.log().sort()).toEqual([
      'GET /steering/configurations/0/exceptions',
      'GET /steering/configurations/7/exceptions',
    ]);
  });

  it('does not remember a list that failed', async () => {
    const { client, stub } = await scene((asked, count) => (count === 1 ? failure(403) : page(asked, apps(1))));
    expect(await errorOf(client.apps.list())).toMatchObject({ code: 'forbidden' });
    expect(await client.apps.list()).toHaveLength(1);
    expect(stub.asked).toHaveLength(2);
  });

  it('lets one caller leave without disturbing the others', async () => {
    const { opened, open } = gate();
    const { client, stub } = await scene(async (asked) => {
      await opened;
      return page(asked, apps(2));
    });
    const leaver = new AbortController();
    const left = errorOf(client.apps.find('app-0', { signal: leaver.signal }));
    const stayed = client.apps.find('app-1');
    leaver.abort();
    expect(await left).toMatchObject({ name: 'ApiError', code: 'aborted' });
    open();
    expect(await stayed).toMatchObject({ id: 'app-1' });
    expect(stub.asked).toHaveLength(1);
  });

  it('ends the read when all callers have left, and starts a new one for the next', async () => {
    const { client, stub } = await scene((asked, count) => (count === 1 ? 'hang' : page(asked, apps(1))));
    const leaver = new AbortController();
    const left = errorOf(client.apps.list({ signal: leaver.signal }));
    while (stub.asked.length === 0) await new Promise(setImmediate);
    leaver.abort();
    expect(await left).toMatchObject({ code: 'aborted' });
    expect(await client.apps.list()).toHaveLength(1);
    expect(await errorOf(client.configurations.list({ signal: leaver.signal }))).toMatchObject({ code: 'aborted' });
  });

  it('asks again after a refresh', async () => {
    const { client, stub } = await scene((asked, count) => page(asked, apps(count)));
    await client.apps.list();
    client.apps.refresh();
    expect(await client.apps.list()).toHaveLength(2);
    expect(stub.asked).toHaveLength(2);
  });
});

describe('an object that the list lacks', () => {
  it('is confirmed by exactly one GET, whoever asks and however often', async () => {
    const { client, stub } = await scene((asked) => (isList(asked) ? page(asked, apps(1)) : failure(404)));
    const gone = await Promise.all([client.apps.find('app-9'), client.apps.find('app-9')]);
    expect([...gone, await client.apps.find('app-9')]).toEqual([null, null, null]);
    expect(stub.log()).toEqual(['GET /steering/apps/certpinned', 'GET /steering/apps/certpinned/app-9']);
  });

  it('is found by the GET where a page skipped it', async () => {
    const { client } = await scene((asked) => (isList(asked) ? page(asked, []) : one(app(9))));
    expect(await client.apps.find('app-9')).toMatchObject({ app_name: 'App 9' });
  });

  it('is gone too where the tenant says so with HTTP 200', async () => {
    const { client } = await scene((asked) => (isList(asked) ? page(asked, []) : failure(200)));
    expect(await client.apps.find('app-9')).toBeNull();
  });

  it('is not gone where the GET fails otherwise', async () => {
    const { client } = await scene((asked) => (isList(asked) ? page(asked, []) : failure(403)));
    expect(await errorOf(client.apps.find('app-9'))).toMatchObject({ code: 'forbidden' });
  });

  it('is asked for until it shows while it is young', async () => {
    const { client, stub, clock } = await scene((asked, count) =>
      isList(asked) ? page(asked, []) : count < 7 ? failure(404) : one(app(9)),
    );
    const start = clock.now();
    expect(await client.apps.find('app-9', { youngUntil: start + 30_000 })).toMatchObject({ id: 'app-9' });
    expect(stub.asked).toHaveLength(7);
    expect(clock.now() - start).toBeLessThan(30_000);
  });

  it('is believed to be gone when it is young no more', async () => {
    const { client, clock } = await scene((asked) => (isList(asked) ? page(asked, []) : failure(404)));
    const start = clock.now();
    expect(await client.apps.find('app-9', { youngUntil: start + 30_000 })).toBeNull();
    expect(clock.now() - start).toBeGreaterThanOrEqual(30_000);
    expect(clock.now() - start).toBeLessThan(31_000);
  });

  it('is gone with its configuration', async () => {
    const { client, stub } = await scene((asked) =>
      asked.path.endsWith('/configurations') ? page(asked, []) : failure(404),
    );
    expect(await client.exceptions('7').find('exc-1')).toBeNull();
    expect(stub.log()).toContain('GET /steering/configurations/7');
  });
});

describe('own writes', () => {
  it('are known without asking', async () => {
    const { client, stub } = await scene((asked) => {
      if (asked.method === 'DELETE') return {};
      return one(app(1, { ...(asked.body as object), etag: asked.method }));
    });
    await client.apps.create({ app_name: 'A', platforms: {} });
    expect(await client.apps.find('app-1')).toMatchObject({ app_name: 'A', etag: 'POST' });
    await client.apps.update('app-1', { app_name: 'B', platforms: {} });
    expect(await client.apps.find('app-1')).toMatchObject({ app_name: 'B', etag: 'PUT' });
    await client.apps.delete('app-1');
    expect(await client.apps.find('app-1')).toBeNull();
    expect(stub.asked.map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE']);
  });

  it('win over a list that was read around them', async () => {
    const { opened, open } = gate();
    const { client, stub } = await scene(async (asked) => {
      if (asked.method === 'GET') {
        await opened;
        return page(asked, [app(1), app(2), app(3)]);
      }
      if (asked.method === 'DELETE') return {};
      return one(app(asked.method === 'POST' ? 4 : 1, asked.body as object));
    });
    const listing = client.apps.list();
    const finding = client.apps.find('app-1');
    const missing = client.apps.find('app-2');
    await client.apps.create({ app_name: 'new', platforms: {} });
    await client.apps.update('app-1', { app_name: 'changed', platforms: {} });
    await client.apps.delete('app-2');
    open();
    expect((await listing).map(({ id, app_name }) => `${id} ${app_name}`)).toEqual([
      'app-1 changed',
      'app-3 App 3',
      'app-4 new',
    ]);
    expect(await finding).toMatchObject({ app_name: 'changed' });
    expect(await missing).toBeNull();
    expect(stub.asked.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it('that end in doubt make the next read ask again', async () => {
    const { client, stub } = await scene((asked) => (asked.method === 'GET' ? page(asked, apps(1)) : 'drop'));
    await client.apps.list();
    expect(await errorOf(client.apps.create({ app_name: 'A', platforms: {} }))).toMatchObject({
      code: 'outcome_unknown',
    });
    await client.apps.list();
    expect(stub.asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });

  it('that are refused change nothing that is known', async () => {
    const { client, stub } = await scene((asked) => (asked.method === 'GET' ? page(asked, apps(1)) : failure(400)));
    await client.apps.list();
    await errorOf(client.apps.update('app-0', { app_name: 'A', platforms: {} }));
    expect(await client.apps.find('app-0')).toMatchObject({ app_name: 'App 0' });
    expect(stub.asked.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  });
});
