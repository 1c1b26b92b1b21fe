import { readSteeringJson, UnreadableSteeringJson, writeSteeringJson, type Steering } from '../../../steering';

const FLOW = { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 5222 } as const;
const TEST = {
  name: 'WhatsApp is blocked',
  construct: 'tenant/WhatsApp is blocked',
  flow: FLOW,
  expect: 'block',
} as const;

const FULL: Steering = {
  suppressions: [
    { rule: 'missing-executable', reason: 'Not on our machines.', on: 'tenant/WhatsApp' },
    { rule: 'unused-app', reason: 'Used by hand.' },
  ],
  trafficTests: [
    TEST,
    {
      ...TEST,
      provider: 'netskopesteering.two',
      expect: 'bypass',
      flow: {
        ...FLOW,
        host: '',
        transport: 'udp',
        managed: false,
        service: true,
        location: 'on_premises',
        userGroups: [],
        organizationUnit: null,
        deviceTags: ['x'],
        applications: ['Slack'],
        categories: ['Chat'],
        destinationLocations: ['HQ'],
        sourceLocations: [],
        sourceCountry: 'DE',
        configuration: '0',
      },
    },
  ],
  invariants: [
    { name: 'Nothing new', construct: 'tenant/Nothing new', never: 'bypass', newly: true },
    { name: 'Teams', construct: 'tenant/Teams', never: 'block', processes: ['ms-teams.exe'], platforms: ['windows'] },
    { name: 'Agents', construct: 'tenant/Agents', never: 'bypass', service: false, provider: 'netskopesteering.two' },
  ],
  premises: [
    { configuration: '0', construct: 'tenant/Default', trafficModes: ['web', 'all'] },
    { configuration: '0', construct: 'tenant/Two', trafficModes: ['all'], provider: 'netskopesteering.two' },
    {
      app: 'data.netskopesteering_certificate_pinned_app.zoom',
      construct: 'tenant/Zoom',
      platforms: {
        windows: { match: 'exact', processes: ['Zoom.exe'] },
        ios: { match: 'regex', processes: [], domains: ['zoom.us'] },
      },
      provider: 'netskopesteering.two',
    },
  ],
  expiries: [
    { construct: 'tenant/Vendor', expires: '2026-12-31' },
    {
      construct: 'tenant/Pilot',
      address: 'netskopesteering_domain_exception.pilot',
      expires: '2028-02-29',
      name: 'The pilot',
    },
  ],
  orders: [{ configuration: 'b', construct: 'tenant/B', after: ['a', '7'] }],
};
const EMPTY: Steering = { suppressions: [], trafficTests: [], invariants: [], premises: [], expiries: [], orders: [] };

it.each([
  ['everything', FULL],
  ['nothing', EMPTY],
])('reads what it wrote: %s', (_, content) => {
  expect(readSteeringJson(writeSteeringJson(content))).toEqual(content);
});

it('writes the form that its version names', () => {
  expect(JSON.parse(writeSteeringJson({ ...FULL, trafficTests: [TEST] }))).toEqual({
    version: 2,
    suppressions: [
      { rule: 'missing-executable', subject: 'tenant/WhatsApp', reason: 'Not on our machines.' },
      { rule: 'unused-app', reason: 'Used by hand.' },
    ],
    trafficTests: [TEST],
    invariants: FULL.invariants,
    premises: { trafficModes: FULL.premises.slice(0, 2), apps: FULL.premises.slice(2) },
    expiries: FULL.expiries,
    orders: FULL.orders,
  });
});

const EMPTY_FILE = JSON.parse(writeSteeringJson(EMPTY)) as object;
const file = (change: object) => JSON.stringify({ ...EMPTY_FILE, ...change });
const withFlow = (change: object) => file({ trafficTests: [{ ...TEST, flow: { ...FLOW, ...change } }] });

