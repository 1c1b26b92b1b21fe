/**
 * These tables have the wording of decisions. Texts that are put in are inert already. Outcomes, modes and platforms
 * are spelled as in the provider's attributes, so that a reader can write there what stands here.
 */
import type { Fate, Outcome, Via } from '../decide/outcome';
import type { Matcher } from '../decide/trace';
import type { ExceptionTypeName, Place, TrafficModeName } from '../domain/exceptions';
import { capitalized } from '../inert';
import type { Unsaid } from '../model/flow';

export const FATES: Readonly<Record<Fate, string>> = {
  block: 'block',
  bypass_direct: 'bypass (direct)',
  bypass_tunnel: 'bypass (tunnel)',
  steer: 'steer',
  direct: 'direct',
};

/** The meaning of each outcome for the traffic. */
export const MEANINGS: Readonly<Record<Exclude<Outcome, 'bypass' | 'unknown'>, string>> &
  Readonly<{ bypass: Record<Via, string> }> = {
  block: 'The client drops it.',
  bypass: {
    direct: 'The client lets it go past the tenant, uninspected.',
    tunnel: 'It goes through the tunnel, but no policy applies to it.',
    unknown: 'No policy applies to it; whether it goes through the tunnel is not known.',
  },
  steer: 'It goes through the tunnel, and policies apply to it.',
  direct: 'The client never touches it.',
};

export const TYPES: Readonly<Record<ExceptionTypeName | 'unknown', string>> = {
  application: 'The application exception',
  category: 'The category exception',
  certificate_pinned_app: 'The exception for the certificate pinned app',
  destination_location: 'The destination location exception',
  dns: 'The DNS exception',
  domains: 'The domain exception',
  source_countries: 'The source country exception',
  source_location: 'The source location exception',
  unknown: 'An exception whose type is not known',
};

export const MATCHERS: Readonly<Record<Matcher['kind'], (text: string) => string>> = {
  exact: (text) => ` by the process ${text}`,
  regex: (text) => ` by the pattern ${text}`,
  domain: (text) => ` by the domain ${text}`,
  name: (text) => ` by the name ${text}`,
  any: () => '',
};

export const UNSAID: Readonly<Record<Unsaid, string>> = {
  managed: 'whether the device is managed',
  service: 'whether the process runs as a Windows service',
  location: 'whether the client is on-premises or off-premises',
  userGroups: 'which user groups the user is in',
  organizationUnit: 'which organizational unit the user is in',
  deviceTags: 'which tags the device has',
  applications: 'which applications the destination belongs to',
  categories: 'which categories the destination is in',
  destinationLocations: 'which network locations contain the destination',
  sourceLocations: 'which network locations contain the client',
  sourceCountry: 'in which country the client is',
};

const PLACES: Readonly<Record<Place, string>> = {
  everywhere: '',
  on_premises: 'on-premises, ',
  off_premises: 'off-premises, ',
};

/** The arguments of a step: the object that it is about, and where that is written. */
interface About {
  readonly name: string;
  readonly where: string;
}

interface Mode {
  readonly place: Place;
  readonly mode: TrafficModeName;
}

