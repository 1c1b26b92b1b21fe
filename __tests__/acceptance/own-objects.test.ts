/** Where a resource meets another of the same configuration, or its own predecessor: the error says whose it is, and its advice works. */
import { readTenant, type TenantAddress } from '../../tools/terraform/tenant-reader';
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

const names = async () =>
  (await readTenant(address)).apps.filter(({ custom }) => custom).map(({ app_name }) => app_name);

describe('with create_before_destroy', () => {
  const first = { create_before_destroy: true };
  const RESOURCES: Readonly<Record<string, object>> = {
    certificate_pinned_app: { name: 'App', windows: { processes: ['App.exe'] } },
    configuration: { name: 'Sales' },
    domain_exception: { configuration_id: '0', domains: ['a.example'] },
    non_standard_port: { configuration_id: '0', port: 5222, domains: ['a.example'] },
  };
  const hcl = (type: string, lifecycle: object = {}) =>
    `resource "netskopesteering_${type}" "it" {\n${argumentsOf(RESOURCES[type]!)}\n  lifecycle {\n${argumentsOf(lifecycle)}\n  }\n}\n`;
  const argumentsOf = (values: object) =>
    Object.entries(values)
      .map(([name, value]) => `  ${name} = ${JSON.stringify(value)}`)
      .join('\n');

  it.each(Object.keys(RESOURCES))(
    'a replacement of a %s is told apart from what others made, and ends',
    async (type) => {
      const it = `netskopesteering_${type}.it`;
      await workspace.apply(hcl(type, first));
      const { id } = await workspace.stateOf(it);
      for (const begin of [
        ['taint', it],
        ['untaint', it],
      ]) {
        await workspace.mustRun(...begin);
        const more = begin[0] === 'untaint' ? [`-replace=${it}`] : [];
        const said = await workspace.failure('apply', '-auto-approve', ...more);
        expect(said).toContain(`terraform state list -id=${String(id)}`);
        expect(said).not.toMatch(/somebody else/i);
        expect(await workspace.mustRun('state', 'list', `-id=${String(id)}`)).toBe(`${it}\n`);
      }
      // Each way that the message names.
      expect(await workspace.plan()).toEqual([]);
      await workspace.mustRun('taint', it);
      await workspace.apply(hcl(type));
      expect(await workspace.plan()).toEqual([]);
      expect((await workspace.stateOf(it))['id']).not.toBe(id);
    },
  );
});

describe('names', () => {
  const apps = (list: readonly string[], count = true) => `
resource "netskopesteering_certificate_pinned_app" "it" {
  ${count ? `count   = ${list.length}` : `for_each = toset(${JSON.stringify(list)})`}
  name    = ${count ? `${JSON.stringify(list)}[count.index]` : 'each.key'}
  windows = { processes = ["App.exe"] }
}
`;

  it('of a counted list that loses its first element: each error names a holder and for_each, and applying again ends', async () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'];
    await workspace.apply(apps(all));
    await workspace.write(apps(all.slice(1)));
    // Terraform's order is none, so that all may go well at once; each round brings at least one name to its place.
    for (let round = 0; round < all.length; round += 1) {
      const { exitCode, stderr } = await workspace.run('apply', '-auto-approve');
      if (exitCode === 0) break;
      for (const failure of unwrap(stderr).split('Error: ').slice(1))
        expect(failure).toMatch(/The name is taken by app-\d+.* for_each/);
    }
    expect(await workspace.plan()).toEqual([]);
    expect((await names()).sort()).toEqual(all.slice(1));
  });

  it('that are swapped: the error says so, and a third name ends it', async () => {
    await workspace.apply(apps(['a', 'b']));
    await workspace.write(apps(['b', 'a']));
    expect(await workspace.failure('apply', '-auto-approve')).toMatch(
      /swap their names never come to an end: .* third name/,
    );
    // Whether the name is free in time depends on which of the two terraform takes first: then the next apply does it.
    await workspace.write(apps(['c', 'a']));
    await workspace.run('apply', '-auto-approve');
    await workspace.apply();
    await workspace.apply(apps(['b', 'a']));
    expect(await workspace.plan()).toEqual([]);
  });
});

it('what a create left tainted is kept by terraform untaint, once the text is right', async () => {
  tenant.conditions.change({ quirks: { fieldsDropped: ['notes'] } });
  const hcl = (notes: string) =>
    `resource "netskopesteering_domain_exception" "it" {\n  configuration_id = "0"\n  domains = ["a.example"]\n  ${notes}\n}\n`;
  await workspace.write(hcl('notes = "why"'));
  const said = await workspace.failure('apply', '-auto-approve');
  const [, list = ''] = /which terraform (state list -id=\S+) names/.exec(said) ?? [];
  const found = (await workspace.mustRun(...list.split(' '))).trim();
  expect(found).toBe('netskopesteering_domain_exception.it');
  await workspace.write(hcl(''));
  await workspace.mustRun('untaint', found);
  expect(await workspace.plan()).toEqual([]);
});
