/** Where somebody else was there before, or at the same time: nothing of theirs is lost, and the error says what to do. */
import { readTenant, request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { App, NonStandardPort, SteeringException } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const APPS = '/steering/apps/certpinned';
const DEFAULT = '/steering/configurations/0';

let tenant: LocalTenant;
let address: TenantAddress;
let workspace: Workspace;

beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  workspace = await Workspace.create(address);
});
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

async function byHand<T>(method: string, path: string, body?: object): Promise<T> {
  const { status, data } = await request<T>(address, method, path, body);
  expect(status).toBe(method === 'POST' ? 201 : 200);
  return data;
}

const platforms = { windows: { match: 'exact', processes: ['App.exe'] } };
const app = (name = 'App', process = 'App.exe') => `
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "${name}"
  windows = { processes = ["${process}"] }
}
`;
const port =
  '\nresource "netskopesteering_non_standard_port" "it" {\n  configuration_id = "0"\n  port = 5222\n  domains = ["b.example", "a.example"]\n}\n';
const exceptionOf = (app_id: string) => ({
  type: 'certificate_pinned_app',
  notes: 'by hand',
  certificate_pinned_app: { app_id, windows: { action: 'bypass' } },
});
const ofNames = async (name: string) => (await readTenant(address)).apps.filter(({ app_name }) => app_name === name);

describe('an object that is already there', () => {
  it('is named, with its id, where an app has its name', async () => {
    const { id } = await byHand<App>('POST', APPS, { app_name: 'App', platforms });
    await workspace.write(app());
    const said = await workspace.failure('apply', '-auto-approve');
    expect(said).toContain('Cannot create the certificate pinned app');
    expect(said).toContain(`is taken by the custom app ${id}`);
    expect(said).toContain('name = "App"');
    expect(await ofNames('App')).toHaveLength(1);

    await workspace.mustRun('import', 'netskopesteering_certificate_pinned_app.it', id);
    expect(await workspace.plan()).toEqual([]);
  });

  it('is named where a configuration has its name', async () => {
    await byHand('POST', '/steering/configurations', { config_name: 'Sales' });
    await workspace.write('resource "netskopesteering_configuration" "it" {\n  name = "Sales"\n}\n');
    const said = await workspace.failure('apply', '-auto-approve');
    expect(said).toContain('Cannot create the steering configuration');
    expect(said).toContain('is taken by configuration 1');
  });

  it('is adopted with the command in the message, where a row says the same', async () => {
    const row = await byHand<NonStandardPort>('POST', `${DEFAULT}/nonstandardports`, {
      port: 5222,
      domains: ['a.example', 'b.example'],
    });
    await workspace.write(port);
    const said = await workspace.failure('apply', '-auto-approve');
    expect(said).toContain('The non-standard port is already there');
    const [, command = ''] = /terraform (import netskopesteering_non_standard_port\.NAME \S+)/.exec(said) ?? [];
    expect(tenant.journal.counts['createNonStandardPort']).toBe(1);
    expect((await readTenant(address)).ports).toEqual([row]);

    await workspace.mustRun(...command.replace('.NAME', '.it').split(' '));
    expect(await workspace.plan()).toEqual([]);
  });
});

describe('an object that others use or own', () => {
  it('is not deleted while an exception made by hand uses it, and the error says who', async () => {
    await workspace.apply(app());
    const { id } = (await ofNames('App'))[0] as App;
    const exception = await byHand<SteeringException>('POST', `${DEFAULT}/exceptions`, exceptionOf(id));
    const said = await workspace.failure('destroy', '-auto-approve');
    expect(said).toContain('Cannot delete the certificate pinned app');
    expect(said).toContain(`exception 0/${exception.id}, in configuration 0 ("Default tenant config")`);
    expect(said).toContain('a tenant deletes what uses an app together with it');
    expect(await ofNames('App')).toHaveLength(1);
    expect(await workspace.plan()).toEqual([]);

    await byHand('DELETE', `${DEFAULT}/exceptions/${exception.id}`);
    await workspace.destroy();
    expect(await ofNames('App')).toEqual([]);
  });

  it('is not imported where the vendor made it, so it can be neither changed nor deleted', async () => {
    const [zoom] = (await ofNames('Zoom')) as [App];
    await workspace.write(app('Zoom', 'Zoom.exe'));
    const imported = await workspace.failure('import', 'netskopesteering_certificate_pinned_app.it', zoom.id);
    expect(imported).toContain('The app "Zoom" is predefined by the vendor');
    expect(await workspace.failure('apply', '-auto-approve')).toContain('The app "Zoom" is predefined by the vendor');
    expect(await ofNames('Zoom')).toEqual([zoom]);
  });
});

