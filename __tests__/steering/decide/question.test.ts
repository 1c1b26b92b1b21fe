/** Which flows are questions: what can be asked, and what is refused with what to write instead. */
import fc from 'fast-check';
import { complainAboutFlow, decide, modelFromResources, type Attributes, type Flow } from '../../../steering';
import { CATALOGUE_ENTRIES } from '../../../steering/catalogue';
import { complainAboutHost } from '../../../steering/decide/question-names';
import { complainAboutProcess } from '../../../steering/decide/question';
import { PLATFORMS, type PlatformName } from '../../../steering/domain/vocabulary';

const FLOW: Flow = { platform: 'windows', process: 'slack.exe', host: 'slack.com', port: 443 };

describe('a process', () => {
  it.each<[name: string, platform: PlatformName, meant: string | undefined]>([
    ['C:\\Program Files\\Slack\\slack.exe', 'windows', 'slack.exe'],
    ['C:slack.exe', 'windows', undefined],
    ['\\\\server\\share\\slack.exe', 'windows', 'slack.exe'],
    ['\\\\?\\C:\\x\\slack.exe', 'windows', 'slack.exe'],
    ['C:/slack/slack.exe', 'windows', 'slack.exe'],
    ['%ProgramFiles%\\slack.exe', 'windows', 'slack.exe'],
    ['./slack', 'linux', 'slack'],
    ['/usr/bin/slack', 'linux', 'slack'],
    ['/Applications/Slack.app/Contents/MacOS/Slack', 'mac_os', 'Slack'],
    ['a\\b', 'mac_os', 'b'],
    ['"slack.exe"', 'windows', 'slack.exe'],
    ["'slack.exe'", 'windows', 'slack.exe'],
    ['“slack.exe”', 'windows', 'slack.exe'],
    [' slack.exe', 'windows', 'slack.exe'],
    ['slack.exe\t', 'windows', 'slack.exe'],
    ['slack.exe\u00a0', 'windows', 'slack.exe'],
    ['sla\nck.exe', 'windows', 'sla ck.exe'],
    ['slack\u0000.exe', 'windows', undefined],
    ['slack.exe,teams.exe', 'windows', 'slack.exe'],
    ['slack.exe; teams.exe', 'windows', 'slack.exe'],
    ['slack.exe: Slack', 'windows', 'slack.exe'],
    ['slack.exe --proxy', 'windows', 'slack.exe'],
    ['Slack: Technologies', 'mac_os', 'Slack'],
    ['*', 'windows', undefined],
    ['slack*', 'linux', undefined],
    ['*.exe', 'windows', undefined],
    ['sla?k.exe', 'windows', undefined],
    ['^slack\\.exe$', 'windows', undefined],
    ['slack.exe$', 'windows', undefined],
    ['slack.*', 'mac_os', undefined],
    ['.+', 'mac_os', undefined],
    ['(?i)slack', 'mac_os', undefined],
    ['(slack|teams).exe', 'windows', undefined],
    ['[Ss]lack.exe', 'windows', undefined],
    ['slack[.]exe', 'windows', undefined],
    ['python[0-9].exe', 'windows', undefined],
    ['slac{1}k', 'linux', undefined],
    ['slack<1>.exe', 'windows', undefined],
    ['slack.', 'windows', undefined],
  ])('%j on %s is refused', (name, platform, meant) => {
    const detail = complainAboutFlow({ ...FLOW, platform, process: name });
    expect(detail).toContain('is not the name of a process: ');
    expect(detail).toContain('Write the bare name');
    if (meant !== undefined) expect(detail).toContain(`such as "${meant}".`);
    expect(complainAboutProcess(meant ?? 'a', platform)).toBeUndefined();
  });

  it.each(['', ' ', '\n'])('without a name (%j) is refused', (name) => {
    expect(complainAboutFlow({ ...FLOW, process: name })).toBe('The process has no name.');
  });

  it.each<[name: string, platform: PlatformName]>([
    ['notepad++.exe', 'windows'],
    ['system', 'windows'],
    ['command.com', 'windows'],
    ['setup[1].exe', 'windows'],
    ['tool [x64].exe', 'windows'],
    ['Update (2).exe', 'windows'],
    ['{3f2a-11}.exe', 'windows'],
    ['a$b.exe', 'windows'],
    ['zoom.us', 'mac_os'],
    ['Google Chrome Helper (Renderer)', 'mac_os'],
    ['com.apple.geod', 'mac_os'],
    ['com.whatsapp:remote', 'android'],
    ['net.whatsapp.WhatsApp', 'ios'],
    ['微信', 'mac_os'],
  ])('%j on %s is one', (name, platform) => {
    expect(complainAboutFlow({ ...FLOW, platform, process: name })).toBeUndefined();
  });

  it('is one, whatever executable the catalogue names', () => {
    for (const { executables } of CATALOGUE_ENTRIES) {
      for (const { name } of PLATFORMS) {
        for (const { value } of executables[name] ?? []) expect(complainAboutProcess(value, name)).toBeUndefined();
      }
    }
  });
});

