/** The program on what the real terraform plans, and on the tenant that it changes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { run, type Ran } from '../cli/support/run';
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

const BLOCK = `
  import {
    to = netskopesteering_default_configuration.default
    id = "0"
  }
  resource "netskopesteering_default_configuration" "default" {}
  resource "netskopesteering_certificate_pinned_app" "whatsapp" {
    for_each = toset(["WhatsApp", "Signal"])
    name     = each.key
    windows  = { processes = ["\${each.key}.exe"] }
  }
  resource "netskopesteering_non_standard_port" "whatsapp" {
    configuration_id = netskopesteering_default_configuration.default.id
    port             = 5222
  }
  resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
    configuration_id = netskopesteering_default_configuration.default.id
    app_id             = netskopesteering_certificate_pinned_app.whatsapp["WhatsApp"].id
    custom_app_domains = ["*"]
    windows            = "block"
  }
`;

const FLOW = [
  '--process',
  'WhatsApp.exe',
  '--platform',
  'windows',
  '--host',
  'g.whatsapp.net',
  '--port',
  '5222',
  '--json',
];
const environment = () => ({ NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token });
const outcomeOf = ({ code, stdout, stderr }: Ran) => {
  expect([code, stderr]).toEqual([0, '']);
  return (JSON.parse(stdout) as { outcome: string }).outcome;
};

it('decides a plan before it is applied as the tenant is decided afterwards', async () => {
  await workspace.write(BLOCK);
  await workspace.mustRun('plan', '-out=tfplan');
  const plan = join(workspace.folder, 'plan.json');
  writeFileSync(plan, await workspace.mustRun('show', '-json', 'tfplan'));

  expect(outcomeOf(await run('decide', [...FLOW, '--plan', plan, '--before']))).toBe('direct');
  expect(outcomeOf(await run('decide', FLOW, environment()))).toBe('direct');
  expect(outcomeOf(await run('decide', [...FLOW, '--plan', plan]))).toBe('block');
  await workspace.mustRun('apply', 'tfplan');
  expect(outcomeOf(await run('decide', FLOW, environment()))).toBe('block');
});

it('finds the same mistakes in a plan as on the tenant afterwards', async () => {
  const codesOf = ({ stdout }: Ran) =>
    (JSON.parse(stdout) as { findings: { code: string }[] }).findings.map(({ code }) => code);
  const planned = codesOf(await run('check', ['--plan', join(workspace.folder, 'plan.json'), '--json']));
  expect(planned).toEqual(['port-without-domains', 'missing-executable', 'unused-app', 'udp-port/web']);
  expect(codesOf(await run('check', ['--json'], environment()))).toEqual(planned);
});

it('refuses the state that terraform shows, which is no plan', async () => {
  const state = join(workspace.folder, 'state.json');
  writeFileSync(state, await workspace.mustRun('show', '-json'));
  const { code, stderr } = await run('decide', [...FLOW, '--plan', state]);
  expect(code).toBe(3);
  expect(stderr).toContain('it is a state');
});
