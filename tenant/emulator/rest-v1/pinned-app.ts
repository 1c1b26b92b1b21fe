/** A certificate pinned app exception as REST v1 shows it: its app and four platforms, whether defined or not. [doc] */
import type {
  Action,
  App,
  DesktopPlatformV1,
  MobilePlatform,
  MobilePlatformV1,
  PinnedAppV1,
  Platform,
} from '../../contract';
import type { StoredException, StoredPinnedApp } from '../state/store';

/**
 * "1" is the code of all samples, which are bypasses [doc]; that a block is "0" is [assumed]. Of steer_and_decrypt no code is
 * published, and device classifications are in no sample: neither is shown.
 */
const codes: Record<Action, '0' | '1'> = { bypass: '1', block: '0' };

export function toPinnedAppV1(exception: StoredException, app: App | undefined): PinnedAppV1 {
  const { windows, mac, ios, android, custom_app_domains = [] } = exception.certificate_pinned_app ?? {};
  const platforms = app?.platforms ?? {};
  return {
    custom: app?.custom ?? true,
    appName: app?.app_name ?? '',
    windows: toDesktop(windows, platforms.windows, custom_app_domains),
    mac: toDesktop(mac, platforms.mac, custom_app_domains),
    android: toMobile(android, platforms.android),
    ios: toMobile(ios, platforms.ios),
  };
}

function toDesktop(
  action: StoredPinnedApp['windows'],
  platform: Platform | undefined,
  domains: string[],
): DesktopPlatformV1 {
  const tunnel = action?.tunnel ?? false;
  const shown = action?.action ?? 'bypass';
  return {
    ...(shown !== 'steer_and_decrypt' && { action: codes[shown] }),
    processes: platform?.processes ?? [],
    enabled: action !== undefined,
    managed_device: action?.managed_device ?? false,
    tunnel,
    tunnel_domains: tunnel ? domains : [],
  };
}

function toMobile(action: StoredPinnedApp['ios'], platform: MobilePlatform | undefined): MobilePlatformV1 {
  return {
    action: codes[action?.action ?? 'bypass'],
    processes: platform?.processes ?? [],
    enabled: action !== undefined,
    domains: platform?.domains ?? [],
  };
}
