/** Network locations and the exceptions that refer to them by name: changed, renamed, replaced and destroyed by the real terraform. */
import { request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { SteeringException } from '../../tenant/contract';
import { startTenant, type LocalTenant, type TenantOptions } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const LOCATION = 'netskopesteering_network_location';
const DESTINATION = 'netskopesteering_destination_location_exception';
const SOURCE = 'netskopesteering_source_location_exception';
const FIRST = 'lifecycle {\n    create_before_destroy = true\n  }';

let tenant: LocalTenant;
let address: TenantAddress;
let workspace: Workspace;

async function start(configuration: string, options: TenantOptions = {}): Promise<void> {
  tenant = await startTenant({ trafficMode: 'web', ...options });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  workspace = await Workspace.create(address, configuration);
  await workspace.apply();
}
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const location = (label: string, name: string, addresses = '"192.0.2.0/24"', more = '') => `
resource "${LOCATION}" "${label}" {
  name      = "${name}"
  addresses = [${addresses}]
  ${more}
}
`;
const uses = (of: string) => `
resource "${DESTINATION}" "it" {
  configuration_id  = "0"
  network_locations = ["Bogon Networks", ${LOCATION}.${of}.name]
}
resource "${SOURCE}" "it" {
  configuration_id  = "0"
  network_locations = [${LOCATION}.${of}.name]
}
`;
const apply = (...args: string[]) => workspace.mustRun('apply', '-auto-approve', '-no-color', ...args);
const writes = async (run: () => Promise<unknown>) => {
  tenant.journal.clear();
  await run();
  return tenant.journal.entries
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replace(/.*\/(\w+)\/[a-z]+-\d+$/, '$1').replace(/.*\//, '')}`);
};
const named = () =>
  tenant.store.exceptions
    .page({}, 0, Infinity)
    .rows.flatMap((one) => [...((one.destination_location ?? one.source_location)?.locations ?? [])])
    .sort();
const names = () => tenant.store.networkLocations.page({}, 0, Infinity).rows.map(({ name }) => name);

it('gets other addresses in place, and its exceptions stay as they are', async () => {
  await start(location('hq', 'HQ') + uses('hq'));
  expect(await workspace.plan()).toEqual([]);
  expect(named()).toEqual(['Bogon Networks', 'HQ', 'HQ']);
  await workspace.write(location('hq', 'HQ', '"192.0.2.0/24", "2001:DB8::1-2001:db8::9"') + uses('hq'));
  expect(await writes(apply)).toEqual(['PUT networklocations']);
  expect(await workspace.plan()).toEqual([]);
  expect(named()).toEqual(['Bogon Networks', 'HQ', 'HQ']);
});

it('takes its exceptions along where a tenant counts a change as another upload; the next apply makes them again', async () => {
  await start(location('hq', 'HQ') + uses('hq'), { quirks: { locationInUse: 'updateDeletes' } });
  await workspace.write(location('hq', 'HQ', '"192.0.2.1"') + uses('hq'));
  await apply();
  expect(named()).toEqual([]);
  expect((await workspace.plan()).map(({ actions }) => actions.join())).toEqual(['create', 'create']);
  await apply();
  expect([await workspace.plan(), named()]).toEqual([[], ['Bogon Networks', 'HQ', 'HQ']]);
});

describe('with another name', () => {
  it('is kept without create_before_destroy; the error names the exceptions and what to do', async () => {
    await start(location('hq', 'HQ') + uses('hq'));
    await workspace.write(location('hq', 'Headquarters') + uses('hq'));
    const said = await workspace.failure('apply', '-auto-approve');
    expect(said).toMatch(
      /Cannot delete the network location.* The network location "HQ" \(loc-1\) was not deleted: 2 exceptions use it, and a tenant deletes what uses a network location together with it \[doc of one that is uploaded again\]/,
    );
    expect(said).toContain('create_before_destroy = true } in the network location');
    expect([names(), named()]).toEqual([['HQ'], ['Bogon Networks', 'HQ', 'HQ']]);
  });

  it.each(['cascades', 'refused'] as const)(
    'is made before the old one goes with create_before_destroy, on a tenant: %s',
    async (how) => {
      const quirks = how === 'refused' ? { locationInUse: how } : {};
      await start(location('hq', 'HQ', undefined, FIRST) + uses('hq'), { quirks });
      await workspace.write(location('hq', 'Headquarters', undefined, FIRST) + uses('hq'));
      const done = await writes(apply);
      expect([done[0], done.slice(1, 3), done[3]]).toEqual([
        'POST networklocations',
        ['PUT exceptions', 'PUT exceptions'],
        'DELETE networklocations',
      ]);
      expect([await workspace.plan(), names(), named()]).toEqual([
        [],
        ['Headquarters'],
        ['Bogon Networks', 'Headquarters', 'Headquarters'],
      ]);
    },
  );
});

it('is replaced under its name together with its exceptions', async () => {
  await start(location('hq', 'HQ') + uses('hq'));
  await apply(`-replace=${LOCATION}.hq`, `-replace=${DESTINATION}.it`, `-replace=${SOURCE}.it`);
  expect([await workspace.plan(), names(), named()]).toEqual([[], ['HQ'], ['Bogon Networks', 'HQ', 'HQ']]);
});

it('is kept by a destroy while an exception of somebody else uses it', async () => {
  await start(location('hq', 'HQ') + uses('hq'));
  const path = '/steering/configurations/0/exceptions';
  const body = { type: 'source_location', source_location: { locations: ['HQ'] } };
  const theirs = (await request<SteeringException>(address, 'POST', path, body)).data;
  expect(await workspace.failure('destroy', '-auto-approve')).toContain(
    `- exception 0/${theirs.id}, in configuration 0 ("Default tenant config")`,
  );
  expect([names(), named()]).toEqual([['HQ'], ['HQ']]);
  await request(address, 'DELETE', `${path}/${theirs.id}`);
  await workspace.destroy();
  expect([names(), named()]).toEqual([[], []]);
});

it('that somebody renamed is made again under its name, and its exceptions turn to it', async () => {
  await start(location('hq', 'HQ', undefined, FIRST) + uses('hq'));
  const { id } = await workspace.stateOf(`${LOCATION}.hq`);
  const renamed = { name: 'Theirs', addresses: ['192.0.2.0/24'] };
  await request(address, 'PUT', `/steering/networklocations/${String(id)}`, renamed);
  expect(named()).toEqual(['Bogon Networks', 'Theirs', 'Theirs']);
  await apply();
  expect([await workspace.plan(), names(), named()]).toEqual([[], ['HQ'], ['Bogon Networks', 'HQ', 'HQ']]);
});
