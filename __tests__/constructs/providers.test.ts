/** Which provider does what? A stack may have several, and each reaches a tenant of its own. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type App,
  type TerraformDataSource,
  type TerraformResource,
  TerraformStack,
  Testing,
  TerraformProvider,
} from 'cdktf';
import { expectFlow } from '../../constructs/testing';
import {
  CertificatePinnedApp,
  l1,
  NetskopeSteeringProvider,
  Platform,
  PlatformAction,
  SteeringConfiguration,
  TrafficDecision,
  TrafficInvariant,
  TrafficMode,
  TrafficTest,
  type NativeApp,
  type TrafficTestProps,
} from '../../constructs';
import { readSteeringJson } from '../../steering';
import { aliased, blockApp, complaintsOf, synthesize, type Synthesized } from './synthesize';

const { DefaultConfiguration: Default1 } = l1.defaultConfiguration;

class Aws extends TerraformProvider {}

const OFF = { enabled: false };
const OWN: NativeApp = { name: 'Own', windows: ['own.exe'], ports: [5333], domains: ['own.example'] };
const WINDOWS = [Platform.WINDOWS];
const FLOW = { platform: Platform.WINDOWS, process: 'App.exe', host: 'a.example', port: 443 } as const;

let folders: string[] = [];
beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => {
  jest.restoreAllMocks();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

function newStack(id = 'tenant'): TerraformStack {
  const app = Testing.app({ stackTraces: false });
  folders.push(app.outdir);
  return new TerraformStack(app, id);
}

/** Two tenants: the app is blocked on the one without an alias, and on the other one only goes direct. */
function twoTenants() {
  const stack = newStack();
  new NetskopeSteeringProvider(stack, 'us', { serverUrl: 'https://us.goskope.com/api/v2' });
  const eu = aliased(stack, 'eu');
  const here = blockApp(stack, 'Here');
  const there = new Default1(stack, 'There', { trafficMode: 'none', dynamicSteering: OFF, provider: eu });
  return { stack, eu, here, there };
}

