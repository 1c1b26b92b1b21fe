/** Creates beside each other, on tenants that mind and on others. */
import { app, errorOf, failure, gate, one, page, scene, type Script } from './support/stub-tenant';

const input = (name: string) => ({ app_name: name, platforms: {} });
const made = (name: unknown) => one(app(String(name), { app_name: name }));
const nameIn = (body: unknown) => (body as { app_name: string }).app_name;

/** A tenant that refuses a create while another is under way; the first takes until one has been refused. */
function colliding(): Script {
  const { opened, open } = gate();
  let underWay = 0;
  return async (asked) => {
    if (asked.method === 'GET') return page(asked, []);
    if (underWay > 0) {
      open();
      return failure(409);
    }
    underWay += 1;
    await opened;
    underWay -= 1;
    return made(nameIn(asked.body));
  };
}

it('are all carried out by a tenant on which they collide, and then one by one', async () => {
  const { client, stub } = await scene(colliding());
  const names = Array.from({ length: 10 }, (_, n) => `App ${n}`);
  const all = await Promise.all(names.map((name) => client.apps.create(input(name))));
  expect(all.map(({ app_name }) => app_name)).toEqual(names);
  stub.asked.splice(0);
  await Promise.all(names.map((name) => client.apps.create(input(`More ${name}`))));
  expect(stub.asked).toHaveLength(names.length);
});

it('are refused once more before a name counts as taken, and others go on side by side', async () => {
  let pair = gate();
  let beside = 0;
  const { client, stub } = await scene(async ({ body }) => {
    const name = nameIn(body);
    if (name === 'taken') return failure(409);
    beside += 1;
    if (beside % 2 === 0) pair.open();
    await pair.opened;
    return made(name);
  });
  const [taken] = await Promise.all([
    errorOf(client.apps.create(input('taken'))),
    client.apps.create(input('A')),
    client.apps.create(input('B')),
  ]);
  expect(taken).toMatchObject({ code: 'conflict' });
  expect(stub.asked.filter(({ body }) => nameIn(body) === 'taken')).toHaveLength(2);
  pair = gate();
  // Neither is answered before the other was sent.
  await Promise.all([client.apps.create(input('C')), client.apps.create(input('D'))]);
});

it('are asked for once where nobody else creates', async () => {
  const { client, stub } = await scene(() => failure(409));
  expect(await errorOf(client.apps.create(input('A')))).toMatchObject({ code: 'conflict' });
  expect(stub.asked).toHaveLength(1);
});

it('go on after one that failed for another reason', async () => {
  const { client } = await scene(({ body }) => (nameIn(body) === 'bad' ? failure(400) : made(nameIn(body))));
  const both = [errorOf(client.apps.create(input('bad'))), client.apps.create(input('good'))] as const;
  const [bad, good] = await Promise.all(both);
  expect(bad).toMatchObject({ code: 'invalid' });
  expect(good).toMatchObject({ app_name: 'good' });
});
