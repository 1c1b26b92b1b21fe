/** The default configuration under the real terraform: imported, managed only where written, put back on destroy. */
import { request } from '../../tools/terraform/tenant-reader';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { unwrap, Workspace } from '../support/workspace';

const ADDRESS = 'netskopesteering_default_configuration.it';
const IMPORT = `import {\n  to = ${ADDRESS}\n  id = "0"\n}\n`;
const hcl = (body = '') => `resource "netskopesteering_default_configuration" "it" {\n${body}\n}\n`;

let tenant: LocalTenant;
let workspace: Workspace;
beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  workspace = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
});
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const stored = async () => {
  const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  return (await request<{ traffic_type: string; enabled: boolean }>(address, 'GET', '/steering/configurations/0')).data;
};
const byHand = (traffic_type: string) =>
  request({ serverUrl: tenant.serverUrl, apiKey: tenant.token }, 'PATCH', '/steering/configurations/0', {
    traffic_type,
  });

it('is imported without a change where nothing is written, and left alone by a destroy', async () => {
  expect(await workspace.plan(IMPORT + hcl())).toEqual([{ address: ADDRESS, actions: ['no-op'], importing: true }]);
  await workspace.apply();
  const found = {
    traffic_mode: 'web',
    dynamic_steering: { enabled: false, on_premises_traffic_mode: 'cloud_apps', off_premises_traffic_mode: 'web' },
    steer_private_apps: 'none',
    private_apps: [],
    steer_dns: false,
    bypass_exception_traffic_at: 'client',
  };
  const known = { id: '0', name: 'Default tenant config', enabled: true, priority: 1 };
  expect(await workspace.stateOf(ADDRESS)).toEqual({ ...known, ...found, found });
  expect(await workspace.plan()).toEqual([]);
  await byHand('all');
  expect(await workspace.plan()).toEqual([]);
  await workspace.destroy();
  expect((await stored()).traffic_type).toBe('all');
  expect(tenant.journal.counts['updateConfiguration']).toBe(1);
});

it('shows an update in the plan of the import, and puts back on destroy what the import met', async () => {
  expect(await workspace.plan(IMPORT + hcl('traffic_mode = "all"'))).toEqual([
    { address: ADDRESS, actions: ['update'], importing: true },
  ]);
  await workspace.apply();
  expect(await stored()).toMatchObject({ traffic_type: 'all', enabled: true });
  expect(await workspace.stateOf(ADDRESS)).toMatchObject({ traffic_mode: 'all', found: { traffic_mode: 'web' } });
  expect(await workspace.plan()).toEqual([]);
  await byHand('none');
  expect(await workspace.plan()).toEqual([{ address: ADDRESS, actions: ['update'], importing: false }]);
  await workspace.apply();
  expect((await stored()).traffic_type).toBe('all');
  await workspace.destroy();
  expect(await stored()).toMatchObject({ traffic_type: 'web', enabled: true });
});

it('is adopted by a bare create, which says at plan what is there and what changes', async () => {
  await workspace.write(hcl('traffic_mode = "all"'));
  const planned = unwrap(await workspace.mustRun('plan'));
  expect(planned).toContain('The default configuration is there already');
  expect(planned).toContain('traffic_mode = "web"');
  expect(planned).toContain('This changes traffic_mode from "web" to "all".');
  expect(planned).toMatch(/ id += "0"/);
  expect((await stored()).traffic_type).toBe('web');
  await workspace.apply();
  expect(await workspace.stateOf(ADDRESS)).toMatchObject({ traffic_mode: 'all', found: { traffic_mode: 'web' } });
  expect(await workspace.plan()).toEqual([]);
  const removal = unwrap(await workspace.mustRun('plan', '-destroy'));
  expect(removal).toContain('The default configuration stays');
  expect(removal).toContain('These values are put back: traffic_mode = "web".');
  await workspace.destroy();
  expect((await stored()).traffic_type).toBe('web');
});

it('is imported with the command too, and only under its own id', async () => {
  await workspace.write(hcl());
  expect(await workspace.failure('import', ADDRESS, '1')).toContain('Not the default configuration');
  await workspace.mustRun('import', ADDRESS, '0');
  expect(await workspace.plan()).toEqual([]);
});

it('stops the plan, with the reason, where the traffic mode is not the expected one', async () => {
  await byHand('cloud_apps');
  await workspace.write(
    IMPORT +
      hcl(`lifecycle {
        postcondition {
          condition     = self.traffic_mode == "web"
          error_message = "The block would have no effect."
        }
      }`),
  );
  expect(await workspace.failure('plan')).toContain('The block would have no effect.');
});
