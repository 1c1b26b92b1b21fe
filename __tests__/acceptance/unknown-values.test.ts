/** Values that are not known at plan, in every place where a configuration can have one. */
import { readAll, readTenant, request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { App, Configuration, SteeringException } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

let tenant: LocalTenant;
let address: TenantAddress;
let workspace: Workspace;

beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
});
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const customApps = async () => (await readTenant(address)).apps.filter(({ custom }) => custom);
const namesOf = (apps: readonly App[]) => apps.map(({ app_name }) => app_name).sort();
const addressesOf = (changes: readonly { address: string }[]) => changes.map((change) => change.address).sort();

describe('of the provider itself', () => {
  const settings = (url: string) => `
resource "terraform_data" "url" {
  input = "${url}"
}
provider "netskopesteering" {
  server_url          = terraform_data.url.output
  requests_per_second = 1000
}
resource "netskopesteering_certificate_pinned_app" "app" {
  name    = "App"
  windows = { processes = ["App.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id       = "0"
  app_id  = netskopesteering_certificate_pinned_app.app.id
  windows = "block"
}
resource "netskopesteering_non_standard_port" "it" {
  configuration_id = "0"
  port             = 5222
}
`;

  it('a plan makes do without a tenant, and the apply reaches it', async () => {
    workspace = await Workspace.create(undefined, settings(address.serverUrl), { NETSKOPE_API_KEY: address.apiKey });
    expect(await workspace.plan()).toHaveLength(4);
    expect(tenant.journal.entries).toEqual([]);
    await workspace.apply();
    expect(namesOf(await customApps())).toEqual(['App']);
    expect(await workspace.plan()).toEqual([]);
  });

  it('what is there stays as it is while they are unknown again', async () => {
    workspace = await Workspace.create(undefined, settings(address.serverUrl), { NETSKOPE_API_KEY: address.apiKey });
    await workspace.apply();
    const before = await readTenant(address);
    const moved = settings(`${address.serverUrl}/`);
    expect(addressesOf(await workspace.plan(moved))).toEqual(['terraform_data.url']);
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
    expect(await readTenant(address)).toEqual(before);
  });

  it('the default configuration and an import say what they wait for', async () => {
    const adopting = (url: string) => `${settings(url)}
import {
  to = netskopesteering_default_configuration.it
  id = "0"
}
resource "netskopesteering_default_configuration" "it" {}
`;
    workspace = await Workspace.create(undefined, adopting(address.serverUrl), { NETSKOPE_API_KEY: address.apiKey });
    expect(await workspace.failure('plan')).toMatch(
      /Provider settings not known yet.*server_url of the provider will only be known after an apply\. Apply what they depend on first/,
    );
    await workspace.mustRun('apply', '-auto-approve', '-target=terraform_data.url');
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
  });
});

