import { chmodSync, existsSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { startTenant } from '../../tenant/emulator';
import { exceptionBodies } from '../support/samples';
import { openTenant } from './support/tenant-client';
import { temporaryFolder } from './support/temporary-folder';

let folder: { path: string; remove(): void };
beforeEach(() => {
  folder = temporaryFolder('tenant-data');
});
afterEach(() => folder.remove());

describe('a tenant with a folder', () => {
  it('is the same when it starts again, and gives no id or etag twice', async () => {
    const dataDir = join(folder.path, 'made', 'when needed');
    const first = await openTenant({ dataDir, trafficMode: 'all' });
    const made = [];
    for (const type of ['dns', 'domains', 'category'] as const) {
      made.push((await first.post('/steering/configurations/0/exceptions', exceptionBodies[type])).body.data);
    }
    const [, , last] = made;
    await first.delete(`/steering/configurations/0/exceptions/${last.id}`);
    await first.tenant.close();

    const second = await openTenant({ dataDir, trafficMode: 'web' });
    const { data } = (await second.get('/steering/configurations/0/exceptions')).body;
    expect(data.slice(4)).toEqual(made.slice(0, 2));
    expect((await second.get('/steering/configurations/0')).body.data.traffic_type).toBe('all');
    const next = (await second.post('/steering/configurations/0/exceptions', exceptionBodies.dns)).body.data;
    await second.tenant.close();
    expect(made.flatMap(({ id, etag }) => [id, etag])).not.toContain(next.id);
    expect(made.map(({ etag }) => etag)).not.toContain(next.etag);
    expect(readdirSync(dataDir)).toEqual(['tenant.db']);
  });

  it('keeps what became of the exceptions of an app that was deleted, with the app', async () => {
    const blocking = { type: 'certificate_pinned_app', certificate_pinned_app: { windows: { action: 'block' } } };
    const makeInUse = async ({ post }: Awaited<ReturnType<typeof openTenant>>, app_name: string) => {
      const platforms = { windows: { match: 'exact', processes: ['a.exe'] } };
      const app: string = (await post('/steering/apps/certpinned', { app_name, platforms })).body.data.id;
      const data = { ...blocking.certificate_pinned_app, app_id: app };
      const body = { ...blocking, certificate_pinned_app: data };
      return { app, exception: String((await post('/steering/configurations/0/exceptions', body)).body.data.id) };
    };
    const first = await openTenant({ dataDir: folder.path });
    const [gone, left] = [await makeInUse(first, 'a'), await makeInUse(first, 'b')];
    expect((await first.delete(`/steering/apps/certpinned/${gone.app}`)).status).toBe(200);
    first.tenant.conditions.change({ quirks: { appInUse: 'exceptionsStay' } });
    expect((await first.delete(`/steering/apps/certpinned/${left.app}`)).status).toBe(200);
    const { store } = first.tenant;
    const before = [store.apps, store.exceptions].map((table) => table.page({}, 0, Infinity).rows);
    await first.tenant.close();

    const second = await openTenant({ dataDir: folder.path });
    const { apps, exceptions } = second.tenant.store;
    expect([apps, exceptions].map((table) => table.page({}, 0, Infinity).rows)).toEqual(before);
    expect([gone, left].map(({ exception }) => exceptions.get(exception)?.id)).toEqual([undefined, left.exception]);
    await second.tenant.close();
  });

  it('is for its owner alone, the files of an older version too', async () => {
    const dataDir = join(folder.path, 'made');
    const modes = () => ['', ...readdirSync(dataDir)].map((name) => [name, statSync(join(dataDir, name)).mode & 0o777]);
    const first = await startTenant({ dataDir });
    expect(modes()).toEqual([
      ['', 0o700],
      ['tenant.db', 0o600],
      ['tenant.db-wal', 0o600],
    ]);
    await first.close();
    chmodSync(join(dataDir, 'tenant.db'), 0o644);
    const second = await startTenant({ dataDir });
    expect(Object.fromEntries(modes())).toMatchObject({ 'tenant.db': 0o600, 'tenant.db-wal': 0o600 });
    await second.close();
  });

  it('may be reached by a link', async () => {
    const link = join(folder.path, 'link');
    symlinkSync(join(folder.path), link);
    await (await startTenant({ dataDir: link })).close();
    expect(existsSync(join(folder.path, 'tenant.db'))).toBe(true);
  });

  it('writes nothing without one', async () => {
    const { tenant } = await openTenant();
    await tenant.close();
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('is closed once, however often it is asked to', async () => {
    const tenant = await startTenant({ dataDir: folder.path });
    await Promise.all([tenant.close(), tenant.close()]);
    await tenant.close();
  });
});

describe('a folder that cannot be used', () => {
  const starting = () => startTenant({ dataDir: folder.path });
  const unusable = (reason: string) =>
    expect.objectContaining({
      name: 'UnusableData',
      message: `the data folder ${folder.path} cannot be used: ${reason}.`,
    });
  const notOurs = 'tenant.db in it is not the data of a local tenant. Choose another folder, or move tenant.db away';

  it('because another tenant has it is named, and that tenant goes on', async () => {
    const one = await openTenant({ dataDir: folder.path });
    await expect(starting()).rejects.toEqual(
      unusable('another tenant is using it. Stop that one, or choose another folder'),
    );
    const reply = await one.post('/steering/configurations/0/nonstandardports', { port: 5222 });
    await one.tenant.close();
    expect(reply.status).toBe(201);
    await (await starting()).close();
  });

  it('is given back when the port is taken', async () => {
    const other = await startTenant();
    const port = Number(new URL(other.serverUrl).port);
    await expect(startTenant({ dataDir: folder.path, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await other.close();
    await (await starting()).close();
  });

  it('because its file is no database is named, and the file stays', async () => {
    const file = join(folder.path, 'tenant.db');
    writeFileSync(file, 'not a database, but long enough to look like a file of some kind'.repeat(40));
    await expect(starting()).rejects.toEqual(unusable(notOurs));
    expect(existsSync(file)).toBe(true);
  });

  it('because its database is of another program is named, and the database stays', async () => {
    const database = new Database(join(folder.path, 'tenant.db'));
    database.exec('CREATE TABLE bookmarks (url TEXT)');
    database.close();
    await expect(starting()).rejects.toEqual(unusable(notOurs));
    const { names } = new Database(join(folder.path, 'tenant.db'))
      .prepare('SELECT group_concat(name) AS names FROM sqlite_schema')
      .get() as { names: string };
    expect(names).toBe('bookmarks');
  });

  it('because a newer program has written it is named', async () => {
    await (await starting()).close();
    const database = new Database(join(folder.path, 'tenant.db'));
    database.exec('PRAGMA user_version = 2');
    database.close();
    await expect(starting()).rejects.toEqual(
      unusable('a newer version of this program has written it. Use that version, or choose another folder'),
    );
  });

  it('because a file is in its place is named', async () => {
    const dataDir = join(folder.path, 'file');
    writeFileSync(dataDir, '');
    await expect(startTenant({ dataDir })).rejects.toThrow(`${dataDir} cannot be used: it is not a folder. Choose`);
    const below = join(dataDir, 'below');
    await expect(startTenant({ dataDir: below })).rejects.toThrow(`${below} cannot be used: it is not in a folder. Ch`);
  });

  it.each(['', ' '])('because it has no name is refused: "%s"', async (dataDir) => {
    await expect(startTenant({ dataDir })).rejects.toThrow(
      'the data folder "" cannot be used: its name is empty. Name',
    );
  });
});
