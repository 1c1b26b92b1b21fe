/**
 * How REST v1 shows a configuration [doc, samples]. What is not in the samples is not here either: ids of exceptions,
 * ports, groups, DNS exceptions, how a process is matched.
 */
import type {
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
import type { RestV1Codes } from './conditions/conditions';
import { isOffered } from './rules/exceptions';
import type { Side, StoredConfiguration, StoredException, StoredPinnedApp } from './state/store';

/**
 * The codes of actions. "1" is the code of all samples, which are bypasses [doc]; that a block is "0" is [assumed]. For
 * steer_and_decrypt no code is published, and device classifications are in no sample, so neither of the two is shown.
 * Of the words for traffic modes only that of web is published [doc]; the others are the contract's own [assumed].
 */
const usualCodes = {
  bypass: '1',
  block: '0',
  cloud_apps: 'cloud_apps',
  web: 'web',
  all: 'all',
  none: 'none',
} as const satisfies RestV1Codes;

/** A certificate pinned app exception as REST v1 shows it: its app and four platforms, whether defined or not. [doc] */
function toPinnedAppV1(exception: StoredException, app: App | undefined, codes: RestV1Codes): PinnedAppV1 {
  const { windows, mac, ios, android, custom_app_domains = [] } = exception.certificate_pinned_app ?? {};
  const platforms = app?.platforms ?? {};
  return {
    custom: app?.custom ?? true,
    appName: app?.app_name ?? '',
    windows: toDesktop(windows, platforms.windows, custom_app_domains, codes),
    mac: toDesktop(mac, platforms.mac, custom_app_domains, codes),
    android: toMobile(android, platforms.android, codes),
    ios: toMobile(ios, platforms.ios, codes),
  };
}

function toDesktop(
  action: StoredPinnedApp['windows'],
  platform: Platform | undefined,
  domains: string[],
  codes: RestV1Codes,
): DesktopPlatformV1 {
  const tunnel = action?.tunnel ?? false;
  const code = codes[action?.action ?? 'bypass'];
  return {
    ...(code !== undefined && { action: code }),
    processes: platform?.processes ?? [],
    enabled: action !== undefined,
    managed_device: action?.managed_device ?? false,
    tunnel,
    tunnel_domains: tunnel ? domains : [],
  };
}

function toMobile(
  action: StoredPinnedApp['ios'],
  platform: MobilePlatform | undefined,
  codes: RestV1Codes,
): MobilePlatformV1 {
  const shown = action?.action ?? 'bypass';
  return {
    action: codes[shown] ?? usualCodes[shown],
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
function toExceptionsV1(
  all: readonly ExceptionWithApp[],
  mode: TrafficType,
  location: Side | null,
  codes: RestV1Codes,
): ExceptionsV1 {
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
      data: toPinnedAppV1(exception, app, codes),
    })),
  });
}

type WithUndefined<T> = { [Key in keyof T]: T[Key] | undefined };

function withoutUndefined<T extends object>(object: WithUndefined<T>): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** The form in which a tenant shows its configurations. */
interface FormV1 {
  /** The codes that are not the usual ones. */
  codes: RestV1Codes;
  /** Whether the sides of dynamic steering show their traffic mode, which those of the samples do not. */
  sideModes: boolean;
}

/** @param priority the priority as REST v2 has it, counted from 1. */
export function toConfigurationV1(
  configuration: StoredConfiguration,
  priority: string,
  exceptions: readonly ExceptionWithApp[],
  { codes: own, sideModes }: FormV1,
): ConfigurationV1 {
  const codes = { ...usualCodes, ...own };
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
      codes,
    ),
  });
  if (!location_based_steering) {
    return { ...head, traffic_type: codes[configuration.traffic_type], ...show(configuration.traffic_type, null) };
  }
  const showSide = (side: Side): SideV1 => {
    const { traffic_type } = configuration[side];
    return { ...(sideModes && { traffic_type: codes[traffic_type] }), ...show(traffic_type, side) };
  };
  return { ...head, on_prem: showSide('on_prem'), off_prem: showSide('off_prem') };
}
