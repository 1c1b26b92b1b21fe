/**
 * Which values does a person type, choose or tick? The fields of each screen, as the vendor's pages name them [doc]; where
 * no page names a field, its name is ours.
 */
import {
  PLATFORMS,
  isObject,
  type Attributes,
  type Configuration,
  type Names,
  type NonStandardPort,
  type PinnedAction,
  type PinnedApp,
  type PlatformName,
  type SteeringException,
  type TrafficModeName,
  type Value,
} from '../../steering';
import type { ComparedAttribute } from '../attributes';
import type { Field } from './runbook';

export const MODE_TITLES: Readonly<Record<TrafficModeName, string>> = {
  cloud_apps: 'Cloud Apps Only',
  web: 'Web Traffic',
  all: 'All Traffic',
  none: 'None',
};

/** The actions with their modes, in the words of the screen. [doc] */
export const ACTION_TITLES: Readonly<Record<PinnedAction, string>> = {
  block: 'Block',
  bypass: 'Bypass',
  bypass_direct: 'Bypass + Direct',
  bypass_tunnel: 'Bypass + Tunnel',
  bypass_managed_direct: 'Bypass Managed Devices + Direct',
  bypass_managed_tunnel: 'Bypass Managed Devices + Tunnel',
  steer_and_decrypt: 'Steer and Decrypt at Netskope Cloud',
};

export const TYPE_TITLES: Readonly<Record<SteeringException['data']['type'], string>> = {
  application: 'Application',
  category: 'Category',
  certificate_pinned_app: 'Certificate Pinned Application',
  destination_location: 'Destination Location',
  dns: 'DNS',
  domains: 'Domains',
  source_countries: 'Source Countries',
  source_location: 'Source Location',
  unknown: 'Exception',
};

export const LOCATION_TITLES = { on_premises: 'On-premises', off_premises: 'Off-premises' } as const;

/** The most names that are typed one after the other; the screen imports more of them as a CSV file. */
const MOST_TYPED = 50;

export function platformTitle(platform: PlatformName): string {
  return PLATFORMS.find(({ name }) => name === platform)?.title ?? platform;
}