describe('an object that somebody changes between a plan and its apply', () => {
  const changed = { app_name: 'Renamed by hand', platforms };
  const explanation =
    /has changed since it was read.*nothing was overwritten.*Plan again, look at the change, then apply/;

  async function rename(): Promise<App> {
    const { id } = (await ofNames('App'))[0] as App;
    return byHand<App>('PUT', `${APPS}/${id}`, changed);
  }

  it('is not overwritten by an update', async () => {
    await workspace.apply(app());
    expect(await workspace.plan(app('App', 'New.exe'))).toHaveLength(1);
    const theirs = await rename();
    const said = await workspace.failure('apply', 'tfplan');
    expect(said).toMatch(explanation);
    expect(said).toContain('HTTP 412');
    expect(await ofNames('Renamed by hand')).toEqual([theirs]);

    await workspace.apply();
    expect(await ofNames('App')).toMatchObject([{ platforms: { windows: { processes: ['New.exe'] } } }]);
    expect(await workspace.plan()).toEqual([]);
  });

  it('is not deleted, nor forgotten', async () => {
    await workspace.apply(app());
    await workspace.mustRun('plan', '-destroy', '-out=tfplan');
    const theirs = await rename();
    expect(await workspace.failure('apply', 'tfplan')).toMatch(explanation);
    expect(await ofNames('Renamed by hand')).toEqual([theirs]);
    await workspace.destroy();
    expect(await ofNames('Renamed by hand')).toEqual([]);
  });

  it('is not overwritten where it is the default configuration', async () => {
    const hcl = (mode: string) =>
      `import {\n  to = netskopesteering_default_configuration.it\n  id = "0"\n}\nresource "netskopesteering_default_configuration" "it" {\n  traffic_mode = "${mode}"\n}\n`;
    expect(await workspace.plan(hcl('all'))).toHaveLength(1);
    await byHand('PATCH', DEFAULT, { traffic_type: 'none' });
    expect(await workspace.failure('apply', 'tfplan')).toMatch(explanation);
    expect((await readTenant(address)).configurations).toMatchObject([{ traffic_type: 'none' }]);
  });

  it('is written over by an apply that has seen the change', async () => {
    await workspace.apply(app());
    await rename();
    await workspace.apply(app('App', 'New.exe'));
    expect(await ofNames('App')).toHaveLength(1);
    expect(await workspace.plan()).toEqual([]);
  });

  it('is deleted already: a destroy is content, and an update says that it is gone', async () => {
    await workspace.apply(app());
    await workspace.planJson(app('App', 'New.exe'));
    await byHand('DELETE', `${APPS}/${((await ofNames('App'))[0] as App).id}`);
    expect(await workspace.failure('apply', 'tfplan')).toMatch(/no such certificate pinned app.*Plan again/);
    await workspace.apply();
    await workspace.mustRun('plan', '-destroy', '-out=tfplan');
    await byHand('DELETE', `${APPS}/${((await ofNames('App'))[0] as App).id}`);
    await workspace.mustRun('apply', 'tfplan');
  });
});

it('a second workspace with the same object does not lose what the first one wrote', async () => {
  await workspace.apply(app());
  const second = await Workspace.create(address, app('App', 'Second.exe'));
  try {
    const { id } = (await ofNames('App'))[0] as App;
    await second.mustRun('import', 'netskopesteering_certificate_pinned_app.it', id);
    await second.planJson();
    await workspace.apply(app('App', 'First.exe'));
    expect(await second.failure('apply', 'tfplan')).toContain('has changed since it was read');
    expect(await ofNames('App')).toMatchObject([{ platforms: { windows: { processes: ['First.exe'] } } }]);
  } finally {
    await second.remove();
  }
});
