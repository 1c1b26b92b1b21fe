/** Ports as people write them: `443,5222,8000-8002`. */

const HIGHEST = 65_535;

/** Ports in ascending order, each once; or what is wrong with the text, as a sentence that names the part. */
export type ParsedPorts =
  { readonly ok: true; readonly ports: readonly number[] } | { readonly ok: false; readonly reason: string };

/** Numbers and ranges, both ends included, separated by commas; white space around them means nothing. */
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

/** What is wrong with a value, in words for the person who wrote it. */
export interface Complaint {
  /** A few words, such as `Not a domain`. */
  readonly summary: string;
  /** What happened, why, and what to write instead; whole sentences. */
  readonly detail: string;
}

/** The words of the steering contract that are not the provider's: said once, for whoever reads or writes a tenant. */

/** By platform, the contract's word for it. */
export const PLATFORM_WORDS = {
  windows: 'windows',
  mac_os: 'mac',
  linux: 'linux',
  ios: 'ios',
  android: 'android',
  chrome_os: 'chrome_os',
} as const satisfies Record<PlatformName, string>;

/** Operating systems that a configuration can match, by the contract's word for each. [doc] */
export const OS_FAMILIES = {
  windows: 'windows',
  mac: 'mac_os',
  linux: 'linux',
  android: 'android',
  ios: 'ios',
} as const;

/** The sides of dynamic steering, by the contract's word for each. */
export const LOCATIONS = { on_prem: 'on_premises', off_prem: 'off_premises' } as const;

/** How much a tenant takes. Texts are counted in Unicode code points. */

/** Characters of a configuration's name. [doc] */
export const LONGEST_CONFIGURATION_NAME = 40;
/** Device tags of one configuration. [doc] */
export const MOST_DEVICE_TAGS = 5;
/** Characters of a name: of an app, a group, a category, a location. No limit is published; this one is ours. */
export const LONGEST_NAME = 1024;
/** Characters of notes. No limit is published; this one is ours. */
export const LONGEST_NOTES = 4096;

/** The platforms of a tenant, named as in the provider's attributes. [doc] */

export const PLATFORMS = [
  /** `hasModes`: its actions have the advanced options direct, tunnel and managed devices. */
  { name: 'windows', title: 'Windows', hasModes: true, hasDomains: false },
  { name: 'mac_os', title: 'macOS', hasModes: true, hasDomains: false },
  /** Client 97.1 and later. */
  { name: 'linux', title: 'Linux', hasModes: false, hasDomains: false },
  /** `hasDomains`: an app can be known by its domains; REST v1 shows them on both mobile platforms. */
  { name: 'ios', title: 'iOS', hasModes: false, hasDomains: true },
  { name: 'android', title: 'Android', hasModes: false, hasDomains: true },
  { name: 'chrome_os', title: 'Chrome OS', hasModes: false, hasDomains: false },
] as const;

export type PlatformName = (typeof PLATFORMS)[number]['name'];
