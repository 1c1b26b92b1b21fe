/** Examples are run, not only read. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readTenant } from '../../cli/tenant-reader';
import { startTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

it('examples/hcl blocks WhatsApp by hand-written HCL, and its second plan is empty', async () => {
  const tenant = await startTenant({ trafficMode: 'web' });
  const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  const hcl = await readFile(resolve(__dirname, '../../examples/hcl/main.tf'), 'utf8');
  const workspace = await Workspace.create(address, hcl);
  try {
    await workspace.apply();
    const { apps, ports, exceptions } = await readTenant(address);
    const app = apps.find(({ app_name }) => app_name === 'WhatsApp');
    expect([...(app?.platforms.windows?.processes ?? [])].sort()).toEqual(['WhatsApp.exe', 'WhatsAppDesktop.exe']);
    expect(ports).toMatchObject([{ port: 5222 }]);
    expect(exceptions.find(({ certificate_pinned_app }) => certificate_pinned_app?.app_id === app?.id)).toMatchObject({
      certificate_pinned_app: { custom_app_domains: ['*'], windows: { action: 'block' } },
    });
    expect(await workspace.plan()).toEqual([]);
    await workspace.destroy();
  } finally {
    await workspace.remove();
    await tenant.close();
  }
});
