/** What the stack knows of a configuration decides at synth which exceptions it takes: type, mode and side. */
import { Fn, TerraformVariable, type TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  ClientLocation,
  NativeApps,
  Platform,
  PlatformAction,
  SteeringConfiguration,
  TrafficMode,
  type DynamicSteering,
  type ISteeringConfiguration,
} from '../../constructs';
import { synthesize, type Synthesized } from './synthesize';

const SIDES: DynamicSteering = { onPremises: TrafficMode.CLOUD_APPS, offPremises: TrafficMode.WEB };
const own = (props: object) => (stack: Stack) => new SteeringConfiguration(stack, 'It', { name: 'it', ...props });
const adopted = (props: object) => (stack: Stack) => SteeringConfiguration.adoptDefault(stack, 'It', props);
const referred = () => (stack: Stack) => SteeringConfiguration.fromId(stack, 'It', '7');

type Stack = Parameters<typeof SteeringConfiguration.fromId>[0];
type Make = (stack: Stack) => ISteeringConfiguration;
type Add = (configuration: ISteeringConfiguration) => unknown;

const category =
  (location?: ClientLocation): Add =>
  (it) =>
    it.bypassCategories('E', { categories: ['a'], ...(location && { location }) });
const domains =
  (location?: ClientLocation): Add =>
  (it) =>
    it.bypassDomains('E', { domains: ['a.example'], ...(location && { location }) });
const app =
  (location?: ClientLocation): Add =>
  (it) =>
    it.addException('E', {
      app: CertificatePinnedApp.fromAppId('1'),
      windows: PlatformAction.BLOCK,
      ...(location && { location }),
    });
const sources: Add = (it) => it.bypassSourceLocations('E', { networkLocations: ['a'] });

const variable = (stack: TerraformStack) =>
  (stack.node.tryFindChild('v') as TerraformVariable | undefined) ?? new TerraformVariable(stack, 'v', { type: 'any' });

const run = (make: Make, add: Add) => () => synthesize((stack) => add(make(stack)));

it.each<[what: string, make: Make, add: Add, says: string]>([
  ['categories in cloud-apps mode', adopted({ trafficMode: TrafficMode.CLOUD_APPS }), category(), 'It is in "web"'],
  ['categories in the mode that nobody wrote', own({}), category(), 'in traffic mode "cloud_apps"'],
  ['source locations in all-traffic mode', own({ trafficMode: TrafficMode.ALL }), sources, 'in traffic mode "all"'],
  [
    'categories on a side in cloud-apps mode',
    own({ dynamicSteering: SIDES }),
    category(ClientLocation.ON_PREMISES),
    'No category exception is offered on-premises in traffic mode "cloud_apps"',
  ],
  [
    'no side where there are two',
    own({ dynamicSteering: SIDES }),
    domains(),
    'Location missing. The configuration has',
  ],
  ['no side for an app where there are two', adopted({ dynamicSteering: SIDES }), app(), 'Location missing'],
  ['a side where there is none', own({}), app(ClientLocation.ON_PREMISES), 'Location without dynamic steering'],
  [
    'a side where they are turned off',
    adopted({ dynamicSteering: { ...SIDES, enabled: false } }),
    domains(ClientLocation.OFF_PREMISES),
    'Location without dynamic steering',
  ],
])('refuses %s, as a validation', (_, make, add, says) => {
  expect(run(make, add)).toThrow('[stack/It/E] ');
  expect(run(make, add)).toThrow(says);
});

it('refuses at once what no mode offers, whatever the configuration', () => {
  const add: Add = (it) =>
    it.bypassDns('E', { questions: [{ domain: 'a.example' }], location: ClientLocation.ON_PREMISES });
  expect(run(referred(), add)).toThrow('stack/It/E: Exception not offered here');
});

it.each<[what: string, make: Make, add: Add]>([
  ['categories in web mode', own({ trafficMode: TrafficMode.WEB }), category()],
  ['categories where the tenant decides about the mode', adopted({}), category()],
  ['categories of a configuration that is managed elsewhere', referred(), category()],
  ['categories off-premises', own({ dynamicSteering: SIDES }), category(ClientLocation.OFF_PREMISES)],
  ['a side where the tenant decides whether there are two', adopted({}), domains(ClientLocation.ON_PREMISES)],
  [
    'any mode on a side where the mode of all is written, but not whether it counts',
    adopted({ trafficMode: TrafficMode.CLOUD_APPS }),
    category(ClientLocation.OFF_PREMISES),
  ],
])('takes %s', (_, make, add) => {
  expect(run(make, add)).not.toThrow();
});

