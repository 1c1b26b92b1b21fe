import { decide, modelFromTenant } from '../../steering';
import type { Configuration, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import { readAll, readTenant, type TenantAddress } from '../../tools/terraform/tenant-reader';
import { failure, startStub, TOKEN } from './client/support/stub-tenant';
import { closeLater, findingsOf, idOf, Stage, startDriver } from './support/drive';

const DECISION = 'netskopesteering_decision';
const FLOW = { process: 'WhatsApp.exe', platform: 'windows', host: 'g.whatsapp.net', port: 5222 };

const ask = async (driver: ProviderDriver, config: Configuration = {}) =>
  (await driver.readData(DECISION, { ...FLOW, ...config })) as Readonly<Record<string, unknown>>;

/** A tenant that blocks WhatsApp for everybody but Sales, where nothing is steered. */
async function blocking() {
  const stage = await Stage.start({ trafficMode: 'web' });
  const { driver } = stage;
  const app = idOf(
    await driver.apply('netskopesteering_certificate_pinned_app', {
      name: 'WhatsApp',
      windows: { processes: ['WhatsApp.exe'] },
      mac_os: { processes: ['WhatsApp'] },
    }),
  );
  await driver.apply('netskopesteering_non_standard_port', { configuration_id: '0', port: 5222 });
  await driver.apply('netskopesteering_certificate_pinned_app_exception', {
    configuration_id: '0',
    app_id: app,
    custom_app_domains: ['*'],
    windows: 'block',
    mac_os: 'bypass_managed_tunnel',
  });
  const sales = idOf(
    await driver.apply('netskopesteering_configuration', {
      name: 'Sales',
      enabled: true,
      traffic_mode: 'none',
      user_groups: ['Sales'],
    }),
  );
  return { stage, sales, driver: await stage.newDriver() };
}

it('says what becomes of a flow, and why', async () => {
  const { driver } = await blocking();
  expect(await ask(driver, { user_groups: [] })).toEqual({
    ...FLOW,
    transport: 'tcp',
    managed: null,
    service: null,
    location: null,
    configuration_id: null,
    user_groups: [],
    organization_unit: null,
    device_tags: null,
    applications: null,
    categories: null,
    destination_locations: null,
    source_locations: null,
    source_country: null,
    outcome: 'block',
    via: null,
    possible: ['block'],
    unsaid: [],
    trace: [
      '"WhatsApp.exe" on Windows to "g.whatsapp.net", TCP port 5222: block. The client drops it.',
      '  The default configuration "Default tenant config" (0) applies.',
      '  Its traffic mode is web.',
      expect.stringMatching(/^ {2}The client intercepts it: port 5222 is a non-standard port \(0\/\S+\)\.$/),
      expect.stringMatching(
        /^ {2}The exception for the certificate pinned app "WhatsApp" \(0\/\S+\) matches .*: block\. \[not-a-windows-service\]$/,
      ),
      '  It rests on:',
      expect.stringMatching(/^ {4}client-is-not-dormant \[assumed\]: /),
      expect.stringMatching(/^ {4}not-a-windows-service \[assumed\]: /),
    ],
    assumptions: ['client-is-not-dormant', 'not-a-windows-service'],
  });
});

it('knows only what is said: null is nothing, empty is none', async () => {
  const { driver, sales } = await blocking();
  const open = await ask(driver);
  expect(open).toMatchObject({ outcome: 'unknown', possible: ['block', 'direct'], unsaid: ['user_groups'] });
  expect(await ask(driver, { user_groups: ['Sales', 'Everybody'] })).toMatchObject({ outcome: 'direct', unsaid: [] });
  expect(await ask(driver, { configuration_id: '0' })).toMatchObject({ outcome: 'block' });
  expect(await ask(driver, { configuration_id: sales })).toMatchObject({ outcome: 'direct' });
});

it.each<[config: Configuration, expected: object]>([
  [{ managed: true }, { outcome: 'bypass', via: 'tunnel', possible: ['bypass_tunnel'] }],
  [{ managed: false }, { outcome: 'block', via: null, possible: ['block'] }],
  [{}, { outcome: 'unknown', via: null, possible: ['block', 'bypass_tunnel'], unsaid: ['managed'] }],
  [
    { managed: false, port: 5223 },
    { outcome: 'direct', assumptions: ['unsteered-goes-direct'] },
  ],
  [{ managed: false, host: '' }, { outcome: 'steer' }],
  [
    { managed: false, transport: 'udp' },
    { outcome: 'unknown', assumptions: ['client-is-not-dormant', 'udp-on-web-ports'] },
  ],
])('decides by what %j says', async (config, expected) => {
  const { driver } = await blocking();
  const flow = { platform: 'mac_os', process: 'WhatsApp', user_groups: [] };
  expect(await ask(driver, { ...flow, ...config })).toMatchObject(expected);
});

it.each<[service: boolean | null, expected: object]>([
  [null, { outcome: 'block', assumptions: ['client-is-not-dormant', 'not-a-windows-service'] }],
  [false, { outcome: 'block', assumptions: ['client-is-not-dormant'] }],
  [
    true,
    {
      outcome: 'bypass',
      via: 'unknown',
      assumptions: ['client-is-not-dormant', 'block-spares-windows-services', 'way-of-windows-services'],
    },
  ],
])('decides by whether the process is a service: %j', async (service, expected) => {
  const { driver } = await blocking();
  expect(await ask(driver, { user_groups: [], service })).toMatchObject({ ...expected, unsaid: [] });
});

it('says the same as steering does of what a second client reads', async () => {
  const { stage, driver, sales } = await blocking();
  const address: TenantAddress = { serverUrl: stage.tenant.serverUrl, apiKey: stage.tenant.token };
  const { apps, configurations, ports, exceptions } = await readTenant(address);
  const ofSales = `/steering/configurations/${sales}`;
  const model = modelFromTenant({
    apps,
    configurations,
    ports: { '0': ports, [sales]: await readAll(address, `${ofSales}/nonstandardports`) },
    exceptions: { '0': exceptions, [sales]: await readAll(address, `${ofSales}/exceptions`) },
  });
  for (const process of ['WhatsApp.exe', 'whatsapp.exe', 'Zoom.exe', 'chrome.exe']) {
    for (const port of [80, 443, 5222, 53]) {
      const { outcome, possible, assumptions } = decide(model, { ...FLOW, platform: 'windows', process, port });
      expect(await ask(driver, { process, port })).toMatchObject({ outcome, possible, assumptions });
    }
  }
});

it('reads each list once, however much is decided', async () => {
  const { stage, driver } = await blocking();
  stage.tenant.journal.clear();
  await Promise.all([443, 5222, 80].map((port) => ask(driver, { port })));
  expect(stage.tenant.journal.counts).toEqual({
    listCertificatePinnedApps: 1,
    listConfigurations: 1,
    listExceptions: 2,
    listNonStandardPorts: 2,
  });
});

it('sees what the same command has changed meanwhile', async () => {
  const { driver, sales } = await blocking();
  expect(await ask(driver, { configuration_id: sales })).toMatchObject({ outcome: 'direct' });
  await driver.apply('netskopesteering_non_standard_port', { configuration_id: '0', port: 5223 });
  expect(await ask(driver, { configuration_id: '0', port: 5223 })).toMatchObject({ outcome: 'block' });
});

it.each<[config: Configuration, at: string, says: RegExp]>([
  [{ process: '' }, 'process', /^Not a process name: The process has no name\.$/],
  [{ process: 'C:\\x\\Zoom.exe' }, 'process', /Write the bare name of one executable, such as "Zoom\.exe"/],
  [{ platform: 'Windows' }, 'platform', /windows/],
  [{ host: 'https://a.example' }, 'host', /^Not a host: "https:\/\/a\.example" is not a host/],
  [{ host: 'a.example:443' }, 'host', /it has a port, .* such as "a\.example"/],
  [{ user_groups: ['sales'] }, 'user_groups', /^Another spelling: The user group "sales" is written "Sales"/],
  [{ user_groups: [''] }, 'user_groups', /The user group has 0 characters/],
  [{ device_tags: [' Kiosk'] }, 'device_tags', /it begins or ends with white space/],
  [{ organization_unit: 'a\nb' }, 'organization_unit', /it contains a control character/],
  [{ source_country: 'ZZ' }, 'source_country', /is no country of ISO 3166-1/],
  [{ port: 0 }, 'port', /65535/],
  [{ transport: 'sctp' }, 'transport', /tcp/],
  [{ location: 'on_prem' }, 'location', /on_premises/],
  [{ source_country: 'Germany' }, 'source_country', /ISO 3166-1/],
  [{ configuration_id: 'a/b' }, 'configuration_id', /^Malformed id/],
  [{ configuration_id: '77' }, 'configuration_id', /no steering configuration with the id "77"\. It has: 0, \d+\.$/],
])('refuses %j', async (config, at, says) => {
  const { driver } = await blocking();
  const [finding] = await findingsOf(ask(driver, config));
  expect(finding?.at).toBe(at);
  expect(finding?.text).toMatch(says);
});

it('refuses at once what is written out, though the rest is only known later', async () => {
  const { driver } = await blocking();
  const flow = { ...FLOW, host: UNKNOWN, process: '/usr/bin/zoom', user_groups: UNKNOWN };
  const findings = await driver.validateData(DECISION, flow);
  expect(findings.map(({ summary }) => summary)).toEqual(['Not a process name']);
  expect(await driver.validateData(DECISION, { ...flow, process: UNKNOWN })).toEqual([]);
});

it('warns of a name that nothing on the tenant has, and answers', async () => {
  const { driver } = await blocking();
  expect(await ask(driver, { user_groups: ['Guests'], categories: ['Games'] })).toMatchObject({ outcome: 'block' });
  expect(driver.warnings.map(({ summary, detail }) => `${summary}: ${detail}`)).toEqual([
    expect.stringContaining('Named nowhere: No configuration names the user group "Guests".'),
    expect.stringContaining('Named nowhere: No exception names the category "Games".'),
  ]);
});

it('says why the tenant cannot be read', async () => {
  const stub = closeLater(await startStub(() => failure(403)));
  const driver = await startDriver({ server_url: stub.url, api_key: TOKEN });
  const [finding] = await findingsOf(ask(driver));
  expect(finding?.text).toMatch(/^Cannot read what the tenant steers: The token may not do this/);
});

it.each<[string, Configuration, string | null, string[]]>([
  ['nowhere', { dynamic_steering: { enabled: false } }, null, ['Location without effect']],
  [
    'in another configuration than the one that applies',
    { dynamic_steering: { enabled: true } },
    '0',
    ['Location without effect'],
  ],
  ['somewhere', { dynamic_steering: { enabled: true } }, null, []],
])('warns of a location where there is dynamic steering %s', async (_, more, configuration_id, summaries) => {
  const { driver } = await Stage.start();
  await driver.apply('netskopesteering_configuration', { name: 'Sales', enabled: true, ...more });
  await ask(driver, { location: 'on_premises', configuration_id });
  expect(driver.warnings.map(({ summary }) => summary)).toEqual(summaries);
});
