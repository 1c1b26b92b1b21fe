/** What means the same plans empty, and what a user writes arrives as it was written. */
import { readTenant, request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { App } from '../../tenant/contract';
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
  workspace = await Workspace.create(address);
});
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const customApps = async () => (await readTenant(address)).apps.filter(({ custom }) => custom);
const noOp = (...addresses: string[]) =>
  addresses.map((one) => ({ address: one, actions: ['no-op'], importing: true }));

it('sets in another order and with duplicates plan empty', async () => {
  const hcl = (processes: readonly string[], domains: readonly string[]) => `
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "App"
  windows = { processes = ${JSON.stringify(processes)} }
}
resource "netskopesteering_non_standard_port" "it" {
  configuration_id = "0"
  port             = 5222
  domains          = ${JSON.stringify(domains)}
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id       = "0"
  app_id             = netskopesteering_certificate_pinned_app.it.id
  custom_app_domains = ${JSON.stringify(domains)}
  windows            = "bypass"
}
resource "netskopesteering_configuration" "it" {
  name        = "It"
  user_groups = ${JSON.stringify(domains)}
}
`;
  await workspace.apply(hcl(['c.exe', 'a.exe', 'b.exe'], ['two.example', 'one.example']));
  expect(await workspace.plan()).toEqual([]);
  const other = hcl(['b.exe', 'b.exe', 'c.exe', 'a.exe', 'c.exe'], ['one.example', 'two.example', 'one.example']);
  expect(await workspace.plan(other)).toEqual([]);

  // And the other way round: the tenant lists them in another order, twice.
  const [app] = (await customApps()) as [App];
  const platforms = { windows: { match: 'exact', processes: ['b.exe', 'a.exe', 'c.exe', 'a.exe'] } };
  const body = { app_name: 'App', platforms };
  expect((await request(address, 'PUT', `/steering/apps/certpinned/${app.id}`, body)).status).toBe(200);
  expect(await workspace.plan()).toEqual([]);
});

it('templates, quotes and control characters in notes, names and patterns survive the round trip', async () => {
  const notes = 'costs ${amount} or %{if}, "quoted" \\ back\nsecond line\ttab … 🚫';
  const pattern = '^app\\.(exe|com)$';
  const escaped = (text: string) => JSON.stringify(text).replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening);
  await workspace.apply(`
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = ${escaped('${app} %{x} "A"')}
  windows = { match = "regex", processes = [${escaped(pattern)}, ${escaped('^a{2,3}$')}] }
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id       = "0"
  notes                  = ${escaped(notes)}
  app_id  = netskopesteering_certificate_pinned_app.it.id
  windows = "block"
}
`);
  const { exceptions } = await readTenant(address);
  expect(exceptions.filter((exception) => exception.notes === notes)).toHaveLength(1);
  expect(await customApps()).toMatchObject([
    {
      app_name: '${app} %{x} "A"',
      platforms: { windows: { match: 'regex', processes: expect.arrayContaining([pattern, '^a{2,3}$']) as unknown } },
    },
  ]);
  expect(await workspace.plan()).toEqual([]);
});

it('a host name of other letters is the one that clients see, whoever spells it', async () => {
  const hcl = (hosts: readonly string[]) => `
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "App"
  windows = { processes = ["a.exe"] }
  ios     = { domains = ${JSON.stringify(hosts)} }
}
resource "netskopesteering_non_standard_port" "it" {
  configuration_id = "0"
  port             = 5222
  domains          = ${JSON.stringify(hosts)}
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id       = "0"
  app_id             = netskopesteering_certificate_pinned_app.it.id
  custom_app_domains = ${JSON.stringify(hosts)}
  windows            = "bypass"
}
resource "netskopesteering_domain_exception" "domains" {
  configuration_id = "0"
  domains          = ${JSON.stringify(hosts.map((host) => `*.${host}`))}
}
`;
  const written = ['münchen.de', 'a.example'];
  const seen = ['xn--mnchen-3ya.de', 'a.example'];
  await workspace.apply(hcl(written));
  expect(await workspace.plan()).toEqual([]);
  expect(await workspace.plan(hcl(seen))).toEqual([]);
  const { exceptions, ports } = await readTenant(address);
  const [row] = ports;
  expect([...(row?.domains ?? [])].sort()).toEqual([...seen].sort());
  expect(JSON.stringify(exceptions)).toContain('"*.xn--mnchen-3ya.de"');

  // And the other way round: the tenant shows it in its own letters, as somebody typed it.
  const path = `/steering/configurations/0/nonstandardports/${row?.id ?? ''}`;
  const body = { port: 5222, domains: ['MÜNCHEN.de', 'a.example'] };
  expect((await request(address, 'PUT', path, body)).status).toBe(200);
  expect(await workspace.plan(hcl(written))).toEqual([]);
  expect(await workspace.plan(hcl(seen))).toEqual([]);
});

