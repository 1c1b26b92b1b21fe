/** What is known in part decides as far as it is known, and no further: the smallest models for each way in which it can be. */
import { decide, known, names, notKnown, type Configuration, type Flow, type Model } from '../../../steering';
import type { ExceptionData, NonStandardPort, PinnedApp, SteeringException } from '../../../steering/model/model';

const WEB: Configuration = {
  key: '0',
  origin: {},
  name: known('Default tenant config'),
  isDefault: true,
  enabled: known(true),
  priority: known(99),
  userGroups: names(),
  organizationUnits: names(),
  osFamilies: names(),
  deviceTags: names(),
  trafficMode: known('web'),
  dynamicSteering: { enabled: known(false), trafficMode: { on_premises: known('web'), off_premises: known('web') } },
  steerPrivateApps: known('none'),
  privateApps: names(),
  steerDns: known(false),
  bypassExceptionTrafficAt: known('client'),
};
const ALL: Configuration = { ...WEB, trafficMode: known('all') };
const CLOUD_APPS: Configuration = { ...WEB, trafficMode: known('cloud_apps') };
const CUSTOM: Configuration = { ...CLOUD_APPS, key: 'c1', isDefault: false, priority: known(1) };

const FLOW: Flow = {
  platform: 'windows',
  process: 'Tool.exe',
  host: 'example.com',
  port: 443,
  managed: true,
  service: false,
  location: 'on_premises',
  userGroups: [],
  organizationUnit: null,
  deviceTags: [],
  applications: [],
  categories: [],
  destinationLocations: [],
  sourceLocations: [],
  sourceCountry: null,
};

const TOOL: PinnedApp = {
  key: 'tool',
  origin: {},
  name: known('Tool'),
  custom: known(true),
  platforms: {
    windows: known({
      match: notKnown('it is one of these', ['exact']),
      processes: names('Tool.exe'),
      domains: names(),
    }),
  },
};

interface Parts {
  readonly configurations?: readonly Configuration[];
  readonly apps?: readonly PinnedApp[];
  readonly exception?: ExceptionData;
  readonly more?: Partial<SteeringException>;
  readonly port?: Partial<NonStandardPort>;
}

function tenant({ configurations = [WEB], apps = [], exception, more, port }: Parts): Model {
  const own = { key: 'x', origin: {}, configuration: known('0') };
  const row = { ...own, key: 'p', port: known(22), domains: names(), ...port };
  return {
    covers: 'tenant',
    configurations,
    apps,
    exceptions:
      exception === undefined ? [] : [{ ...own, location: known(null), notes: known(null), data: exception, ...more }],
    ports: port === undefined ? [] : [row],
  };
}

const OFFICE: ExceptionData = {
  type: 'destination_location',
  names: names('Office'),
  action: known('bypass_except_dns'),
  treatLikeLocalIp: known(true),
};
const BLOCK: ExceptionData = {
  type: 'certificate_pinned_app',
  app: known('tool'),
  customAppDomains: names('*'),
  platforms: { windows: known('block') },
};
const DOMAINS: ExceptionData = { type: 'domains', names: names('example.com') };
const UNPUBLISHED = notKnown<never>('it is not known');
const only = <T>(...candidates: readonly T[]) => notKnown('it is one of these', candidates);

/** Undefined: the flow does not say it. */
type Case = [what: string, parts: Parts, flow: { readonly [K in keyof Flow]?: Flow[K] | undefined }, possible: string];