describe('of a resource', () => {
  it('part of a name, some elements of a set, a platform’s action and the owner are known after apply', async () => {
    workspace = await Workspace.create(
      address,
      `
resource "terraform_data" "x" {
  input = { action = "bypass_direct", match = "exact", port = 8443, note = null }
}
resource "netskopesteering_configuration" "it" {
  name        = "group-\${substr(terraform_data.x.id, 0, 8)}"
  enabled     = terraform_data.x.id != ""
  user_groups = ["known", terraform_data.x.id]
}
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "beta-\${terraform_data.x.id}"
  windows = { processes = ["known.exe", "\${terraform_data.x.id}.exe"] }
  mac_os  = { match = terraform_data.x.output.match, processes = toset([terraform_data.x.id]) }
  android = { domains = ["\${terraform_data.x.id}.example.com"] }
}
resource "netskopesteering_non_standard_port" "it" {
  configuration_id = netskopesteering_configuration.it.id
  port             = terraform_data.x.output.port
  domains          = ["\${terraform_data.x.id}.example.com", "known.example.com"]
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id       = netskopesteering_configuration.it.id
  notes                  = terraform_data.x.output.note
  app_id             = netskopesteering_certificate_pinned_app.it.id
  custom_app_domains = ["\${terraform_data.x.id}.example.com"]
  windows            = terraform_data.x.output.action
}
`,
    );
    expect(await workspace.plan()).toHaveLength(5);
    await workspace.mustRun('apply', 'tfplan');

    const id = String((await workspace.stateOf('terraform_data.x'))['id']);
    expect(await customApps()).toMatchObject([
      {
        app_name: `beta-${id}`,
        platforms: {
          windows: { match: 'exact', processes: expect.arrayContaining(['known.exe', `${id}.exe`]) as unknown },
          mac: { match: 'exact', processes: [id] },
          android: { domains: [`${id}.example.com`] },
        },
      },
    ]);
    const { configurations } = await readTenant(address);
    const made = configurations.find(({ config_name }) => config_name === `group-${id.slice(0, 8)}`);
    expect(made).toMatchObject({ enabled: true, user_groups: expect.arrayContaining(['known', id]) as unknown });
    const below = `/steering/configurations/${String((made as Configuration).config_id)}`;
    expect(await readAll(address, `${below}/nonstandardports`)).toMatchObject([{ port: 8443 }]);
    expect(await readAll<SteeringException>(address, `${below}/exceptions`)).toMatchObject([
      {
        notes: '',
        certificate_pinned_app: {
          custom_app_domains: [`${id}.example.com`],
          windows: { action: 'bypass', managed_device: false, tunnel: false },
        },
      },
    ]);
    expect(await workspace.plan()).toEqual([]);
  });

  it('a whole platform and a whole set are known after apply', async () => {
    workspace = await Workspace.create(
      address,
      `
resource "terraform_data" "x" {
  input = { windows = { processes = ["App.exe"] }, domains = null }
}
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "App"
  windows = terraform_data.x.output.windows
  ios     = { processes = ["App"], domains = terraform_data.x.output.domains }
}
`,
    );
    await workspace.apply();
    expect(await customApps()).toMatchObject([
      { platforms: { windows: { match: 'exact', processes: ['App.exe'] }, ios: { processes: ['App'] } } },
    ]);
    expect(await workspace.plan()).toEqual([]);
  });

  it('a value that turns out to be bad is refused at apply, and nothing is sent', async () => {
    workspace = await Workspace.create(
      address,
      `
resource "terraform_data" "x" {
  input = "C:\\\\Apps\\\\App.exe"
}
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "App"
  windows = { processes = [terraform_data.x.output] }
}
`,
    );
    expect(await workspace.plan()).toHaveLength(2);
    expect(await workspace.failure('apply', 'tfplan')).toContain('Not a process name');
    expect(await customApps()).toEqual([]);
  });

  it('an attribute that changes to unknown updates in place, and a changed owner replaces', async () => {
    const hcl = (revision: number, owner: string) => `
resource "terraform_data" "x" {
  triggers_replace = ${revision}
}
resource "netskopesteering_configuration" "it" {
  name = "It"
}
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "beta-\${terraform_data.x.id}"
  windows = { processes = ["App.exe"] }
}
resource "netskopesteering_non_standard_port" "it" {
  configuration_id = ${owner}
  port             = 8443
}
`;
    workspace = await Workspace.create(address, hcl(1, '"0"'));
    await workspace.apply();
    expect(await workspace.plan(hcl(2, '"0"'))).toEqual([
      { address: 'netskopesteering_certificate_pinned_app.it', actions: ['update'], importing: false },
      { address: 'terraform_data.x', actions: ['delete', 'create'], importing: false },
    ]);
    await workspace.apply();
    expect(await workspace.plan(hcl(2, 'netskopesteering_configuration.it.id'))).toEqual([
      { address: 'netskopesteering_non_standard_port.it', actions: ['delete', 'create'], importing: false },
    ]);
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
    const response = await request<unknown[]>(address, 'GET', '/steering/configurations/0/nonstandardports');
    expect(response.data).toEqual([]);
  });
});
