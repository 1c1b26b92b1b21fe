/**
 * This file reads single fields of what REST v1 shows. Each becomes an attribute of the provider: a field that is not
 * shown, or that shows something that is not known here, is one that is not known, with the reason.
 */
import { type ExceptionTypeName, countryNamed } from '../domain/exceptions';
import { PLATFORMS, platformTitle, type PlatformName } from '../domain/vocabulary';
import { isSame } from './one-object';
import { Unresolved, isObject, type SourceAttribute, type SourceAttributes } from './resources';

/** What the codes of one tenant mean: by code, a word of the provider. */
export interface Dialect {
  /** The action of a certificate pinned app on a platform: `bypass`, `block` or `steer_and_decrypt`. */
  readonly action: Readonly<Record<string, string>>;
  /** The traffic mode: `cloud_apps`, `web`, `all` or `none`. */
  readonly traffic_type: Readonly<Record<string, string>>;
}

/** The codes that the published samples show. That "1" is a bypass is our reading of them. [assumed] */
export const PUBLISHED_DIALECT: Dialect = { action: { '1': 'bypass' }, traffic_type: { web: 'web' } };

/** The network location that every configuration of the samples has as an exception. [doc] */
export const LOCAL_RANGE = 'Local IP address range';

/** Whether a value is not known because REST v1 does not show it; what it shows in two ways, or alike, is shown. */
export function isNotObserved(reason: string): boolean {
  return /^REST v1 (does not|shows no )/.test(reason);
}

export type ShownFields = Readonly<Record<string, unknown>>;

/** The attributes of an exception that is a list of names. What is done with them is shown for none. */
export function listOf(type: ExceptionTypeName, entry: ShownFields, key: string): SourceAttributes {
  const names = textsIn(entry[type === 'application' ? 'applications' : key], 'the names of an exception');
  const action = notObserved('what an exception of this type does');
  const treat_like_local_ip = notObserved('whether an exception treats its destinations like local addresses');
  const attributes: Partial<Record<ExceptionTypeName, SourceAttributes>> = {
    application: { applications: names, action },
    category: { categories: names },
    destination_location: { network_locations: names, action, treat_like_local_ip },
    domains: { domains: names },
    source_countries: {
      countries: type === 'source_countries' && !(names instanceof Unresolved) ? names.map(countryOf) : names,
    },
    source_location: { network_locations: names },
  };
  return attributes[type] ?? {};
}

/** A country, which REST v1 shows by its English name. */
function countryOf(name: string): SourceAttribute {
  return (
    countryNamed(name) ??
    new Unresolved(`REST v1 shows the country ${JSON.stringify(name)}, whose code is not known here`)
  );
}

export function appIn({ app_name, data }: ShownFields): { name: string; attributes: SourceAttributes }[] {
  const name = nameIn(app_name, data);
  if (name === undefined) return [];
  const attributes = {
    name,
    custom: asBoolean(fieldOf(data, 'custom'), 'whether an app is predefined'),
    ...perPlatform((platform) => definitionOf(fieldOf(data, SHOWN_PLATFORMS[platform] ?? ''), platform)),
  };
  return [{ name, attributes }];
}

export function nameIn(name: unknown, data: unknown): string | undefined {
  return [name, fieldOf(data, 'appName')].find((one): one is string => typeof one === 'string' && one !== '');
}

/**
 * The definition of an app on a platform; null where there is none. A platform that the exception is for, and that shows
 * neither processes nor domains, has a definition that is not shown: the samples show iOS so.
 */
function definitionOf(shown: unknown, platform: PlatformName): SourceAttribute {
  const title = platformTitle(platform);
  if (!isObject(shown)) return notObserved(`how an app is defined on ${title}`);
  const what = `the processes of an app on ${title}`;
  const [processes, domains] = [textsIn(shown['processes'], what), textsIn(shown['domains'] ?? [], what)];
  if (Array.isArray(domains) && domains.length === 0 && processes instanceof Unresolved) return processes;
  const isEmpty = [processes, domains].every((one) => Array.isArray(one) && one.length === 0);
  if (isEmpty) return shown['enabled'] === false ? null : notObserved(`how an app is defined on ${title}`);
  const hasDomains = PLATFORMS.some((one) => one.name === platform && one.hasDomains);
  return {
    match: notObserved('whether processes are names or patterns'),
    processes,
    ...(hasDomains && { domains }),
  };
}

const DOMAINS = 'all domains to which a bypass is limited';

/**
 * The domains to which a bypass is limited. Whether `tunnel_domains` are the custom app domains is not published, so there
 * may be others.
 */
export function domainsOf(data: unknown): SourceAttribute {
  const shown = ['windows', 'mac'].map((key) => textsIn(fieldOf(fieldOf(data, key), 'tunnel_domains') ?? [], DOMAINS));
  return [...shown.flatMap((one) => (one instanceof Unresolved ? [] : one)), notObserved(DOMAINS)];
}

/**
 * The word for a bypass with its two options. REST v1 shows both as false for a plain bypass as well as for one that is
 * direct.
 */
