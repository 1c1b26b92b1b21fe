/** Facts of the vendor's pages about which traffic is steered, and which exceptions reach it: a line each. */
import {
  compare,
  decide,
  known,
  names,
  type Configuration,
  type ExceptionData,
  type Fate,
  type Flow,
  type Model,
  type TrafficModeName,
} from '../../../steering';
import type { AssumptionId } from '../../../steering/domain/assumptions';
import {
  BASE,
  CUSTOM,
  DEFAULT,
  DNS,
  FLOW,
  IN_CLOUD,
  NAMED,
  STEERS_DNS,
  WHATSAPP,
  application,
  category,
  countries,
  destination,
  domains,
  pinned,
  sides,
  source,
  tenant,
  type Settings,
} from './documented-tenant';

type Line = readonly [what: string, model: Model, flow: Partial<Flow>, possible: readonly Fate[], rests?: AssumptionId];

const lines = (list: readonly Line[]) =>
  it.each(list.map((line) => [line[0], line] as const))('%s', (_, [, model, more, possible, rests]) => {
    const decision = decide(model, { ...FLOW, ...more });
    expect(decision.possible).toEqual(possible);
    expect(decision.assumptions).toEqual(rests === undefined ? decision.assumptions : expect.arrayContaining([rests]));
  });

describe('steering DNS', () => {
  const dynamic = (on: TrafficModeName, off: TrafficModeName) =>
    tenant({ mode: 'all', ...STEERS_DNS, sides: sides(on, off) });
  const off = { ...DNS, location: 'off_premises' } as const;
  lines([
    ['exists off-premises in mode all', dynamic('all', 'all'), off, ['steer'], 'dns-is-port-53'],
    ['exists off-premises in mode web', dynamic('all', 'web'), off, ['steer'], 'dns-is-port-53'],
    ['does not exist on-premises in mode all', dynamic('all', 'all'), DNS, ['direct'], 'steer-dns-off-premises-only'],
    ['does not exist on-premises in mode web', dynamic('web', 'all'), DNS, ['direct'], 'steer-dns-off-premises-only'],
    [
      'counts where there are no sides',
      tenant({ mode: 'all', ...STEERS_DNS }),
      DNS,
      ['steer'],
      'steer-dns-without-dynamic-steering',
    ],
    [
      'counts where there are no sides in mode web, too',
      tenant({ mode: 'web', ...STEERS_DNS }),
      { ...DNS, transport: 'tcp' },
      ['steer'],
      'steer-dns-without-dynamic-steering',
    ],
    [
      'may be on',
      tenant({ mode: 'web', steerDns: { known: false, reason: 'it is not known' } }),
      DNS,
      ['steer', 'direct'],
    ],
    ['is off', tenant({ mode: 'web' }), DNS, ['direct']],
    ['does not count in mode none', tenant({ mode: 'none', ...STEERS_DNS }), DNS, ['direct'], 'tunnel-in-mode-none'],
  ]);
});

describe('mode all', () => {
  const all = tenant({ mode: 'all' });
  const v6 = { host: '2001:db8::7' };
  lines([
    ['steers every other port', all, { port: 5353 }, ['steer'], 'destination-is-ipv4'],
    ['leaves out UDP port 5353', all, { port: 5353, transport: 'udp' }, ['direct'], 'mdns-outside-mode-all'],
    ['leaves out IPv6 that is not HTTP', all, { ...v6, port: 22 }, ['direct'], 'ipv6-outside-http'],
    ['leaves it out by UDP', all, { ...v6, port: 3478, transport: 'udp' }, ['direct'], 'ipv6-outside-http'],
    ['steers IPv6 to a port of web traffic', all, { ...v6, port: 80 }, ['steer']],
    ['may steer it by UDP there', all, { ...v6, transport: 'udp' }, ['steer', 'direct'], 'udp-on-web-ports'],
    ['leaves IPv6 out to a port for other hosts', all, { ...v6, port: 5222 }, ['direct'], 'ipv6-outside-http'],
    ['knows IPv4 in the form of IPv6', all, { host: '::ffff:203.0.113.7', port: 22 }, ['steer']],
    ['steers IPv4', all, { host: '203.0.113.7', port: 22 }, ['steer']],
  ]);

  it('takes a host name for one of IPv4 where that counts, and nowhere else', () => {
    const restsOn = (flow: Partial<Flow>) => decide(all, { ...FLOW, ...flow }).assumptions;
    expect(restsOn({ port: 22 })).toContain('destination-is-ipv4');
    expect(restsOn({ host: '', port: 22 })).toContain('destination-is-ipv4');
    expect(restsOn({ port: 443 })).not.toContain('destination-is-ipv4');
    expect(restsOn({ host: '203.0.113.7', port: 22 })).not.toContain('destination-is-ipv4');
  });
});