it('both spellings of a letter with an accent are one name, wherever it was written', async () => {
  const composed = 'Caf\u00e9 \uac00';
  const decomposed = composed.normalize('NFD');
  expect(decomposed).not.toBe(composed);
  const hcl = (name: string, label: string) => `
resource "netskopesteering_certificate_pinned_app" "${label}" {
  name    = "${name}"
  windows = { processes = ["${name}.exe"] }
}
`;
  await workspace.apply(hcl(decomposed, 'it'));
  expect(await workspace.plan()).toEqual([]);
  expect(await workspace.plan(hcl(composed, 'it'))).toEqual([]);
  await workspace.destroy();

  const { data } = await request<App>(address, 'POST', '/steering/apps/certpinned', {
    app_name: decomposed,
    platforms: { windows: { match: 'exact', processes: [`${decomposed}.exe`] } },
  });
  const adopted = `
import {
  to = netskopesteering_certificate_pinned_app.found
  id = "${data.id}"
}
${hcl(composed, 'found')}`;
  expect(await workspace.plan(adopted)).toEqual(noOp('netskopesteering_certificate_pinned_app.found'));
});

it('for_each, count, moved blocks and import blocks keep each object where it belongs', async () => {
  const app = (label: string, meta: string, name: string) => `
resource "netskopesteering_certificate_pinned_app" "${label}" {
  ${meta}
  name    = ${name}
  windows = { processes = ["App.exe"] }
}
`;
  await workspace.apply(
    app('by_name', 'for_each = toset(["One", "Two"])', 'each.key') +
      app('by_number', 'count = 3', '"N\${count.index}"'),
  );
  const before = (await customApps()).map(({ id, app_name }) => `${id} ${app_name}`);
  expect(before).toHaveLength(5);

  const moved = `
moved {
  from = netskopesteering_certificate_pinned_app.by_name["Two"]
  to   = netskopesteering_certificate_pinned_app.two
}
moved {
  from = netskopesteering_certificate_pinned_app.by_number
  to   = netskopesteering_certificate_pinned_app.numbered
}
`;
  const after =
    app('by_name', 'for_each = toset(["One"])', 'each.key') +
    app('two', '', '"Two"') +
    app('numbered', 'count = 2', '"N\${count.index}"');
  expect(await workspace.plan(moved + after)).toEqual([
    { address: 'netskopesteering_certificate_pinned_app.numbered[2]', actions: ['delete'], importing: false },
  ]);
  await workspace.apply();
  const left = (await customApps()).map(({ id, app_name }) => `${id} ${app_name}`);
  expect(left).toEqual(before.filter((line) => !line.endsWith(' N2')));

  const id = left.find((line) => line.endsWith(' Two'))?.split(' ')[0] ?? '';
  await workspace.mustRun('state', 'rm', 'netskopesteering_certificate_pinned_app.two');
  const imported = `
import {
  for_each = { Two = "${id}" }
  to       = netskopesteering_certificate_pinned_app.two
  id       = each.value
}
`;
  expect(await workspace.plan(imported + after)).toEqual(noOp('netskopesteering_certificate_pinned_app.two'));
});
