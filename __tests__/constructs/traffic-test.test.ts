import { rmSync } from 'node:fs';
import { Fn, Testing, TerraformStack, type App } from 'cdktf';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  ClientLocation,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  PlatformAction,
  SteeringConfiguration,
  TrafficMode,
  TrafficTest,
  type ISteeringConfiguration,
  type TrafficTestProps,
} from '../../constructs';
import { StackSteering } from '../../constructs/plumbing/stack-steering';
import { synthesize } from './synthesize';

type Configure = (stack: TerraformStack) => ISteeringConfiguration;

const adopt =
  (expectTrafficMode?: TrafficMode): Configure =>
  (stack) =>
    SteeringConfiguration.adoptDefault(stack, 'Default', { ...(expectTrafficMode && { expectTrafficMode }) });

const web = adopt(TrafficMode.WEB);

function block(configure: Configure, stack: TerraformStack): ISteeringConfiguration {
  const configuration = configure(stack);
  new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP, platforms: [Platform.WINDOWS] });
  return configuration;
}

const WHATSAPP = { process: 'WhatsApp.exe', platform: Platform.WINDOWS, host: 'g.whatsapp.net', port: 5222 };
const test = (stack: TerraformStack, props: TrafficTestProps, name = 'It') => new TrafficTest(stack, name, props);

/** What synth says, with WhatsApp blocked; nothing where it goes through. */
function failure(
  configure: Configure,
  flow: Partial<TrafficTestProps['flow']>,
  expect: TrafficTestProps['expect'],
): string {
  try {
    synthesize((stack) => {
      block(configure, stack);
      test(stack, { flow: { ...WHATSAPP, ...flow }, expect });
    });
    return '';
  } catch (cause) {
    return (cause as Error).message;
  }
}

it.each<
  [what: string, configure: Configure, flow: Partial<TrafficTestProps['flow']>, expect: TrafficTestProps['expect']]
>([
  ['a block on a port that the stack steers', web, {}, 'block'],
  ['a block on 443', web, { port: 443 }, 'block'],
  ['another process', web, { process: 'chrome.exe', host: 'web.whatsapp.com', port: 443 }, 'steer'],
  ['a port that nobody steers', (stack) => direct(stack), { port: 4000 }, 'direct'],
  ['a spelling that counts for nothing', web, { process: 'whatsapp.EXE' }, 'block'],
])('lets the synth go through with %s', (_, configure, flow, expected) => {
  expect(failure(configure, flow, expected)).toBe('');
});

/** A configuration whose mode the stack itself writes. */
const direct = (stack: TerraformStack) =>
  SteeringConfiguration.adoptDefault(stack, 'Default', { trafficMode: TrafficMode.WEB });

it('stops the synth where a flow meets another fate, with the whole trace', () => {
  const [, headline, answer, ...trace] = failure(direct, { port: 4000 }, 'block').split('\n');
  expect(headline).toBe('  [stack/It] Expected block, but it is direct.');
  expect(answer).toMatch(/^ {4}"WhatsApp\.exe" on Windows to "g\.whatsapp\.net", TCP port 4000: direct\./);
  expect(trace.join('\n')).toMatch(/^ {6}.*stack\/Default.*$[^]*port 4000[^]*^ {8}unsteered-goes-direct \[seed\]:/m);
});

it('says under which premise it decided', () => {
  const premise =
    'Premise: the traffic mode is web or all, which stack/Default expects of the tenant (expectTrafficMode).';
  expect(failure(web, {}, 'steer')).toContain(premise);
  expect(failure(direct, {}, 'steer')).not.toContain('Premise');
});

