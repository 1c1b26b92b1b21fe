/** Patterns that clients run as PCRE, with the real terraform: taken, warned of once, imported, written down; and broken ones that a tenant holds. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { App } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { unwrap, Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const ADDRESS = 'netskopesteering_certificate_pinned_app.it';
/** The vendor's own sample, a back-reference, and a comment with what would otherwise be half of a group. */
const PATTERNS = ['^(?!.com\\.microsoft\\.emmx).*$', '(a|b)\\1', '(?#(a)b'];
const BROKEN = '^([a-zA-Z0-9_\\-\\]+).exe';

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

const app = (...patterns: readonly string[]) => `
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "A"
  windows = { match = "regex", processes = ${JSON.stringify(patterns)} }
}
`;
const importing = (id: string) => `import {\n  to = ${ADDRESS}\n  id = "${id}"\n}\n`;
const warningsOf = (output: string) => unwrap(output).split('Warning: ').slice(1);

/** An app that somebody made by hand. */
async function made(...processes: readonly string[]): Promise<string> {
  const platforms = { windows: { match: 'regex', processes } };
  const { data } = await request<App>(address, 'POST', '/steering/apps/certpinned', { app_name: 'A', platforms });
  return data.id;
}

it('are created with a warning, and change nothing afterwards, without one', async () => {
  await workspace.write(app('^a\\.exe$', ...PATTERNS));
  await workspace.mustRun('validate');
  const [said, ...more] = warningsOf(await workspace.mustRun('plan'));
  expect(said).toContain('Process pattern that cannot be judged');
  expect(said).toContain(`with ${ADDRESS}`);
  expect(said).toContain('At windows.processes.');
  for (const pattern of PATTERNS) expect(said).toContain(`${JSON.stringify(pattern)} (`);
  expect(more).toEqual([]);
  await workspace.apply();
  const state = await workspace.stateOf(ADDRESS);
  expect(state).toMatchObject({ windows: { match: 'regex', processes: [...PATTERNS, '^a\\.exe$'].sort() } });
  expect(tenant.store.apps.get(String(state['id']))?.platforms.windows?.processes).toHaveLength(4);
  const next = await workspace.mustRun('plan', '-detailed-exitcode');
  expect(next).toContain('No changes.');
  expect(warningsOf(next)).toEqual([]);
  await workspace.destroy();
});

it('are imported by a block and by the command, without a warning', async () => {
  const id = await made(...PATTERNS);
  await workspace.write(app(...PATTERNS) + importing(id));
  expect(warningsOf(await workspace.mustRun('plan'))).toEqual([]);
  expect(await workspace.plan()).toEqual([{ address: ADDRESS, actions: ['no-op'], importing: true }]);
  await workspace.write(app(...PATTERNS));
  expect(warningsOf(await workspace.mustRun('import', ADDRESS, id))).toEqual([]);
  expect(await workspace.plan()).toEqual([]);
});

it('are written down by terraform in a configuration that changes nothing', async () => {
  await workspace.write(importing(await made(...PATTERNS)));
  const said = await workspace.mustRun('plan', '-generate-config-out=generated.tf');
  expect(said).not.toContain('cannot be judged');
  expect(said).toContain('1 to import, 0 to add, 0 to change, 0 to destroy');
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
});

it('are null to process_matches', async () => {
  const [pattern] = PATTERNS;
  const call = `provider::netskopesteering::process_matches("regex", ${JSON.stringify(pattern)}, "com.microsoft.emmx")`;
  await workspace.apply(`output "is_unknown" {\n  value = ${call} == null\n}\n`);
  expect(await workspace.mustRun('output', '-json', 'is_unknown')).toBe('true\n');
});

it('that no engine compiles are refused in a configuration, and read and imported where a tenant holds them', async () => {
  await workspace.write(app(BROKEN));
  const refused = await workspace.failure('plan');
  expect(refused).toContain('Broken process pattern');
  expect(refused).toContain('the bracket that opens at character 3 is never closed');

  const id = await made('(', BROKEN);
  await workspace.write(app('^a\\.exe$'));
  await workspace.mustRun('import', ADDRESS, id);
  expect(await workspace.stateOf(ADDRESS)).toMatchObject({ windows: { match: 'regex', processes: ['(', BROKEN] } });
  await workspace.mustRun('plan', '-refresh-only');
  expect(await workspace.plan()).toEqual([{ address: ADDRESS, actions: ['update'], importing: false }]);
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
});

it('that no engine compiles are written down by terraform, to be corrected where the error says', async () => {
  await workspace.write(importing(await made(BROKEN)));
  const said = await workspace.failure('plan', '-generate-config-out=generated.tf');
  expect(said).toContain('Broken process pattern');
  expect(said).toContain('At windows.processes.');
  const written = await workspace.read('generated.tf');
  expect(written).toContain(JSON.stringify(BROKEN));
  await writeFile(join(workspace.folder, 'generated.tf'), written.replace(JSON.stringify(BROKEN), '"^a$"'));
  expect(await workspace.plan()).toEqual([{ address: ADDRESS, actions: ['update'], importing: true }]);
});
