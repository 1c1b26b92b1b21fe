import { findingsOf, objectId, Stage } from '../support/drive';

const PORT = 'netskopesteering_non_standard_port';
const row = { configuration_id: '0', port: 5222, domains: ['whatsapp.net', 'whatsapp.com'] };

it.each([
  [
    { configuration_id: '0', port: 1 },
    { port: 1, domains: [] },
  ],
  [
    { configuration_id: '0', port: 65535, domains: ['192.0.2.1'] },
    { port: 65535, domains: ['192.0.2.1'] },
  ],
  [row, { port: 5222, domains: row.domains }],
])('carries %j to the tenant and back', async (config, stored) => {
  const stage = await Stage.start();
  const made = await stage.settle(PORT, config);
  expect(stage.tenant.store.nonStandardPorts.get(objectId(made))).toMatchObject({ config_id: 0, ...stored });
});

it.each([[null], [[]], [['a.example']]])('keeps the spelling of domains: %j', async (domains) => {
  const stage = await Stage.start();
  const created = await stage.driver.apply(PORT, { ...row, domains });
  expect(created?.state['domains']).toEqual(domains);
  expect((await (await stage.newDriver()).read(PORT, created!))?.state).toEqual(created?.state);
});

it('changes port and domains in place, and moves to another configuration by replacement', async () => {
  const stage = await Stage.start();
  const other = await stage.settle('netskopesteering_configuration', { name: 'Other' });
  const made = await stage.settle(PORT, row);
  const driver = await stage.newDriver();
  const changed = await driver.apply(PORT, { ...row, port: 5223, domains: null }, made);
  expect(changed?.state).toMatchObject({ id: made.state['id'], port: 5223, domains: null });
  const elsewhere = { ...row, configuration_id: other.state['id'] };
  expect((await driver.plan(PORT, elsewhere, changed)).action).toBe('replace');
  const moved = await driver.apply(PORT, elsewhere, changed);
  expect(moved?.state['id']).toMatch(/^\d+\/row-/);
  expect(stage.tenant.store.nonStandardPorts.get(objectId(made))).toBeUndefined();
});

it('sees a row that lost its port, and puts the port back', async () => {
  const stage = await Stage.start();
  const made = await stage.settle(PORT, row);
  const { nonStandardPorts } = stage.tenant.store;
  const stored = nonStandardPorts.get(objectId(made))!;
  nonStandardPorts.put(stored.id, { ...stored, port: null, domains: [], etag: 'theirs' });
  const driver = await stage.newDriver();
  const drifted = await driver.read(PORT, made);
  expect(drifted?.state).toMatchObject({ port: 0, domains: null });
  await driver.apply(PORT, row, drifted);
  expect(nonStandardPorts.get(stored.id)).toMatchObject({ port: 5222, domains: row.domains });
});

it('makes no second row that says the same, names the first and how to adopt it, and leaves it alone', async () => {
  const stage = await Stage.start();
  const theirs = { id: 'row-theirs', config_id: 0, port: 5222, domains: ['whatsapp.com', 'whatsapp.net'], etag: 'e' };
  stage.tenant.store.nonStandardPorts.put(theirs.id, theirs);
  const [finding] = await findingsOf(stage.driver.apply(PORT, row));
  expect(finding?.text).toContain(`terraform import ${PORT}.NAME 0/row-theirs`);
  expect(stage.tenant.store.nonStandardPorts.page({}, 0, 10).rows).toEqual([theirs]);
  const similar = await stage.driver.apply(PORT, { ...row, domains: ['whatsapp.net'] });
  expect(similar?.state['id']).not.toBe('0/row-theirs');
  const adopted = await stage.driver.importResource(PORT, '0/row-theirs');
  expect((await stage.driver.plan(PORT, row, adopted)).action).toBe('no-op');
});

it('is not imported where it has no port, which says why', async () => {
  const stage = await Stage.start();
  stage.tenant.store.nonStandardPorts.put('row-1', {
    id: 'row-1',
    config_id: 0,
    port: null,
    domains: ['a'],
    etag: 'e',
  });
  const [finding] = await findingsOf(stage.driver.importResource(PORT, '0/row-1'));
  expect(finding?.text).toMatch(
    /^Cannot import this non-standard port: The entry has domains and no port.* not imported/,
  );
});

it('takes an address of either kind among its domains', async () => {
  const { driver } = await Stage.start();
  expect(await driver.validate(PORT, { ...row, domains: ['192.0.2.1', '2001:db8::1'] })).toEqual([]);
});