describe('a host', () => {
  it.each<[host: string, meant: string | undefined]>([
    ['https://slack.com', 'slack.com'],
    ['https://u:p@slack.com:8443/a?b#c', 'slack.com'],
    ['wss://slack.com', 'slack.com'],
    ['//slack.com/x', 'slack.com'],
    ['slack.com:443', 'slack.com'],
    ['slack.com:', 'slack.com'],
    ['slack.com/path', 'slack.com'],
    ['slack.com?x', 'slack.com'],
    ['me@slack.com', 'slack.com'],
    ['*.slack.com', 'slack.com'],
    ['*slack.com', undefined],
    ['*', undefined],
    ['.slack.com', 'slack.com'],
    [' slack.com', 'slack.com'],
    ['slack.com\n', 'slack.com'],
    ['slack.com\u00a0', 'slack.com'],
    ['slack .com', undefined],
    ['"slack.com"', 'slack.com'],
    ["'slack.com'", 'slack.com'],
    ['“slack.com”', 'slack.com'],
    ['slack.com,teams.com', 'slack.com'],
    ['\\\\slack.com\\share', 'slack.com'],
    ['slack..com', undefined],
    ['slack.com..', undefined],
    ['.', undefined],
    ['-slack.com', undefined],
    ['slack-.com', undefined],
    ['sl&ck.com', undefined],
    ['sla%63k.com', undefined],
    [`${'a'.repeat(64)}.com`, undefined],
    [`${'a.'.repeat(127)}com`, undefined],
    ['999.1.1.1', undefined],
    ['1.2.3', undefined],
    ['1.2.3.4.5', undefined],
    ['010.1.1.1', undefined],
    ['0x7f.0.0.0x1', undefined],
    ['2130706433', undefined],
    ['1.2.3.4:443', '1.2.3.4'],
    ['[1.2.3.4]', undefined],
    ['10.0.0.0/8', '10.0.0.0'],
    ['[2001:db8::1]:443', '[2001:db8::1]'],
    ['[2001:db8::1', undefined],
    ['2001:db8:::1', undefined],
    ['2001:db8::g', undefined],
    [':::', undefined],
    ['[]', undefined],
  ])('%j is refused', (host, meant) => {
    const complaint = complainAboutHost(host);
    expect(complaint?.summary).toBe('Not a host');
    expect(complaint?.detail).toMatch(/ is not a host: .*\. Write one name or address alone/s);
    if (meant !== undefined) expect(complaint?.detail).toContain(`such as "${meant}",`);
    expect(complainAboutFlow({ ...FLOW, host })).toBe(complaint?.detail);
  });

  it.each([
    '',
    'slack.com',
    'SLACK.com.',
    'localhost',
    '_sip._tcp.example.com',
    'r3---sn-4g5e.googlevideo.com',
    'xn--bcher-kva.example',
    'bücher.example',
    'हिन्दी.भारत',
    '例え.テスト',
    '1.example.com',
    'example.c0m',
    '192.0.2.1',
    '::1',
    'fe80::1%eth0',
    '::ffff:192.0.2.1',
    '[2001:db8::1]',
  ])('%j is one', (host) => {
    expect(complainAboutHost(host)).toBeUndefined();
  });

  it('is the same with a dot at its end, and an address the same in brackets', () => {
    const resource = (type: string, attributes: Attributes) =>
      ({ type: `netskopesteering_${type}`, mode: 'managed', key: type, origin: {}, attributes }) as const;
    const model = modelFromResources([
      resource('default_configuration', { traffic_mode: 'web', dynamic_steering: { enabled: false } }),
      resource('domain_exception', { configuration_id: '0', domains: ['slack.com'] }),
    ]);
    for (const [one, other] of [
      ['slack.com', 'slack.com.'],
      ['2001:db8::1', '[2001:DB8:0::1]'],
    ]) {
      const [a, b] = [one, other].map((host) => decide(model, { ...FLOW, host: host ?? '' }));
      expect(b?.possible).toEqual(a?.possible);
    }
  });

  it('that is refused never crashes, and what is meant by it is always one', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: fc.constantFrom(...'a.:[]*/@-1 "é') })),
        (host) => {
          const meant = /such as "([^"]*)", or/.exec(complainAboutHost(host)?.detail ?? '')?.[1];
          if (meant !== undefined) expect(complainAboutHost(meant)).toBeUndefined();
        },
      ),
    );
  });
});

