import type { Configuration } from 'terraform-plugin-sdk-ts/testing';
import { startStub, failure, one, page, TOKEN, type Asked } from './client/support/stub-tenant';
import { closeLater, findingsOf, idOf, Stage, startDriver } from './support/drive';

const APP = 'netskopesteering_certificate_pinned_app';
const CONFIGURATION = 'netskopesteering_configuration';
const EXCEPTION = 'netskopesteering_domain_exception';
const PORT = 'netskopesteering_non_standard_port';

const app = { name: 'App', windows: { processes: ['App.exe'] } };
const wire = { app_name: 'App', custom: true, platforms: {}, etag: 'e' };

describe('a create that meets an object of its name', () => {
  it('names it with the command that adopts it, at the name', async () => {
    const stage = await Stage.start();
    const made = await stage.driver.apply(APP, app);
    const [finding] = await findingsOf((await stage.newDriver()).apply(APP, app));
    expect(finding?.at).toBe('name');
    expect(finding?.text).toContain(`terraform import ${APP}.NAME ${idOf(made)}`);
    expect(stage.tenant.store.apps.page({}, 0, 100).rows.filter(({ app_name }) => app_name === 'App')).toHaveLength(1);
  });

  it('says of a predefined app that nobody manages it', async () => {
    const stage = await Stage.start();
    const [finding] = await findingsOf(stage.driver.apply(APP, { ...app, name: 'Zoom' }));
    expect(finding?.text).toMatch(/belongs to app-1\. The app "[^"]+" is predefined by the vendor: .* data source/);
    expect(finding?.text).not.toContain('terraform import');
  });

  it('does so for configurations too', async () => {
    const stage = await Stage.start();
    const made = await stage.driver.apply(CONFIGURATION, { name: 'Sales' });
    const [finding] = await findingsOf((await stage.newDriver()).apply(CONFIGURATION, { name: 'Sales' }));
    expect(finding?.text).toContain(`terraform import ${CONFIGURATION}.NAME ${idOf(made)}`);
  });

  it('says that the holder may not be visible yet where the list has none', async () => {
    const { driver } = await onStub((asked) => (asked.method === 'POST' ? failure(409) : page(asked, [])));
    const [finding] = await findingsOf(driver.apply(APP, app));
    expect(finding?.text).toMatch(/taken by an object that the list does not show \(yet\)/);
  });
});

