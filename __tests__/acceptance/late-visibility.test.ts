/** On a tenant that shows new objects late, the real terraform goes through the whole life of everything at once. */
import { startTenant } from '../../tenant/emulator';
import { StoreSnapshot } from '../support/store-snapshot';
import { makeWebConfiguration, sampleConfiguration } from '../support/sample-configuration';
import { Workspace } from '../support/workspace';

// Several runs of terraform, each of which waits for the tenant.
jest.setTimeout(180_000);

it('makes, plans, changes and deletes everything at once, and leaves nothing', async () => {
  const tenant = await startTenant({ trafficMode: 'all' });
  const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  const web = await makeWebConfiguration(address);
  const before = new StoreSnapshot(tenant.store);
  tenant.conditions.change({ visibilityLagMs: 3_000 });
  const workspace = await Workspace.create(address, sampleConfiguration('first', web));
  try {
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
    await workspace.apply(sampleConfiguration('second', web));
    const made = before.added();
    expect(await workspace.plan()).toEqual([]);
    // Made anew at once: what is new again shows late again.
    await workspace.mustRun('apply', '-auto-approve', '-replace=netskopesteering_dns_exception.it');
    expect(await workspace.plan()).toEqual([]);
    expect(before.added()).toHaveLength(made.length);
    await workspace.destroy();
    expect(before.added()).toEqual([]);
  } finally {
    await workspace.remove();
    await tenant.close();
  }
});