it.each<Case>([
  ['DNS in mode cloud apps, in which it is never steered', { configurations: [CLOUD_APPS] }, { port: 53 }, 'direct'],
  [
    'DNS over IPv6 in mode all, which bypasses IPv6 that is not HTTP',
    { configurations: [{ ...ALL, steerDns: known(true) }] },
    { port: 53, host: '2001:db8::1' },
    'steer direct',
  ],
  [
    'DNS where the steering of it cannot be on',
    { configurations: [{ ...WEB, steerDns: only(false) }] },
    { port: 53 },
    'direct',
  ],
  [
    'DNS where the steering of it cannot be off',
    { configurations: [{ ...WEB, steerDns: only(true) }] },
    { port: 53 },
    'steer',
  ],
  [
    'a private address where specific private apps are steered, and none is named',
    { configurations: [{ ...WEB, steerPrivateApps: known('specific') }] },
    { host: '10.0.0.1' },
    'direct',
  ],
  [
    'UDP of a domain exception in mode cloud apps, which may be web traffic outside the steered apps',
    { configurations: [{ ...CLOUD_APPS, bypassExceptionTrafficAt: known('cloud') }], exception: DOMAINS },
    { transport: 'udp' },
    'bypass_direct bypass_tunnel direct',
  ],
  [
    'DNS of a location that is treated like a local one, and bypassed but for DNS',
    { configurations: [{ ...WEB, steerDns: known(true) }], exception: OFFICE },
    { port: 53, destinationLocations: ['Office'] },
    'steer direct',
  ],
  [
    'a location treated like a local one, in a custom configuration where the exception is void',
    {
      configurations: [ALL, { ...ALL, key: 'c1', isDefault: false }],
      exception: OFFICE,
      more: { configuration: known('c1') },
    },
    { configuration: 'c1', port: 22, destinationLocations: ['Office'] },
    'steer direct',
  ],
  [
    'an exception of an unknown type, which may do anything',
    { exception: { type: 'unknown', reason: 'nobody knows' } },
    {},
    'block bypass_direct bypass_tunnel steer direct',
  ],
  [
    'a list without any names, whatever the flow belongs to',
    { exception: { type: 'category', names: names() } },
    { categories: undefined },
    'steer',
  ],
  [
    'an exception of a side where there are none, although more is not known of the side',
    { exception: BLOCK, apps: [TOOL], more: { location: only('on_premises' as const, 'off_premises' as const) } },
    {},
    'block steer',
  ],
  [
    'an app of which the model has not all that it may be',
    { exception: { ...BLOCK, app: only('tool', 'elsewhere') }, apps: [TOOL] },
    { process: 'Other.exe' },
    'block steer',
  ],
  ['an app whose names can be of one kind only', { exception: BLOCK, apps: [TOOL] }, {}, 'block'],
  [
    'sides that are there, although an exception has none',
    {
      configurations: [
        {
          ...WEB,
          trafficMode: known('none'),
          dynamicSteering: { enabled: only(true), trafficMode: WEB.dynamicSteering.trafficMode },
        },
      ],
      exception: DOMAINS,
    },
    { host: 'other.test' },
    'steer',
  ],
  ['a port entry that can be of one port only', { port: { port: only<number | null>(22) } }, { port: 22 }, 'steer'],
  [
    'a port entry of a private address, for a flow without a host, whose destination is a public one',
    { port: { domains: names('10.0.0.1') } },
    { port: 22, host: '' },
    'direct',
  ],
  [
    'web traffic by a port entry that may not be there, which is no other traffic if it is',
    {
      configurations: [{ ...WEB, bypassExceptionTrafficAt: known('cloud') }],
      exception: DOMAINS,
      port: { doubt: 'it may not be there' },
    },
    { port: 22 },
    'bypass_tunnel direct',
  ],
  [
    'a configuration that cannot be enabled',
    { configurations: [WEB, { ...CUSTOM, enabled: only(false) }] },
    {},
    'steer',
  ],
  [
    'a configuration behind one with the same groups, where the groups are not said',
    {
      configurations: [
        { ...WEB, trafficMode: known('none') },
        {
          ...WEB,
          key: 'c1',
          isDefault: false,
          priority: known(1),
          userGroups: names('staff'),
          trafficMode: known('none'),
        },
        { ...WEB, key: 'c2', isDefault: false, priority: known(2), userGroups: names('staff') },
      ],
    },
    { userGroups: undefined },
    'direct',
  ],
  [
    'a new configuration, which comes below one that exists at a place that is not known',
    {
      configurations: [
        { ...WEB, trafficMode: known('none') },
        { ...CUSTOM, trafficMode: known('web'), priority: UNPUBLISHED },
        {
          ...CUSTOM,
          key: 'c2',
          trafficMode: known('none'),
          priority: { known: false, reason: 'it is new', isNew: true },
        },
      ],
    },
    {},
    'steer',
  ],
])('%s', (_, parts, flow, possible) => {
  const asked = Object.fromEntries(Object.entries({ ...FLOW, ...flow }).filter(([, said]) => said !== undefined));
  expect(decide(tenant(parts), asked as unknown as Flow).possible.join(' ')).toBe(possible);
});