/** The fields of an app on one platform. */
export function definitionFields(platform: PlatformName, app: PinnedApp, before?: PinnedApp): Field[] {
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

/** A list as the screen takes it: names with commas between. */
function listField(label: string, { items }: Names, before?: Names): Field[] {
  const value = items.join(',');
  const old = before === undefined || before.open !== undefined ? {} : { before: before.items.join(',') };
  return value === '' && before === undefined ? [] : [{ label, value, how: 'paste', ...old }];
}

function seenValue<T>(value: Value<T> | undefined, show: (value: T) => string): { before?: string } {
  return value?.known === true ? { before: show(value.value) } : {};
}

/** Each attribute of a configuration with the field of its screen. */
const CONFIGURATION_FIELDS: Readonly<Record<string, (one: Configuration) => Field | undefined>> = {
  name: ({ name }) => (name.known ? { label: 'Name', value: name.value, how: 'paste' } : undefined),
  user_groups: ({ userGroups }) => names('User Groups', userGroups),
  organization_units: ({ organizationUnits }) => names('Organization Units', organizationUnits),
  os_families: ({ osFamilies }) => names('OS Families', { ...osFamilies, items: osFamilies.items.map(osTitle) }),
  device_tags: ({ deviceTags }) => names('Device Tags', deviceTags),
  'dynamic_steering.enabled': ({ dynamicSteering: { enabled } }) => ticked('Dynamic Steering', enabled),
  traffic_mode: ({ trafficMode }) => mode('Traffic Mode', trafficMode),
  'dynamic_steering.on_premises_traffic_mode': ({ dynamicSteering }) =>
    mode('On-premises Traffic Mode', dynamicSteering.trafficMode.on_premises),
  'dynamic_steering.off_premises_traffic_mode': ({ dynamicSteering }) =>
    mode('Off-premises Traffic Mode', dynamicSteering.trafficMode.off_premises),
  steer_private_apps: ({ steerPrivateApps }) =>
    steerPrivateApps.known
      ? { label: 'Steer private apps', value: capital(steerPrivateApps.value), how: 'choose' }
      : undefined,
  private_apps: ({ privateApps }) => names('Private Apps', privateApps),
  steer_dns: ({ steerDns }) => ticked('Steer DNS', steerDns),
  bypass_exception_traffic_at: ({ bypassExceptionTrafficAt: at }) =>
    at.known ? { label: 'Bypass exception traffic at', value: capital(at.value), how: 'choose' } : undefined,
};

/** The fields of the attributes of a configuration that differ, or that have to be looked at. */
export function configurationFields(
  one: Configuration,
  attributes: readonly ComparedAttribute[],
  before?: Configuration,
): Field[] {
  return attributes.flatMap(({ name }): Field[] => {
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

function names(label: string, { items, open }: Names): Field | undefined {
  return open === undefined ? { label, value: items.join(','), how: 'paste' } : undefined;
}

function ticked(label: string, value: Value<boolean>): Field | undefined {
  return value.known ? { label, value: '', how: value.value ? 'tick' : 'untick' } : undefined;
}

function mode(label: string, value: Value<TrafficModeName>): Field | undefined {
  return value.known ? { label, value: MODE_TITLES[value.value], how: 'choose' } : undefined;
}

const OS_TITLES: Readonly<Record<string, string>> = {
  windows: 'Windows',
  mac_os: 'macOS',
  linux: 'Linux',
  android: 'Android',
  ios: 'iOS',
};

function osTitle(name: string): string {
  return OS_TITLES[name] ?? name;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The fields of an entry of the non-standard ports. */
export function portFields(one: NonStandardPort, before?: NonStandardPort): Field[] {
  const port = one.port.known && one.port.value !== null ? String(one.port.value) : '';
  return [
    { label: 'Steer non-standard ports', value: '', how: 'tick' },
    { label: 'Port', value: port, how: 'paste' },
    ...listField('Domains', one.domains, before?.domains),
  ];
}

/** The fields of an exception; of a change, those that differ or have to be looked at, and what says which one it is. */
export function exceptionFields(
  one: SteeringException,
  appName: string,
  attributes: Attributes,
  before?: SteeringException,
  isAll = false,
): Field[] {
  const { data, notes, location } = one;
  const fields: Field[] = [{ label: 'Exception type', value: TYPE_TITLES[data.type], how: 'choose' }];
  if (location.known && location.value !== null)
    fields.push({ label: 'Location', value: LOCATION_TITLES[location.value], how: 'choose' });
  fields.push(...dataFields(one, appName, attributes, before, isAll));
  const old = before?.notes.known === true ? (before.notes.value ?? '') : undefined;
  const text = notes.known ? (notes.value ?? '') : undefined;
  if (text !== undefined && (text !== '' || (old ?? '') !== '')) {
    fields.push({
      label: 'Notes',
      value: text,
      how: 'paste',
      ...(old !== undefined && old !== text && { before: old }),
    });
  }
  return fields;
}

function dataFields(
  { data }: SteeringException,
  appName: string,
  attributes: Attributes,
  before: SteeringException | undefined,
  isAll: boolean,
): Field[] {
  const old = before?.data;
  switch (data.type) {
    case 'certificate_pinned_app': {
      const was = old?.type === 'certificate_pinned_app' ? old : undefined;
      return [
        { label: 'Application', value: appName, how: 'choose' },
        ...listField('Custom App Domains', data.customAppDomains, was?.customAppDomains),
        ...PLATFORMS.flatMap(({ name }) => actionFields(name, data, was, isAll)),
      ];
    }
    case 'dns':
      return questionFields(attributes);
    case 'unknown':
      return [];
    default: {
      const shown =
        data.type === 'source_countries' ? { ...data.names, items: data.names.items.map(countryTitle) } : data.names;
      const was = old !== undefined && 'names' in old ? old.names : undefined;
      const seen =
        was !== undefined && data.type === 'source_countries' ? { ...was, items: was.items.map(countryTitle) } : was;
      const isLong = data.type === 'domains' && shown.items.length > MOST_TYPED;
      return [
        ...(isLong
          ? [
              csvField(
                'Domains',
                shown.items.map((name) => [name]),
              ),
            ]
          : listField(LIST_TITLES[data.type], shown, seen)),
        ...('action' in data && data.action.known
          ? [
              {
                label: 'Action',
                value: data.action.value === 'bypass' ? 'Bypass' : 'Bypass except DNS',
                how: 'choose',
              } as const,
            ]
          : []),
        ...('treatLikeLocalIp' in data && data.treatLikeLocalIp.known && data.treatLikeLocalIp.value
          ? [{ label: 'Treat like local IP address', value: '', how: 'tick' } as const]
          : []),
      ];
    }
  }
}

const LIST_TITLES = {
  application: 'Applications',
  category: 'Categories',
  destination_location: 'Network Locations',
  domains: 'Domains',
  source_countries: 'Countries',
  source_location: 'Network Locations',
} as const;

type Pinned = Extract<SteeringException['data'], { type: 'certificate_pinned_app' }>;

function actionFields(platform: PlatformName, data: Pinned, before: Pinned | undefined, isAll: boolean): Field[] {
  const label = `${platformTitle(platform)} action`;
  const [is, was] = [data.platforms[platform], before?.platforms[platform]];
  const old = was?.known === true && was.value !== null ? { before: ACTION_TITLES[was.value] } : {};
  if (is?.known !== true || is.value === null) {
    const isThere = was?.known === true && was.value !== null;
    return isThere || isAll ? [{ label, value: 'Not selected', how: 'choose', ...old }] : [];
  }
  const title = ACTION_TITLES[is.value];
  const classifications =
    platform === 'windows' || platform === 'mac_os' ? data.deviceClassifications?.[platform] : undefined;
  return [
    { label, value: title, how: 'choose', ...(old.before !== undefined && old.before !== title && old) },
    ...(classifications === undefined
      ? []
      : listField(`${platformTitle(platform)} device classifications`, classifications)),
  ];
}

function questionFields({ questions }: Attributes): Field[] {
  const rows = (Array.isArray(questions) ? questions : []).flatMap((one: unknown) =>
    isObject(one) ? [[String(one['domain']), String(one['record_type'])]] : [],
  );
  return [csvField('DNS', rows, ['domain', 'record type'])];
}

/**
 * A file of comma-separated values. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvField(label: string, rows: readonly (readonly string[])[], header?: readonly string[]): Field {
  const lines = [...(header === undefined ? [] : [header]), ...rows].map((row) => row.map(cell).join(','));
  return { label: `${label} (CSV)`, value: `${lines.join('\n')}\n`, how: 'import' };
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

let countries: Intl.DisplayNames | undefined;

function countryTitle(code: string): string {
  countries ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  return countries.of(code) ?? code;
}
