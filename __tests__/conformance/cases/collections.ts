/** What every collection does alike. */
import { collections } from '../support/collections';
import type { Reply, Request, Session } from '../support/session';

export function collectionCases(session: () => Session): void {
  describe.each(collections.map((collection) => [collection.name, collection] as const))('%s', (_, collection) => {
    let parent: Record<string, number>;
    beforeAll(async () => {
      parent = await collection.parent(session());
    });

    const at = (id: unknown): Request => ({ path: { ...parent, [collection.idName]: id as string } });
    const idOf = (data: { id?: string; config_id?: number }) => data.id ?? data.config_id;

    async function create(
      name = session().name(),
    ): Promise<{ data: Record<string, unknown>; reply: Reply; name: string }> {
      const reply = await session().call(collection.create, { path: parent, body: collection.body(name) });
      expect(reply.status).toBe(201);
      return { data: reply.body.data, reply, name };
    }

    it('are created as written, read by id and listed, with the same etag everywhere', async () => {
      const { data, reply, name } = await create();
      expect(data).toMatchObject(collection.body(name));
      expect(reply.headers.get('etag')).toBe(`"${String(data['etag'])}"`);
      const read = await session().readSoon(collection.get, at(idOf(data)));
      expect([read.status, read.body.data]).toEqual([200, data]);
      expect(read.headers.get('etag')).toBe(`"${String(data['etag'])}"`);
      expect(await session().readAll(collection.list, { path: parent })).toContainEqual(withoutPlace(data));
    });

    it('come in pages in the order of their creation, whatever the size of a page', async () => {
      const made: Record<string, unknown>[] = [];
      for (let index = 0; index < 3; index++) made.push((await create()).data);
      for (const data of made) await session().readSoon(collection.get, at(idOf(data)));
      const ids = (rows: Record<string, unknown>[]) => rows.map(idOf);
      const [large, small] = [
        await session().readAll(collection.list, { path: parent }),
        await session().readAll(collection.list, { path: parent }, 2),
      ];
      expect(ids(small)).toEqual(ids(large));
      expect(ids(large).filter((id) => ids(made).includes(id))).toEqual(ids(made));
      const { body } = await session().call(collection.list, {
        path: parent,
        query: { limit: 1, offset: large.length },
      });
      expect([body.data, body.total]).toEqual([[], large.length]);
    });

    it('are changed, which changes their etag, and keep their id and place', async () => {
      const { data, name } = await create();
      await session().readSoon(collection.get, at(idOf(data)));
      const changed = await session().call(collection.update, { ...at(idOf(data)), body: collection.changed(name) });
      expect([changed.status, changed.body.data]).toEqual([200, expect.objectContaining(collection.changed(name))]);
      expect(idOf(changed.body.data)).toBe(idOf(data));
      expect(changed.body.data.etag).not.toBe(data['etag']);
      expect((await session().call(collection.get, at(idOf(data)))).body.data).toEqual(changed.body.data);
    });

    it('are changed and deleted only as they were read, where If-Match says so', async () => {
      const { data, name } = await create();
      await session().readSoon(collection.get, at(idOf(data)));
      const body = collection.changed(name);
      const changed = await session().call(collection.update, {
        ...at(idOf(data)),
        body,
        ifMatch: `"${String(data['etag'])}"`,
      });
      expect(changed.status).toBe(200);
      const stale = { ...at(idOf(data)), ifMatch: `"${String(data['etag'])}"` };
      expect((await session().call(collection.update, { ...stale, body: collection.body(name) })).status).toBe(412);
      expect((await session().call(collection.delete, stale)).status).toBe(412);
      expect((await session().call(collection.get, at(idOf(data)))).body.data).toEqual(changed.body.data);
      expect((await session().call(collection.update, { ...at(idOf(data)), body, ifMatch: '*' })).status).toBe(200);
    });

    it('are gone when they are deleted', async () => {
      const { data, name } = await create();
      await session().readSoon(collection.get, at(idOf(data)));
      expect((await session().call(collection.delete, at(idOf(data)))).status).toBe(200);
      expect((await session().call(collection.get, at(idOf(data)))).status).toBe(404);
      expect(
        (await session().call(collection.update, { ...at(idOf(data)), body: collection.changed(name) })).status,
      ).toBe(404);
      expect((await session().call(collection.delete, at(idOf(data)))).status).toBe(404);
      const rows = await session().readAll(collection.list, { path: parent });
      expect(rows.map(idOf)).not.toContain(idOf(data));
    });

    it('are not there by an id that none has', async () => {
      const { unknownId } = collection;
      expect((await session().call(collection.get, at(unknownId))).status).toBe(404);
      expect((await session().call(collection.delete, at(unknownId))).status).toBe(404);
      const body = collection.changed(session().name());
      expect((await session().call(collection.update, { ...at(unknownId), body })).status).toBe(404);
    });

    it.each(collection.refused)('are refused with %s, at "%s"', async (_what, field, body) => {
      const name = session().name();
      const { status, body: answer } = await session().call(collection.create, { path: parent, body: body(name) });
      expect([status, answer.errors.map((error: { field: string }) => error.field)]).toEqual([
        400,
        expect.arrayContaining([field]),
      ]);
    });

    it.each([
      ['limit', 0],
      ['limit', 101],
      ['offset', -1],
      ['colour', 1],
    ])('have no page with %s=%j', async (name, value) => {
      const { status, body } = await session().call(collection.list, { path: parent, query: { [name]: value } });
      expect([status, body.errors[0]?.field]).toEqual([400, name]);
    });

    it.each([
      ['no token', null],
      ['a wrong token', 'conformance-wrong'],
    ])('are closed to %s', async (_name, token) => {
      const { data, name } = await create();
      const one = { ...at(idOf(data)), token };
      const statuses = [
        await session().call(collection.list, { path: parent, token }),
        await session().call(collection.create, { path: parent, body: collection.body(session().name()), token }),
        await session().call(collection.get, one),
        await session().call(collection.update, { ...one, body: collection.changed(name) }),
        await session().call(collection.delete, one),
      ].map(({ status }) => status);
      expect(statuses).toEqual([401, 401, 401, 401, 401]);
      expect((await session().readSoon(collection.get, at(idOf(data)))).body.data.etag).toBe(data['etag']);
    });
  });
}

/** A list may be read after others have moved the priorities. */
function withoutPlace({ priority: _, ...row }: Record<string, unknown>): unknown {
  return expect.objectContaining(row);
}
