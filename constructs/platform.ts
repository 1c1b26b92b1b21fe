/** On which platforms does the client run, and which property of props stands for each? */
import { PLATFORMS as FACTS, type PlatformName } from '../steering/domain/vocabulary';

/** A platform of the client. [doc] */
export const Platform = {
  /** Windows. */
  WINDOWS: 'windows',
  /** macOS. */
  MAC_OS: 'mac_os',
  /** Linux needs client 97.1 or later. [doc] */
  LINUX: 'linux',
  /** iOS and iPadOS. */
  IOS: 'ios',
  /** Android. */
  ANDROID: 'android',
  /** Chrome OS. */
  CHROME_OS: 'chrome_os',
} as const;
export type Platform = (typeof Platform)[keyof typeof Platform];

const PROPERTIES = {
  windows: 'windows',
  mac_os: 'macOs',
  linux: 'linux',
  ios: 'ios',
  android: 'android',
  chrome_os: 'chromeOs',
} as const satisfies Record<PlatformName, string>;

/** Each platform with the property that stands for it in props. */
export const PLATFORMS = FACTS.map((facts) => ({
  ...facts,
  platform: facts.name,
  property: PROPERTIES[facts.name],
}));

export type PlatformProperty = (typeof PLATFORMS)[number]['property'];

/** The values that props give per platform, keyed by property; platforms that are not given are left out. */
export function perPlatform<V, R>(
  props: { readonly [P in PlatformProperty]?: V | undefined },
  convert: (value: V, platform: (typeof PLATFORMS)[number]) => R,
): { [P in PlatformProperty]?: R } {
  const result: { [P in PlatformProperty]?: R } = {};
  for (const platform of PLATFORMS) {
    const value = props[platform.property];
    if (value !== undefined) result[platform.property] = convert(value, platform);
  }
  return result;
}