it('tells IPv6 from IPv4 in a comparison, where one of them is left out', () => {
  const { changes } = compare(tenant({ mode: 'none' }), tenant({ mode: 'all' }), { platforms: ['windows'] });
  const hostsTo = (port: number) =>
    changes.flatMap(({ region: { destinations = [], transport }, after }) =>
      after.outcome === 'steer' && transport !== 'udp'
        ? destinations.flatMap(({ ports, hosts = [] }) =>
            ports?.some(({ from, to }) => from <= port && port <= to) ? hosts.map(({ kind }) => kind) : [],
          )
        : [],
    );
  expect(hostsTo(22)).toEqual(expect.arrayContaining(['names', 'public_ipv4']));
  expect(hostsTo(22)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^public(_ipv6)?$/)]));
  expect(hostsTo(443)).toEqual(expect.arrayContaining(['public_ipv4', 'public_ipv6']));
});

describe('an exception and traffic that is not web traffic, in mode all', () => {
  const odd = { ...NAMED, port: 22 };
  const on = (settings: Partial<Settings>, data: ExceptionData) => tenant({ mode: 'all', ...settings }, data);
  const open = 'exceptions-of-non-web-traffic';
  const isVoid = 'void-in-custom-configurations';
  lines([
    ['application, default', on({}, application), odd, ['bypass_direct'], 'non-web-tcp-at-the-client'],
    ['destination location, default', on({}, destination), odd, ['bypass_direct'], 'non-web-tcp-at-the-client'],
    ['application, custom', on(CUSTOM, application), odd, ['steer'], isVoid],
    ['destination location, custom', on(CUSTOM, destination), odd, ['steer'], isVoid],
    ['the same by UDP', on(CUSTOM, destination), { ...odd, transport: 'udp' }, ['steer'], isVoid],
    ['application, custom, of web traffic', on(CUSTOM, application), NAMED, ['bypass_direct']],
    [
      'application, custom, by UDP to a web port',
      on(CUSTOM, application),
      { ...NAMED, transport: 'udp' },
      ['bypass_direct', 'steer'],
      'udp-on-web-ports',
    ],
    ['domains, default', on({}, domains), odd, ['bypass_direct', 'steer'], open],
    ['domains, custom', on(CUSTOM, domains), odd, ['bypass_direct', 'steer'], open],
    ['source location', on({}, source), odd, ['bypass_direct', 'steer'], open],
    ['category', on({}, category), odd, ['bypass_tunnel', 'steer'], open],
    ['source country', on(CUSTOM, countries), odd, ['bypass_tunnel', 'steer'], open],
    ['domains, of web traffic', on({}, domains), NAMED, ['bypass_direct']],
    ['a certificate pinned app', on(CUSTOM, pinned('block')), { ...odd, ...WHATSAPP }, ['block'], 'client-126'],
  ]);

  it('tells of an exception that is void', () => {
    const { scenarios } = decide(on(CUSTOM, application), { ...FLOW, ...odd });
    expect(scenarios[0]?.trace).toContainEqual(
      expect.objectContaining({ step: 'exception', type: 'application', verdict: 'no', leadsTo: [] }),
    );
  });

  it('counts everywhere else', () => {
    const web = tenant({ mode: 'web', ...CUSTOM }, application);
    const flow = { ...FLOW, ...NAMED, port: 5222, host: 'chat.whatsapp.net' };
    expect(decide(web, flow).possible).toEqual(['bypass_direct']);
  });
});

