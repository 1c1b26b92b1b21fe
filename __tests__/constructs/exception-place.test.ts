/** What the stack knows of a configuration decides at synth which exceptions it takes: type, mode and side. */
import { TerraformVariable } from 'cdktf';
import {
  CertificatePinnedApp,
  ClientLocation,
  PlatformAction,
  SteeringConfiguration,
  TrafficMode,
  type DynamicSteering,
  type ISteeringConfiguration,
} from '../../constructs';
import { synthesize } from './synthesize';

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
