/**
 * This file has the words that all rooms share: complaints, the platforms of a tenant, the contract's words, the limits
 * of a tenant, and ports as people write them. Texts are counted in Unicode code points.
 */

/** A complaint says what is wrong with a value, in words for the person who wrote it. */
export interface Complaint {
  /** The complaint in a few words, such as `Not a domain`. */
  readonly summary: string;
  /** What happened, why, and what to write instead, in whole sentences. */
  readonly detail: string;
}

/** The platforms of a tenant, named as in the provider's attributes. [doc] */
export const PLATFORMS = [
  /** `hasModes` says that its actions have the advanced options direct, tunnel and managed devices. */
  { name: 'windows', title: 'Windows', hasModes: true, hasDomains: false },
  { name: 'mac_os', title: 'macOS', hasModes: true, hasDomains: false },
  /** Linux has certificate pinned apps since client 97.1. */
  { name: 'linux', title: 'Linux', hasModes: false, hasDomains: false },
  /** `hasDomains` says that an app can be known by its domains; REST v1 shows them on both mobile platforms. */
  { name: 'ios', title: 'iOS', hasModes: false, hasDomains: true },
  { name: 'android', title: 'Android', hasModes: false, hasDomains: true },
  { name: 'chrome_os', title: 'Chrome OS', hasModes: false, hasDomains: false },
] as const;

export type PlatformName = (typeof PLATFORMS)[number]['name'];

/** Returns the name under which people know a platform. */
export function platformTitle(platform: PlatformName): string {
  return PLATFORMS.find(({ name }) => name === platform)?.title ?? platform;
}

/** The contract's word for each platform. */
export const PLATFORM_WORDS = {
  windows: 'windows',
  mac_os: 'mac',
  linux: 'linux',
  ios: 'ios',
  android: 'android',
  chrome_os: 'chrome_os',
} as const satisfies Record<PlatformName, string>;

/** The operating systems that a configuration can match, by the contract's word for each. [doc] */
export const OS_FAMILIES = {
  windows: 'windows',
  mac: 'mac_os',
  linux: 'linux',
  android: 'android',
  ios: 'ios',
} as const;

/** The ports of web traffic, which are steered without an entry among the non-standard ports. [doc] */
export const STANDARD_PORTS: readonly number[] = [80, 443];

/** The locations of dynamic steering, by the contract's word for each. */
export const LOCATIONS = { on_prem: 'on_premises', off_prem: 'off_premises' } as const;

/** The most characters that the name of a configuration may have. [doc] */
export const LONGEST_CONFIGURATION_NAME = 40;
/** The most device tags that a configuration may have. [doc] */
export const MOST_DEVICE_TAGS = 5;
/**
 * The most characters that a name may have: of an app, a group, a category, a location. No limit is published; this one
 * is ours.
 */
export const LONGEST_NAME = 1024;
/** The most characters that notes may have. No limit is published; this one is ours. */
export const LONGEST_NOTES = 4096;

const HIGHEST = 65_535;

/**
 * The ports of a text, in ascending order and each once; or the reason why it is none, in a sentence that names the
 * wrong part.
 */
export type ParsedPorts =
  { readonly ok: true; readonly ports: readonly number[] } | { readonly ok: false; readonly reason: string };

/**
 * Reads ports such as `443,5222,8000-8002`: numbers and ranges, both ends included, separated by commas. White space
 * around them means nothing.
 */
export function parsePorts(text: string): ParsedPorts {
  const ports = new Set<number>();
  for (const part of text.split(',').map((one) => one.trim())) {
    const range = /^(\d{1,6})(?:\s*-\s*(\d{1,6}))?$/.exec(part);
    if (range === null) return refuse(part === '' ? 'There is an empty part' : `${JSON.stringify(part)} is no port`);
    const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (first < 1 || last > HIGHEST) return refuse(`${JSON.stringify(part)} is not from 1 to ${HIGHEST}`);
    if (first > last) return refuse(`The range ${JSON.stringify(part)} runs backwards`);
    for (let port = first; port <= last; port++) ports.add(port);
  }
  return { ok: true, ports: [...ports].sort((a, b) => a - b) };
}

function refuse(what: string): ParsedPorts {
  return {
    ok: false,
    reason: `${what}. Write ports and ranges separated by commas, such as "443,5222,8000-8002".`,
  };
}
