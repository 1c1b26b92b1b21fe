import type { Configuration } from 'terraform-plugin-sdk-ts/testing';
import { findingsOf, idOf, Stage } from './support/drive';

it.each<[string, Configuration]>([
  ['netskopesteering_certificate_pinned_app', { name: 'App', windows: { processes: ['App.exe'] } }],
  ['netskopesteering_configuration', { name: 'Sales' }],
  ['netskopesteering_default_configuration', { traffic_mode: 'web' }],
  ['netskopesteering_domain_exception', { configuration_id: '0', domains: ['a.example'] }],
  ['netskopesteering_non_standard_port', { configuration_id: '0', port: 5222 }],
])('an object of %s is known by its id, and can be imported by that', async (type, config) => {
  const { driver } = await Stage.start();
  const made = await driver.apply(type, config);
  expect(made?.identity).toEqual({ id: idOf(made) });
  const imported = await driver.importResource(type, { identity: { id: idOf(made) } });
  expect((await driver.plan(type, config, imported)).action).toBe('no-op');
});

it('an identity that nothing has is refused', async () => {
  const { driver } = await Stage.start();
  const type = 'netskopesteering_configuration';
  const [finding] = await findingsOf(driver.importResource(type, { identity: { id: '77' } }));
  expect(finding?.text).toMatch(/^Nothing to import: /);
});
