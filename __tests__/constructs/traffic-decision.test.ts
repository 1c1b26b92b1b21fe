import { TerraformOutput, TerraformVariable, Token } from 'cdktf';
import {
  BlockNativeApp,
  NativeApps,
  Platform,
  SteeringConfiguration,
  TrafficDecision,
  type TrafficDecisionProps,
} from '../../constructs';
import { synthesize, type Synthesized } from './synthesize';

const FLOW = { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 5222 } as const;

const decisionIn = ({ config }: Synthesized) =>
  Object.values(config.data?.['netskopesteering_decision'] ?? {})[0] as Readonly<Record<string, unknown>>;

it('asks the tenant once the whole stack is applied, and stops where something else becomes of the flow', () => {
  const result = synthesize((stack) => {
    const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
    const decision = new TrafficDecision(stack, 'Blocked', { flow: FLOW, expect: 'block' });
    new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP, platforms: [Platform.WINDOWS] });
    new TerraformOutput(stack, 'outcome', { value: decision.outcome });
    new TerraformOutput(stack, 'trace', { value: decision.trace });
    new TerraformOutput(stack, 'assumptions', { value: decision.assumptions });
  });
  const addresses = Object.entries(result.config.resource ?? {}).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );
  const { depends_on: dependsOn, ...rest } = decisionIn(result);
  expect(rest).toEqual({
    ...FLOW,
    lifecycle: {
      postcondition: [
        { condition: '${self.outcome == "block"}', error_message: 'Expected block. ${join("\\n", self.trace)}' },
      ],
    },
  });
  expect(addresses).toHaveLength(4);
  expect([...(dependsOn as string[])].sort()).toEqual(addresses.sort());
  const values = Object.values(result.config.output ?? {}).map(({ value }) =>
    String(value).replace(/^.*\.(\w+)\}$/, '$1'),
  );
  expect(values).toEqual(['assumptions', 'outcome', 'trace']);
});

it('waits for parts of the stack, or for nothing', () => {
  const dependsOn = (part: (configuration: SteeringConfiguration) => TrafficDecisionProps['after']) =>
    decisionIn(
      synthesize((stack) => {
        const configuration = new SteeringConfiguration(stack, 'Sales', { name: 'Sales' });
        configuration.bypassDomains('Intranet', { domains: ['a.example'] });
        new SteeringConfiguration(stack, 'Support', { name: 'Support' });
        const after = part(configuration);
        new TrafficDecision(stack, 'It', { flow: FLOW, ...(after !== undefined && { after }) });
      }),
    )['depends_on'];
  expect(dependsOn((configuration) => [configuration])).toHaveLength(2);
  expect(dependsOn(() => [])).toBeUndefined();
  expect(dependsOn(() => undefined)).toHaveLength(3);
});

it('writes all that a flow says, and what it says there is none of', () => {
  const { config } = synthesize((stack) => {
    const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
    const flow = {
      ...FLOW,
      process: 'a ${b}.exe',
      transport: 'udp',
      managed: false,
      service: true,
      location: 'on_premises',
      configuration,
      userGroups: ['%{x}'],
      organizationUnit: null,
      deviceTags: [],
      applications: ['A'],
      categories: ['C'],
      destinationLocations: ['D'],
      sourceLocations: ['S'],
      sourceCountry: 'CH',
    } as const;
    new TrafficDecision(stack, 'It', { flow });
  });
  expect(Object.values(config.data?.['netskopesteering_decision'] ?? {})).toEqual([
    {
      ...FLOW,
      process: 'a $${b}.exe',
      transport: 'udp',
      managed: false,
      service: true,
      location: 'on_premises',
      configuration_id: '7',
      user_groups: ['%%{x}'],
      organization_unit: '',
      device_tags: [],
      applications: ['A'],
      categories: ['C'],
      destination_locations: ['D'],
      source_locations: ['S'],
      source_country: 'CH',
    },
  ]);
});

it('may ask of a flow that only terraform knows', () => {
  const result = synthesize((stack) => {
    const host = new TerraformVariable(stack, 'host', { type: 'string' }).stringValue;
    const port = Token.asNumber(new TerraformVariable(stack, 'port', { type: 'number' }).value);
    new TrafficDecision(stack, 'It', { flow: { ...FLOW, host, port } });
  });
  expect(decisionIn(result)).toMatchObject({ host: '${var.host}', port: '${var.port}' });
});

it.each<[what: string, props: object, says: string]>([
  ['port 0', { flow: { ...FLOW, port: 0 } }, 'The port 0 is not a whole number from 1 to 65535.'],
  ['a process without a name', { flow: { ...FLOW, process: '' } }, 'The process has no name.'],
  ['a path', { flow: { ...FLOW, process: '/usr/bin/x' } }, 'is not the name of a process'],
  ['a path beside a token', { flow: { ...FLOW, host: '${var.host}', process: '/usr/bin/x' } }, 'is not the name of'],
  ['a group without a name', { flow: { ...FLOW, userGroups: [''] } }, 'The user group has 0 characters'],
  ['no flow', {}, 'stack/It: There is no flow. Give an object'],
  ['a name for a configuration', { flow: { ...FLOW, configuration: 'Sales' } }, 'Give its construct'],
  ['what is no configuration', { flow: { ...FLOW, configuration: {} } }, 'Give its construct'],
  ['a URL for a host', { flow: { ...FLOW, host: 'https://x' } }, 'is not a host'],
  [
    'an expectation of nothing known',
    { flow: FLOW, expect: 'unknown' },
    '"unknown" cannot be expected. Expect one of block',
  ],
])('refuses %s', (_, props, says) => {
  expect(() => synthesize((stack) => void new TrafficDecision(stack, 'It', props as TrafficDecisionProps))).toThrow(
    says,
  );
});

it('refuses a name that the stack itself writes in another spelling, and asks of any other', () => {
  const ask = (userGroups: string[]) =>
    synthesize((stack) => {
      new SteeringConfiguration(stack, 'Ours', { name: 'Ours', userGroups: ['Contractors'] });
      new TrafficDecision(stack, 'It', { flow: { ...FLOW, userGroups } });
    });
  expect(() => ask(['contractors'])).toThrow('The user group "contractors" is written "Contractors"');
  expect(ask(['Guests', 'Contractors']).annotations.join()).not.toContain('Guests');
});