describe('each tenant of a stack has a model of its own', () => {
  type Asked = (tenants: ReturnType<typeof twoTenants>) => Partial<TrafficTestProps>;

  it.each<[what: string, asked: Asked, outcome: 'block' | 'direct']>([
    ['names no provider', () => ({}), 'block'],
    ['names the one with the alias', ({ eu }) => ({ provider: eu }), 'direct'],
    [
      'names a configuration',
      ({ there }) => ({ flow: { ...FLOW, configuration: { configurationId: there.id } } }),
      'direct',
    ],
    [
      'names a configuration that says its provider',
      ({ eu }) => ({ flow: { ...FLOW, configuration: { configurationId: '0', provider: eu } } }),
      'direct',
    ],
  ])('that a test uses which %s', (_, asked, outcome) => {
    const other = outcome === 'block' ? 'direct' : 'block';
    const tenants = twoTenants();
    const props = { flow: FLOW, ...asked(tenants) };
    new TrafficTest(tenants.stack, 'It', { ...props, expect: outcome });
    expect(() => Testing.synth(tenants.stack, true)).not.toThrow();
    const { flow, ...options } = props;
    expectFlow(tenants.stack, flow, options).toBe(outcome);
    new TrafficTest(tenants.stack, 'Not it', { ...props, expect: other });
    expect(() => Testing.synth(tenants.stack, true)).toThrow(`Expected ${other}, but it is ${outcome}.`);
  });

  it('that an invariant uses', () => {
    const { stack, eu } = twoTenants();
    new TrafficInvariant(stack, 'Nothing is blocked there', { never: 'block', provider: eu });
    expect(() => Testing.synth(stack, true)).not.toThrow();
    new TrafficInvariant(stack, 'Nothing is blocked here', { never: 'block' });
    expect(() => Testing.synth(stack, true)).toThrow(/\[tenant\/Nothing is blocked here\]/);
  });

  it('and steering.json says of each demand which it is about', () => {
    const { stack, eu, here, there } = twoTenants();
    const folder = (stack.node.root as App).outdir;
    const flowIn = ({ id }: TerraformResource & { readonly id: string }) => ({
      ...FLOW,
      configuration: { configurationId: id },
    });
    new TrafficTest(stack, 'Blocked', { flow: flowIn(here), expect: 'block' });
    new TrafficTest(stack, 'There by name', { flow: flowIn(there), expect: 'direct', provider: eu });
    new TrafficTest(stack, 'There by configuration', { flow: flowIn(there), expect: 'direct' });
    new TrafficInvariant(stack, 'No block there', { never: 'block', provider: eu });
    SteeringConfiguration.fromName(stack, 'Staff', 'Staff', { expectTrafficMode: TrafficMode.ALL });
    const named = SteeringConfiguration.fromName(stack, 'Staff there', 'Staff', { expectTrafficMode: TrafficMode.WEB });
    (named.node.findChild('Resource') as TerraformDataSource).provider = eu;
    expect(complaintsOf(stack)).toBe('');
    const text = readFileSync(join(folder, 'stacks/tenant/steering.json'), 'utf8');
    const { trafficTests, invariants, premises } = readSteeringJson(text);
    const two = 'netskopesteering.eu';
    expect(trafficTests.map(({ provider }) => provider)).toEqual([undefined, two, two]);
    expect(invariants.map(({ provider }) => provider)).toEqual([two]);
    expect(premises).toMatchObject([{ construct: 'tenant/Staff' }, { construct: 'tenant/Staff there', provider: two }]);
    expect(premises[0]).not.toHaveProperty('provider');
  });

  it('and a decision asks it', () => {
    const { stack, eu } = twoTenants();
    new TrafficDecision(stack, 'Blocked', { flow: FLOW });
    new TrafficDecision(stack, 'Direct', { flow: FLOW, provider: eu });
    const configuration = { configurationId: '0', provider: eu };
    new TrafficDecision(stack, 'Direct, too', { flow: { ...FLOW, configuration } });
    const { data } = JSON.parse(Testing.synth(stack, true)) as { data: { netskopesteering_decision: object } };
    const providers = Object.values(data.netskopesteering_decision).map(
      ({ provider }: { provider?: string }) => provider,
    );
    expect(providers).toEqual([undefined, 'netskopesteering.eu', 'netskopesteering.eu']);
  });

  it('and the only provider of a stack is meant where none is named', () => {
    const stack = newStack();
    const eu = aliased(stack, 'eu');
    blockApp(stack, 'It', eu);
    new TrafficTest(stack, 'Blocked', { flow: FLOW, expect: 'block' });
    new TrafficInvariant(stack, 'No block on Linux', { never: 'block', platforms: ['linux'] });
    new TrafficDecision(stack, 'Asked', { flow: FLOW });
    expect(complaintsOf(stack)).toBe('');
    expect(stack.node.findChild('Asked').node.findChild('Resource')).toMatchObject({ provider: eu });
  });

  it.each<[what: string, test: (tenants: ReturnType<typeof twoTenants>) => void, complaint: string]>([
    [
      'a configuration of one tenant and the provider of the other',
      ({ stack, eu, here }) =>
        new TrafficTest(stack, 'It', {
          flow: { ...FLOW, configuration: { configurationId: here.id } },
          expect: 'block',
          provider: eu,
        }),
      '[tenant/It] The configuration of the flow belongs to the provider netskopesteering, and "provider" says netskopesteering.eu.',
    ],
    [
      'a provider that writes nothing',
      ({ stack }) => new TrafficTest(stack, 'It', { flow: FLOW, expect: 'steer', provider: aliased(stack, 'asia') }),
      '[tenant/It] The stack writes nothing by the provider netskopesteering.asia, so nobody can say',
    ],
  ])('refuses %s', (_, test, complaint) => {
    const tenants = twoTenants();
    test(tenants);
    expect(complaintsOf(tenants.stack)).toContain(complaint);
  });

  it('refuses a test that names none of several aliases', () => {
    const stack = newStack();
    blockApp(stack, 'Us', aliased(stack, 'us'));
    blockApp(stack, 'Eu', aliased(stack, 'eu'));
    new TrafficTest(stack, 'It', { flow: FLOW, expect: 'block' });
    const complaint = 'The stack has several providers (netskopesteering.eu, netskopesteering.us), and none of them is';
    expect(complaintsOf(stack)).toContain(`[tenant/It] ${complaint}`);
    expect(() => expectFlow(stack, FLOW).toBe('block')).toThrow(complaint);
  });

  it('refuses a provider of another stack, or of something else, at once', () => {
    const { stack } = twoTenants();
    const other = aliased(newStack('other'), 'eu');
    const props = { flow: FLOW, expect: 'block', provider: other } as const;
    for (const make of [
      () => new TrafficTest(stack, 'Test', props),
      () => new TrafficInvariant(stack, 'Invariant', { never: 'block', provider: other }),
      () => new TrafficDecision(stack, 'Decision', props),
      () => expectFlow(stack, FLOW, { provider: other }),
    ]) {
      expect(make).toThrow('The provider other/eu belongs to another stack');
    }
    const by = (id: string, provider: TerraformProvider) => () => new TrafficTest(stack, id, { ...props, provider });
    expect(by('Other', new Aws(stack, 'aws', { terraformResourceType: 'aws' }))).toThrow(
      'tenant/Other: The provider is none of netskopesteering.',
    );
    expect(by('None', { terraformResourceType: 'aws' } as TerraformProvider)).toThrow(
      'tenant/None: provider is an object, but an object with terraformResourceType, alias, fqn, metaAttributes (TerraformProvider)',
    );
  });
});