export function bypassWith(managed: unknown, tunnel: unknown): SourceAttribute {
  const words = [
    { managed: false, tunnel: false, word: 'bypass' },
    { managed: false, tunnel: false, word: 'bypass_direct' },
    { managed: false, tunnel: true, word: 'bypass_tunnel' },
    { managed: true, tunnel: false, word: 'bypass_managed_direct' },
    { managed: true, tunnel: true, word: 'bypass_managed_tunnel' },
  ].filter(
    (one) =>
      (typeof managed !== 'boolean' || one.managed === managed) &&
      (typeof tunnel !== 'boolean' || one.tunnel === tunnel),
  );
  const [only] = words;
  if (only !== undefined && words.length === 1) return only.word;
  return new Unresolved('REST v1 shows several of its actions alike', undefined, {
    among: words.map(({ word }) => word),
  });
}

export function entriesOf(shown: unknown, key: string): { readonly entry: ShownFields; readonly index: number }[] {
  const data = fieldOf(fieldOf(shown, key), 'data');
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown, index) => (isObject(entry) ? [{ entry, index }] : []));
}

export function fieldOf(object: unknown, name: string): unknown {
  return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Texts, each once: the samples hold the same process twice. [doc] */
function textsIn(value: unknown, what: string): readonly string[] | Unresolved {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return asShown(value, what);
  return [...new Set(value.map((one) => one.trim()).filter((one) => one !== ''))];
}

/** The fields that are true or false. */
const TRUTHS: ReadonlySet<string> = new Set([
  'custom',
  'enabled',
  'location_based_steering',
  'managed_device',
  'private_apps_enabled',
  'tunnel',
]);

/** What is shown is not deeper. */
const DEEPEST = 12;

/**
 * What is shown, with `"true"` and `"false"` as true and false: the samples show some numbers as texts [doc], so a tenant
 * may show these as texts too. [assumed]
 */
export function withTruths<T>(shown: T, depth = 0): T {
  if (depth > DEEPEST) return shown;
  if (Array.isArray(shown)) return shown.map((one: unknown) => withTruths(one, depth + 1)) as T;
  if (!isObject(shown)) return shown;
  const entries = Object.entries(shown).map(([name, value]) => {
    const isTruth = TRUTHS.has(name) && (value === 'true' || value === 'false');
    return [name, isTruth ? value === 'true' : withTruths(value, depth + 1)] as const;
  });
  return Object.fromEntries(entries) as T;
}

export function asBoolean(value: unknown, what: string): SourceAttribute {
  return typeof value === 'boolean' ? value : asShown(value, what);
}

/**
 * A value that cannot be read: one that is not shown, or one that is not known here.
 * @param what what it would tell, as part of a sentence
 */
export function asShown(value: unknown, what: string): Unresolved {
  if (value === undefined || value === null) return notObserved(what);
  return new Unresolved(`the tenant shows ${JSON.stringify(value)}, which is not known here`);
}

export function codeIn(codes: Readonly<Record<string, string>>, code: unknown): string | undefined {
  const text = typeof code === 'string' || typeof code === 'number' || typeof code === 'boolean' ? String(code) : '';
  return Object.hasOwn(codes, text) ? codes[text] : undefined;
}

export function unknownCode(kind: keyof Dialect, code: unknown): string {
  return `the tenant shows the code ${JSON.stringify(code)} for ${kind}, which its dialect does not name`;
}

/** Whether a value is not known because the dialect does not name its code. */
export function isUnknownCode(reason: string): boolean {
  return reason.endsWith('which its dialect does not name');
}

/** @param what what REST v1 does not show, as part of a sentence */
export function notObserved(what: string): Unresolved {
  return new Unresolved(notShown(what));
}

/** Why something is not known that REST v1 does not show. */
export function notShown(what: string): string {
  return `REST v1 does not show ${what}, so that is not observed`;
}

/** An attribute that is one of these words, or nothing. */
export function maybe(reason: string, among: readonly string[]): Unresolved {
  return new Unresolved(reason, undefined, { among, orNothing: true });
}

export function perPlatform(read: (name: PlatformName) => SourceAttribute): SourceAttributes {
  return Object.fromEntries(PLATFORMS.map(({ name }) => [name, read(name)]));
}

/** The platforms that REST v1 shows; of Linux and Chrome OS it shows nothing. [doc] */
export const SHOWN_PLATFORMS: Readonly<Partial<Record<PlatformName, string>>> = {
  windows: 'windows',
  mac_os: 'mac',
  ios: 'ios',
  android: 'android',
};

/** A list, whatever is in it; empty where there is none. */
export function textsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** REST v1 shows an app with each exception that uses it. What it shows in different ways is not known. */
export function agreedOn(first: SourceAttributes, second: SourceAttributes): SourceAttributes {
  const entries = Object.entries(first).map(([name, value]): [string, SourceAttribute] => {
    const other = second[name];
    if (isSame(value, other) || other instanceof Unresolved) return [name, value];
    if (value instanceof Unresolved) return [name, other];
    return [name, new Unresolved('REST v1 shows it differently in two places')];
  });
  return Object.fromEntries(entries);
}
