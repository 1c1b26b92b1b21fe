/** What the words and fields of the screens are in the API, for the robot: in its own words, not in those of the runbook. */
import type { RunbookStep } from '../../../live/runbook/runbook';

export type Fields = Record<string, unknown>;
export interface ConfigurationSeen extends Fields {
  config_id: number;
  config_name: string;
}
export interface ExceptionSeen extends Fields {
  id: string;
  type: string;
  location: string | null;
}

export const PLATFORMS: Record<string, string> = {
  Windows: 'windows',
  macOS: 'mac',
  Linux: 'linux',
  iOS: 'ios',
  Android: 'android',
  'Chrome OS': 'chrome_os',
};
const MODES: Record<string, string> = {
  'Cloud Apps Only': 'cloud_apps',
  'Web Traffic': 'web',
  'All Traffic': 'all',
  None: 'none',
};
const FAMILIES: Record<string, string> = {
  Windows: 'windows',
  macOS: 'mac',
  Linux: 'linux',
  iOS: 'ios',
  Android: 'android',
};
export const LOCATIONS: Record<string, string> = { 'On-premises': 'on_prem', 'Off-premises': 'off_prem' };
const ACTIONS: Record<string, Fields> = {
  Block: { action: 'block' },
  Bypass: { action: 'bypass' },
  'Bypass + Direct': { action: 'bypass', managed_device: false, tunnel: false },
  'Bypass + Tunnel': { action: 'bypass', managed_device: false, tunnel: true },
  'Bypass Managed Devices + Direct': { action: 'bypass', managed_device: true, tunnel: false },
  'Bypass Managed Devices + Tunnel': { action: 'bypass', managed_device: true, tunnel: true },
  'Steer and Decrypt at Netskope Cloud': { action: 'steer_and_decrypt' },
};
/** By the type on the screen: that of the API, the name of its list, and the label of the field. */
export const TYPES: Record<string, { type: string; list: string; label: string }> = {
  Application: { type: 'application', list: 'apps', label: 'Applications' },
  Category: { type: 'category', list: 'categories', label: 'Categories' },
  'Certificate Pinned Application': { type: 'certificate_pinned_app', list: '', label: '' },
  'Destination Location': { type: 'destination_location', list: 'locations', label: 'Network Locations' },
  DNS: { type: 'dns', list: 'questions', label: 'DNS' },
  Domains: { type: 'domains', list: 'domains', label: 'Domains' },
  'Source Countries': { type: 'source_countries', list: 'countries', label: 'Countries' },
  'Source Location': { type: 'source_location', list: 'locations', label: 'Network Locations' },
};

export function configurationBody(step: RunbookStep, found: ConfigurationSeen | undefined): Fields {
  const body: Fields = step.verb === 'create' ? { config_name: step.object.name } : {};
  for (const { label, value, how } of step.fields) {
    const list = value === '' ? [] : value.split(',');
    if (label === 'Name') body['config_name'] = value;
    if (label === 'Status') body['enabled'] = value === 'Enabled';
    if (label === 'User Groups') body['user_groups'] = list;
    if (label === 'Organization Units') body['organization_units'] = list;
    if (label === 'OS Families') body['os_families'] = list.map((one) => FAMILIES[one]);
    if (label === 'Device Tags') body['device_tags'] = list;
    if (label === 'Traffic Mode') body['traffic_type'] = MODES[value];
    if (label === 'Dynamic Steering') body['location_based_steering'] = how === 'tick';
    if (label === 'On-premises Traffic Mode') body['on_prem'] = { traffic_type: MODES[value] };
    if (label === 'Off-premises Traffic Mode') body['off_prem'] = { traffic_type: MODES[value] };
    if (label === 'Steer private apps') body['private_apps_steering'] = value.toLowerCase();
    if (label === 'Private Apps') body['private_apps'] = list;
    if (label === 'Steer DNS') body['steer_dns'] = how === 'tick';
    if (label === 'Bypass exception traffic at') body['bypass_exception_traffic_at'] = value.toLowerCase();
  }
  return step.verb === 'create' && found === undefined ? { ...body, enabled: false } : body;
}