describe('two constructs for one existing configuration', () => {
  const adoptTwice = (set: (second: TerraformResource, eu: NetskopeSteeringProvider) => void) => {
    const stack = newStack();
    new NetskopeSteeringProvider(stack, 'us');
    const eu = aliased(stack, 'eu');
    SteeringConfiguration.adoptDefault(stack, 'One');
    const second = SteeringConfiguration.adoptDefault(stack, 'Two').node.findChild('Resource') as TerraformResource;
    set(second, eu);
    return complaintsOf(stack);
  };

  it('are twins on one tenant', () => {
    expect(adoptTwice(() => undefined)).toContain('The default configuration is also adopted as tenant/Two.');
  });

  it('and none on two, whatever names the provider', () => {
    expect(adoptTwice((second, eu) => (second.provider = eu))).toBe('');
    expect(adoptTwice((second) => second.addOverride('provider', 'netskopesteering.eu'))).toBe('');
  });
});

describe('constructs of several tenants', () => {
  const withProviders = (build: (stack: TerraformStack, eu: NetskopeSteeringProvider) => void): Synthesized =>
    synthesize((stack) =>
      build(stack, new NetskopeSteeringProvider(stack, 'eu', { alias: 'eu', serverUrl: 'https://eu.example/api/v2' })),
    );

  it('reach the provider of the configuration, with everything that is made in it', () => {
    const result = withProviders((stack, provider) => {
      SteeringConfiguration.fromId(stack, 'Home', '7').blockApp('Own', { app: OWN, platforms: WINDOWS });
      const eu = SteeringConfiguration.adoptDefault(stack, 'Eu', { provider });
      eu.blockApp('Own', { app: OWN, platforms: WINDOWS });
      eu.bypassDomains('Vendor', { domains: ['a.example'] });
      new SteeringConfiguration(stack, 'EuSales', { name: 'Sales', provider });
    });
    const all = Object.values(result.config.resource ?? {}).flatMap((named) => Object.entries(named));
    for (const [name, { provider }] of all) {
      expect([name, provider]).toEqual([name, /^Home|^NativeApps_/.test(name) ? undefined : 'netskopesteering.eu']);
    }
    expect(all.map(([name]) => name.replace(/_[0-9A-F]{8}$/, '')).sort()).toEqual([
      'Eu',
      'EuSales',
      'Eu_Own_Exception',
      'Eu_Port5333',
      'Eu_Vendor',
      'Home_Own_Exception',
      'Home_Port5333',
      'NativeApps-eu_Own',
      'NativeApps_Own',
    ]);
    expect(result.config.import).toEqual([expect.objectContaining({ id: '0', provider: 'netskopesteering.eu' })]);
  });

  it('are not mixed', () => {
    withProviders((stack, provider) => {
      const home = SteeringConfiguration.fromId(stack, 'Home', '7');
      const app = new CertificatePinnedApp(stack, 'App', { name: 'App', windows: { processes: ['a.exe'] }, provider });
      SteeringConfiguration.fromId(stack, 'Eu', '7', { provider });
      const message = /^stack\/Home\/\w: The configuration is on the tenant of the provider without an alias, and/;
      expect(() => home.blockApp('A', { app })).toThrow(message);
      expect(() => home.blockApp('B', { app: OWN, provider })).toThrow(message);
      expect(() => home.bypassDomains('C', { domains: ['a.example'], provider })).toThrow(message);
      expect(() => home.addException('E', { app, windows: PlatformAction.BLOCK })).toThrow(message);
    });
  });
});
