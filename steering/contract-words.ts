/** The words of the steering contract that are not the provider's: said once, for whoever reads or writes a tenant. */
import type { PlatformName } from './platforms';

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
