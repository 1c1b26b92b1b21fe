/** A list is read whole, within its bounds and without a request too many, or it is an error: never a part of it. */
import type { ClientSettings } from '../../../providers/netskope/client';
import { app, errorOf, page, scene, type Answer, type Asked, type Script } from './support/stub-tenant';

const apps = (count: number, from = 0) => Array.from({ length: count }, (_, n) => app(from + n));
const ids = (objects: readonly { id: string }[]) => objects.map(({ id }) => id);
const rows = (data: readonly object[], total?: unknown): Answer => ({ body: { status: 'success', data, total } });
const offsetIn = ({ query }: Asked) => Number(query.get('offset'));

describe('a whole list', () => {
  it.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [1000, 10],
    [10_000, 100],
  ])('of %i objects takes %i requests where the tenant says their total', async (count, requests) => {
    const { client, stub } = await scene((asked) => page(asked, apps(count)));
    expect(ids(await client.apps.list())).toEqual(ids(apps(count)));
    expect(stub.asked).toHaveLength(requests);
  });

  it.each([
    [0, 1],
    [99, 2],
    [100, 2],
    [150, 3],
  ])('of %i objects takes %i requests without a total: only an empty page ends it', async (count, requests) => {
    const { client, stub } = await scene((asked) => page(asked, apps(count), null));
    expect(await client.apps.list()).toHaveLength(count);
    expect(stub.asked).toHaveLength(requests);
  });

  it.each<[string, unknown, number]>([
    ['with a total', 120, 3],
    ['with a total as text', '120', 3],
    ['without a total', undefined, 4],
    ['with a total of the page alone, which is less than where it ends', 49, 4],
    ['with a total that is none', 'many', 4],
  ])('is read over pages that a gateway caps at 50, %s', async (_, total, requests) => {
    const { client, stub } = await scene((asked) =>
      rows(apps(120).slice(offsetIn(asked), offsetIn(asked) + 50), total),
    );
    expect(ids(await client.apps.list())).toEqual(ids(apps(120)));
    expect(stub.asked).toHaveLength(requests);
  });

  it('is read where one answer has more than was asked for', async () => {
    const { client, stub } = await scene((asked) => rows(apps(250).slice(offsetIn(asked)), 250));
    expect(await client.apps.list()).toHaveLength(250);
    expect(stub.asked).toHaveLength(1);
  });

  it.each([1, 7, 30, 99])('loses nothing where %i objects are deleted between any two pages', async (deleted) => {
    let held = apps(800);
    const { client, stub } = await scene((asked) => {
      const answer = page(asked, held);
      if (held.length > 400) held = held.slice(deleted);
      return answer;
    });
    expect(ids(await client.apps.list())).toEqual(expect.arrayContaining(ids(held)));
    expect(stub.asked.length).toBeLessThan(30);
  });

  it('has what is created meanwhile, at its end or before', async () => {
    let held = apps(150);
    const { client } = await scene((asked, count) => {
      if (count === 2) held = [app('new'), ...held, app('newer')];
      return page(asked, held);
    });
    expect(ids(await client.apps.list()).sort()).toEqual(ids(held).sort());
  });

  it('counts an object once that moved to the next page, in its later state', async () => {
    const later = [app('new'), ...apps(99), app(99, { app_name: 'later' }), ...apps(2, 100)];
    const { client } = await scene((asked, count) => page(asked, count === 1 ? apps(102) : later));
    const listed = await client.apps.list();
    expect(ids(listed)).toEqual(ids(later));
    expect(listed[100]).toMatchObject({ id: 'app-99', app_name: 'later' });
  });
});

/** Reads the list of apps for whoever needs it: it fails with this, after so few requests, and is not read again. */
async function expectRefusal(
  script: Script,
  code: string,
  says: RegExp,
  most: number,
  changed: Partial<ClientSettings>,
) {
  const { client, stub } = await scene(script, changed);
  const error = await errorOf(client.apps.list());
  expect(error).toMatchObject({ code, operation: { method: 'GET', route: '/steering/apps/certpinned' } });
  expect(error.message).toMatch(says);
  const { length } = stub.asked;
  expect(length).toBeLessThanOrEqual(most);
  expect(await errorOf(client.apps.find('app-1'))).toMatchObject({ code });
  expect(stub.asked).toHaveLength(length);
}