/** Whether an exception of the list is the one that the step is about, by what the screen shows of it. */
export function isMeant(
  step: RunbookStep,
  one: ExceptionSeen,
  kind: { type: string; list: string; label: string },
  appId?: string,
): boolean {
  const data = one[kind.type] as Fields;
  if (appId !== undefined) return data['app_id'] === appId;
  const field = step.fields.find(({ label }) => label.startsWith(kind.label));
  const shown = listOf(data, kind);
  return [field?.value, field?.before].some(
    (text) => text !== undefined && same(shown, listFrom(text, field?.how === 'import', kind)),
  );
}

function listOf(data: Fields, { type, list }: { type: string; list: string }): string[] {
  if (type === 'dns')
    return (data[list] as Fields[]).map((one) => `${String(one['domain'])},${String(one['record_type'])}`);
  return data[list] as string[];
}

function listFrom(text: string, isFile: boolean, { type }: { type: string }): string[] {
  if (type === 'dns') return text.trim().split('\n').slice(1);
  const names = isFile ? text.trim().split('\n') : text.split(',');
  return type === 'source_countries' ? names.map(countryCode) : names;
}

export function listBody(step: RunbookStep, kind: { type: string; list: string; label: string }): Fields {
  const field = step.fields.find(({ label }) => label.startsWith(kind.label));
  const names = listFrom(field?.value ?? '', field?.how === 'import', kind);
  const action = valueOf(step, 'Action');
  return {
    [kind.list]:
      kind.type === 'dns'
        ? names.map((line) => ({ domain: line.split(',')[0], record_type: line.split(',')[1] }))
        : names,
    ...(action !== undefined && { action: action === 'Bypass' ? 'bypass' : 'bypass_except_dns' }),
    ...(kind.type === 'destination_location' && {
      treat_like_local_ip: step.fields.some(
        ({ label, how }) => label === 'Treat like local IP address' && how === 'tick',
      ),
    }),
  };
}

export function pinnedBody(step: RunbookStep, appId: string, found: ExceptionSeen | undefined): Fields {
  const { app_name: _, ...before } = (found?.['certificate_pinned_app'] ?? {}) as Fields;
  const body: Fields = {
    ...before,
    app_id: appId,
    custom_app_domains: listIn(step, 'Custom App Domains') ?? before['custom_app_domains'] ?? [],
  };
  for (const [title, platform] of Object.entries(PLATFORMS)) {
    const action = valueOf(step, `${title} action`);
    if (action === undefined) continue;
    if (action === 'Not selected') delete body[platform];
    else {
      const classifications = listIn(step, `${title} device classifications`);
      body[platform] = {
        ...ACTIONS[action],
        ...(classifications !== undefined && { device_classifications: classifications }),
      };
    }
  }
  return body;
}

export function withoutAppName(data: unknown): Fields {
  const { app_name: _, ...rest } = data as Fields;
  return rest;
}

export function valueOf(step: RunbookStep, label: string): string | undefined {
  return step.fields.find((one) => one.label === label)?.value;
}

export function listIn(step: RunbookStep, label: string): string[] | undefined {
  const value = valueOf(step, label);
  return value === undefined ? undefined : value === '' ? [] : value.split(',');
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

function countryCode(name: string): string {
  return CODES.find((code) => REGIONS.of(code) === name) ?? name;
}

export function same(one: unknown, other: readonly string[]): boolean {
  return Array.isArray(one) && [...one].sort().join('\n') === [...other].sort().join('\n');
}

/** A text that is the same for values that differ in the order of keys and lists, or in what a screen leaves empty. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (Array.isArray(part)) return [...part].map((one) => JSON.stringify(one)).sort();
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).filter(
      ([, one]) => one !== undefined && one !== false && !(Array.isArray(one) && one.length === 0),
    );
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