describe('a create that says what is there already', () => {
  const exception = { configuration_id: '0', domains: ['b.example', 'a.example'] };
  const again = { configuration_id: '0', domains: ['a.example', 'b.example'] };

  it('creates nothing, and names it', async () => {
    const stage = await Stage.start();
    const made = await stage.driver.apply(EXCEPTION, exception);
    const next = await stage.newDriver();
    const [finding] = await findingsOf(next.apply(EXCEPTION, again));
    expect(finding?.text).toContain(`terraform import ${EXCEPTION}.NAME ${idOf(made)}`);
  });

  it.each<[string, object]>([
    ['other notes', { notes: 'why' }],
    ['more domains', { domains: ['a.example', 'b.example', 'c.example'] }],
    ['fewer domains', { domains: ['a.example'] }],
  ])('with %s it is another one', async (_, change) => {
    const stage = await Stage.start();
    await stage.driver.apply(EXCEPTION, exception);
    const made = await (await stage.newDriver()).apply(EXCEPTION, { ...again, ...change });
    expect(made?.state['id']).toMatch(/^0\//);
  });
});

describe('an update that meets an object of its name', () => {
  it.each([
    [APP, app, { ...app, name: 'Other' }],
    [CONFIGURATION, { name: 'Sales' }, { name: 'Other' }],
  ])('of %s names the other at the name, whose it may be, and the ways out', async (type, first, second) => {
    const stage = await Stage.start();
    const made = await stage.driver.apply(type, first);
    const other = idOf(await stage.driver.apply(type, second));
    const next = await stage.newDriver();
    const [finding] = await findingsOf(next.apply(type, second, await next.read(type, made!)));
    expect(finding?.at).toBe('name');
    for (const part of [
      `The name is taken by ${other}`,
      `terraform state list -id=${other}`,
      'moveFromId of the new resource: docs/guides/refactor.md',
      'apply again until the plan is empty',
      'for_each in place of count',
      'a third name',
      'HTTP 409',
    ]) {
      expect(finding?.text).toContain(part);
    }
    expect(finding?.text).not.toContain('terraform import');
  });

  it('is made once more where the name is free by then, since the same apply may have given it up', async () => {
    const mine = { ...wire, id: 'app-7', platforms: { windows: { match: 'exact', processes: ['App.exe'] } } };
    let refusals = 1;
    const { driver, asked } = await onStub((request) => {
      if (request.method !== 'PUT') return page(request, [mine]);
      return refusals-- > 0 ? failure(409) : one({ ...mine, ...(request.body as object) });
    });
    const made = await driver.importResource(APP, 'app-7');
    expect((await driver.apply(APP, { ...app, name: 'Other' }, made))?.state['name']).toBe('Other');
    expect(asked().filter(({ method }) => method === 'PUT')).toHaveLength(2);
    refusals = 2;
    const [finding] = await findingsOf(driver.apply(APP, { ...app, name: 'Third' }, made));
    expect(finding?.text).toContain('an object that the list does not show');
    expect(asked().filter(({ method }) => method === 'PUT')).toHaveLength(4);
  });

  it('says nothing of names where the tenant refuses for another reason', async () => {
    const custom = { ...wire, id: 'app-7', platforms: { windows: { match: 'exact', processes: ['App.exe'] } } };
    const { driver } = await onStub((asked) =>
      asked.method === 'PUT'
        ? failure(409, { errors: [{ field: 'custom', message: 'is false' }] })
        : page(asked, [custom, { ...custom, id: 'app-8', app_name: 'Other' }]),
    );
    const made = await driver.importResource(APP, 'app-7');
    const [finding] = await findingsOf(driver.apply(APP, { ...app, name: 'Other' }, made));
    expect(finding?.text).not.toContain('The name is taken');
  });
});

describe('an object that is replaced, and made anew before the old one goes', () => {
  it.each<[string, Configuration]>([
    [APP, app],
    [CONFIGURATION, { name: 'Sales' }],
    [PORT, { configuration_id: '0', port: 5222, domains: ['a.example'] }],
    [EXCEPTION, { configuration_id: '0', domains: ['a.example'] }],
  ])('of %s is called nobody else’s, and the way out is said', async (type, config) => {
    const stage = await Stage.start();
    const own = idOf(await stage.driver.apply(type, config));
    const [finding] = await findingsOf((await stage.newDriver()).apply(type, config));
    for (const part of [`terraform state list -id=${own}`, 'create_before_destroy', 'terraform untaint', '-replace']) {
      expect(finding?.text).toContain(part);
    }
    expect(finding?.text).not.toMatch(/somebody else/i);
  });
});

describe('an object in the way whose id is none', () => {
  it('is named as a text, without a command to paste', async () => {
    const rows = [{ id: '../x; rm', port: 5222, domains: [], etag: 'e' }];
    const { driver } = await onStub((asked) => page(asked, rows));
    const [finding] = await findingsOf(driver.apply(PORT, { configuration_id: '0', port: 5222 }));
    expect(finding?.text).toContain('the object with the id "0/../x; rm", which says exactly the same');
    expect(finding?.text).toContain('Delete the object on the tenant');
    expect(finding?.text).not.toContain('terraform');
  });
});

describe('an object that is there twice', () => {
  const ports = (...domains: string[]) => ({ id: `row-${domains.join('')}`, port: 5222, domains, etag: domains[0] });

  it.each<[string, readonly object[], readonly string[]]>([
    ['by others that say the same in another order', [ports('a', 'b'), ports('b', 'a')], ['0/row-ba']],
    ['by several others', [ports('a', 'b'), ports('b', 'a'), { ...ports('a', 'b'), id: 'x' }], ['0/row-ba, 0/x']],
    ['not by what says more or less', [ports('a', 'b'), ports('a'), ports('a', 'b', 'c')], []],
  ])('is warned of at the next read: %s', async (_, rows, named) => {
    const { driver } = await onStub((asked) => page(asked, rows));
    await driver.importResource(PORT, '0/row-ab');
    expect(driver.warnings.map(({ summary }) => summary)).toEqual(
      named.map(() => 'The non-standard port is there twice'),
    );
    for (const ids of named)
      expect(driver.warnings[0]?.detail).toContain(`also has ${ids}, which says exactly the same`);
  });
});

describe('a create whose answer is lost', () => {
  it('names what may be it, and adopts nothing', async () => {
    let posted = false;
    const { driver, asked } = await onStub((request) => {
      if (request.method !== 'POST') return page(request, posted ? [{ ...wire, id: 'app-7' }] : []);
      posted = true;
      return 'drop';
    });
    const [finding] = await findingsOf(driver.apply(APP, app));
    expect(finding?.text).toContain('app-7, which has its name. If nobody else made it, it is yours');
    expect(finding?.text).toContain(`terraform import ${APP}.NAME app-7`);
    expect(asked().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('offers nobody what the vendor predefined', async () => {
    const { driver } = await onStub((request) =>
      request.method === 'POST' ? 'drop' : page(request, [{ ...wire, id: 'app-1', custom: false }]),
    );
    const [finding] = await findingsOf(driver.apply(APP, app));
    expect(finding?.text).toMatch(/belongs to app-1\. The app "[^"]+" is predefined by the vendor/);
    expect(finding?.text).not.toContain('terraform import');
  });

  it('says to wait where the tenant shows nothing', async () => {
    const { driver } = await onStub((request) => (request.method === 'POST' ? 'drop' : page(request, [])));
    const config = { configuration_id: '0', port: 5222, domains: null };
    const [finding] = await findingsOf(driver.apply(PORT, config));
    expect(finding?.text).toMatch(/does not show it\. It may not be visible yet: wait/);
    expect(finding?.text).toContain('It is not known whether');
  });

  it('keeps to what it knows where the second look fails as well', async () => {
    const { driver } = await onStub((request) => (request.method === 'POST' ? 'drop' : failure(403)));
    const [finding] = await findingsOf(driver.apply(APP, app));
    expect(finding?.text).toContain('It is not known whether the certificate pinned app was created');
  });

  it('is no riddle where the answer came', async () => {
    const { driver } = await onStub((request) =>
      request.method === 'POST'
        ? one({ ...wire, id: 'app-7', platforms: { windows: { match: 'exact', processes: ['App.exe'] } } })
        : page(request, []),
    );
    expect((await driver.apply(APP, app))?.state['id']).toBe('app-7');
  });
});

async function onStub(answer: Parameters<typeof startStub>[0]) {
  const stub = closeLater(await startStub(answer));
  const driver = await startDriver({ server_url: stub.url, api_key: TOKEN, requests_per_second: 1000 });
  return { driver, asked: (): readonly Asked[] => stub.asked };
}
