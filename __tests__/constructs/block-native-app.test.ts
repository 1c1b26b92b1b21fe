import { TerraformVariable, type TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  NativeApps,
  Platform,
  PortScope,
  SteeringConfiguration,
  type NativeApp,
} from '../../constructs';
import type { BlockNativeAppProps, ISteeringConfiguration } from '../../constructs';
import { resourceOf, synthesize, type Synthesized } from './synthesize';

function block(...apps: Omit<BlockNativeAppProps, 'configuration'>[]): Synthesized {
  return synthesize((stack) => {
    const configuration: ISteeringConfiguration = SteeringConfiguration.fromId(stack, 'Sales', '7');
    for (const props of apps) new BlockNativeApp(stack, (props.app as NativeApp).name, { configuration, ...props });
  });
}

const windows = [Platform.WINDOWS];
const ports = (result: Synthesized) =>
  Object.values(result.config.resource?.['netskopesteering_non_standard_port'] ?? {});

describe('WhatsApp, blocked on Windows', () => {
  const result = block({ app: NativeApps.WHATSAPP, platforms: windows, notes: 'policy ${7}' });

  it("is defined with the article's executables and today's", () => {
    expect(resourceOf(result, 'certificate_pinned_app')).toMatchObject({
      name: 'WhatsApp',
      windows: { processes: ['WhatsApp.exe', 'WhatsAppDesktop.exe', 'WhatsApp.Root.exe'] },
    });
  });

  it("has the article's port beside 80 and 443 steered, for its own domains only", () => {
    expect(ports(result)).toEqual([{ configuration_id: '7', port: 5222, domains: ['whatsapp.com', 'whatsapp.net'] }]);
  });

  it('is blocked by an exception that stands last', () => {
    expect(resourceOf(result, 'certificate_pinned_app_exception')).toEqual({
      configuration_id: '7',
      notes: 'policy $${7}',
      app_id: '${netskopesteering_certificate_pinned_app.NativeApps_whatsapp_74109BE2.id}',
      custom_app_domains: ['*'],
      windows: 'block',
      depends_on: ['netskopesteering_non_standard_port.Sales_Port5222_A4D17B2C'],
    });
  });

  it('has addresses that never change', () => {
    const addresses = Object.entries(result.config.resource ?? {}).flatMap(([type, resources]) =>
      Object.keys(resources).map((name) => `${type}.${name}`),
    );
    expect(addresses.sort()).toEqual([
      'netskopesteering_certificate_pinned_app.NativeApps_whatsapp_74109BE2',
      'netskopesteering_certificate_pinned_app_exception.WhatsApp_Exception_26D78E7D',
      'netskopesteering_non_standard_port.Sales_Port5222_A4D17B2C',
    ]);
  });

  it('says what no block of it reaches, once', () => {
    expect(result.annotations).toEqual([
      expect.stringMatching(/^info: "WhatsApp\.Root\.exe" of "WhatsApp" shows its pages in WebView2/),
      expect.stringMatching(/^info: "WhatsApp" is blocked, and also uses UDP \(port 3478\)/),
    ]);
  });
});