export const WORDS = {
  flow: ({ process, platform, host, transport, port }: Record<string, string>) =>
    `${process} on ${platform} to ${host}, ${transport} port ${port}`,
  'no-host-name': () => 'a destination without a host name',

  'configuration/applies': ({ name, where }: About) => `${name}${where} applies.`,
  'configuration/may-apply': ({ name, where, then }: About & { then: string }) => `${name}${where} may apply${then}.`,
  then: ({ outcome }: { outcome: string }) => `, with the outcome ${outcome}`,
  'configuration/default': () => 'The default configuration',
  'configuration/named': ({ name }: { name: string }) => `The configuration ${name}`,
  'configuration/nameless': () => 'A configuration whose name is not known',

  mode: ({ place, mode }: Mode) => capitalized(`${PLACES[place]}its traffic mode is ${mode}.`),
  'mode/choices': () => 'Which traffic mode counts is not known. What each would mean, side by side:',
  'mode/choice': ({ place, mode }: Mode) => `${PLACES[place]}traffic mode ${mode}`,
  'mode/if': ({ choices, outcome }: { choices: string; outcome: string }) => `With ${choices}: ${outcome}`,

  'interception/yes': ({ why }: Why) => `The client intercepts it: ${why}.`,
  'interception/unknown': ({ why }: Why) => `The client may intercept it: ${why}.`,
  'interception/no': ({ why }: Why) => `The client does not intercept it: ${why}.`,
  'why/mode-none': () => 'in traffic mode none nothing is steered, and exceptions are not processed',
  'why/port': ({ port, where }: Port) => `port ${port} is a non-standard port${where}`,
  'why/port-perhaps': ({ port, where }: Port) => `port ${port} may be a non-standard port${where}`,
  'why/web-port': ({ port }: { port: string }) => `port ${port} is web traffic`,
  'why/no-port': ({ port }: { port: string }) =>
    `port ${port} is neither web traffic nor a non-standard port for this host`,
  'why/every-port': () => 'in traffic mode all every port is steered',
  'why/left-out': () => 'traffic mode all leaves out UDP port 5353, and IPv6 that is not HTTP',
  'why/dns': ({ port }: { port: string }) => `port ${port} is DNS, which is steered where the configuration says so`,
  'why/cloud-apps': () => 'traffic mode cloud_apps steers the hosts of the apps that are steered',
  'why/private': () => 'its destination is a private address',
  'why/private-or-port': ({ port }: { port: string }) => `its private address, or its port ${port}, is not steered`,
  'why/local': () => 'its destination is a local address',

  'exception/yes': ({ exception, matcher, fates }: NamedMatch) => `${exception} matches${matcher}: ${fates}.`,
  'exception/unknown': ({ exception, matcher, fates }: NamedMatch) => `${exception} may match${matcher}: ${fates}.`,
  'exception/no': ({ exception, matcher }: NamedMatch) => `${exception} matches${matcher}, but does not count for it.`,
  'exception/of-app': ({ type, name, where }: About & { type: string }) => `${type} ${name}${where}`,
  'exception/of-unknown-app': ({ type, where }: { type: string; where: string }) => `${type} that is not known${where}`,

  'steer/yes': ({ exceptions, steered }: SteeredStep) => `No exception matches${exceptions}: it is steered${steered}.`,
  'steer/unknown': ({ exceptions, steered }: SteeredStep) =>
    `No exception is certain to match${exceptions}: it may be steered${steered}.`,
  'steer/anyway': ({ exceptions, steered }: SteeredStep) =>
    `Whether an exception matches or not${exceptions}, it is steered${steered}.`,
  'steer/no-host-name': () => ' (those for certificate pinned apps need a host name [doc])',
  'steer/if-intercepted': () => ' where it is intercepted',
  conflict: () => 'These exceptions disagree, and which of them wins is not known.',

  'not-said': ({ what }: { what: string }) => `because the flow does not say ${what}`,
  'not-known': ({ reason }: { reason: string }) => `because ${reason}`,
  'not-known-although': ({ reason }: { reason: string }) => `although ${reason}`,

  answer: ({ flow, outcome, meaning }: Record<string, string>) => `${flow}: ${outcome}.${meaning}`,
  'outcome/unknown': ({ fates }: { fates: string }) => `unknown: ${fates}`,
  'outcome/bypass-unknown': () => 'bypass (direct or tunnel)',
  'assumptions/stands': () => 'It rests on:',
  'assumptions/open': () => 'Nobody published, or sources disagree on:',
  assumption: ({ id, mark, statement }: Record<string, string>) => `${id} [${mark}]: ${statement}`,
} as const;

interface Why {
  readonly why: string;
}

interface SteeredStep {
  readonly exceptions: string;
  readonly steered: string;
}

interface Port {
  readonly port: string;
  readonly where: string;
}

interface NamedMatch {
  readonly exception: string;
  readonly matcher: string;
  readonly fates: string;
}