it.each<[field: string, value: unknown, says: string]>([
  ['port', 0, 'The port 0 is not a whole number from 1 to 65535.'],
  ['port', 65_536, 'The port 65536 is not'],
  ['port', 1.5, 'The port 1.5 is not'],
  ['port', '443', 'The port 443 is not'],
  ['platform', 'Windows', '"Windows" is not a platform. Give one of windows'],
  ['transport', 'sctp', '"sctp" is not a transport. Give one of tcp, udp.'],
  ['location', 'home', '"home" is not a location. Give one of on_premises'],
  ['managed', 'yes', 'Whether the device is managed is either true or false.'],
  ['service', 'yes', 'Whether the process runs as a Windows service is either true or false.'],
  ['userGroups', [''], 'The user group has 0 characters'],
  ['userGroups', 'Sales', 'Give each user group as an element of a list.'],
  ['userGroups', [7], 'The user group of the flow is not a text.'],
  ['organizationUnit', '', 'The organizational unit has 0 characters'],
  ['deviceTags', ['x'.repeat(1025)], 'The device tag has 1025 characters; 1 to 1024'],
  ['applications', ['A', ''], 'The application has 0 characters'],
  ['categories', [''], 'The category has 0 characters'],
  ['destinationLocations', [''], 'The network location of the destination has 0 characters'],
  ['sourceLocations', [''], 'The network location of the client has 0 characters'],
  ['sourceCountry', 'de', 'Did you mean "DE"?'],
  ['sourceCountry', 'Germany', 'Did you mean "DE"?'],
  ['sourceCountry', 'ZZ', 'is no country of ISO 3166-1'],
  ['sourceCountry', 'QX', 'is no country of ISO 3166-1'],
  ['sourceCountry', '', 'is not a code of ISO 3166-1'],
  ['userGroup', ['Sales'], '"userGroup" is nothing that a flow says. It says platform, process'],
  ['host', undefined, 'The flow has no host.'],
  ['process', null, 'The process of the flow is not a text.'],
])('a flow with the %s %j is refused', (field, value, says) => {
  expect(complainAboutFlow({ ...FLOW, [field]: value })).toContain(says);
});

it('says nothing of what is only known later, and all of the rest', () => {
  const later = Symbol('later');
  const isOpen = (value: unknown) => value === later;
  const flow = { ...FLOW, host: later, userGroups: [later, 'Sales'] };
  expect(complainAboutFlow(flow, isOpen)).toBeUndefined();
  expect(complainAboutFlow({ ...flow, process: '/bin/slack' }, isOpen)).toContain('"/bin/slack"');
  expect(complainAboutFlow({ ...flow, userGroups: [later, ''] }, isOpen)).toContain('0 characters');
});
