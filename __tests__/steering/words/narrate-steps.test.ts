/** Each step of a decision in a sentence. */
import { type Flow } from '../../../steering';
import { told, type Change } from './told';

it.each<[what: string, change: Change | undefined, flow: Partial<Flow>, line: string]>([
  [
    'the meaning of a steered flow',
    ({ exceptions }) => delete exceptions['block'],
    {},
    'No exception matches: it is steered.',
  ],
  [
    'a port that is not steered',
    undefined,
    { port: 5223 },
    'The client does not intercept it: port 5223 is neither web traffic nor a non-standard port for this host. [unsteered-goes-direct]',
  ],
  ['web traffic', undefined, { port: 443 }, 'The client intercepts it: port 443 is web traffic.'],
  [
    'a row that may be for the port',
    ({ ports }) => (ports[0]!.port = undefined),
    {},
    'The client may intercept it: port 5222 may be a non-standard port (tenant/port-0). [port-domains-by-suffix]',
  ],
  [
    'DNS',
    ({ configurations }) => (configurations['0']!.mode = 'all'),
    { port: 53 },
    'The client does not intercept it: port 53 is DNS, which is steered where the configuration says so. [dns-is-port-53, unsteered-goes-direct]',
  ],
  [
    'DNS that is not steered in mode web',
    undefined,
    { port: 53 },
    'The client does not intercept it: port 53 is neither web traffic nor a non-standard port for this host. [unsteered-goes-direct]',
  ],
  [
    'IPv6 in mode all',
    ({ configurations }) => (configurations['0']!.mode = 'all'),
    { port: 22, host: '2001:db8::1' },
    'The client does not intercept it: traffic mode all leaves out UDP port 5353, and IPv6 that is not HTTP. [ipv6-outside-http, unsteered-goes-direct]',
  ],
  [
    'multicast DNS in mode all',
    ({ configurations }) => (configurations['0']!.mode = 'all'),
    { port: 5353, transport: 'udp' },
    'The client does not intercept it: traffic mode all leaves out UDP port 5353, and IPv6 that is not HTTP. [mdns-outside-mode-all, unsteered-goes-direct]',
  ],
  [
    'a private address',
    undefined,
    { host: '10.1.2.3', port: 443 },
    'The client does not intercept it: its destination is a private address. [unsteered-goes-direct]',
  ],
  [
    'a private address on another port',
    undefined,
    { host: '10.1.2.3' },
    'The client does not intercept it: its private address, or its port 5222, is not steered. [unsteered-goes-direct]',
  ],
  [
    'a local address',
    undefined,
    { host: '127.0.0.1', port: 443 },
    'The client may intercept it: its destination is a local address. [local-addresses]',
  ],
  [
    'a destination without a name',
    undefined,
    { host: '', port: 443 },
    'No exception matches (those for certificate pinned apps need a host name [doc]): it is steered.',
  ],
  [
    'a literal address',
    undefined,
    { host: '157.240.1.1', port: 443 },
    'No exception matches (those for certificate pinned apps need a host name [doc]): it is steered. [literal-address-has-no-host-name]',
  ],
  [
    'cloud apps, where nothing matches',
    ({ configurations, exceptions }) => {
      configurations['0']!.mode = 'cloud_apps';
      delete exceptions['block'];
    },
    {},
    'No exception matches: it is steered where it is intercepted.',
  ],
  [
    'a managed device that nobody speaks of',
    ({ exceptions }) => (exceptions['block']!.windows = 'bypass_managed_tunnel'),
    {},
    'because the flow does not say whether the device is managed',
  ],
  [
    'a service that nobody speaks of',
    ({ apps }) => (apps['whatsapp'] = { name: 'Remote', windows: ['AnyDesk.exe'] }),
    { process: 'AnyDesk.exe' },
    'because the flow does not say whether the process runs as a Windows service',
  ],
  [
    'a service',
    () => undefined,
    { service: true },
    'The exception for the certificate pinned app "WhatsApp" (tenant/block) matches by the process "WhatsApp.exe": bypass (direct) or bypass (tunnel). [block-spares-windows-services, way-of-windows-services]',
  ],
  [
    'a pattern',
    ({ apps }) => (apps['whatsapp'] = { name: 'WhatsApp', windows: { regex: ['^Whats'] } }),
    {},
    'The exception for the certificate pinned app "WhatsApp" (tenant/block) matches by the pattern "^Whats": block. [patterns-search, not-a-windows-service]',
  ],
  [
    'an app that may be the one',
    ({ exceptions }) => (exceptions['block']!.app = undefined),
    {},
    'The exception for the certificate pinned app that is not known (tenant/block) may match: block. [not-a-windows-service]',
  ],
  [
    'that nothing is certain',
    ({ exceptions }) => (exceptions['block']!.app = undefined),
    {},
    'No exception is certain to match: it may be steered.',
  ],
  [
    'an app without a known name',
    ({ apps }) => (apps['whatsapp']!.name = undefined),
    {},
    'The exception for the certificate pinned app "whatsapp" (tenant/block) matches by the process "WhatsApp.exe": block. [not-a-windows-service]',
  ],
  [
    'a configuration without a known name',
    ({ configurations }) => (configurations['new'] = { name: undefined }),
    {},
    'A configuration whose name is not known (tenant/new) applies. [no-criteria-no-limit]',
  ],
])('tells of %s', (_, change, flow, line) => {
  expect(told(change, flow).map((text) => text.trim())).toContain(line);
});
