/** The platforms of a tenant: one table for schemas, mappings and messages. [doc] */

export const PLATFORMS = [
  { name: 'windows', title: 'Windows', api: 'windows', hasDomains: false, hasModes: true },
  { name: 'mac_os', title: 'macOS', api: 'mac', hasDomains: false, hasModes: true },
  { name: 'linux', title: 'Linux', api: 'linux', hasDomains: false, hasModes: false },
  { name: 'ios', title: 'iOS', api: 'ios', hasDomains: true, hasModes: false },
  { name: 'android', title: 'Android', api: 'android', hasDomains: true, hasModes: false },
  { name: 'chrome_os', title: 'Chrome OS', api: 'chrome_os', hasDomains: false, hasModes: false },
] as const;

/** A platform by the name of its attribute. */
export type PlatformName = (typeof PLATFORMS)[number]['name'];