describe('an outcome that nobody can say', () => {
  it('stops the synth with every candidate, and says what to add: a traffic mode', () => {
    const message = failure(adopt(), {}, 'block');
    expect(message).toContain('[stack/It] Expected block, but nobody can say what becomes of it: block or direct.');
    for (const mode of ['cloud_apps', 'web', 'all', 'none'])
      expect(message).toMatch(new RegExp(`traffic mode ${mode} +\\w`));
    expect(message).toContain('To settle it, add what is missing:');
    expect(message).toContain('- to stack/Default, "trafficMode" or "expectTrafficMode": what its clients steer');
  });

  it('says so as well where the expected modes are too many', () => {
    const message = failure(web, { port: 4000 }, 'block');
    expect(message).toContain('block or direct');
    expect(message).toContain('- to stack/Default, "trafficMode" or a narrower "expectTrafficMode"');
  });

  it('says what to add to the flow', () => {
    const contractors: Configure = (stack) =>
      new SteeringConfiguration(stack, 'Ours', {
        name: 'Ours',
        enabled: true,
        trafficMode: TrafficMode.WEB,
        userGroups: ['Contractors'],
      });
    const groups = (userGroups: string[]) => ({ userGroups });
    expect(failure(contractors, {}, 'block')).toContain(
      '- to the flow, "userGroups": which user groups the user is in',
    );
    expect(failure(contractors, groups(['Contractors']), 'block')).toBe('');
    expect(failure(contractors, groups([]), 'block')).not.toContain('"userGroups"');
  });

  it('says what a plan or the tenant can tell, and how to state it', () => {
    const lookUp: Configure = (stack) => {
      const configuration = direct(stack);
      const app = CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom');
      configuration.addException('Zoom', { app, windows: PlatformAction.BLOCK });
      return configuration;
    };
    const message = failure(lookUp, { process: 'other.exe' }, 'steer');
    expect(message).toContain('block or steer');
    expect(message).toContain(
      'What only a plan or the tenant can tell:\n      - stack/Default/Zoom: it is only known once it is looked up on the tenant',
    );
    expect(message).toContain(
      'To settle it, add what is missing:\n      - to stack/Zoom, "known": by what the app is recognised on Windows',
    );
  });

  it('says where nothing that is added would help', () => {
    const disagree: Configure = (stack) => {
      const configuration = direct(stack);
      configuration.bypassDomains('Hosts', { domains: ['g.whatsapp.net'] });
      return configuration;
    };
    const message = failure(disagree, {}, 'block');
    expect(message).toContain('block or bypass (direct)');
    expect(message).toContain('What is not published, nothing added here can settle');
  });
});

it('can be asked in a configuration, whatever its criteria say', () => {
  synthesize((stack) => {
    const configuration = block(
      (scope) =>
        new SteeringConfiguration(scope, 'Ours', {
          name: 'Ours',
          dynamicSteering: { onPremises: TrafficMode.WEB, offPremises: TrafficMode.ALL },
        }),
      stack,
    );
    const flow = { ...WHATSAPP, configuration, port: 4000 };
    test(stack, { flow: { ...flow, location: ClientLocation.OFF_PREMISES }, expect: 'block' }, 'Off');
    test(stack, { flow: { ...flow, location: ClientLocation.ON_PREMISES }, expect: 'direct' }, 'On');
    const { trafficTests } = StackSteering.of(stack);
    const keys = trafficTests.map((one) => [one.name, one.construct, one.flow.configuration]);
    const key = expect.stringMatching(/^netskopesteering_configuration\.Ours_\w+$/);
    expect(keys).toEqual([
      ['Off', 'stack/Off', key],
      ['On', 'stack/On', key],
    ]);
  });
});

it('takes what each kind of configuration expects for granted', () => {
  synthesize((stack) => {
    const expected = { expectTrafficMode: TrafficMode.ALL };
    SteeringConfiguration.adoptDefault(stack, 'Default', expected);
    SteeringConfiguration.fromName(stack, 'Named', 'Sales', { expectTrafficMode: TrafficMode.WEB });
    new SteeringConfiguration(stack, 'Ours', { name: 'Ours', trafficMode: TrafficMode.ALL, ...expected });
    SteeringConfiguration.fromId(stack, 'Other', '7');
    expect(StackSteering.of(stack).premises).toEqual([
      { configuration: '0', construct: 'stack/Default', trafficModes: ['all'] },
      {
        configuration: expect.stringMatching(/^data\.netskopesteering_configuration\.Named_/),
        construct: 'stack/Named',
        trafficModes: ['web', 'all'],
      },
      {
        configuration: expect.stringMatching(/^netskopesteering_configuration\.Ours_/),
        construct: 'stack/Ours',
        trafficModes: ['all'],
      },
    ]);
  });
});

it('tells of all tests that fail at once', () => {
  const build = (stack: TerraformStack) => {
    block(web, stack);
    test(stack, { flow: WHATSAPP, expect: 'steer' }, 'One');
    test(stack, { flow: WHATSAPP, expect: 'bypass' }, 'Two');
  };
  expect(() => synthesize(build)).toThrow(
    /\[stack\/One\] Expected steer, but it is block\.[^]*\[stack\/Two\] Expected bypass/,
  );
});