describe('a domain exception in mode cloud apps', () => {
  const at = (settings: Partial<Settings> = {}) => tenant({ mode: 'cloud_apps', ...settings }, domains);
  const windows = 'domain-exceptions-of-other-apps';
  lines([
    ['is local on Windows', at(), {}, ['bypass_direct'], windows],
    ['is in the cloud on macOS', at(IN_CLOUD), { platform: 'mac_os' }, ['bypass_tunnel'], windows],
    ['is local on Windows outside steered apps only', at(IN_CLOUD), {}, ['bypass_direct', 'bypass_tunnel'], windows],
    [
      'is in the cloud on macOS outside them only',
      at(),
      { platform: 'mac_os' },
      ['bypass_direct', 'bypass_tunnel'],
      windows,
    ],
    ['is not told of elsewhere', at(), { platform: 'linux' }, ['bypass_direct', 'bypass_tunnel', 'direct'], windows],
    ['is not told of other ports', at(), { port: 22 }, ['bypass_direct', 'direct']],
    ['is not told of UDP', at(), { transport: 'udp' }, ['bypass_direct', 'direct']],
    ['says nothing of other hosts', at(), { host: 'b.example' }, ['steer', 'direct'], 'cloud-apps-mode'],
    ['is another in mode web', tenant({ mode: 'web' }, domains), { platform: 'mac_os' }, ['bypass_direct']],
  ]);

  it('is told apart by platform in a comparison', () => {
    const before = tenant({ mode: 'cloud_apps' });
    const { changes } = compare(before, at(IN_CLOUD), { platforms: ['windows', 'mac_os', 'linux', 'ios'] });
    const after = (platform: string) =>
      changes
        .filter(({ region }) => region.platforms?.includes(platform as 'windows'))
        .map((one) => one.after.possible);
    expect(after('windows')).toContainEqual(['bypass_direct', 'bypass_tunnel']);
    expect(after('mac_os')).toContainEqual(['bypass_tunnel']);
    expect(after('linux')).toContainEqual(['bypass_direct', 'bypass_tunnel', 'direct']);
    expect(after('ios')).toEqual(after('linux'));
  });
});

describe('exceptions by category and country', () => {
  const both = 'place-of-category-and-country-bypass';
  lines([
    ['a category goes by tunnel', tenant({ mode: 'web' }, category), NAMED, ['bypass_tunnel'], both],
    ['a country goes by tunnel', tenant({ mode: 'web' }, countries), NAMED, ['bypass_tunnel'], both],
    [
      'a category is blocked where the tunnel is down',
      tenant({ mode: 'web' }, category),
      NAMED,
      ['bypass_tunnel'],
      'tunnel-is-up',
    ],
  ]);

  it('says nothing of a tunnel that is down elsewhere', () => {
    expect(decide(tenant({ mode: 'web' }, countries), { ...FLOW, ...NAMED }).assumptions).not.toContain('tunnel-is-up');
  });
});

describe('what a decision rests on', () => {
  const blocked = (mode: TrafficModeName) => tenant({ mode }, pinned('block'));
  const restsOn = (model: Model, flow: Partial<Flow> = {}) =>
    decide(model, { ...FLOW, ...WHATSAPP, ...flow }).assumptions;

  it('names that the client is not behind GRE or IPsec, where exceptions decide', () => {
    expect(restsOn(blocked('web'))).toContain('client-is-not-dormant');
    expect(restsOn(blocked('web'), { process: 'other.exe' })).not.toContain('client-is-not-dormant');
    expect(restsOn(blocked('none'))).not.toContain('client-is-not-dormant');
  });

  it('names the version of the client where traffic that is not web traffic is blocked', () => {
    expect(restsOn(blocked('all'), { port: 22 })).toContain('client-126');
    expect(restsOn(blocked('all'))).not.toContain('client-126');
    expect(restsOn(blocked('web'), { port: 5222, host: 'chat.whatsapp.net' })).not.toContain('client-126');
    expect(restsOn(tenant({ mode: 'all' }, pinned('bypass_direct')), { port: 22 })).not.toContain('client-126');
  });

  it('assumes of groups that one is enough, and knows it of device tags', () => {
    const of = (criteria: Partial<Configuration>, flow: Partial<Flow>) =>
      decide(
        {
          ...BASE,
          configurations: [{ ...DEFAULT, key: 'c', isDefault: false, priority: known(1), ...criteria }, DEFAULT],
        },
        { ...FLOW, ...flow },
      );
    const tagged = of({ deviceTags: names('lost', 'kiosk') }, { deviceTags: ['kiosk'] });
    expect(tagged.scenarios.map(({ configuration }) => configuration.key)).toEqual(['c']);
    expect(tagged.assumptions).not.toContain('any-of-a-criterion');
    const grouped = of({ userGroups: names('staff', 'guests') }, { userGroups: ['guests'] });
    expect(grouped.assumptions).toContain('any-of-a-criterion');
  });
});