describe('the executables that only third parties name', () => {
  const processesOf = (props: Partial<BlockNativeAppProps>) =>
    resourceOf(block({ app: NativeApps.WHATSAPP, platforms: windows, ...props }), 'certificate_pinned_app')['windows'];
  const article = ['WhatsApp.exe', 'WhatsAppDesktop.exe'];

  it.each<[string, Partial<BlockNativeAppProps>, string[]]>([
    ['are blocked', {}, [...article, 'WhatsApp.Root.exe']],
    ['are blocked on demand', { communityExecutables: true }, [...article, 'WhatsApp.Root.exe']],
    ['stay unblocked on demand', { communityExecutables: false }, article],
    [
      'are blocked once, whoever names them',
      { app: { ...NativeApps.WHATSAPP, windows: [...NativeApps.WHATSAPP.windows, 'whatsapp.root.exe'] } },
      [...article, 'whatsapp.root.exe'],
    ],
    [
      'come with a list that was lengthened',
      { app: { ...NativeApps.WHATSAPP, windows: [...NativeApps.WHATSAPP.windows, 'New.exe'] } },
      [...article, 'New.exe', 'WhatsApp.Root.exe'],
    ],
    [
      'do not come with a list that was shortened',
      { app: { ...NativeApps.WHATSAPP, windows: ['WhatsApp.exe'] } },
      ['WhatsApp.exe'],
    ],
  ])('%s', (_, props, processes) => {
    expect(processesOf(props)).toEqual({ processes });
  });

  it('are named in one warning where they stay unblocked', () => {
    const { annotations } = block({ app: NativeApps.WHATSAPP, platforms: windows, communityExecutables: false });
    expect(annotations.filter((one) => one.startsWith('warn'))).toEqual([
      expect.stringMatching(/^warn: "WhatsApp" is blocked on Windows but is also known to run as WhatsApp\.Root\.exe/),
    ]);
  });
});

it('blocks on several platforms with one exception', () => {
  const result = block({ app: NativeApps.WHATSAPP, platforms: [Platform.MAC_OS, Platform.WINDOWS] });
  expect(resourceOf(result, 'certificate_pinned_app')).toMatchObject({ mac_os: { processes: ['WhatsApp'] } });
  expect(resourceOf(result, 'certificate_pinned_app_exception')).toMatchObject({ windows: 'block', mac_os: 'block' });
});

it('blocks on every platform on which an executable is known, where none is named', () => {
  const result = block({ app: NativeApps.TELEGRAM });
  expect(resourceOf(result, 'certificate_pinned_app_exception')).toMatchObject({
    windows: 'block',
    mac_os: 'block',
    linux: 'block',
  });
});

it('steers a port for every host if that is what is wanted, with a warning', () => {
  const result = block({ app: NativeApps.WHATSAPP, platforms: windows, portScope: PortScope.ANY_HOST });
  expect(ports(result)).toEqual([{ configuration_id: '7', port: 5222 }]);
  expect(result.annotations).toContainEqual(expect.stringMatching(/^warn: Port 5222 is steered without domains/));
});

it('steers other ports than the known ones, each once, and never 80 or 443', () => {
  const result = block({ app: NativeApps.WHATSAPP, platforms: windows, ports: [443, 8443, 80, 8443] });
  expect(ports(result).map(({ port }) => port)).toEqual([8443]);
});

it('blocks without a row where 80 and 443 are enough', () => {
  const result = block({ app: NativeApps.WHATSAPP, platforms: windows, ports: [443] });
  expect(ports(result)).toEqual([]);
  expect(resourceOf(result, 'certificate_pinned_app_exception')).not.toHaveProperty('depends_on');
});

it('shares a port with another app, for the domains of both', () => {
  const chat: NativeApp = { name: 'Chat', windows: ['Chat.exe'], ports: [5222], domains: ['chat.example'] };
  const result = block({ app: NativeApps.WHATSAPP, platforms: windows }, { app: chat, platforms: windows });
  expect(ports(result)).toEqual([
    { configuration_id: '7', port: 5222, domains: ['chat.example', 'whatsapp.com', 'whatsapp.net'] },
  ]);
  const exceptions = Object.values(result.config.resource?.['netskopesteering_certificate_pinned_app_exception'] ?? {});
  expect(exceptions.map((exception) => exception['depends_on'])).toEqual([
    ['netskopesteering_non_standard_port.Sales_Port5222_A4D17B2C'],
    ['netskopesteering_non_standard_port.Sales_Port5222_A4D17B2C'],
  ]);
});

it.each<[what: string, props: Omit<BlockNativeAppProps, 'configuration'>, says: string]>([
  ['no platform', { app: NativeApps.WHATSAPP, platforms: [] }, 'stack/WhatsApp: The list of platforms is empty.'],
  ['an app of which nothing is known', { app: { name: 'Chat' } }, 'No executable of Chat is known on any platform'],
  [
    'a platform on which no executable is known',
    { app: NativeApps.WHATSAPP, platforms: [Platform.LINUX] },
    'No executable of WhatsApp is known for "linux"',
  ],
  [
    'a port of an app without known domains',
    { app: { name: 'Chat', windows: ['Chat.exe'], ports: [5222] }, platforms: windows },
    'No domains of Chat are known, to steer port 5222 for',
  ],
])('refuses %s', (_, props, says) => {
  expect(() => block(props)).toThrow(says);
});

