/** The platforms, each with the contract's word for it. */
import { PLATFORMS as FACTS, type PlatformName } from '../../steering/platforms';

const API_NAMES = {
  windows: 'windows',
  mac_os: 'mac',
  linux: 'linux',
  ios: 'ios',
  android: 'android',
  chrome_os: 'chrome_os',
} as const satisfies Record<PlatformName, string>;

export const PLATFORMS = FACTS.map((facts) => ({ ...facts, api: API_NAMES[facts.name] }));