it('judges neither modes nor sides that only terraform knows', () => {
  expect(() =>
    synthesize((stack) => {
      const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
      const switched = new TerraformVariable(stack, 'switched', { type: 'bool' }).booleanValue;
      category()(own({ trafficMode: text })(stack));
      const dynamicSteering = { onPremises: text as TrafficMode, offPremises: text as TrafficMode, enabled: switched };
      const unsure = SteeringConfiguration.adoptDefault(stack, 'Unsure', { dynamicSteering });
      category()(unsure);
      unsure.bypassDomains('Side', { domains: ['a.example'], location: ClientLocation.ON_PREMISES });
      const sides = new SteeringConfiguration(stack, 'Sides', {
        name: 'sides',
        dynamicSteering: { onPremises: text as TrafficMode, offPremises: TrafficMode.WEB },
      });
      category(ClientLocation.ON_PREMISES)(sides);
    }),
  ).not.toThrow();
});

describe('a block of an app under dynamic steering', () => {
  const blockIn = (make: (stack: TerraformStack) => ISteeringConfiguration, locations?: readonly ClientLocation[]) =>
    synthesize((stack) => {
      const app = NativeApps.WHATSAPP;
      const props = { configuration: make(stack), app, platforms: [Platform.WINDOWS], ...(locations && { locations }) };
      const { exception, exceptions } = new BlockNativeApp(stack, app.name, props);
      expect(exceptions[0]).toBe(exception);
    });
  const split = (stack: TerraformStack) =>
    new SteeringConfiguration(stack, 'Sales', { name: 'Sales', dynamicSteering: SIDES });
  const referred = (stack: TerraformStack) => SteeringConfiguration.fromId(stack, 'Sales', '7');
  const exceptions = (result: Synthesized) =>
    result.config.resource?.['netskopesteering_certificate_pinned_app_exception'] ?? {};

  const PORT = 'netskopesteering_non_standard_port.Sales_Port5222_A4D17B2C';
  const ON = 'WhatsApp_Exception_26D78E7D';
  const OFF = 'WhatsApp_ExceptionOffPremises_54527C81';

  it('blocks on both sides, on-premises at the address of a block without sides, and one after the other', () => {
    const result = exceptions(blockIn(split));
    expect(Object.keys(result).sort()).toEqual([ON, OFF].sort());
    const block = { custom_app_domains: ['*'], windows: 'block' };
    expect(result[ON]).toMatchObject({ ...block, location: 'on_premises', depends_on: [PORT] });
    expect(result[OFF]).toMatchObject({
      ...block,
      location: 'off_premises',
      depends_on: [PORT, `netskopesteering_certificate_pinned_app_exception.${ON}`],
    });
  });

  it.each([
    ['one side only', [ClientLocation.OFF_PREMISES], [OFF]],
    [
      'both sides, in whatever order and number',
      [ClientLocation.OFF_PREMISES, ClientLocation.ON_PREMISES, ClientLocation.OFF_PREMISES],
      [ON, OFF],
    ],
  ])('blocks on %s where the user says so', (_, locations, names) => {
    for (const make of [split, referred])
      expect(Object.keys(exceptions(blockIn(make, locations))).sort()).toEqual([...names].sort());
  });

  it('leaves the sides to the user where the stack does not know of them', () => {
    expect(exceptions(blockIn(referred))[ON]).not.toHaveProperty('location');
  });

  it('refuses no side, sides that only terraform knows, and sides that are not there', () => {
    const token = Fn.lower('ON_PREMISES') as ClientLocation;
    expect(() => blockIn(split, [token])).toThrow('The locations are only known at apply');
    expect(() => blockIn(split, [])).toThrow('The list of locations is empty, so the exception would hold nowhere');
    const whole = (stack: TerraformStack) => new SteeringConfiguration(stack, 'Sales', { name: 'Sales' });
    expect(() => blockIn(whole, [ClientLocation.ON_PREMISES])).toThrow(
      '[stack/WhatsApp/Exception] Location without dynamic steering',
    );
  });

  it.each<[what: string, make: (stack: TerraformStack) => ISteeringConfiguration]>([
    [
      'the locations are told apart',
      (stack) => {
        const dynamicSteering = { ...SIDES, enabled: variable(stack).booleanValue };
        return new SteeringConfiguration(stack, 'Sales', { name: 'Sales', dynamicSteering });
      },
    ],
    [
      'the locations are told apart, and what their modes are',
      (stack) => {
        const mode = variable(stack).stringValue as TrafficMode;
        const dynamicSteering = { enabled: variable(stack).booleanValue, onPremises: mode, offPremises: mode };
        return SteeringConfiguration.adoptDefault(stack, 'Sales', { dynamicSteering });
      },
    ],
  ])('has its locations named where only terraform knows whether %s', (_, make) => {
    expect(() => blockIn(make)).toThrow(
      'stack/WhatsApp: Whether the configuration has dynamic steering is only known at apply, but there is an exception for each location. Name the locations: locations: [ClientLocation.ON_PREMISES,',
    );
    const named = exceptions(blockIn(make, [ClientLocation.OFF_PREMISES, ClientLocation.ON_PREMISES]));
    expect([named[ON], named[OFF]]).toMatchObject([{ location: 'on_premises' }, { location: 'off_premises' }]);
  });
});
