/** A platform of the client. [doc] */
export enum Platform {
  WINDOWS = 'windows',
  MAC_OS = 'mac_os',
  /** Client 97.1 or later. [doc] */
  LINUX = 'linux',
  IOS = 'ios',
  ANDROID = 'android',
  CHROME_OS = 'chrome_os',
}

/** Each platform with the property that stands for it in props, and whether its actions have the advanced modes. [doc] */
export const PLATFORMS = [
  { platform: Platform.WINDOWS, property: 'windows', title: 'Windows', hasModes: true },
  { platform: Platform.MAC_OS, property: 'macOs', title: 'macOS', hasModes: true },
  { platform: Platform.LINUX, property: 'linux', title: 'Linux', hasModes: false },
  { platform: Platform.IOS, property: 'ios', title: 'iOS', hasModes: false },
  { platform: Platform.ANDROID, property: 'android', title: 'Android', hasModes: false },
  { platform: Platform.CHROME_OS, property: 'chromeOs', title: 'Chrome OS', hasModes: false },
] as const;

export type PlatformProperty = (typeof PLATFORMS)[number]['property'];

/** The values that props give per platform, keyed by property; platforms that are not given are left out. */
export function perPlatform<V, R>(
  props: { readonly [P in PlatformProperty]?: V },
  convert: (value: V, platform: (typeof PLATFORMS)[number]) => R,
): { [P in PlatformProperty]?: R } {
  const result: { [P in PlatformProperty]?: R } = {};
  for (const platform of PLATFORMS) {
    const value = props[platform.property];
    if (value !== undefined) result[platform.property] = convert(value, platform);
  }
  return result;
}
