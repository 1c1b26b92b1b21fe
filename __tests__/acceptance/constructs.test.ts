/** What constructs write, on the local tenant: everything takes, a second plan is empty, and sides can come and go. */
import { TerraformOutput, type TerraformResource, type TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  BypassPlace,
  CertificatePinnedApp,
  DnsRecordType,
  ClientLocation,
  NativeApps,
  ClientOsFamily,
  parsePorts,
  Platform,
  PlatformAction,
  ProcessMatch,
  processMatches,
  SteeringConfiguration,
  TrafficMode,
  type SteeringConfigurationProps,
} from '../../constructs';
import { readAll, readTenant, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { SteeringException } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { synthesize } from '../constructs/synthesize';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

let tenant: LocalTenant;
let address: TenantAddress;
let workspace: Workspace;
beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  workspace = await Workspace.create(
    address,
    configurationOf(() => undefined),
  );
});
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

/** The local tenant limits nobody; tests need not wait for the rate that a real one allows. */
const configurationOf = (build: (stack: TerraformStack) => void) => ({
  ...synthesize(build).config,
  provider: { netskopesteering: [{ requests_per_second: 1000 }] },
});

const blockedIn = (props: Partial<SteeringConfigurationProps>) =>
  configurationOf((stack) => {
    const configuration = new SteeringConfiguration(stack, 'Sales', { name: 'Sales', ...props });
    new BlockNativeApp(stack, 'WhatsApp', {
      configuration,
      app: NativeApps.WHATSAPP,
      platforms: [Platform.WINDOWS],
    });
  });
const SIDES = { dynamicSteering: { onPremises: TrafficMode.WEB, offPremises: TrafficMode.ALL } };

/** Of every configuration. */
const exceptions = async () => {
  const { configurations } = await readTenant(address);
  const paths = configurations.map(({ config_id }) => `/steering/configurations/${config_id}/exceptions`);
  return (await Promise.all(paths.map((path) => readAll<SteeringException>(address, path)))).flat();
};

const blocks = async () =>
  (await exceptions())
    .filter(({ certificate_pinned_app }) => certificate_pinned_app?.windows?.action === 'block')
    .map(({ location }) => location)
    .sort();

it('blocks on both sides once there are two, and as before once there are none', async () => {
  for (const [props, locations] of [
    [{ trafficMode: TrafficMode.WEB }, [null]],
    [SIDES, ['off_prem', 'on_prem']],
    [{ trafficMode: TrafficMode.WEB }, [null]],
  ] as const) {
    await workspace.apply(blockedIn({ ...props, expectTrafficMode: TrafficMode.WEB }));
    expect(await blocks()).toEqual(locations);
    expect(await workspace.plan()).toEqual([]);
  }
});

it('takes exceptions of every type on a whole configuration', async () => {
  const config = configurationOf((stack) => {
    const standard = SteeringConfiguration.adoptDefault(stack, 'Standard', { expectTrafficMode: TrafficMode.WEB });
    const sales = new SteeringConfiguration(stack, 'Sales', {
      name: 'Sales ${x}',
      ...SIDES,
      expectTrafficMode: TrafficMode.WEB,
      privateApps: ['wiki'],
      steerDns: true,
      bypassExceptionTrafficAt: BypassPlace.CLOUD,
      userGroups: ['sales'],
      osFamilies: [ClientOsFamily.WINDOWS],
      deviceTags: ['managed'],
    });
    standard.bypassDomains('Intranet', { domains: ['*.corp.example'], notes: '${x}' });
    standard.bypassCategories('Finance', { categories: ['Finance'] });
    standard.bypassSourceLocations('Offices', { networkLocations: ['Head office'] });
    standard.addException('Zoom', {
      app: CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom'),
      windows: PlatformAction.BLOCK,
    });
    const off = { location: ClientLocation.OFF_PREMISES };
    sales.bypassApplications('Backup', { applications: ['Backup'], ...off });
    sales.bypassDestinationLocations('Printers', { networkLocations: ['Printers'], treatLikeLocalIp: true, ...off });
    sales.bypassSourceCountries('Travel', { countries: ['DE'], ...off });
    const questions = [{ domain: 'a.example' }, { domain: '10.0.0.1', recordType: DnsRecordType.PTR }];
    sales.bypassDns('Names', { questions, ...off });
    const named = SteeringConfiguration.fromName(stack, 'Named', 'Default tenant config', {
      expectTrafficMode: TrafficMode.CLOUD_APPS,
    });
    new TerraformOutput(stack, 'ports', { value: parsePorts(`${named.configurationId}1-3`) });
    new TerraformOutput(stack, 'matches', { value: processMatches(ProcessMatch.EXACT, 'a"${x}\\', 'A"${x}\\') });
  });
  await workspace.apply(config);
  const { configurations } = await readTenant(address);
  expect(configurations.map(({ config_name }) => config_name)).toContain('Sales ${x}');
  expect(new Set((await exceptions()).map(({ type }) => type)).size).toBe(8);
  expect(await workspace.plan()).toEqual([]);
  const outputs = JSON.parse(await workspace.mustRun('output', '-json')) as Record<string, { value: unknown }>;
  expect(outputs).toMatchObject({ ports: { value: [1, 2, 3] }, matches: { value: true } });
  await workspace.destroy();
  expect((await readTenant(address)).configurations).toHaveLength(1);
});

