/** The real terraform on days on which a tenant only says no, answers with nothing to rely on, or the environment is wrong. */
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { unwrap, Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const READ = `
data "netskopesteering_exceptions" "all" {
  configuration_id = "0"
}
data "netskopesteering_certificate_pinned_apps" "all" {}
data "netskopesteering_configurations" "all" {}
`;
const APP = `
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "App"
  windows = { processes = ["App.exe"] }
}
`;
const IMPATIENT = 'provider "netskopesteering" {\n  max_retry_wait_seconds = 2\n  requests_per_second = 50\n}\n';

let tenant: LocalTenant;
let workspace: Workspace;

async function start(hcl: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  tenant = await startTenant({ trafficMode: 'web' });
  workspace = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token }, hcl, env);
}
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

it.each(['none', '0', '0.5', '-1', '1', '1e9', '1.37', new Date(0).toUTCString()])(
  'a tenant that is rate-limited for ever is given up: Retry-After %s',
  async (form) => {
    await start(IMPATIENT + READ);
    const headers: Record<string, string> = form === 'none' ? {} : { 'Retry-After': form };
    tenant.conditions.change({ faults: [{ operation: '*', calls: 'every', answer: { status: 429, headers } }] });
    const began = performance.now();
    const said = await workspace.failure('plan');
    expect(said).toContain('The rate limit of the tenant is used up');
    expect(said).toContain('Raise max_retry_wait_seconds');
    expect(tenant.journal.entries.length).toBeLessThanOrEqual(3 * 5);
    // What terraform itself takes, on a machine that may be busy, is a part of it.
    expect(performance.now() - began).toBeLessThan(20_000);
  },
);

it.each([302, 303, 307, 408, 500, 502, 504])(
  'a create that is answered by %i after it was carried out is told with the command that imports it',
  async (status) => {
    await start(IMPATIENT + APP);
    const fault = { operation: 'createCertificatePinnedApp', calls: 1, answer: { status }, carriedOut: true } as const;
    tenant.conditions.change({ faults: [fault] });
    const said = await workspace.failure('apply', '-auto-approve');
    expect(said).toContain('It is not known whether the certificate pinned app was created');
    const [, id = ''] = /terraform import netskopesteering_certificate_pinned_app\.NAME (\S+) /.exec(said) ?? [];
    await workspace.mustRun('import', 'netskopesteering_certificate_pinned_app.it', id);
    expect(await workspace.plan()).toEqual([]);
    expect(tenant.journal.counts['createCertificatePinnedApp']).toBe(1);
  },
);

it.each([
  ['HTTPS_PROXY', 'not-a-url'],
  ['HTTPS_PROXY', 'socks5://127.0.0.1:1080'],
  ['https_proxy', 'socks5://user:pa55word@127.0.0.1:1080'],
  ['ALL_PROXY', 'http://us%er:pa55word@127.0.0.1:1'],
  ['NETSKOPE_SERVER_URL', 'tenant.goskope.com'],
  ['NETSKOPE_API_KEY', 'line\nbreak'],
  ['NETSKOPE_MAX_LIST_OBJECTS', 'many'],
])('%s=%j is an error of the configuration, told once', async (variable, value) => {
  const proxies = { HTTPS_PROXY: '', https_proxy: '', ALL_PROXY: '', all_proxy: '', NO_PROXY: '', no_proxy: '' };
  await start(READ, { ...proxies, NETSKOPE_SERVER_URL: 'https://tenant.example/api/v2', [variable]: value });
  const said = unwrap(await workspace.failure('plan'));
  expect(said.match(/Error: /g)).toHaveLength(1);
  expect(said).toContain('Provider setting refused');
  expect(said).toContain(variable);
  expect(said).not.toMatch(/bug of the provider|unexpectedly|pa55word/);
});
