/**
 * What REST v1 has been seen to show, or may show. [doc] marks what the vendor's samples hold, [community] what a client
 * of a third party expects, [assumed] what nobody has published. Those that change an answer are pure functions, from
 * what REST v1 shows of configurations to the same in another form.
 */
import { isObject, mapDeep, withoutFields } from './deep';

export interface RestV1Quirks {
  /** The first process and the first domain of each list come twice. [doc] */
  v1Duplicates?: boolean;
  /**
   * Exceptions for predefined apps have the note `default ssl pinned app`, and the location that the vendor ships stands
   * among the destination locations. With dynamic steering the notes name the side. [doc]
   */
  v1DefaultEntries?: boolean;
  /** With dynamic steering, each side shows its traffic mode. [assumed] */
  v1SideModes?: boolean;
  /** What is shown of iOS, where no sample shows processes. */
  v1IosWithoutProcesses?: (typeof IOS_SHOWN)[number];
  /** These keys, at any depth, are missing. [assumed] */
  v1KeysMissing?: readonly string[];
  /** Each group of exceptions shows so many at most, while its `count` is that of all. [assumed] */
  v1Truncated?: number;
  /** Numbers and booleans come as text. [assumed; the samples show priority and app_id so] */
  v1ValuesAsText?: boolean;
  /** Every request is answered in this way instead. */
  v1Answers?: V1Answer;
}

/** The `enabled` of iOS without processes: false, as in all samples [doc], or as the exception has it [assumed]. */
const IOS_SHOWN = ['disabled', 'asItIs'] as const;

/** The answer that takes the place of all others. */
export interface Substitute {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object | string;
}

const page = (title: string, text: string): string =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`;

const refusal = (errorCode: string, message: string) => ({ status: 'error', errorCode, errors: [message] });

const loginPage = page(
  'Log in',
  '<form method="post"><input name="user"><input name="password" type="password"></form>',
);

/**
 * The statuses, and the form of errors in JSON, are documented [doc]. Each message, each page and which of these comes
 * when is [assumed].
 */
export const SUBSTITUTES = {
  tokenExpired: { status: 403, body: refusal('Authorization Error', 'The token has expired') },
  errorAs200: { status: 200, body: { status: 'error', msg: 'Internal error' } },
  errorCodeAs200: { status: 200, body: refusal('Authorization Error', 'The token is not valid') },
  htmlError: { status: 503, body: page('Service Unavailable', 'The service is under maintenance.') },
  off: { status: 404, body: page('Not Found', 'The requested URL was not found on this server.') },
  offForbidden: { status: 403, body: refusal('Authorization Error', 'REST API v1 is disabled') },
  offLoginPage: { status: 200, body: loginPage },
  offRedirect: { status: 302, headers: { Location: '/locallogin' }, body: '' },
} as const satisfies Record<string, Substitute>;

type V1Answer = keyof typeof SUBSTITUTES;

/** The values of each quirk that has several; the first one counts on the command line, where none is named. */
export const restV1QuirkWords = {
  v1IosWithoutProcesses: IOS_SHOWN,
  v1Answers: Object.keys(SUBSTITUTES) as V1Answer[],
} as const;

export const restV1QuirkNames = Object.keys({
  v1Duplicates: true,
  v1DefaultEntries: true,
  v1SideModes: true,
  v1IosWithoutProcesses: true,
  v1KeysMissing: true,
  v1Truncated: true,
  v1ValuesAsText: true,
  v1Answers: true,
} satisfies Record<keyof RestV1Quirks, true>) as (keyof RestV1Quirks)[];

/** Gives what REST v1 shows as its quirks change it. `v1SideModes` and `v1Answers` have been looked at elsewhere. */
export function applyRestV1Quirks(shown: unknown, quirks: RestV1Quirks): unknown {
  const { v1DefaultEntries, v1Duplicates, v1IosWithoutProcesses: ios, v1KeysMissing, v1Truncated } = quirks;
  let result = shown;
  if (v1DefaultEntries) result = mapDeep(result, (part) => (isObject(part) ? withDefaultEntries(part) : part));
  if (v1Duplicates) result = mapDeep(result, (part) => (isObject(part) ? withDuplicates(part) : part));
  if (ios) result = changeValues(result, 'ios', (platform) => withoutProcesses(platform, ios === 'disabled'));
  if (v1KeysMissing) result = withoutFields(result, new Set(v1KeysMissing));
  if (v1Truncated !== undefined) result = changeValues(result, 'exceptions', (groups) => truncate(groups, v1Truncated));
  return quirks.v1ValuesAsText ? mapDeep(result, asText) : result;
}

/** The notes of default entries, without dynamic steering and on each side of it. [doc] */
const defaultNotes: Record<string, (what: string) => string> = {
  steering_config: (what) => what,
  on_prem: (what) => `on-prem: [${what}]`,
  off_prem: (what) => `off-prem: [${what}]`,
};

function withDefaultEntries(part: Record<string, unknown>): object {
  if (!('steering_config' in part)) return part;
  const own = part['exceptions'] === undefined ? {} : withDefaults(part, defaultNotes['steering_config']);
  const sides = ['on_prem', 'off_prem'].flatMap((side): [string, object][] => {
    const shown = part[side];
    return isObject(shown) ? [[side, { ...shown, ...withDefaults(shown, defaultNotes[side]) }]] : [];
  });
  return { ...part, ...own, ...Object.fromEntries(sides) };
}

interface QuirkGroup {
  data: Record<string, unknown>[];
  count: number;
}

/** The exceptions of a place with the default entries in them. */
function withDefaults(place: Record<string, unknown>, note = (what: string): string => what): object {
  const exceptions = place['exceptions'] as Record<string, QuirkGroup>;
  const { cert_pinned_apps: apps, dst_netloc: destinations } = exceptions;
  const location = { notes: note('default destination location'), dst_netloc: ['Local IP address range'] };
  return {
    exceptions: {
      ...exceptions,
      ...(destinations && { dst_netloc: { data: [location, ...destinations.data], count: destinations.count + 1 } }),
      ...(apps && { cert_pinned_apps: { ...apps, data: apps.data.map((one) => withDefaultNote(one, note)) } }),
    },
  };
}

function withDefaultNote(entry: Record<string, unknown>, note: (what: string) => string): Record<string, unknown> {
  const { custom } = entry['data'] as { custom: boolean };
  return custom || entry['notes'] !== null ? entry : { ...entry, notes: note('default ssl pinned app') };
}

function withDuplicates(part: Record<string, unknown>): object {
  const entries = ['processes', 'domains', 'tunnel_domains'].flatMap((name): [string, unknown[]][] => {
    const list: unknown = part[name];
    return Array.isArray(list) ? [[name, [...(list as unknown[]).slice(0, 1), ...(list as unknown[])]]] : [];
  });
  return { ...part, ...Object.fromEntries(entries) };
}

function withoutProcesses(platform: object, disabled: boolean): object {
  return { ...platform, processes: [], ...(disabled && { enabled: false }) };
}

function truncate(groups: object, most: number): object {
  const cut = ([name, { data, count }]: [string, QuirkGroup]): [string, QuirkGroup] => [
    name,
    { data: data.slice(0, most), count },
  ];
  return Object.fromEntries(Object.entries(groups as Record<string, QuirkGroup>).map(cut));
}

/** Changes every object that stands under a name. */
function changeValues(value: unknown, name: string, change: (value: object) => object): unknown {
  return mapDeep(value, (part) => {
    const found = isObject(part) ? part[name] : undefined;
    return isObject(part) && isObject(found) ? { ...part, [name]: change(found) } : part;
  });
}

function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
