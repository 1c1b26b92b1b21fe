import {
  decide,
  describeDecision,
  describeFlow,
  expectTrafficMode,
  modelFromStack,
  narrate,
  unsaidIn,
  type Flow,
} from '../../../steering';
import { modelOf } from '../rules/stack';
import { article, DOMAINS, FLOW, told, type Change } from './told';

const OPENING = [
  '  The default configuration "Default tenant config" (tenant/0) applies.',
  '  Its traffic mode is web.',
  `  The client intercepts it: port 5222 is a non-standard port (tenant/port-0). [${DOMAINS}]`,
];
const BLOCKED =
  'The exception for the certificate pinned app "WhatsApp" (tenant/block) matches by the process "WhatsApp.exe": block. [not-a-windows-service]';

it('tells a decision step by step, and what it rests on beneath', () => {
  expect(describeDecision(decide(modelOf(article()), FLOW), FLOW).split('\n')).toEqual([
    '"WhatsApp.exe" on Windows to "g.whatsapp.net", TCP port 5222: block. The client drops it.',
    ...OPENING,
    `  ${BLOCKED}`,
    '  It rests on:',
    expect.stringMatching(/^ {4}only-what-the-source-names \[assumed\]: The tenant has no .*\.$/),
    expect.stringMatching(/^ {4}client-is-not-dormant \[assumed\]: .* GRE or IPsec tunnel.*\.$/),
    expect.stringMatching(/^ {4}port-domains-by-suffix \[assumed\]: .*\.$/),
    expect.stringMatching(/^ {4}not-a-windows-service \[assumed\]: .*\.$/),
  ]);
});

it('shows exceptions that disagree, and which order nobody published', () => {
  const change: Change = ({ exceptions }) => (exceptions['domains'] = { in: '0', domains: ['*.whatsapp.net'] });
  expect(told(change)).toEqual([
    '"WhatsApp.exe" on Windows to "g.whatsapp.net", TCP port 5222: unknown: block or bypass (direct).',
    ...OPENING,
    `  ${BLOCKED}`,
    '  The domain exception (tenant/domains) matches by the domain "*.whatsapp.net": bypass (direct).',
    '  These exceptions disagree, and which of them wins is not known. [order-of-exceptions]',
  ]);
  expect(describeDecision(decide(modelOf(article(change)), FLOW), FLOW)).toMatch(
    /\n {2}Nobody published, or sources disagree on:\n {4}order-of-exceptions \[doc\]: [^\n]+\.$/,
  );
});

it('shows the modes that are possible side by side, then tells each', () => {
  expect(told(({ configurations }) => (configurations['0']!.mode = undefined))).toEqual([
    '"WhatsApp.exe" on Windows to "g.whatsapp.net", TCP port 5222: unknown: block or direct.',
    OPENING[0],
    '  Which traffic mode counts is not known. What each would mean, side by side:',
    '    because it is only known after apply',
    '    traffic mode cloud_apps  unknown: block or direct',
    '    traffic mode web         block',
    '    traffic mode all         block',
    '    traffic mode none        direct',
    '  With traffic mode cloud_apps: unknown: block or direct',
    '    The client may intercept it: traffic mode cloud_apps steers the hosts of the apps that are steered. [cloud-apps-mode]',
    `    ${BLOCKED}`,
    '  With traffic mode web: block',
    `  ${OPENING[2]}`,
    `    ${BLOCKED}`,
    '  With traffic mode all: block',
    '    The client intercepts it: in traffic mode all every port is steered.',
    `    ${BLOCKED}`,
    '  With traffic mode none: direct',
    '    The client does not intercept it: in traffic mode none nothing is steered, and exceptions are not processed. [tunnel-in-mode-none]',
  ]);
});