/** What JavaScript passes, or TypeScript that nobody compiled. */
const presets: Readonly<Record<string, NativeApp>> = NativeApps;
const variable = (stack: TerraformStack) => new TerraformVariable(stack, 'v', { type: 'list(string)' });

it.each<[what: string, props: (stack: TerraformStack) => object, says: string]>([
  [
    'a text in the place of a list',
    () => ({ app: { name: 'X', windows: 'x.exe' } }),
    'app.windows is a text, but a list of texts belongs there. Put it in brackets, or give the list that was meant.',
  ],
  [
    'a preset that does not exist',
    () => ({ app: presets['WHATSAPPP'] }),
    'app is undefined, but an object with appId (ICertificatePinnedApp) or an object with name (NativeApp) belongs there. What it was taken from has no such member: look for a misspelled name, such as that of a preset or of a platform.',
  ],
  [
    'the name of an app',
    () => ({ app: 'WhatsApp' }),
    'app is a text, but an object with appId (ICertificatePinnedApp) or an object with name (NativeApp) belongs there.',
  ],
  ['an unknown property', () => ({ platform: 'windows' }), 'platform is not known here. Did you mean "platforms"?'],
  [
    'a platform in another spelling',
    () => ({ platforms: ['macos'] }),
    'platforms[0] is "macos", which is not one of "android", "chrome_os", "ios", "linux", "mac_os", "windows". Did you mean "mac_os"?',
  ],
  ['a port as a text', () => ({ ports: ['5222'] }), 'ports[0] is a text, but a number belongs there. Write it without'],
  ['null', () => ({ notes: null }), 'notes is null, but a text belongs there. To say nothing, leave it out.'],
  [
    'a class',
    () => ({ configuration: SteeringConfiguration }),
    'configuration is the class "SteeringConfiguration", but an object with configurationId (ConfigurationOfBlock) belongs there. Give an object, made with new.',
  ],
  [
    'platforms that are only known at apply',
    (stack) => ({ platforms: variable(stack).listValue }),
    'platforms is only known at apply, but it decides what is made at synth. The definitions and actions are made for each platform. Write it out.',
  ],
  [
    'one platform that is only known at apply',
    (stack) => ({ platforms: [Platform.WINDOWS, variable(stack).stringValue] }),
    'platforms is only known at apply',
  ],
  [
    'a port that is only known at apply',
    (stack) => ({ ports: [5222, variable(stack).numberValue] }),
    'ports is only known at apply, but it decides what is made at synth. Each port has an entry that is named after it.',
  ],
  [
    'a port of the app that is only known at apply',
    (stack) => ({ app: { ...NativeApps.SIGNAL, ports: [variable(stack).numberValue] } }),
    'app.ports is only known at apply',
  ],
  [
    'a scope that is only known at apply',
    (stack) => ({ portScope: variable(stack).stringValue }),
    'portScope is only known at apply, but it decides what is made at synth. The entries of the ports are made for it.',
  ],
  [
    'a key that is only known at apply',
    (stack) => ({ app: { ...NativeApps.SIGNAL, key: variable(stack).stringValue } }),
    'app.key is only known at apply, but it decides what is made at synth. The definition of the app is named after it.',
  ],
])('refuses %s at the path of the construct', (_, wrong, says) => {
  synthesize((stack) => {
    const props = { configuration: SteeringConfiguration.fromId(stack, 'Sales', '7'), app: NativeApps.SIGNAL };
    const given = { ...props, ...wrong(stack) };
    expect(() => new BlockNativeApp(stack, 'It', given)).toThrow(`stack/It: ${says}`);
  });
});
