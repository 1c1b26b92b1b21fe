import { TerraformVariable, type TerraformStack } from 'cdktf';
import { SteeringConfiguration, TrafficMode, type SteeringConfigurationProps } from '../../constructs';
import { resourceOf, synthesize } from './synthesize';

const enough = (attribute: string) => `contains(["web", "all"], self.${attribute})`;
const OWN_MODE_IS_ENOUGH = `\${(self.dynamic_steering.enabled || ${enough('traffic_mode')})}`;
const BOTH_SIDES_ARE_ENOUGH = `\${(!self.dynamic_steering.enabled || (${['on', 'off']
  .map((side) => enough(`dynamic_steering.${side}_premises_traffic_mode`))
  .join(' && ')}))}`;

describe('a configuration of its own', () => {
  const configurationOf = (props: SteeringConfigurationProps) =>
    resourceOf(
      synthesize((stack) => new SteeringConfiguration(stack, 'Sales', props)),
      'configuration',
    );

  it('writes what is given', () => {
    expect(
      configurationOf({ name: 'Sales', enabled: true, trafficMode: TrafficMode.ALL, userGroups: ['sales', '${x}'] }),
    ).toEqual({ name: 'Sales', enabled: true, traffic_mode: 'all', user_groups: ['sales', '$${x}'] });
    expect(configurationOf({ name: 'Sales', organizationUnits: ['EU'] })).toEqual({
      name: 'Sales',
      organization_units: ['EU'],
    });
  });

  it.each<[what: string, props: SteeringConfigurationProps, says: string]>([
    ['a name over 40 characters', { name: 'x'.repeat(41) }, 'has 41 characters; 1 to 40 are allowed'],
    ['an empty name', { name: '' }, '1 to 40 are allowed'],
    ['both kinds of groups', { name: 'a', userGroups: ['g'], organizationUnits: ['u'] }, 'Give one.'],
    [
      'a mode that does not meet the expectation',
      { name: 'a', trafficMode: TrafficMode.NONE, expectTrafficMode: TrafficMode.WEB },
      'in which clients steer nothing, and exceptions are not processed',
    ],
    [
      'an expectation that the default mode does not meet',
      { name: 'a', expectTrafficMode: TrafficMode.WEB },
      'traffic mode "cloud_apps"',
    ],
    ['an expectation of nothing', { name: 'a', expectTrafficMode: TrafficMode.NONE }, 'expects nothing'],
  ])('refuses %s', (_, props, says) => {
    expect(() => configurationOf(props)).toThrow(says);
  });

  it('expects of the tenant what the stack has written, too', () => {
    const resource = configurationOf({ name: 'a', trafficMode: TrafficMode.ALL, expectTrafficMode: TrafficMode.WEB });
    expect(resource['lifecycle']).toMatchObject({
      postcondition: [{ condition: OWN_MODE_IS_ENOUGH }, { condition: BOTH_SIDES_ARE_ENOUGH }],
    });
  });

  it('takes 40 characters outside the basic plane for 40', () => {
    expect(configurationOf({ name: '🔒'.repeat(40) })).toMatchObject({ name: '🔒'.repeat(40) });
  });
});

