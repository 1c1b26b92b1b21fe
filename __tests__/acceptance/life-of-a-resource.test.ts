/**
 * The life of every resource under the real terraform: create, empty plan, update in place, replace where it must, drift
 * seen and repaired, deleted behind its back, imported and verified, destroyed. A second client reads each step back.
 */
import { request } from '../../tools/terraform/tenant-reader';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

interface Life {
  /** Address of the resource under test. */
  readonly address: string;
  /** What else must stand in the configuration. */
  readonly around?: string;
  readonly create: string;
  readonly update: string;
  /** A change that cannot be made in place. */
  readonly replace?: string;
  /** Path of the object, from its state. */
  path(state: Readonly<Record<string, unknown>>): string;
  /** What the tenant holds after create and after update. */
  readonly created: object;
  readonly updated: object;
  /** A change behind Terraform's back: method and body. */
  readonly drift: readonly [method: string, body: object];
}

const resource = (address: string, body: string) => {
  const [type, name] = address.split('.');
  return `resource "${type}" "${name}" {\n${body}\n}\n`;
};

const APP = resource(
  'netskopesteering_certificate_pinned_app.app',
  'name = "Signal"\nwindows = { processes = ["Signal.exe"] }',
);
const OTHER_CONFIGURATION = resource('netskopesteering_configuration.other', 'name = "Other"');

const below = (collection: string) => (state: Readonly<Record<string, unknown>>) => {
  const [configuration = '', id = ''] = String(state['id']).split('/');
  return `/steering/configurations/${configuration}/${collection}/${id}`;
};

const exception = (configuration: string, windows: string, more = '') => `
  configuration_id   = ${configuration}
  app_id             = netskopesteering_certificate_pinned_app.app.id
  custom_app_domains = ["*"]
  windows            = "${windows}"
  ${more}`;

const LIVES: readonly Life[] = [
  {
    address: 'netskopesteering_certificate_pinned_app.it',
    create: `name = "WhatsApp"\nwindows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe"] }`,
    update: `name = "WhatsApp Desktop"
      windows = { processes = ["WhatsApp.exe"] }
      mac_os  = { match = "regex", processes = ["^WhatsApp( Helper)?$"] }
      android = { domains = ["whatsapp.net"] }`,
    path: ({ id }) => `/steering/apps/certpinned/${String(id)}`,
    created: {
      app_name: 'WhatsApp',
      custom: true,
      platforms: { windows: { match: 'exact', processes: ['WhatsApp.exe', 'WhatsAppDesktop.exe'] } },
    },
    updated: {
      app_name: 'WhatsApp Desktop',
      platforms: {
        windows: { match: 'exact', processes: ['WhatsApp.exe'] },
        mac: { match: 'regex', processes: ['^WhatsApp( Helper)?$'] },
        android: { match: 'exact', processes: [], domains: ['whatsapp.net'] },
      },
    },
    drift: ['PUT', { app_name: 'Renamed', platforms: { linux: { match: 'exact', processes: ['whatsapp'] } } }],
  },
  {
    address: 'netskopesteering_configuration.it',
    create: `name = "Sales"\nuser_groups = ["sales", "presales"]`,
    update: `name = "Sales and more"\nenabled = true\ntraffic_mode = "web"\norganization_units = ["emea"]`,
    path: ({ id }) => `/steering/configurations/${String(id)}`,
    created: { config_name: 'Sales', enabled: false, traffic_type: 'cloud_apps' },
    updated: {
      config_name: 'Sales and more',
      enabled: true,
      traffic_type: 'web',
      organization_units: ['emea'],
      user_groups: [],
    },
    drift: ['PATCH', { config_name: 'Renamed', enabled: false, traffic_type: 'all' }],
  },
  {
    address: 'netskopesteering_network_location.it',
    create: `name = "HQ"\naddresses = ["192.0.2.0/24", "2001:DB8::1"]`,
    update: `name = "HQ"\naddresses = ["198.51.100.1-198.51.100.9"]`,
    replace: `name = "Headquarters"\naddresses = ["198.51.100.1-198.51.100.9"]`,
    path: ({ id }) => `/steering/networklocations/${String(id)}`,
    created: { name: 'HQ', addresses: expect.arrayContaining(['192.0.2.0/24', '2001:DB8::1']) as unknown },
    updated: { name: 'HQ', addresses: ['198.51.100.1-198.51.100.9'] },
    drift: ['PUT', { name: 'HQ', addresses: ['203.0.113.1'] }],
  },
  {
    address: 'netskopesteering_non_standard_port.it',
    around: OTHER_CONFIGURATION,
    create: `configuration_id = "0"\nport = 5222\ndomains = ["whatsapp.net", "whatsapp.com"]`,
    update: `configuration_id = "0"\nport = 5223`,
    replace: `configuration_id = netskopesteering_configuration.other.id\nport = 5223`,
    path: below('nonstandardports'),
    created: { port: 5222, domains: expect.arrayContaining(['whatsapp.net', 'whatsapp.com']) as unknown },
    updated: { port: 5223, domains: [] },
    drift: ['PUT', { port: 9999, domains: ['example.com'] }],
  },
  {
    address: 'netskopesteering_certificate_pinned_app_exception.it',
    around: APP + OTHER_CONFIGURATION,
    create: exception('"0"', 'block'),
    update: `notes = "seen"\n${exception('"0"', 'bypass_managed_tunnel', 'mac_os = "bypass"\nlinux = "block"')}`,
    replace: exception('netskopesteering_configuration.other.id', 'block'),
    path: below('exceptions'),
    created: {
      type: 'certificate_pinned_app',
      notes: '',
      certificate_pinned_app: { custom_app_domains: ['*'], windows: { action: 'block' } },
    },
    updated: {
      notes: 'seen',
      certificate_pinned_app: {
        windows: { action: 'bypass', managed_device: true, tunnel: true },
        mac: { action: 'bypass' },
        linux: { action: 'block' },
      },
    },
    drift: [
      'PUT',
      { type: 'certificate_pinned_app', notes: 'by hand', certificate_pinned_app: { windows: { action: 'bypass' } } },
    ],
  },
];

