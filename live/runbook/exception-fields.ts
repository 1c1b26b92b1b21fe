/** Which values does a person type, choose or tick for an exception? */
import {
  PLATFORMS,
  platformTitle,
  isObject,
  type Attributes,
  type PinnedAction,
  type PlatformName,
  type SteeringException,
} from '../../steering';
import { listField } from './fields';
import type { ScreenField } from './runbook';

/** The actions with their modes, in the words of the screen. [doc] */
const ACTION_TITLES: Readonly<Record<PinnedAction, string>> = {
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

/** The fields of an exception; of a change, those that differ or have to be looked at, and what says which one it is. */
export function exceptionFields(
  one: SteeringException,
  appName: string,
  attributes: Attributes,
  before?: SteeringException,
  isAll = false,
): ScreenField[] {
  const { data, notes, location } = one;
  const fields: ScreenField[] = [{ label: 'Exception type', value: TYPE_TITLES[data.type], how: 'choose' }];
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
): ScreenField[] {
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

type PinnedData = Extract<SteeringException['data'], { type: 'certificate_pinned_app' }>;

function actionFields(
  platform: PlatformName,
  data: PinnedData,
  before: PinnedData | undefined,
  isAll: boolean,
): ScreenField[] {
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

function questionFields({ questions }: Attributes): ScreenField[] {
  const rows = (Array.isArray(questions) ? questions : []).flatMap((one: unknown) =>
    isObject(one) ? [[String(one['domain']), String(one['record_type'])]] : [],
  );
  return [csvField('DNS', rows, ['domain', 'record type'])];
}

/**
 * A file of comma-separated values. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
function csvField(label: string, rows: readonly (readonly string[])[], header?: readonly string[]): ScreenField {
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