describe('a list that is not whole', () => {
  const shuffled = (count: number) => apps(count).sort(() => Math.random() - 0.5);

  it.each<[string, Script, RegExp, number]>([
    ['offset is ignored', () => rows(apps(100), 134), /total says 134, and 100 different objects came/, 6],
    ['offset is ignored, without a total', () => rows(apps(100)), /no total, and its pages repeat/, 6],
    ['offset is ignored on short pages, without a total', () => rows(apps(4)), /no total, and its pages repeat/, 6],
    ['the same rows come in another order', () => rows(shuffled(100), 1_000), /total says 1000, and 100/, 6],
    ['total is not reached', (asked) => page(asked, apps(3), 500), /total says 500, and 3/, 6],
    ['total is not reached by a page', (asked) => page(asked, apps(150), 151), /total says 151, and 150/, 9],
    ['pages are doubled', (asked) => rows([...apps(50), ...apps(50)], asked ? 100 : 0), /100, and 50/, 3],
    ['ids repeat between pages', (asked) => rows(apps(100, offsetIn(asked) / 2), 300), /total says 300, and 200/, 9],
    ['total grows and nothing comes', (asked, count) => page(asked, apps(10), 100 + count), /and 10 different/, 6],
  ])('is an error: %s', async (_, script, says, most) => {
    await expectRefusal(script, 'list_not_whole', says, most, {});
  });
});

describe('a list without an end', () => {
  const bounds = { maxListObjects: 1_000, maxListMebibytes: 2 };
  const endless = (total: (offset: number) => unknown, size = 100, filler = '') => {
    return (asked: Asked) =>
      rows(
        apps(size, offsetIn(asked)).map((row) => ({ ...row, filler })),
        total(offsetIn(asked)),
      );
  };

  it.each<[string, Script, RegExp, number]>([
    ['new ids for ever', endless(() => undefined), /larger than 1000 objects.*max_list_objects/, 11],
    ['a total that grows', endless((offset) => offset + 200), /larger than 1000 objects/, 10],
    ['a total that shrinks', endless((offset) => 1e6 - offset), /larger than 1000 objects/, 1],
    ['a million objects', endless(() => 1e6), /larger than 1000 objects/, 1],
    ['one object a page', endless(() => undefined, 1), /larger than 200 pages.*max_list_objects/, 200],
    ['large objects', endless(() => undefined, 1, 'x'.repeat(700_000)), /larger than 2 MiB.*max_list_mebibytes/, 3],
    ['one large page', endless(() => 1, 1, 'x'.repeat(3_000_000)), /larger than 2 MiB/, 1],
  ])('is an error that names the bound and the setting: %s', async (_, script, says, most) => {
    await expectRefusal(script, 'list_too_large', says, most, bounds);
  });

  it('has 10,000 objects and 64 MiB at most, where nothing else is set', async () => {
    await expectRefusal(
      endless(() => 10_001),
      'list_too_large',
      /larger than 10000 objects/,
      1,
      {},
    );
    const large = endless(() => undefined, 1, 'x'.repeat(15 * 1024 * 1024));
    await expectRefusal(large, 'list_too_large', /larger than 64 MiB/, 5, {});
  });

  it('is as long as the setting says, and not longer by one', async () => {
    const { client } = await scene((asked) => page(asked, apps(250)), { maxListObjects: 250 });
    expect(await client.apps.list()).toHaveLength(250);
    await expectRefusal((asked) => page(asked, apps(250)), 'list_too_large', /larger than 249/, 1, {
      maxListObjects: 249,
    });
    await expectRefusal((asked) => page(asked, apps(250), null), 'list_too_large', /than 249/, 3, {
      maxListObjects: 249,
    });
  });
});