const BAD: readonly [what: string, text: string, complaint: string][] = [
  ['no JSON', '{"version": 1, "secret', 'steering.json is not JSON: it was cut off or changed by hand.'],
  ['an empty file', '', 'steering.json is not JSON'],
  ['null', 'null', '- the document: must be an object.'],
  ['a list', '[]', '- the document: must be an object.'],
  ['another program’s file', '{"name": "x"}', '- version: is missing.'],
  [
    'a newer version',
    file({ version: 3, more: 1 }),
    'has version 3, and this release reads version 2. A newer release',
  ],
  ['an older version', file({ version: 1 }), 'has version 1, and this release reads version 2. Run synth again.'],
  ['a version in words', file({ version: '2' }), '- version: must be a whole number from 2 to 2.'],
  ['no list', file({ suppressions: {} }), '- suppressions: must be a list.'],
  ['what no version has', file({ extra: [] }), '- extra: is not known here.'],
  ['no reason', file({ suppressions: [{ rule: 'x' }] }), '- suppressions[0].reason: is missing.'],
  ['an empty reason', file({ suppressions: [{ rule: 'x', reason: '' }] }), '- suppressions[0].reason: must be a text'],
  [
    'an empty provider',
    file({ trafficTests: [{ ...TEST, provider: '' }] }),
    '- trafficTests[0].provider: must be a text',
  ],
  ['no flow', file({ trafficTests: [{ ...TEST, flow: null }] }), '- trafficTests[0].flow: must be an object.'],
  [
    'an unknown expected',
    file({ trafficTests: [{ ...TEST, expect: 'unknown' }] }),
    '- trafficTests[0].expect: must be',
  ],
  ['a port that is a text', withFlow({ port: '443' }), '- trafficTests[0].flow.port: must be a whole number'],
  ['a port of 0', withFlow({ port: 0 }), '- trafficTests[0].flow.port: must be a whole number from 1 to 65535.'],
  ['an empty process', withFlow({ process: '' }), '- trafficTests[0].flow: The process has no name.'],
  ['a host with a path', withFlow({ host: 'a/b' }), '- trafficTests[0].flow: "a/b" is not a host'],
  ['an unknown platform', withFlow({ platform: 'win' }), '- trafficTests[0].flow.platform: must be one of "windows"'],
  ['no orders', file({ orders: null }), '- orders: must be a list.'],
  [
    'an order after nothing',
    file({ orders: [{ configuration: 'b', construct: 'x', after: [] }] }),
    '- orders[0].after: must be a list of one or more.',
  ],
  [
    'an unknown mode',
    file({ premises: { apps: [], trafficModes: [{ configuration: '0', construct: 'x', trafficModes: ['y'] }] } }),
    '- premises.trafficModes[0].trafficModes[0]: must be one of "cloud_apps"',
  ],
  [
    'an unknown platform of an app',
    file({ premises: { trafficModes: [], apps: [{ app: 'a', construct: 'x', platforms: { win: {} } }] } }),
    '- premises.apps[0].platforms.win: is not known here. Known are windows,',
  ],
  [
    'an app without a match',
    file({
      premises: { trafficModes: [], apps: [{ app: 'a', construct: 'x', platforms: { ios: { processes: [] } } }] },
    }),
    '- premises.apps[0].platforms.ios.match: is missing.',
  ],
  [
    'a last day that is none',
    file({ expiries: [{ construct: 'x', expires: '2026-02-30' }] }),
    '- expiries[0].expires: "2026-02-30" is no day of the calendar. Write the last day',
  ],
  ['a last day of nothing', file({ expiries: [{ expires: '2026-02-28' }] }), '- expiries[0].construct: is missing.'],
  ['no last days', JSON.stringify({ ...EMPTY_FILE, expiries: undefined }), '- expiries: is missing.'],
];

it.each(BAD)('refuses a file with %s, and says what to do', (_, text, complaint) => {
  expect(() => readSteeringJson(text)).toThrow(UnreadableSteeringJson);
  expect(() => readSteeringJson(text)).toThrow(complaint);
  expect(() => readSteeringJson(text)).toThrow(/run it again|Run synth again|run synth again/);
});

it('says everything that is wrong at once, under the name that the caller gives the file', () => {
  const text = file({ suppressions: [{ rule: 1 }], invariants: [{}] });
  const complain = () => readSteeringJson(text, 'stacks/emea/steering.json');
  for (const part of [
    'stacks/emea/steering.json is',
    'suppressions[0].rule:',
    'suppressions[0].reason:',
    'invariants[0].never:',
  ]) {
    expect(complain).toThrow(part);
  }
});

it('quotes nothing of a file that is not JSON', () => {
  expect(() => readSteeringJson('{"token": "very-secret"')).not.toThrow(/very-secret/);
});
