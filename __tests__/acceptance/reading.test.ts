/** Data sources and functions under the real terraform. */
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(120_000);

let tenant: LocalTenant;
let address: TenantAddress;
let workspace: Workspace;

beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  workspace = await Workspace.create(address);
});
afterAll(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const outputs = async (): Promise<Record<string, unknown>> => {
  const read = JSON.parse(await workspace.mustRun('output', '-json')) as Record<string, { value: unknown }>;
  return Object.fromEntries(Object.entries(read).map(([name, { value }]) => [name, value]));
};

it('reads what others made, and what this apply makes once it is there', async () => {
  await workspace.apply(`
    resource "netskopesteering_certificate_pinned_app" "signal" {
      name    = "Signal"
      windows = { processes = ["Signal.exe"] }
    }
    data "netskopesteering_certificate_pinned_app" "zoom" {
      name = "Zoom"
    }
    data "netskopesteering_certificate_pinned_apps" "custom" {
      custom     = true
      depends_on = [netskopesteering_certificate_pinned_app.signal]
    }
    data "netskopesteering_configuration" "default" {
      id = "0"
    }
    data "netskopesteering_exceptions" "of_zoom" {
      configuration_id = data.netskopesteering_configuration.default.id
      app_id           = data.netskopesteering_certificate_pinned_app.zoom.id
    }
    data "netskopesteering_exception" "of_zoom" {
      id = one(data.netskopesteering_exceptions.of_zoom.ids)
    }
    output "zoom" { value = data.netskopesteering_certificate_pinned_app.zoom.windows.processes }
    output "custom" { value = data.netskopesteering_certificate_pinned_apps.custom.certificate_pinned_apps[*].name }
    output "mode" { value = data.netskopesteering_configuration.default.traffic_mode }
    output "action" { value = data.netskopesteering_exception.of_zoom.windows }
  `);
  expect(await outputs()).toEqual({ zoom: ['Zoom.exe'], custom: ['Signal'], mode: 'web', action: 'bypass' });
  expect(await workspace.plan()).toEqual([]);
});

it('says at its attribute what it does not find, and what the tenant has', async () => {
  await workspace.write('data "netskopesteering_configuration" "it" {\n  name = "Sales"\n}');
  const said = await workspace.failure('plan');
  expect(said).toContain('The tenant has no steering configuration with the name "Sales"');
  expect(said).toContain('It has: Default tenant config.');
  expect(said).toContain('name = "Sales"');
});

it('parses ports and matches processes, also for what is planned with them', async () => {
  await workspace.apply(`
    resource "netskopesteering_non_standard_port" "it" {
      for_each         = toset([for port in provider::netskopesteering::parse_ports("5222, 8000-8001") : tostring(port)])
      configuration_id = "0"
      port             = tonumber(each.value)
      domains          = ["a.example"]
    }
    output "matches" {
      value = [for name in ["WhatsApp.exe", "Signal.exe", "whatsapp.exe"] :
        provider::netskopesteering::process_matches("regex", "^WhatsApp", name)]
    }
  `);
  expect((await outputs())['matches']).toEqual([true, false, null]);
  const { data } = await request<{ port: number }[]>(address, 'GET', '/steering/configurations/0/nonstandardports');
  expect(data.map(({ port }) => port).sort()).toEqual([5222, 8000, 8001]);
});

it('shows an argument that is wrong where it stands', async () => {
  await workspace.write('output "it" {\n  value = provider::netskopesteering::parse_ports("443,https")\n}');
  const said = await workspace.failure('plan');
  expect(said).toContain('Invalid value for "ports" parameter: "https" is no port.');
});
