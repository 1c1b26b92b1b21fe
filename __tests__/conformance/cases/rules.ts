/** What the contract says of single collections. */
import { exceptionBodies } from '../../support/samples';
import type { ExceptionType } from '../../../tenant/contract';
import type { Session } from '../support/session';
import { isLocal } from '../support/target';

const platforms = { windows: { match: 'exact', processes: ['Conformance.exe'] } };

export function ruleCases(session: () => Session): void {
  async function createApp(app_name = session().name()): Promise<{ id: string; app_name: string }> {
    const { body } = await session().call('createCertificatePinnedApp', { body: { app_name, platforms } });
    return body.data;
  }

  async function createConfiguration(fields: object = {}): Promise<number> {
    const body = { config_name: session().name(), ...fields };
    const { config_id } = (await session().call('createConfiguration', { body })).body.data;
    await session().readSoon('getConfiguration', { path: { config_id } });
    return config_id;
  }

  describe('names', () => {
    it('of apps are unique, and found by the filter', async () => {
      const [one, other] = [await createApp(), await createApp()];
      const body = { app_name: one.app_name, platforms };
      const created = await session().call('createCertificatePinnedApp', { body });
      const renamed = await session().call('updateCertificatePinnedApp', { path: { id: other.id }, body });
      for (const { status, body: answer } of [created, renamed]) {
        expect([status, answer.errors[0]?.field]).toEqual([409, 'app_name']);
      }
      await session().readSoon('getCertificatePinnedApp', { path: { id: one.id } });
      const found = await session().call('listCertificatePinnedApps', { query: { filter: one.app_name } });
      expect(found.body.data.map(({ id }: { id: string }) => id)).toEqual([one.id]);
    });

    it('of network locations are unique', async () => {
      const body = { name: session().name(), addresses: ['192.0.2.1'] };
      expect((await session().call('createNetworkLocation', { body })).status).toBe(201);
      const again = await session().call('createNetworkLocation', { body });
      expect([again.status, again.body.errors[0]?.field]).toEqual([409, 'name']);
    });

    it('of configurations are unique', async () => {
      const config_name = session().name();
      await createConfiguration({ config_name });
      const { status, body } = await session().call('createConfiguration', { body: { config_name } });
      expect([status, body.errors[0]?.field]).toEqual([409, 'config_name']);
    });
  });

  describe('an app that exceptions use', () => {
    it('takes them along, of every configuration, and leaves those of another app', async () => {
      const [used, other] = [await createApp(), await createApp()];
      const [one, two] = [await createConfiguration(), await createConfiguration()];
      const block = async (config_id: number, { id: app_id, app_name }: typeof used) => {
        const data = { app_id, custom_app_domains: ['*'], windows: { action: 'block' } };
        const { body } = await session().call('createException', {
          path: { config_id },
          body: { type: 'certificate_pinned_app', certificate_pinned_app: data },
        });
        expect(body.data.certificate_pinned_app).toEqual({ ...data, app_name });
        const path = { config_id, id: String(body.data.id) };
        await session().readSoon('getException', { path });
        return path;
      };
      const [gone, alsoGone, left] = [await block(one, used), await block(two, used), await block(one, other)];
      expect((await session().call('deleteCertificatePinnedApp', { path: { id: used.id } })).status).toBe(200);
      const statuses = [];
      for (const path of [gone, alsoGone, left]) statuses.push((await session().call('getException', { path })).status);
      expect(statuses).toEqual([404, 404, 200]);
      const listed = await session().readAll('listExceptions', { path: { config_id: one } });
      expect(listed.map(({ id }) => id)).toEqual([left.id]);
    });
  });

  describe('a network location that exceptions use', () => {
    it('takes them along, and leaves those of another location', async () => {
      const [used, other] = [session().name(), session().name()];
      const make = async (name: string) => {
        const body = { name, addresses: ['192.0.2.1'] };
        return (await session().call('createNetworkLocation', { body })).body.data.id as string;
      };
      const [id] = [await make(used), await make(other)];
      const config_id = await createConfiguration();
      const bypass = async (...names: string[]) => {
        const { body } = await session().call('createException', {
          path: { config_id },
          body: { type: 'source_location', source_location: { locations: names } },
        });
        const path = { config_id, id: String(body.data.id) };
        await session().readSoon('getException', { path });
        return path;
      };
      const [gone, left] = [await bypass(used, other), await bypass(other)];
      expect((await session().call('deleteNetworkLocation', { path: { id } })).status).toBe(200);
      const statuses = [];
      for (const path of [gone, left]) statuses.push((await session().call('getException', { path })).status);
      expect(statuses).toEqual([404, 200]);
    });
  });

  describe('exceptions', () => {
    const types = Object.keys(exceptionBodies) as ExceptionType[];

    it.each(types)('of the type %s are made, listed by type, and keep their type', async (type) => {
      const config_id = await createConfiguration({ traffic_type: type === 'source_location' ? 'cloud_apps' : 'all' });
      const body = { ...exceptionBodies[type] };
      if (body.certificate_pinned_app)
        body.certificate_pinned_app = { ...body.certificate_pinned_app, app_id: (await createApp()).id };
      const made = await session().call('createException', { path: { config_id }, body });
      expect([made.status, made.body.data]).toEqual([
        201,
        expect.objectContaining({ type, location: null, notes: '' }),
      ]);
      expect(made.body.data[type]).toMatchObject(body[type] as object);
      await session().readSoon('getException', { path: { config_id, id: made.body.data.id } });
      const ids = async (wanted: string) =>
        (await session().readAll('listExceptions', { path: { config_id }, query: { type: wanted } })).map(
          ({ id }) => id,
        );
      expect(await ids(type)).toContain(made.body.data.id);
      expect(await ids(type === 'dns' ? 'domains' : 'dns')).not.toContain(made.body.data.id);
      const other = type === 'domains' ? exceptionBodies.source_countries : exceptionBodies.domains;
      const turned = await session().call('updateException', {
        path: { config_id, id: made.body.data.id },
        body: other,
      });
      expect([turned.status, turned.body.errors[0]?.field]).toEqual([400, 'type']);
    });

    it('of an app take steer_and_decrypt on Windows and macOS, and device classifications with managed devices', async () => {
      const [{ id: app_id }, config_id] = [await createApp(), await createConfiguration()];
      const managed = { action: 'bypass', managed_device: true, tunnel: true };
      const named = { ...managed, device_classifications: ['Conformance one', 'Conformance two'] };
      const send = (operation: 'createException' | 'updateException', path: object, data: object) =>
        session().call(operation, {
          path: { config_id, ...path },
          body: { type: 'certificate_pinned_app', certificate_pinned_app: { app_id, ...data } },
        });
      const made = await send('createException', {}, { windows: { action: 'steer_and_decrypt' }, mac: named });
      expect([made.status, made.body.data?.certificate_pinned_app.windows]).toEqual([
        201,
        { action: 'steer_and_decrypt' },
      ]);
      // Lists have no order.
      const { device_classifications, ...rest } = made.body.data.certificate_pinned_app.mac;
      expect([[...device_classifications].sort(), rest]).toEqual([named.device_classifications, managed]);
      const { id } = made.body.data;
      await session().readSoon('getException', { path: { config_id, id } });
      const swapped = { windows: managed, mac: { action: 'steer_and_decrypt' } };
      const { windows, mac } = (await send('updateException', { id }, swapped)).body.data.certificate_pinned_app;
      expect([windows, mac]).toEqual([{ ...managed, device_classifications: [] }, swapped.mac]);
    });

    it.each<[string, string, object]>([
      ['steer_and_decrypt on Linux', 'linux.action', { linux: { action: 'steer_and_decrypt' } }],
      ['steer_and_decrypt on iOS', 'ios.action', { ios: { action: 'steer_and_decrypt' } }],
      ['steer_and_decrypt on Android', 'android.action', { android: { action: 'steer_and_decrypt' } }],
      ['steer_and_decrypt on Chrome OS', 'chrome_os.action', { chrome_os: { action: 'steer_and_decrypt' } }],
      ['steer_and_decrypt with an option', 'mac.tunnel', { mac: { action: 'steer_and_decrypt', tunnel: true } }],
      [
        'device classifications for a bypass of all devices',
        'windows.device_classifications',
        { windows: { action: 'bypass', managed_device: false, device_classifications: ['Conformance'] } },
      ],
      [
        'device classifications for a block',
        'mac.device_classifications',
        { mac: { action: 'block', device_classifications: ['Conformance'] } },
      ],
    ])('of an app are refused with %s', async (_, field, data) => {
      const [{ id: app_id }, config_id] = [await createApp(), await createConfiguration()];
      const { status, body } = await session().call('createException', {
        path: { config_id },
        body: { type: 'certificate_pinned_app', certificate_pinned_app: { app_id, ...data } },
      });
      expect([status, body.errors?.map((one: { field: string }) => one.field)]).toEqual([
        400,
        [`certificate_pinned_app.${field}`],
      ]);
    });

    it.each<[ExceptionType, object, string | null]>([
      ['category', { traffic_type: 'cloud_apps' }, null],
      ['source_location', { traffic_type: 'all' }, null],
      ['dns', { location_based_steering: true }, 'on_prem'],
    ])('of the type %s are not offered with %j on side %j', async (type, fields, location) => {
      const config_id = await createConfiguration(fields);
      const { status, body } = await session().call('createException', {
        path: { config_id },
        body: { ...exceptionBodies[type], location },
      });
      expect([status, body.errors[0]?.field]).toEqual([409, 'type']);
    });

    it('have a side with dynamic steering, and none without', async () => {
      const [sided, plain] = [
        await createConfiguration({ location_based_steering: true }),
        await createConfiguration(),
      ];
      const create = (config_id: number, location: string | null) =>
        session().call('createException', { path: { config_id }, body: { ...exceptionBodies.domains, location } });
      expect((await create(sided, 'on_prem')).body.data.location).toBe('on_prem');
      for (const { status, body } of [await create(sided, null), await create(plain, 'off_prem')]) {
        expect([status, body.errors[0]?.field]).toEqual([400, 'location']);
      }
    });
  });

  describe('configurations', () => {
    it('start disabled, come before the default one, and take their contents with them', async () => {
      const config_id = await createConfiguration();
      const path = { config_id };
      const { data } = (await session().call('getConfiguration', { path })).body;
      const standard = (await session().call('getConfiguration', { path: { config_id: 0 } })).body.data;
      expect(data.enabled).toBe(false);
      expect(Number(data.priority)).toBeLessThan(Number(standard.priority));
      await session().call('createNonStandardPort', { path, body: { port: 5222 } });
      await session().call('createException', { path, body: exceptionBodies.domains });
      expect((await session().call('deleteConfiguration', { path })).status).toBe(200);
      expect((await session().call('listNonStandardPorts', { path })).status).toBe(404);
      expect((await session().call('listExceptions', { path })).status).toBe(404);
    });

    it('have an etag that their contents do not change', async () => {
      const path = { config_id: await createConfiguration() };
      const { etag } = (await session().call('getConfiguration', { path })).body.data;
      await session().call('createNonStandardPort', { path, body: { port: 5222 } });
      expect((await session().call('getConfiguration', { path })).body.data.etag).toBe(etag);
    });
  });

  describe('the default configuration', () => {
    it('is there, enabled, with the id 0', async () => {
      const { status, body } = await session().call('getConfiguration', { path: { config_id: 0 } });
      expect([status, body.data]).toEqual([200, expect.objectContaining({ config_id: 0, enabled: true })]);
      const [first] = await session().readAll('listConfigurations');
      expect(first?.['config_id']).toBe(0);
    });

    // Where these were not refused, they would do harm.
    if (isLocal) {
      it.each([
        ['enabled', { enabled: false }],
        ['config_name', { config_name: 'conformance' }],
      ])('keeps its %s', async (field, body) => {
        const { status, body: answer } = await session().call('updateConfiguration', { path: { config_id: 0 }, body });
        expect([status, answer.errors[0]?.field]).toEqual([400, field]);
      });

      it('is not deleted', async () => {
        expect((await session().call('deleteConfiguration', { path: { config_id: 0 } })).status).toBe(409);
      });

      it('holds predefined apps, which are neither changed nor deleted', async () => {
        const predefined = (await session().readAll('listCertificatePinnedApps')).find(
          ({ custom }) => custom === false,
        );
        const path = { id: String(predefined?.['id']) };
        const body = { app_name: session().name(), platforms };
        expect((await session().call('updateCertificatePinnedApp', { path, body })).status).toBe(409);
        expect((await session().call('deleteCertificatePinnedApp', { path })).status).toBe(409);
      });
    }
  });

  describe('REST v1', () => {
    it('lists and reads the configurations, with the exceptions that it shows', async () => {
      const config_name = session().name();
      const config_id = await createConfiguration({ config_name, traffic_type: 'web' });
      const body = { ...exceptionBodies.domains, notes: 'n' };
      const { id } = (await session().call('createException', { path: { config_id }, body })).body.data;
      await session().readSoon('getException', { path: { config_id, id } });
      const list = (await session().call('listConfigurationsV1')).body.data;
      expect(list).toEqual(
        expect.arrayContaining([expect.objectContaining({ config_id: 0 }), { config_id, config_name }]),
      );
      for (const query of [{ config_id }, { config: config_name }]) {
        const { data } = (await session().call('readConfigurationsV1', { query })).body;
        expect((await session().call('getConfigurationsV1', { query })).body.data).toEqual(data);
        expect(data).toHaveLength(1);
        expect(data[0]).toMatchObject({
          steering_config: config_name,
          enabled: false,
          traffic_type: 'web',
          exceptions: { domains: { data: [{ ...exceptionBodies.domains.domains, notes: 'n' }], count: 1 } },
        });
      }
    });

    it('is closed without the token', async () => {
      expect((await session().call('listConfigurationsV1', { token: null })).status).toBe(403);
      expect((await session().call('readConfigurationsV1', { token: null })).status).toBe(403);
      expect((await session().call('getConfigurationsV1', { token: null })).status).toBe(403);
    });
  });
}
