/**
 * How REST v1 shows a configuration [doc, samples]. What is not in the samples is not here either: ids of exceptions,
 * ports, groups, DNS exceptions, how a process is matched.
 */
import type {
  Action,
  App,
  ConfigurationV1,
  DesktopPlatformV1,
  ExceptionType,
  ExceptionsV1,
  MobilePlatform,
  MobilePlatformV1,
  PinnedAppV1,
  Platform,
  SideV1,
  TrafficType,
} from '../contract';
import { isOffered } from './rules/exceptions';
import type { Side, StoredConfiguration, StoredException, StoredPinnedApp } from './state/store';

/**
 * The codes of actions. "1" is the code of all samples, which are bypasses [doc]; that a block is "0" is [assumed]. For
 * steer_and_decrypt no code is published, and device classifications are in no sample, so neither of the two is shown.
 */
const codes: Record<Action, '0' | '1'> = { bypass: '1', block: '0' };

/** A certificate pinned app exception as REST v1 shows it: its app and four platforms, whether defined or not. [doc] */
function toPinnedAppV1(exception: StoredException, app: App | undefined): PinnedAppV1 {
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

interface ExceptionWithApp {
  exception: StoredException;
  /** The app, where the exception is for a certificate pinned app. */
  app: App | undefined;
}

/**
 * The English names of countries. They are loaded when they are first needed, because they would take a twelfth of the
 * time of the start.
 */
let countryNames: Intl.DisplayNames | undefined;

function countryName(code: string): string {
  countryNames ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  return countryNames.of(code) ?? code;
}

/**
 * The exceptions of one location, or of a configuration without dynamic steering, under the key that REST v1 has for
 * each type. DNS has no key [doc], and neither has a type that is not offered, as in the samples.
 */
function toExceptionsV1(all: readonly ExceptionWithApp[], mode: TrafficType, location: Side | null): ExceptionsV1 {
  const group = <T>(type: ExceptionType, show: (one: ExceptionWithApp, notes: string | null) => T) => {
    const data = all
      .filter(({ exception }) => exception.type === type)
      .map((one) => show(one, one.exception.notes === '' ? null : one.exception.notes));
    return data.length === 0 && isOffered(type, mode, location) === false ? undefined : { data, count: data.length };
  };
  return withoutUndefined<ExceptionsV1>({
    applictions: group('application', ({ exception }, notes) => ({
      applications: exception.application?.apps ?? [],
      notes,
    })),
    categories: group('category', ({ exception }, notes) => ({
      categories: exception.category?.categories ?? [],
      notes,
    })),
    domains: group('domains', ({ exception }, notes) => ({ domains: exception.domains?.domains ?? [], notes })),
    src_netloc: group('source_location', ({ exception }, notes) => ({
      notes,
      src_netloc: exception.source_location?.locations ?? [],
    })),
    dst_netloc: group('destination_location', ({ exception }, notes) => ({
      notes,
      dst_netloc: exception.destination_location?.locations ?? [],
    })),
    countries: group('source_countries', ({ exception }, notes) => ({
      notes,
      countries: (exception.source_countries?.countries ?? []).map(countryName),
    })),
    cert_pinned_apps: group('certificate_pinned_app', ({ exception, app }, notes) => ({
      notes,
      app_name: app?.app_name ?? '',
      enabled: true,
      data: toPinnedAppV1(exception, app),
    })),
  });
}

type WithUndefined<T> = { [Key in keyof T]: T[Key] | undefined };

function withoutUndefined<T extends object>(object: WithUndefined<T>): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** @param priority the priority as REST v2 has it, counted from 1. */
export function toConfigurationV1(
  configuration: StoredConfiguration,
  priority: string,
  exceptions: readonly ExceptionWithApp[],
): ConfigurationV1 {
  const { config_name, enabled, location_based_steering, private_apps_steering } = configuration;
  const head = {
    steering_config: config_name,
    enabled,
    location_based_steering,
    private_apps_enabled: private_apps_steering !== 'none',
    priority,
  };
  const show = (mode: TrafficType, location: Side | null): SideV1 => ({
    // The contract knows no steered apps yet.
    steered_traffic: { data: [], count: 0 },
    exceptions: toExceptionsV1(
      exceptions.filter(({ exception }) => exception.location === location),
      mode,
      location,
    ),
  });
  if (!location_based_steering) {
    return { ...head, traffic_type: configuration.traffic_type, ...show(configuration.traffic_type, null) };
  }
  return {
    ...head,
    on_prem: show(configuration.on_prem.traffic_type, 'on_prem'),
    off_prem: show(configuration.off_prem.traffic_type, 'off_prem'),
  };
}
