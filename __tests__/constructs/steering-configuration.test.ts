import { Fn, TerraformVariable } from 'cdktf';
import {
  BypassPlace,
  ClientLocation,
  ClientOsFamily,
  PrivateAppSteering,
  SteeringConfiguration,
  TrafficMode,
  type SteeringConfigurationProps,
  type SteeredTrafficProps,
} from '../../constructs';
import { resourceOf, synthesize } from './synthesize';

const enough = (attribute: string) => `contains(["web", "all"], self.${attribute})`;
const OWN_MODE_IS_ENOUGH = `\${(self.dynamic_steering.enabled || ${enough('traffic_mode')})}`;
const BOTH_SIDES_ARE_ENOUGH = `\${(!self.dynamic_steering.enabled || (${['on', 'off']
  .map((side) => enough(`dynamic_steering.${side}_premises_traffic_mode`))
  .join(' && ')}))}`;

const STEERED: SteeredTrafficProps = {
  dynamicSteering: { onPremises: TrafficMode.NONE, offPremises: TrafficMode.ALL },
  steerPrivateApps: PrivateAppSteering.SPECIFIC,
  privateApps: ['a ${b}'],
  steerDns: true,
  bypassExceptionTrafficAt: BypassPlace.CLOUD,
};
const WHOLE: SteeringConfigurationProps = {
  ...STEERED,
  name: 'Sales',
  enabled: true,
  userGroups: ['g %{x}'],
  osFamilies: [ClientOsFamily.WINDOWS, ClientOsFamily.MAC_OS],
  deviceTags: ['t ${x}'],
};
const STEERED_IN_TERRAFORM = {
  dynamic_steering: { enabled: true, on_premises_traffic_mode: 'none', off_premises_traffic_mode: 'all' },
  steer_private_apps: 'specific',
  private_apps: ['a $${b}'],
  steer_dns: true,
  bypass_exception_traffic_at: 'cloud',
};
const WHOLE_IN_TERRAFORM = {
  ...STEERED_IN_TERRAFORM,
  name: 'Sales',
  enabled: true,
  user_groups: ['g %%{x}'],
  os_families: ['windows', 'mac_os'],
  device_tags: ['t $${x}'],
};

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

  it('writes everything that can be given', () => {
    expect(configurationOf(WHOLE)).toEqual(WHOLE_IN_TERRAFORM);
  });

  it('takes tokens everywhere, and judges none of them', () => {
    const result = synthesize((stack) => {
      const variable = (type: string) => new TerraformVariable(stack, type.replace(/\W/g, '_'), { type });
      const [text, list] = [variable('string').stringValue, variable('list(string)').listValue];
      const truth = variable('bool').booleanValue;
      new SteeringConfiguration(stack, 'Sales', {
        name: text,
        enabled: truth,
        trafficMode: text as TrafficMode,
        dynamicSteering: { enabled: truth, onPremises: text as TrafficMode, offPremises: text as TrafficMode },
        expectTrafficMode: TrafficMode.ALL,
        steerPrivateApps: text as PrivateAppSteering,
        privateApps: list,
        steerDns: truth,
        bypassExceptionTrafficAt: text as BypassPlace,
        userGroups: list,
        osFamilies: list as ClientOsFamily[],
        deviceTags: list,
      });
    });
    expect(resourceOf(result, 'configuration')).toEqual({
      lifecycle: expect.anything() as unknown,
      name: '${var.string}',
      enabled: '${var.bool}',
      traffic_mode: '${var.string}',
      dynamic_steering: {
        enabled: '${var.bool}',
        on_premises_traffic_mode: '${var.string}',
        off_premises_traffic_mode: '${var.string}',
      },
      steer_private_apps: '${var.string}',
      private_apps: '${var.list_string_}',
      steer_dns: '${var.bool}',
      bypass_exception_traffic_at: '${var.string}',
      user_groups: '${var.list_string_}',
      os_families: '${var.list_string_}',
      device_tags: '${var.list_string_}',
    });
  });

  it('steers specific private apps where some are named, and those of a list that only terraform knows', () => {
    expect(configurationOf({ name: 'a', privateApps: ['wiki'] })).toMatchObject({ steer_private_apps: 'specific' });
    expect(configurationOf({ name: 'a', privateApps: Fn.split(',', 'a,b') })).toEqual({
      name: 'a',
      steer_private_apps: 'specific',
      private_apps: '${split(",", "a,b")}',
    });
  });

  it('advises that a mode counts for nobody beside dynamic steering', () => {
    const adviceOn = (props: object) =>
      synthesize((stack) => new SteeringConfiguration(stack, 'It', { name: 'a', ...props })).annotations;
    const dynamicSteering = { onPremises: TrafficMode.WEB, offPremises: TrafficMode.WEB };
    expect(adviceOn({ trafficMode: TrafficMode.ALL, dynamicSteering })).toEqual([
      expect.stringMatching(/^warn: Traffic mode without effect\. .* Leave out trafficMode\.$/),
    ]);
    expect(adviceOn({ dynamicSteering })).toEqual([]);
    expect(adviceOn({ trafficMode: TrafficMode.ALL, dynamicSteering: { ...dynamicSteering, enabled: false } })).toEqual(
      [],
    );
  });

  it('leaves it to the plan which mode counts, where only terraform knows', () => {
    const dynamicSteering = { onPremises: TrafficMode.WEB, offPremises: TrafficMode.WEB, enabled: Fn.tobool('true') };
    expect(() => configurationOf({ name: 'a', dynamicSteering, expectTrafficMode: TrafficMode.WEB })).not.toThrow();
  });

  it('expects enough of both sides, and nothing of a mode that counts for nobody', () => {
    const dynamicSteering = { onPremises: TrafficMode.WEB, offPremises: TrafficMode.ALL };
    const resource = configurationOf({ name: 'a', dynamicSteering, expectTrafficMode: TrafficMode.WEB });
    expect(resource).toMatchObject({ lifecycle: { postcondition: [{}, { condition: BOTH_SIDES_ARE_ENOUGH }] } });
  });

  it.each<[what: string, props: SteeringConfigurationProps, says: string]>([
    [
      'a side that does not meet the expectation',
      {
        name: 'a',
        trafficMode: TrafficMode.ALL,
        dynamicSteering: { onPremises: TrafficMode.WEB, offPremises: TrafficMode.CLOUD_APPS },
        expectTrafficMode: TrafficMode.WEB,
      },
      'and in "cloud_apps" off-premises, in which they steer only hosts of steered cloud apps',
    ],
    [
      'an expectation that only terraform knows',
      { name: 'a', expectTrafficMode: Fn.lower('WEB') as TrafficMode },
      'expectTrafficMode is only known at apply',
    ],
    [
      'private apps that are not looked at',
      { name: 'a', steerPrivateApps: PrivateAppSteering.ALL, privateApps: ['wiki'] },
      'Private apps that are not looked at. Where private apps are steered as "all"',
    ],
    ['specific private apps, of which none', { name: 'a', privateApps: [] }, 'No private apps'],
    ['a private app without a name', { name: 'a', privateApps: [''] }, 'One of privateApps has 0 characters'],
    ['a group without a name', { name: 'a', userGroups: [''] }, 'One of userGroups has 0 characters'],
    ['a unit without a name', { name: 'a', organizationUnits: [''] }, 'One of organizationUnits has 0 characters'],
    ['a device tag without a name', { name: 'a', deviceTags: [''] }, 'One of deviceTags has 0 characters'],
    ['six device tags', { name: 'a', deviceTags: ['1', '2', '3', '4', '5', '6'] }, 'takes 5 at most'],
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
              /^The block would have no effect: .* traffic mode "\$\{self\.traffic_mode\}", in which clients steer \$\{lookup\(.*A new tenant starts in "cloud_apps"\. Set the traffic mode to "web" or "all"/,
            ) as unknown,
          },
          {
            condition: BOTH_SIDES_ARE_ENOUGH,
            error_message: expect.stringMatching(
              /^The block would not take effect everywhere: .*\$\{lookup\(.*both modes must steer enough.* \(dynamicSteering\)/,
            ) as unknown,
          },
        ],
      },
    });
  });

  it('sets whatever is given', () => {
    const result = synthesize((stack) => SteeringConfiguration.adoptDefault(stack, 'It', STEERED));
    expect(resourceOf(result, 'default_configuration')).toEqual(STEERED_IN_TERRAFORM);
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

it('takes undefined for what may be left out, as a program writes that hands on what it was given', () => {
  const given: { readonly groups?: string[]; readonly mode?: TrafficMode } = {};
  const result = synthesize((stack) => {
    const { groups: userGroups, mode } = given;
    const dynamicSteering = { onPremises: TrafficMode.WEB, offPremises: TrafficMode.WEB, enabled: undefined };
    const props = { name: 'It', userGroups, trafficMode: mode, expectTrafficMode: mode, dynamicSteering };
    const configuration = new SteeringConfiguration(stack, 'It', props);
    configuration.bypassDomains('Domains', {
      domains: ['x.example'],
      location: ClientLocation.ON_PREMISES,
      notes: undefined,
    });
  });
  expect(resourceOf(result, 'configuration')).toEqual({
    name: 'It',
    dynamic_steering: { enabled: true, on_premises_traffic_mode: 'web', off_premises_traffic_mode: 'web' },
  });
});