it.each<[what: string, flow: object, expect: string, complaint: string]>([
  ['a port that is none', { port: 0 }, 'block', 'The port 0 is not a whole number from 1 to 65535.'],
  ['a path', { process: 'C:\\slack\\slack.exe' }, 'steer', '"C:\\\\slack\\\\slack.exe" is not the name of a process'],
  ['a pattern', { process: '*.exe' }, 'steer', '"*.exe" is not the name of a process'],
  ['a host with its port', { host: 'slack.com:443' }, 'steer', '"slack.com:443" is not a host: it has a port'],
  ['a wildcard for a host', { host: '*.slack.com' }, 'steer', '"*.slack.com" is not a host: it is a wildcard'],
  ['a group without a name', { userGroups: [''] }, 'steer', 'The user group has 0 characters'],
  [
    'a field that a flow does not have',
    { group: ['x'] },
    'steer',
    'flow.group is not known here. Known are configuration,',
  ],
  ['a name for a configuration', { configuration: 'Sales' }, 'block', 'flow.configuration is a text, but an object'],
  ['null for a configuration', { configuration: null }, 'block', 'flow.configuration is null, but an object with'],
  ['a token in a list', { userGroups: [Fn.lower('X')] }, 'steer', 'A part of the flow is only known at apply'],
  ['a nameless process', { process: '' }, 'block', 'The process has no name.'],
  ['an address of a page', { host: 'https://x' }, 'block', '"https://x" is not a host'],
  ['a platform that is none', { platform: 'win32' }, 'block', 'flow.platform is "win32", which is not one of "'],
  ['an outcome that cannot be meant', {}, 'unknown', 'expect is "unknown", which is not one of "block", "bypass"'],
  ['an outcome that only Terraform knows', {}, Fn.lower('BLOCK'), 'expect is only known at apply'],
  [
    'a token',
    { host: Fn.lower('X') },
    'block',
    'A part of the flow is only known at apply, but the test runs at synth.',
  ],
])('refuses %s', (_, flow, expected, complaint) => {
  const build = (stack: TerraformStack) =>
    test(stack, { flow: { ...WHATSAPP, ...flow }, expect: expected as TrafficTestProps['expect'] });
  expect(() => synthesize(build)).toThrow(`stack/It: ${complaint}`);
});

it.each([
  ['undefined', undefined],
  ['null', null],
  ['a text', 'WhatsApp.exe'],
  ['a list', []],
])('refuses %s for a flow', (what, flow) => {
  const build = (stack: TerraformStack) => test(stack, { flow: flow as never, expect: 'block' });
  expect(() => synthesize(build)).toThrow(
    `stack/It: flow is ${what}, but an object with port, platform, process, host (TrafficFlow) belongs there.`,
  );
});

describe('names of users and destinations', () => {
  const contractors: Configure = (stack) =>
    new SteeringConfiguration(stack, 'Ours', {
      name: 'Ours',
      enabled: true,
      trafficMode: TrafficMode.WEB,
      userGroups: ['Contractors'],
    });
  const build = (userGroups: string[], twice = false) =>
    synthesize((stack) => {
      contractors(stack);
      block(web, stack);
      test(stack, { flow: { ...WHATSAPP, userGroups, process: 'chrome.exe', port: 443 }, expect: 'steer' });
      if (twice) Testing.synth(stack, true);
    });

  it('stop the synth where the stack writes them in another case', () => {
    expect(() => build(['contractors'])).toThrow(
      '[stack/It] Expected steer, but that cannot be answered. The user group "contractors" is written "Contractors"',
    );
  });

  it.each([false, true])('are warned of where nothing names them, once (again: %s)', (twice) => {
    const said = build(['Guests'], twice).annotations.filter((one) => one.includes('Guests'));
    expect(said).toEqual([
      expect.stringMatching(/^warn: No configuration names the user group "Guests"\. What is judged is a part of the/),
    ]);
  });

  it('are right as the stack writes them', () => {
    expect(build(['Contractors']).annotations.join()).not.toContain('Contractors');
  });
});

it('is judged wherever cdktf runs validations, and nowhere else', () => {
  const folders: string[] = [];
  const fails = (scope: TerraformStack) => test(scope, { flow: WHATSAPP, expect: 'block' });
  const stack = () => {
    const app = Testing.app();
    folders.push(app.outdir);
    const made = new TerraformStack(app, 'stack');
    new NetskopeSteeringProvider(made, 'netskope');
    fails(made);
    return made;
  };
  const says = '[stack/It] Expected block';
  expect(() => (stack().node.root as App).synth()).toThrow(says);
  expect(() => Testing.fullSynth(stack())).toThrow(says);
  expect(() => Testing.synth(stack(), true)).toThrow(says);
  expect(() => Testing.synth(stack())).not.toThrow();
  expect(() => Testing.synthScope((scope) => void fails(scope as TerraformStack))).not.toThrow();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