it('tells once what is the same on both sides', () => {
  const change: Change = ({ configurations, exceptions }) => {
    configurations['0']!.dynamic = { on_premises: 'web', off_premises: 'web' };
    delete exceptions['block'];
  };
  expect(told(change).filter((line) => line.startsWith('  With'))).toEqual([
    '  With on-premises, traffic mode web, or off-premises, traffic mode web: steer',
  ]);
});

it('tells each configuration that may apply, with its outcome', () => {
  const change: Change = ({ configurations }) =>
    (configurations['sales'] = { name: 'Sales', groups: ['Sales'], mode: 'none' });
  expect(told(change)).toEqual([
    '"WhatsApp.exe" on Windows to "g.whatsapp.net", TCP port 5222: unknown: block or direct.',
    '  The configuration "Sales" (tenant/sales) may apply, with the outcome direct.',
    '    because the flow does not say which user groups the user is in',
    '  Its traffic mode is none.',
    '  The client does not intercept it: in traffic mode none nothing is steered, and exceptions are not processed. [tunnel-in-mode-none]',
    '  The default configuration "Default tenant config" (tenant/0) may apply, with the outcome block.',
    ...OPENING.slice(1),
    `  ${BLOCKED}`,
  ]);
});

it.each<[what: string, change: Change, flow: Partial<Flow>, answer: string]>([
  [
    'steered',
    ({ exceptions }) => delete exceptions['block'],
    {},
    'steer. It goes through the tunnel, and policies apply to it.',
  ],
  ['direct', () => undefined, { port: 5223 }, 'direct. The client never touches it.'],
  [
    'bypassed by tunnel',
    ({ exceptions }) => (exceptions['block']!.windows = 'bypass_tunnel'),
    {},
    'bypass (tunnel). It goes through the tunnel, but no policy applies to it.',
  ],
  [
    'bypassed directly',
    ({ exceptions }) => (exceptions['block']!.windows = 'bypass_direct'),
    {},
    'bypass (direct). The client lets it go past the tenant, uninspected.',
  ],
  [
    'bypassed somehow',
    ({ exceptions }) => (exceptions['block']!.windows = 'bypass'),
    {},
    'bypass (direct or tunnel). No policy applies to it; whether it goes through the tunnel is not known.',
  ],
])('says in the first line what it means to be %s', (_, change, flow, answer) => {
  expect(told(change, flow)[0]).toMatch(/: [a-z]+( \([a-z ]+\))?\. [A-Z].*\.$/);
  expect(told(change, flow)[0]?.endsWith(`: ${answer}`)).toBe(true);
});

it('says that a mode is expected although the source does not tell it', () => {
  const stack = {
    resource: { netskopesteering_domain_exception: { it: { configuration_id: '0', domains: ['a.example'] } } },
  };
  const model = expectTrafficMode(modelFromStack(stack), '0', ['web']);
  expect(narrate(decide(model, FLOW), FLOW).map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      'Its traffic mode is web. [dynamic-steering-follows-exceptions, expected-traffic-mode]',
      'although the default configuration of the tenant is not among what was read',
    ]),
  );
});

it('says what the flow would have to say for a definite answer', () => {
  const of = (change?: Change, flow: Partial<Flow> = {}) =>
    unsaidIn(decide(modelOf(article(change)), { ...FLOW, ...flow }));
  const managed: Change = ({ exceptions }) => (exceptions['block']!.windows = 'bypass_managed_direct');
  const groups: Change = ({ configurations }) => (configurations['sales'] = { name: 'Sales', groups: ['Sales'] });
  expect(of()).toEqual([]);
  expect(of(managed)).toEqual(['managed']);
  expect(of(managed, { managed: true })).toEqual([]);
  expect(of(groups)).toEqual(['userGroups']);
  expect(of(groups, { userGroups: [] })).toEqual([]);
});

it('describes a flow in a few words', () => {
  expect(describeFlow({ ...FLOW, platform: 'mac_os', host: '', transport: 'udp', port: 3478 })).toBe(
    '"WhatsApp.exe" on macOS to a destination without a host name, UDP port 3478',
  );
});
