import { readTenant } from '../../tools/terraform/tenant-reader';
import { decideOn, showDecisions } from '../../tools/demo/show';
import { idOf, Stage } from '../netskope/support/drive';

it('ends by deciding what has become of WhatsApp, before and after, and on what that rests', async () => {
  const { driver, tenant } = await Stage.start({ trafficMode: 'web' });
  const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  const before = await readTenant(address);
  const app = await driver.apply('netskopesteering_certificate_pinned_app', {
    name: 'WhatsApp',
    windows: { processes: ['WhatsApp.exe'] },
  });
  const configuration_id = '0';
  await driver.apply('netskopesteering_non_standard_port', { configuration_id, port: 5222, domains: ['whatsapp.net'] });
  await driver.apply('netskopesteering_certificate_pinned_app_exception', {
    configuration_id,
    app_id: idOf(app),
    custom_app_domains: ['*'],
    windows: 'block',
  });
  const shown = showDecisions(decideOn({ before, after: await readTenant(address) }));
  expect(shown.replaceAll(/\u001b\[\d+m/g, '').split('\n')).toEqual([
    '  "WhatsApp.exe" on Windows to "g.whatsapp.net", port   before   after',
    '  ───────────────────────────────────────────────────   ──────   ─────',
    '  443                                                   steer    block',
    '  5222                                                  direct   block',
    '',
    '  It rests on: client-is-not-dormant, not-a-windows-service, unsteered-goes-direct, port-domains-by-suffix',
  ]);
});
