import { TerraformOutput, TerraformStack, TerraformVariable, Token, type TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  NativeApps,
  NetskopeSteeringProvider,
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
  ['no flow', {}, 'stack/It: flow is missing. Give an object with port, platform, process, host (TrafficFlow).'],
  ['a name for a configuration', { flow: { ...FLOW, configuration: 'Sales' } }, 'flow.configuration is a text, but an'],
  ['no configuration', { flow: { ...FLOW, configuration: {} } }, 'flow.configuration.configurationId is missing.'],
  ['a URL for a host', { flow: { ...FLOW, host: 'https://x' } }, 'is not a host'],
  [
    'an expectation of nothing known',
    { flow: FLOW, expect: 'unknown' },
    'expect is "unknown", which is not one of "block"',
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

describe('what it waits for', () => {
  const dependsOn = (build: (stack: TerraformStack) => TrafficDecisionProps['after']) =>
    decisionIn(
      synthesize((stack) => {
        const after = build(stack);
        new TrafficDecision(stack, 'It', { flow: FLOW, ...(after !== undefined && { after }) });
      }),
    )['depends_on'] as string[] | undefined;
  const moved = (stack: TerraformStack, move: (from: TerraformResource, to: TerraformResource) => void) => {
    const app = (id: string) =>
      new CertificatePinnedApp(stack, id, { name: id, windows: { processes: [`${id}.exe`] } });
    const [from, to] = [app('Old'), app('New')] as const;
    move(from.node.defaultChild as TerraformResource, to.node.defaultChild as TerraformResource);
    return from;
  };
  const OLD = 'netskopesteering_certificate_pinned_app.Old_F7E39C65';
  const NEW = 'netskopesteering_certificate_pinned_app.New_8A81B073';
  const moveTo = (from: TerraformResource, to: TerraformResource) => {
    to.addMoveTarget('new');
    from.moveTo('new');
  };

  it.each<[what: string, move: (from: TerraformResource, to: TerraformResource) => void, waits: readonly string[]]>([
    ['a resource that was moved to another', moveTo, [NEW]],
    ['a resource that was moved to another by its address', (from) => from.moveToId(NEW), [NEW]],
    ['a resource that was moved to an instance of another', (from) => from.moveToId(`${NEW}["a"]`), [NEW]],
    ['a resource that was moved to what this stack does not write', (from) => from.moveToId('module.x.y.z'), [NEW]],
    ['a resource that has the place of another', (from) => from.moveFromId('x.y'), [NEW, OLD]],
  ])('is what the stack writes of %s', (_, move, waits) => {
    expect(dependsOn((stack) => void moved(stack, move))?.toSorted()).toEqual(waits);
  });

  it('follows a resource that was moved out of the part that it names', () => {
    expect(dependsOn((stack) => [moved(stack, moveTo)])).toEqual([NEW]);
    expect(dependsOn((stack) => [moved(stack, (from) => from.moveToId('module.x.y.z'))])).toBeUndefined();
  });

  it('is nothing of a stack inside the stack, which Terraform runs by itself', () => {
    const waits = dependsOn((stack) => {
      SteeringConfiguration.adoptDefault(stack, 'Default');
      const inner = new TerraformStack(stack, 'inner');
      new NetskopeSteeringProvider(inner, 'netskope');
      SteeringConfiguration.adoptDefault(inner, 'Default');
      return undefined;
    });
    expect(waits).toHaveLength(1);
  });

  it.each<[what: string, part: (stack: TerraformStack) => IConstruct, complaint: string]>([
    [
      'a construct of another stack',
      (stack) => SteeringConfiguration.adoptDefault(new TerraformStack(stack.node.root, 'other'), 'Default'),
      'stack/It: "after" names other/Default, which belongs to the stack other, and Terraform runs one stack at a time.',
    ],
    ['a stack inside the stack', (stack) => new TerraformStack(stack, 'inner'), '"after" names stack/inner, which'],
    ['the app', (stack) => stack.node.root, 'stack/It: "after" names the App, which is around the stacks'],
  ])('cannot be %s', (_, part, complaint) => {
    expect(() => dependsOn((stack) => [part(stack)])).toThrow(complaint);
  });
});

it('can be waited for', () => {
  const { config } = synthesize((stack) => {
    const decision = new TrafficDecision(stack, 'It', { flow: FLOW, after: [] });
    const configuration = SteeringConfiguration.fromId(stack, 'Staff', '7');
    configuration.bypassDomains('Intranet', { domains: ['a.example'], dependsOn: [decision] });
  });
  const [exception] = Object.values(config.resource?.['netskopesteering_domain_exception'] ?? {});
  expect(exception?.['depends_on']).toEqual([
    expect.stringMatching(/^data\.netskopesteering_decision\.It_[0-9A-F]{8}$/),
  ]);
});