describe.each(LIVES)('$address', ({ address, around = '', create, update, replace, path, created, updated, drift }) => {
  let tenant: LocalTenant;
  let workspace: Workspace;
  let second: { serverUrl: string; apiKey: string };

  const hcl = (body: string) => around + resource(address, body);
  const only = (...actions: string[]) => [{ address, actions, importing: false }];
  const stored = async () => {
    const { status, data } = await request<Record<string, unknown>>(
      second,
      'GET',
      path(await workspace.stateOf(address)),
    );
    return { status, data };
  };

  beforeAll(async () => {
    tenant = await startTenant({ trafficMode: 'web' });
    second = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
    workspace = await Workspace.create(second);
  });
  afterAll(async () => {
    await workspace?.remove();
    await tenant?.close();
  });

  it('is created, and the next plan is empty', async () => {
    await workspace.apply(hcl(create));
    expect(await stored()).toMatchObject({ status: 200, data: created });
    expect(await workspace.plan()).toEqual([]);
  });

  it('is updated in place', async () => {
    const before = (await workspace.stateOf(address))['id'];
    expect(await workspace.plan(hcl(update))).toEqual(only('update'));
    await workspace.apply();
    expect(await stored()).toMatchObject({ status: 200, data: updated });
    expect((await workspace.stateOf(address))['id']).toBe(before);
    expect(await workspace.plan()).toEqual([]);
  });

  it('shows drift and repairs it', async () => {
    const [method, body] = drift;
    const at = path(await workspace.stateOf(address));
    const pinned = (await stored()).data['certificate_pinned_app'] as { app_id?: string } | undefined;
    const drifted = pinned && {
      ...body,
      certificate_pinned_app: { app_id: pinned.app_id, linux: { action: 'block' } },
    };
    expect((await request(second, method, at, drifted ?? body)).status).toBe(200);
    expect(await workspace.plan()).toEqual(only('update'));
    await workspace.apply();
    expect(await stored()).toMatchObject({ status: 200, data: updated });
    expect(await workspace.plan()).toEqual([]);
  });

  it('comes back after it was deleted behind its back', async () => {
    expect((await request(second, 'DELETE', path(await workspace.stateOf(address)))).status).toBe(200);
    expect(await workspace.plan()).toEqual(only('create'));
    await workspace.apply();
    expect(await stored()).toMatchObject({ status: 200, data: updated });
  });

  it('is imported by its id, and then nothing changes', async () => {
    const before = await workspace.stateOf(address);
    await workspace.mustRun('state', 'rm', address);
    await workspace.mustRun('import', address, String(before['id']));
    expect(await workspace.stateOf(address)).toEqual(before);
    expect(await workspace.plan()).toEqual([]);
  });

  if (replace !== undefined) {
    it('is replaced where it cannot change in place', async () => {
      const at = path(await workspace.stateOf(address));
      expect(await workspace.plan(hcl(replace))).toEqual(only('delete', 'create'));
      await workspace.apply();
      expect((await request(second, 'GET', at)).status).toBe(404);
      expect((await stored()).status).toBe(200);
      expect(await workspace.plan()).toEqual([]);
    });
  }

  it('is gone after a destroy', async () => {
    const at = path(await workspace.stateOf(address));
    await workspace.destroy();
    expect((await request(second, 'GET', at)).status).toBe(404);
  });
});
