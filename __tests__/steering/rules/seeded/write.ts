/** Writes configurations in HCL, as an administrator writes them, in a few words each. */
import { CATALOGUE } from '../../../../steering/catalogue';
import type { CatalogueEntry } from '../../../../steering/catalogue/native-app';
import type { PlatformName } from '../../../../steering/domain/vocabulary';

type Attributes = Readonly<Record<string, unknown>>;
type App = keyof typeof CATALOGUE;
type Processes = readonly string[] | { readonly regex: readonly string[] };

/** A resource of the provider. A text that begins like an address is a reference. */
export function resource(type: string, label: string, attributes: Attributes): string {
  const lines = Object.entries(attributes).map(([name, value]) => `  ${name} = ${hcl(value)}\n`);
  return `resource "netskopesteering_${type}" "${label}" {\n${lines.join('')}}\n`;
}

function hcl(value: unknown): string {
  if (typeof value === 'string' && /^(netskopesteering_|each\.|toset\()/.test(value)) return value;
  if (Array.isArray(value)) return `[${value.map(hcl).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name} = ${hcl(one)}`)
    .join(', ')} }`;
}

/** The default configuration, adopted. */
export const everyone = (more: Attributes = { traffic_mode: 'web' }): string =>
  resource('default_configuration', 'default', more);

/** An enabled configuration that comes after others. Its traffic mode is `web`, unless it has dynamic steering. */
export function configuration(label: string, name: string, more: Attributes, ...after: readonly string[]): string {
  return resource('configuration', label, {
    name,
    enabled: true,
    ...(!('dynamic_steering' in more) && { traffic_mode: 'web' }),
    ...more,
    ...(after.length > 0 && { depends_on: after.map((one) => `netskopesteering_configuration.${one}`) }),
  });
}

export const dynamic = (on: string, off: string): Attributes => ({
  dynamic_steering: { enabled: true, on_premises_traffic_mode: on, off_premises_traffic_mode: off },
});

/** An app of its own name and processes. */
export function app(label: string, name: string, platforms: Readonly<Record<string, Processes>>): string {
  const definitions = Object.entries(platforms).map(([platform, processes]) => [
    platform,
    'regex' in processes ? { match: 'regex', processes: processes.regex } : { processes },
  ]);
  return resource('certificate_pinned_app', label, { name, ...Object.fromEntries(definitions) });
}

const entry = (key: App): CatalogueEntry => CATALOGUE[key];
const domainsOf = (key: App): string[] => (entry(key).hosts ?? []).map(({ value }) => value);

/** An app of the catalogue, with every executable that is known on the platforms. */
export function known(key: App, ...platforms: readonly PlatformName[]): string {
  const { name, executables } = entry(key);
  const own = platforms.map((one) => [one, (executables[one] ?? []).map(({ value }) => value)] as const);
  return app(key, name, Object.fromEntries(own));
}

/** The entries for the ports of an app of the catalogue, with its hosts. */
export function ports(of: string, key: App): string {
  return (entry(key).tcp ?? [])
    .flatMap(({ value }) => (value === 80 || value === 443 ? [] : [port(of, value, ...domainsOf(key))]))
    .join('');
}

export const port = (of: string, number: number, ...domains: readonly string[]): string =>
  resource('non_standard_port', `port_${number}_${of}`, { configuration_id: idOf(of), port: number, domains });

/** Returns the id of a configuration: a reference, or `0` for the default one that the stack does not adopt. */
function idOf(configuration: string): string {
  if (configuration === '0') return '0';
  const type = configuration === 'default' ? 'default_configuration' : 'configuration';
  return `netskopesteering_${type}.${configuration}.id`;
}

/** An exception for an app: its domains, and its actions. */
export function pinned(of: string, key: string, domains: readonly string[], more: Attributes): string {
  const label = [key, of, more['location']].filter(Boolean).join('_');
  return resource('certificate_pinned_app_exception', label, {
    configuration_id: idOf(of),
    app_id: `netskopesteering_certificate_pinned_app.${key}.id`,
    custom_app_domains: domains,
    ...more,
  });
}

/** A block of an app on some platforms. */
export const block = (of: string, key: string, ...platforms: readonly string[]): string =>
  pinned(of, key, ['*'], Object.fromEntries(platforms.map((one) => [one, 'block'])));

/** A block of an app on-premises and off-premises. */
export const blockBoth = (of: string, key: string, ...platforms: readonly string[]): string =>
  ['on_premises', 'off_premises']
    .map((location) =>
      pinned(of, key, ['*'], { location, ...Object.fromEntries(platforms.map((one) => [one, 'block'])) }),
    )
    .join('');

/** A domain exception. */
export const domains = (of: string, label: string, ...list: readonly string[]): string =>
  resource('domain_exception', label, { configuration_id: idOf(of), domains: list });

/** Another exception of a configuration. */
export const exception = (type: string, of: string, more: Attributes): string =>
  resource(`${type}_exception`, `${type}_${of}`, { configuration_id: idOf(of), ...more });
