/** What the plan of the real terraform warns of: values without effect, while they are new, at no more than one list. */
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { App } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { unwrap, Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

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

const warningsOf = (output: string) => unwrap(output).split('Warning: ').slice(1);

it('each value, once, and none after it is stored', async () => {
  const { data: app } = await request<App>(address, 'POST', '/steering/apps/certpinned', {
    app_name: 'App',
    platforms: { windows: { match: 'exact', processes: ['App.exe'] } },
  });
  await workspace.write(`
resource "netskopesteering_configuration" "it" {
  name             = "Sides"
  traffic_mode     = "web"
  dynamic_steering = { enabled = true }
}
resource "netskopesteering_non_standard_port" "it" {
  configuration_id = "0"
  port             = 443
  domains          = ["app.example"]
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id       = "0"
  app_id  = "${app.id}"
  windows = "block"
  mac_os  = "block"
}
`);
  tenant.journal.clear();
  const found = warningsOf(await workspace.mustRun('plan'));
  expect(found).toHaveLength(3);
  for (const [summary, resource] of [
    ['Traffic mode without effect', 'netskopesteering_configuration.it'],
    ['Guardrail standard-port (a note)', 'netskopesteering_non_standard_port.it'],
    ['Platform without effect', 'netskopesteering_certificate_pinned_app_exception.it'],
  ] as const) {
    expect(found.find((text) => text.startsWith(summary))).toContain(`with ${resource}`);
  }
  expect(tenant.journal.counts).toEqual({ listCertificatePinnedApps: 1 });
  await workspace.apply();
  expect(warningsOf(await workspace.mustRun('plan'))).toEqual([]);
});

it('names of private apps, where no mode is written, before the tenant is asked to take them', async () => {
  await workspace.write(
    'resource "netskopesteering_configuration" "it" {\n  name = "A"\n  private_apps = ["wiki"]\n}\n',
  );
  const [said, ...more] = warningsOf(await workspace.mustRun('plan'));
  expect(said).toContain('Private apps that are not looked at');
  expect(said).toContain('private_apps =');
  expect(more).toEqual([]);
});
