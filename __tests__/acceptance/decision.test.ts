/** The decision on the live configuration, under the real terraform. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BlockNativeApp, Platform, SteeringConfiguration, TrafficDecision } from '../../constructs';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { synthesize } from '../constructs/synthesize';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(120_000);

let tenant: LocalTenant;
let workspace: Workspace;

beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  workspace = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
});
afterAll(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const EXAMPLE = readFileSync(
  join(__dirname, '../../examples/data-sources/netskopesteering_decision/data-source.tf'),
  'utf8',
);

const BLOCK = `
  resource "netskopesteering_certificate_pinned_app" "whatsapp" {
    name    = "WhatsApp"
    windows = { processes = ["WhatsApp.exe"] }
  }
  resource "netskopesteering_non_standard_port" "whatsapp" {
    configuration_id = "0"
    port             = 5222
    domains          = ["whatsapp.net"]
  }
  resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
    configuration_id = "0"
    app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
    custom_app_domains = ["*"]
    windows            = "block"
    depends_on = [netskopesteering_non_standard_port.whatsapp]
  }
`;

const DECISIONS = `
  data "netskopesteering_decision" "whatsapp" {
    for_each   = toset(["443", "5222"])
    process    = "WhatsApp.exe"
    platform   = "windows"
    host       = "g.whatsapp.net"
    port       = tonumber(each.value)
    depends_on = [netskopesteering_certificate_pinned_app_exception.whatsapp]
  }
  output "outcomes" { value = { for port, one in data.netskopesteering_decision.whatsapp : port => one.outcome } }
  output "assumptions" { value = data.netskopesteering_decision.whatsapp["5222"].assumptions }
  output "trace" { value = data.netskopesteering_decision.whatsapp["5222"].trace }
`;

it('waits for what it depends on, and then says what that has made of the traffic', async () => {
  await workspace.apply(BLOCK + DECISIONS);
  const outputs = JSON.parse(await workspace.mustRun('output', '-json')) as Record<string, { value: unknown }>;
  expect(outputs['outcomes']?.value).toEqual({ '443': 'block', '5222': 'block' });
  expect(outputs['assumptions']?.value).toEqual([
    'client-is-not-dormant',
    'port-domains-by-suffix',
    'not-a-windows-service',
  ]);
  expect(outputs['trace']?.value).toContain('  Its traffic mode is web.');
  expect(await workspace.plan()).toEqual([]);
});

it('is the condition of a check, which warns with the trace where it does not hold', async () => {
  await workspace.write(BLOCK + EXAMPLE);
  expect(await workspace.mustRun('plan')).not.toContain('Check block assertion failed');
  await workspace.write(EXAMPLE);
  await workspace.mustRun('apply', '-auto-approve');
  const said = await workspace.mustRun('plan');
  expect(said).toContain('Check block assertion failed');
  expect(said).toContain('TCP port 5222: direct. The client never touches it.');
  expect(said).toContain('unsteered-goes-direct [seed]');
});

it('refuses at plan what is no flow, at its attribute', async () => {
  await workspace.write(`data "netskopesteering_decision" "it" {
  process  = "WhatsApp.exe"
  platform = "windows"
  host     = "https://whatsapp.net"
  port     = 443
}`);
  const said = await workspace.failure('plan');
  expect(said).toContain('Not a host');
  expect(said).toContain('host = "https://whatsapp.net"');
});

it('stops a stack of constructs where the tenant does something else, and tells why', async () => {
  const stackWith = (ports: readonly number[]) => ({
    ...synthesize((stack) => {
      const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
      const app = { name: 'Chat', windows: ['Chat.exe'], ports: [...ports], domains: ['chat.example'] };
      new BlockNativeApp(stack, 'Chat', { configuration, app, platforms: [Platform.WINDOWS] });
      const flow = { platform: 'windows', process: 'Chat.exe', host: 'a.chat.example', port: 5222 } as const;
      new TrafficDecision(stack, 'Blocked', { flow, expect: 'block' });
    }).config,
    provider: { netskopesteering: [{ requests_per_second: 1000 }] },
  });
  const own = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token }, stackWith([443]));
  const said = await own.failure('apply', '-auto-approve');
  await own.write(stackWith([443, 5222]));
  await own.mustRun('apply', '-auto-approve');
  const second = await own.plan();
  await own.remove();
  expect(said).toContain('Resource postcondition failed');
  expect(said).toContain('Expected block. "Chat.exe" on Windows to "a.chat.example", TCP port 5222: direct.');
  expect(second).toEqual([]);
});
