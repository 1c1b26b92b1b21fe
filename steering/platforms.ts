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