it('stops a plan where a side steers too little', async () => {
  const before = configurationOf((stack) =>
    SteeringConfiguration.adoptDefault(stack, 'It', {
      dynamicSteering: { onPremises: TrafficMode.CLOUD_APPS, offPremises: TrafficMode.ALL },
    }),
  );
  await workspace.apply(before);
  const after = configurationOf((stack) => {
    SteeringConfiguration.adoptDefault(stack, 'It', { expectTrafficMode: TrafficMode.WEB });
  });
  await workspace.write(after);
  expect(await workspace.failure('plan')).toContain('is in traffic mode "cloud_apps" on-premises');
});

it('stops a plan where an app or a configuration that exists is another than the stack states', async () => {
  const stated = (processes: readonly string[], expectTrafficMode: TrafficMode, more: object = {}) =>
    configurationOf((stack) => {
      const app = CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom', { known: { windows: { processes }, ...more } });
      const staff = SteeringConfiguration.fromId(stack, 'Staff', '0', { expectTrafficMode });
      staff.addException('Zoom', { app, windows: PlatformAction.BLOCK });
    });
  await workspace.write(stated(['Rooms.exe'], TrafficMode.WEB, { ios: { domains: ['zoom.us'] } }));
  const other = (await workspace.failure('plan')).replace(/[│╷╵\s]+/g, ' ');
  expect(other).toContain('The app "Zoom" is not what stack/Zoom states of it on Windows (known.windows):');
  expect(other).toContain('only the stack has the process "Rooms.exe"');
  expect(other).toContain('(known.ios): the tenant does not define it there; only the stack has the domain "zoom.us".');
  const { apps } = await readTenant(address);
  const processes = apps.find(({ app_name }) => app_name === 'Zoom')!.platforms.windows!.processes;
  await workspace.write(stated(processes, TrafficMode.ALL));
  expect(await workspace.failure('plan')).toContain('in traffic mode "web"');
  await workspace.apply(
    stated(
      processes.map((one) => one.toUpperCase()),
      TrafficMode.WEB,
    ),
  );
  expect(await workspace.plan()).toEqual([]);
});

describe('an app', () => {
  /** An app for each id, of which one is blocked; `from` is the address that it had before. */
  const blocking = (ids: readonly string[], used: string, name = (id: string) => id, from?: string) =>
    configurationOf((stack) => {
      const [app] = ids
        .map((id) => new CertificatePinnedApp(stack, id, { name: name(id), windows: { processes: ['a.exe'] } }))
        .filter(({ node }) => node.id === used) as [CertificatePinnedApp];
      if (from !== undefined) (app.node.findChild('Resource') as TerraformResource).moveFromId(from);
      const windows = PlatformAction.BLOCK;
      SteeringConfiguration.fromId(stack, 'Standard', '0').addException('It', { app, windows });
    });
  const apps = async () => (await readTenant(address)).apps.filter(({ custom }) => custom);
  const names = async () => (await apps()).map(({ app_name }) => app_name).sort();
  const blocked = async () =>
    (await exceptions()).flatMap(({ certificate_pinned_app: pinned }) =>
      pinned?.windows?.action === 'block' ? pinned.app_name : [],
    );
  const addressOfApp = async () => {
    const [{ id } = { id: 'none' }] = await apps();
    return (await workspace.mustRun('state', 'list', `-id=${id}`)).trim();
  };
  const writes = async (run: () => Promise<unknown>) => {
    tenant.journal.clear();
    await run();
    const changes = tenant.journal.entries.filter(({ method }) => method !== 'GET');
    return changes.map(({ method, path }) => `${method} ${path.split('/')[4]}`);
  };

  it.each([
    ['another one', ['A', 'B'], ['PUT configurations', 'DELETE apps']],
    ['a new one', ['A'], ['POST apps', 'PUT configurations', 'DELETE apps']],
  ])('leaves in the apply in which its exception turns to %s', async (_, before, changes) => {
    await workspace.apply(blocking(before, 'A'));
    await workspace.write(blocking(['B'], 'B'));
    expect(await writes(() => workspace.apply())).toEqual(changes);
    expect([await workspace.plan(), await blocked(), await names()]).toEqual([[], ['B'], ['B']]);
    await workspace.destroy();
    expect(await names()).toEqual([]);
  });

  it('in use that is replaced needs another name, says so, and is blocked all the while', async () => {
    await workspace.apply(blocking(['A'], 'A'));
    const replaced = `-replace=${await addressOfApp()}`;
    expect(await workspace.failure('apply', '-auto-approve', replaced)).toContain('Give the new one another name');
    await workspace.write(blocking(['A'], 'A', () => 'Another'));
    const replacing = () => workspace.mustRun('apply', '-auto-approve', replaced);
    expect(await writes(replacing)).toEqual(['POST apps', 'PUT configurations', 'DELETE apps']);
    expect([await blocked(), await names()]).toEqual([['Another'], ['Another']]);
    await workspace.apply(blocking(['A'], 'A'));
    expect([await workspace.plan(), await blocked(), await names()]).toEqual([[], ['A'], ['A']]);
  });

  it('under another construct id is to be moved, says so, and then nothing changes', async () => {
    await workspace.apply(blocking(['A'], 'A'));
    const before = await addressOfApp();
    await workspace.write(blocking(['B'], 'B', () => 'A'));
    const said = await workspace.failure('apply', '-auto-approve');
    expect(said).toContain('only took its place, under another address, write a moved block');
    expect(await blocked()).toEqual(['A']);
    await workspace.write(blocking(['B'], 'B', () => 'A', before));
    expect(await writes(() => workspace.apply())).toEqual([]);
    expect([await workspace.plan(), await blocked(), await names()]).toEqual([[], ['A'], ['A']]);
  });
});
