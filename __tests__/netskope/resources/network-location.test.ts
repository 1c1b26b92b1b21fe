/** A network location: what its addresses may be, how a tenant spells them, who uses it, and how it is found. */
import { complainAboutNetworkAddress } from '../../../steering/domain/addresses';
import { LOCATION as TYPE, exceptionOf } from '../../support/samples';
import { findingsOf, idOf, Stage } from '../support/drive';

const HQ = { name: 'HQ', addresses: ['192.0.2.0/24'] };
const uses = (name: string) => ({ configuration_id: '0', network_locations: [name] });

describe('an address', () => {
  it.each(['192.0.2.1', '2001:DB8::', '0.0.0.0/0', '::/128', '192.0.2.1-192.0.2.1', '2001:db8::9-2001:db8::10'])(
    'may be %s',
    (address) => {
      expect(complainAboutNetworkAddress(address)).toBeUndefined();
    },
  );

  it.each([
    ['', 'begins with no IP address'],
    ['a.example', 'begins with no IP address'],
    ['192.0.2.1 ', 'begins with no IP address'],
    ['fe80::1%eth0', 'begins with no IP address'],
    ['192.0.2.0/33', 'has no mask from 0 to 32'],
    ['192.0.2.0/', 'has no mask from 0 to 32'],
    ['2001:db8::/129', 'has no mask from 0 to 128'],
    ['192.0.2.1-', 'does not end with an address of the same kind'],
    ['192.0.2.1-2001:db8::1', 'does not end with an address of the same kind'],
    ['192.0.2.0/24-192.0.2.9', 'has no mask from 0 to 32'],
    ['192.0.2.10-192.0.2.9', 'ends before it begins'],
    ['2001:db8::10-2001:db8::9', 'ends before it begins'],
    ['192.0.2.1\n', 'begins with no IP address'],
  ])('is not %j', (address, reason) => {
    expect(complainAboutNetworkAddress(address)?.detail).toContain(`${JSON.stringify(address)} ${reason}. Write`);
  });
});

it('is refused where an address is none, at the addresses, and without any', async () => {
  const { driver } = await Stage.start();
  const said = async (addresses: readonly string[]) =>
    (await driver.validate(TYPE, { name: 'HQ', addresses })).map(({ summary, path: [step] = [] }) => [summary, step]);
  const at = { kind: 'attribute', name: 'addresses' };
  expect(await said(['192.0.2.1', 'a.example'])).toEqual([['Not an address', at]]);
  expect(await said([])).toEqual([[expect.any(String), at]]);
});

it('is the same in another case and order, with repetitions and white space', async () => {
  const stage = await Stage.start();
  const config = { name: 'HQ', addresses: ['2001:DB8::/32', '192.0.2.1'] };
  const made = await stage.settle(TYPE, config);
  const { networkLocations } = stage.tenant.store;
  const stored = networkLocations.get(idOf(made))!;
  networkLocations.put(stored.id, { ...stored, name: ' HQ', addresses: ['192.0.2.1 ', '2001:db8::/32', '192.0.2.1'] });
  const driver = await stage.newDriver();
  expect((await driver.plan(TYPE, config, await driver.read(TYPE, made))).action).toBe('no-op');
});

it('is replaced for another name, and changed in place for other addresses', async () => {
  const { driver } = await Stage.start();
  const made = await driver.apply(TYPE, HQ);
  expect((await driver.plan(TYPE, { ...HQ, addresses: ['192.0.2.1'] }, made)).action).toBe('update');
  expect((await driver.plan(TYPE, { ...HQ, name: 'Headquarters' }, made)).action).toBe('replace');
});

it.each([exceptionOf('destination_location'), exceptionOf('source_location')])(
  'is not deleted while a %s uses it, by its name alone',
  async (type) => {
    const stage = await Stage.start({ trafficMode: 'web' });
    const [used, other] = [
      await stage.driver.apply(TYPE, HQ),
      await stage.driver.apply(TYPE, { ...HQ, name: 'hq' }),
    ] as const;
    const exception = await stage.driver.apply(type, uses('HQ'));
    const driver = await stage.newDriver();
    const [finding] = await findingsOf(driver.apply(TYPE, null, used));
    expect(finding?.text).toContain(
      `Cannot delete the network location: The network location "HQ" (${idOf(used)}) was`,
    );
    expect(finding?.text).toContain(`- exception ${idOf(exception)}, in configuration 0 ("Default tenant config")\n`);
    expect(finding?.text).toContain('holds the name of the network location as a text: refer to the name of');
    expect(await driver.apply(TYPE, null, other)).toBeNull();
    expect(stage.tenant.store.networkLocations.get(idOf(used))).toBeDefined();
    await driver.apply(type, null, exception);
    expect(await driver.apply(TYPE, null, used)).toBeNull();
  },
);

it('is not deleted where an exception has a form that nobody knows', async () => {
  const stage = await Stage.start({ trafficMode: 'web' });
  const made = await stage.driver.apply(TYPE, HQ);
  const strange = { id: 'exc-strange', config_id: 0, type: 'source_location', location: null, notes: '', etag: 'e' };
  stage.tenant.store.exceptions.put('exc-strange', { ...strange, source_location: { sites: ['HQ'] } } as never);
  const [finding] = await findingsOf((await stage.newDriver()).apply(TYPE, null, made));
  expect(finding?.text).toMatch(/cannot tell their network location:\n- exception 0\/exc-strange/);
});

it('is found by its id, its name and a pattern', async () => {
  const stage = await Stage.start();
  const made = await stage.driver.apply(TYPE, { name: 'Office B', addresses: ['192.0.2.0/24'] });
  await stage.driver.apply(TYPE, { name: 'Office A', addresses: ['198.51.100.1'] });
  await stage.driver.apply(TYPE, { name: 'Lab', addresses: ['203.0.113.1'] });
  const driver = await stage.newDriver();
  const found = { id: idOf(made), name: 'Office B', addresses: ['192.0.2.0/24'] };
  expect(await driver.readData(TYPE, { id: found.id })).toMatchObject(found);
  expect(await driver.readData(TYPE, { name: found.name })).toMatchObject(found);
  const [finding] = await findingsOf(driver.readData(TYPE, { name: 'Warehouse' }));
  expect(finding).toMatchObject({ at: 'name', text: expect.stringContaining('It has: Lab, Office A, Office B.') });
  const offices = await driver.readData(`${TYPE}s`, { name_pattern: '^Office' });
  expect(offices).toMatchObject({ network_locations: [{ name: 'Office A' }, found] });
});
