/** Many at a time, and two terraforms at a time: nothing is lost, nothing is made twice, or the conflict is said. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAll, readTenant, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { SteeringException } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { unwrap, Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(240_000);

const EXCEPTIONS = '/steering/configurations/0/exceptions';
const APPLY = ['apply', '-auto-approve'];

let tenant: LocalTenant;
let address: TenantAddress;
const workspaces: Workspace[] = [];

beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
});
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.remove();
  await tenant?.close();
});

async function workspaceOf(hcl: string): Promise<Workspace> {
  const workspace = await Workspace.create(address, hcl);
  workspaces.push(workspace);
  return workspace;
}

const exceptions = (count: number, notes: string, name = 'it') => `
resource "netskopesteering_domain_exception" "${name}" {
  count            = ${count}
  configuration_id = "0"
  notes            = "${notes} \${count.index}"
  domains          = ["\${count.index}.${name}.example"]
}
`;

/** The notes of our exceptions, as the tenant has them, by the second client. */
const notesOnTenant = async () =>
  (await readAll<SteeringException>(address, EXCEPTIONS))
    .filter(({ type }) => type === 'domains')
    .map(({ notes }) => notes)
    .sort();

const copyState = (from: Workspace, to: Workspace) =>
  copyFile(join(from.folder, 'terraform.tfstate'), join(to.folder, 'terraform.tfstate'));

const numbered = (count: number, notes: string) => Array.from({ length: count }, (_, n) => `${notes} ${n}`).sort();

describe('200 exceptions on one configuration, 50 at a time', () => {
  const COUNT = 200;
  const apply = (workspace: Workspace) => workspace.mustRun(...APPLY, '-parallelism=50');

  it('are all made, changed and deleted', async () => {
    const workspace = await workspaceOf(exceptions(COUNT, 'first'));
    await apply(workspace);
    expect(await notesOnTenant()).toEqual(numbered(COUNT, 'first'));
    await workspace.write(exceptions(COUNT, 'second'));
    await apply(workspace);
    expect(await notesOnTenant()).toEqual(numbered(COUNT, 'second'));
    expect(await workspace.plan()).toEqual([]);
    // Half of them go while the others change.
    await workspace.write(exceptions(COUNT / 2, 'third'));
    await apply(workspace);
    expect(await notesOnTenant()).toEqual(numbered(COUNT / 2, 'third'));
    expect(await workspace.plan()).toEqual([]);
  });

  it('are all made by a tenant on which creates collide', async () => {
    tenant.conditions.change({ quirks: { createsCollide: 2 } });
    const workspace = await workspaceOf(exceptions(COUNT, 'first'));
    await apply(workspace);
    expect(await notesOnTenant()).toEqual(numbered(COUNT, 'first'));
    expect(await workspace.plan()).toEqual([]);
  });
});

describe('two terraforms at once', () => {
  /** Both run to their end; what they print is told, whatever their exit codes. */
  const both = async (first: Workspace, second: Workspace) => {
    const ends = await Promise.all([first.run(...APPLY), second.run(...APPLY)]);
    return ends.map(({ exitCode, stdout, stderr }) => ({ exitCode, said: unwrap(stdout + stderr) }));
  };

  it('with different objects of one configuration do not disturb each other', async () => {
    const first = await workspaceOf(exceptions(40, 'first', 'a'));
    const second = await workspaceOf(exceptions(40, 'second', 'b'));
    for (const again of [false, true]) {
      if (again) {
        await first.write(exceptions(30, 'third', 'a'));
        await second.write(exceptions(50, 'second', 'b'));
      }
      for (const { exitCode, said } of await both(first, second))
        expect({ exitCode, said }).toMatchObject({ exitCode: 0 });
    }
    expect(await notesOnTenant()).toEqual([...numbered(30, 'third'), ...numbered(50, 'second')].sort());
    expect(await first.plan()).toEqual([]);
    expect(await second.plan()).toEqual([]);
  });

  it('that make objects of one name make it once, and the other is told how to adopt it', async () => {
    const hcl = `
resource "netskopesteering_certificate_pinned_app" "it" {
  name    = "App"
  windows = { processes = ["App.exe"] }
}
resource "netskopesteering_configuration" "it" {
  name = "Sales"
}
`;
    const workspacesAtOnce = [await workspaceOf(hcl), await workspaceOf(hcl)] as const;
    const ends = await both(...workspacesAtOnce);
    const { apps, configurations } = await readTenant(address);
    expect(apps.filter(({ app_name }) => app_name === 'App')).toHaveLength(1);
    expect(configurations.filter(({ config_name }) => config_name === 'Sales')).toHaveLength(1);
    const said = ends.map((end) => end.said).join('\n');
    const imports = [...said.matchAll(/terraform import (\S+)\.NAME (\S+) /g)];
    expect(imports.map(([, type]) => type).sort()).toEqual([
      'netskopesteering_certificate_pinned_app',
      'netskopesteering_configuration',
    ]);
    for (const [index, workspace] of workspacesAtOnce.entries()) {
      for (const [, type = '', id = ''] of (ends[index]?.said ?? '').matchAll(/terraform import (\S+)\.NAME (\S+) /g)) {
        await workspace.mustRun('import', `${type}.it`, id);
      }
      expect(await workspace.plan()).toEqual([]);
    }
  });

  it('that make what has no name and says the same are told at the next plan where both did', async () => {
    const count = 10;
    const first = await workspaceOf(exceptions(count, 'same'));
    const second = await workspaceOf(exceptions(count, 'same'));
    const ends = await both(first, second);
    const refused = ends.map(({ said }) => said.split('is already there').length - 1);
    const notes = await notesOnTenant();
    // Whoever looked after the other had written was refused, one by one.
    expect(notes).toHaveLength(2 * count - (refused[0] ?? 0) - (refused[1] ?? 0));
    expect(new Set(notes).size).toBe(count);
    const twice = notes.length - count;
    const warned = async (workspace: Workspace) =>
      unwrap(await workspace.mustRun('plan')).includes('The domain exception is there twice');
    expect([await warned(first), await warned(second)]).toEqual([twice > 0, twice > 0]);
  });

  it('that change the same objects overwrite nothing unseen: each is as one of them wrote it, or the other is told', async () => {
    const count = 20;
    const first = await workspaceOf(exceptions(count, 'before'));
    await first.apply();
    const second = await workspaceOf(exceptions(count, 'before'));
    // The same state, as if both had imported everything.
    await copyState(first, second);
    await first.planJson(exceptions(count, 'first'));
    await second.planJson(exceptions(count, 'second'));
    const ends = await Promise.all([first, second].map((one) => one.run('apply', 'tfplan')));
    const told = ends.map(
      ({ stdout, stderr }) => unwrap(stdout + stderr).split('has changed since it was read').length - 1,
    );
    const notes = await notesOnTenant();
    const written = ['first', 'second'].map((name) => notes.filter((one) => one.startsWith(`${name} `)).length);
    // What one could not write, the other had written.
    expect(told).toEqual([count - (written[0] ?? 0), count - (written[1] ?? 0)]);
    expect(notes).toHaveLength(count);
    await first.apply();
    expect(await notesOnTenant()).toEqual(numbered(count, 'first'));
  });
});