describe('the adopted default configuration', () => {
  it('is imported, and leaves alone what is not given', () => {
    const result = synthesize((stack) => SteeringConfiguration.adoptDefault(stack, 'It'));
    expect(result.config.import).toEqual([{ id: '0', to: 'netskopesteering_default_configuration.It_16E14BEE' }]);
    expect(resourceOf(result, 'default_configuration')).toEqual({});
  });

  it('sets a mode where one is given', () => {
    const result = synthesize((stack) => {
      SteeringConfiguration.adoptDefault(stack, 'It', { trafficMode: TrafficMode.WEB });
    });
    expect(resourceOf(result, 'default_configuration')).toEqual({ traffic_mode: 'web' });
  });

  it('stops the plan with the reason where clients steer too little', () => {
    const result = synthesize((stack) => {
      SteeringConfiguration.adoptDefault(stack, 'It', { expectTrafficMode: TrafficMode.WEB });
    });
    expect(resourceOf(result, 'default_configuration')).toEqual({
      lifecycle: {
        postcondition: [
          {
            condition: OWN_MODE_IS_ENOUGH,
            error_message: expect.stringMatching(
              /^The block would not bite: .* traffic mode "\$\{self\.traffic_mode\}", in which clients steer \$\{lookup\(.*A new tenant starts in "cloud_apps"\. Set the traffic mode to "web" or "all"/,
            ) as unknown,
          },
          {
            condition: BOTH_SIDES_ARE_ENOUGH,
            error_message: expect.stringMatching(
              /^The block would not bite on every side: .*\$\{lookup\(.*both sides must steer enough.* \(dynamicSteering\)/,
            ) as unknown,
          },
        ],
      },
    });
  });

  it('is adopted once a stack', () => {
    expect(() =>
      synthesize((stack) => {
        SteeringConfiguration.adoptDefault(stack, 'One');
        SteeringConfiguration.adoptDefault(stack, 'Two');
      }),
    ).toThrow('The default configuration is also adopted as stack/Two');
  });
});

describe('the non-standard ports of a configuration', () => {
  const portsOf = (
    add: (configuration: ReturnType<typeof SteeringConfiguration.fromId>, stack: TerraformStack) => void,
  ) => {
    const result = synthesize((stack) => add(SteeringConfiguration.fromId(stack, 'It', '7'), stack));
    return { ...result, rows: result.config.resource?.['netskopesteering_non_standard_port'] ?? {} };
  };

  it('are one row a port, with the union of the domains, in whatever order they come', () => {
    const calls: ((configuration: ReturnType<typeof SteeringConfiguration.fromId>) => void)[] = [
      (configuration) => configuration.addNonStandardPort(5222, { domains: ['b.example', 'a.example'] }),
      (configuration) => configuration.addNonStandardPort(8443, { domains: ['c.example'] }),
      (configuration) => configuration.addNonStandardPort(5222, { domains: ['c.example', 'a.example'] }),
    ];
    const forwards = portsOf((configuration) => calls.forEach((call) => call(configuration)));
    const backwards = portsOf((configuration) => [...calls].reverse().forEach((call) => call(configuration)));
    expect(forwards.rows).toEqual({
      It_Port5222_F87A5232: { configuration_id: '7', port: 5222, domains: ['a.example', 'b.example', 'c.example'] },
      It_Port8443_88693BED: { configuration_id: '7', port: 8443, domains: ['c.example'] },
    });
    expect(backwards.rows).toEqual(forwards.rows);
  });

  it.each([
    ['first', [undefined, ['a.example']]],
    ['last', [['a.example'], undefined]],
  ])('are steered for every host if the %s caller wants that, with a warning', (_, wanted) => {
    const { rows, annotations } = portsOf((configuration) => {
      for (const domains of wanted) configuration.addNonStandardPort(5222, domains && { domains });
    });
    expect(Object.values(rows)).toEqual([{ configuration_id: '7', port: 5222 }]);
    expect(annotations).toEqual([expect.stringMatching(/^warn: Port 5222 is steered without domains/)]);
  });

  it('unite lists that are only known to terraform', () => {
    const { rows } = portsOf((configuration, stack) => {
      const list = new TerraformVariable(stack, 'list', { type: 'list(string)' }).listValue;
      configuration.addNonStandardPort(1, { domains: list });
      configuration.addNonStandardPort(2, { domains: list });
      configuration.addNonStandardPort(2, { domains: ['a.example'] });
    });
    expect(Object.values(rows).map(({ domains }) => domains)).toEqual([
      '${var.list}',
      '${tolist(setunion(var.list, ["a.example"]))}',
    ]);
  });

  it('advise that 80 and 443 need no row', () => {
    const { annotations } = portsOf((configuration) =>
      configuration.addNonStandardPort(443, { domains: ['a.example'] }),
    );
    expect(annotations).toEqual([
      'warn: Port 443 is steered as web traffic anyway; it needs no row among the non-standard ports.',
    ]);
  });

  it.each([
    ['0', 0, ['a.example'], '0 is not a port'],
    ['65536', 65536, ['a.example'], '65536 is not a port'],
    ['a fraction', 1.5, ['a.example'], '1.5 is not a port'],
    ['a wildcard domain', 5222, ['*.a.example'], 'Not a domain'],
    ['an empty list of domains', 5222, [], 'The list of domains is empty'],
  ])('refuse %s', (_, port, domains, says) => {
    expect(() => portsOf((configuration) => configuration.addNonStandardPort(port, { domains }))).toThrow(says);
  });

  it('refuse a port that is only known to terraform', () => {
    expect(() =>
      portsOf((configuration, stack) => {
        configuration.addNonStandardPort(new TerraformVariable(stack, 'port', { type: 'number' }).numberValue);
      }),
    ).toThrow('The port is only known at apply');
  });

  it('refuse to be spread over two constructs for one configuration', () => {
    expect(() =>
      portsOf((configuration, stack) => {
        configuration.addNonStandardPort(5222, { domains: ['a.example'] });
        SteeringConfiguration.fromId(stack, 'Again', '7').addNonStandardPort(5222, { domains: ['b.example'] });
      }),
    ).toThrow('[stack/It] Port 5222 of this configuration is also added through stack/Again');
  });
});
