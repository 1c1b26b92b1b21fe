/**
 * Which values does a person type, choose or tick? The fields of each screen, as the vendor's pages name them [doc]; where
 * no page names a field, its name is ours.
 */
import {
  capitalized,
  platformTitle,
  type Configuration,
  type Names,
  type NonStandardPort,
  type PinnedApp,
  type PlatformName,
  type TrafficModeName,
  type Value,
} from '../../steering';
import type { ComparedAttribute } from '../attributes';
import type { ScreenField } from './runbook';

const MODE_TITLES: Readonly<Record<TrafficModeName, string>> = {
  cloud_apps: 'Cloud Apps Only',
  web: 'Web Traffic',
  all: 'All Traffic',
  none: 'None',
};

/** The fields of an app on one platform. */
export function definitionFields(platform: PlatformName, app: PinnedApp, before?: PinnedApp): ScreenField[] {
  const [is, was] = [app.platforms[platform], before?.platforms[platform]];
  if (is?.known !== true) return [];
  const old = was?.known === true ? was.value : undefined;
  const { match, processes, domains } = is.value;
  return [
    { label: 'Platform', value: platformTitle(platform), how: 'choose' },
    ...(match.known
      ? [
          {
            label: 'Definition',
            value: matchTitle(match.value),
            how: 'choose',
            ...seenValue(old?.match, matchTitle),
          } as const,
        ]
      : []),
    ...listField('Processes', processes, old?.processes),
    ...(domains.items.length > 0 || (old?.domains.items.length ?? 0) > 0
      ? listField('Domains', domains, old?.domains)
      : []),
  ];
}

function matchTitle(match: string): string {
  return match === 'exact' ? 'Exact' : 'RegEx';
}

/** Names with commas between; with line breaks, where a name has a comma itself: it has to be entered alone. */
function joinedNames(items: readonly string[]): string {
  return items.join(items.some((one) => one.includes(',')) ? '\n' : ',');
}

/** A list as the screen takes it: names with commas between. */
export function listField(label: string, { items }: Names, before?: Names): ScreenField[] {
  const value = joinedNames(items);
  const old = before === undefined || before.open !== undefined ? {} : { before: joinedNames(before.items) };
  return value === '' && before === undefined ? [] : [{ label, value, how: 'paste', ...old }];
}

function seenValue<T>(value: Value<T> | undefined, show: (value: T) => string): { before?: string } {
  return value?.known === true ? { before: show(value.value) } : {};
}

/** Each attribute of a configuration with the field of its screen. */
const CONFIGURATION_FIELDS: Readonly<Record<string, (one: Configuration) => ScreenField | undefined>> = {
  name: ({ name }) => (name.known ? { label: 'Name', value: name.value, how: 'paste' } : undefined),
  user_groups: ({ userGroups }) => names('User Groups', userGroups),
  organization_units: ({ organizationUnits }) => names('Organization Units', organizationUnits),
  os_families: ({ osFamilies }) =>
    names('OS Families', { ...osFamilies, items: osFamilies.items.map((name) => platformTitle(name as PlatformName)) }),
  device_tags: ({ deviceTags }) => names('Device Tags', deviceTags),
  'dynamic_steering.enabled': ({ dynamicSteering: { enabled } }) => ticked('Dynamic Steering', enabled),
  traffic_mode: ({ trafficMode }) => mode('Traffic Mode', trafficMode),
  'dynamic_steering.on_premises_traffic_mode': ({ dynamicSteering }) =>
    mode('On-premises Traffic Mode', dynamicSteering.trafficMode.on_premises),
  'dynamic_steering.off_premises_traffic_mode': ({ dynamicSteering }) =>
    mode('Off-premises Traffic Mode', dynamicSteering.trafficMode.off_premises),
  steer_private_apps: ({ steerPrivateApps }) =>
    steerPrivateApps.known
      ? { label: 'Steer private apps', value: capitalized(steerPrivateApps.value), how: 'choose' }
      : undefined,
  private_apps: ({ privateApps }) => names('Private Apps', privateApps),
  steer_dns: ({ steerDns }) => ticked('Steer DNS', steerDns),
  bypass_exception_traffic_at: ({ bypassExceptionTrafficAt: at }) =>
    at.known ? { label: 'Bypass exception traffic at', value: capitalized(at.value), how: 'choose' } : undefined,
};

/** The fields of the attributes of a configuration that differ, or that have to be looked at. */
export function configurationFields(
  one: Configuration,
  attributes: readonly ComparedAttribute[],
  before?: Configuration,
): ScreenField[] {
  return attributes.flatMap(({ name, wanted, observed }): ScreenField[] => {
    if (name === 'priority') return [{ label: 'Priority', value: wanted, how: 'choose', before: observed }];
    const make = CONFIGURATION_FIELDS[name];
    const field = make?.(one);
    const old = before === undefined ? undefined : make?.(before);
    if (field === undefined) return [];
    return [
      old === undefined || old.value === field.value || field.value === '' ? field : { ...field, before: old.value },
    ];
  });
}

/** The names of all attributes of a new configuration that are not what the screen begins with. */
export function settingsOf(one: Configuration): ComparedAttribute[] {
  const isDynamic = one.dynamicSteering.enabled.known && one.dynamicSteering.enabled.value;
  const isShown = (name: string) => {
    if (name === 'traffic_mode') return !isDynamic;
    if (name.startsWith('dynamic_steering')) return isDynamic;
    const field = CONFIGURATION_FIELDS[name]?.(one);
    return field !== undefined && field.how !== 'untick' && !['', 'None', 'Client'].includes(field.value);
  };
  return Object.keys(CONFIGURATION_FIELDS)
    .filter(isShown)
    .map((name) => ({ name, wanted: '', observed: '', standing: 'differs' }));
}

function names(label: string, { items, open }: Names): ScreenField | undefined {
  return open === undefined ? { label, value: joinedNames(items), how: 'paste' } : undefined;
}

function ticked(label: string, value: Value<boolean>): ScreenField | undefined {
  return value.known ? { label, value: '', how: value.value ? 'tick' : 'untick' } : undefined;
}

function mode(label: string, value: Value<TrafficModeName>): ScreenField | undefined {
  return value.known ? { label, value: MODE_TITLES[value.value], how: 'choose' } : undefined;
}

/** The fields of an entry of the non-standard ports. */
export function portFields(one: NonStandardPort, before?: NonStandardPort): ScreenField[] {
  const port = one.port.known && one.port.value !== null ? String(one.port.value) : '';
  return [
    { label: 'Steer non-standard ports', value: '', how: 'tick' },
    { label: 'Port', value: port, how: 'paste' },
    ...listField('Domains', one.domains, before?.domains),
  ];
}
