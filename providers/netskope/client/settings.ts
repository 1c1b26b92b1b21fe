/** From which settings is a client made, and which of them are refused before anything is sent? */
import {
  COLLECTION_NAMES,
  COLLECTIONS,
  isInConfiguration,
  type CollectionName,
} from '../../../tenant/contract/collections';
import { ApiError, refuseSetting } from './api-error';
import { readAuthorities } from './authorities';
import type { SettingName } from './error-text';

/** The path of each collection below the server URL. `{config_id}` stands for the id of a configuration. */
export type CollectionPaths = Readonly<Record<CollectionName, string>>;

export interface ClientSettings {
  /** Base URL with `/api/v2` [doc]; https, or http to loopback. */
  readonly serverUrl: string;
  /** The REST API v2 token. */
  readonly apiKey: string;
  /** The most requests per second over all collections; 4 is within every published limit [doc]. */
  readonly requestsPerSecond: number;
  /** The longest time that one call may wait in total to try again, in seconds. */
  readonly maxRetryWaitSeconds: number;
  /** The most objects that one list may have. Default: 10,000. */
  readonly maxListObjects?: number;
  /** The most that the answers of one list may add up to, in mebibytes. Default: 64. */
  readonly maxListMebibytes?: number;
  /** A PEM file with authorities to trust besides the usual ones. Default: none. */
  readonly caCertificateFile?: string;
  readonly paths: CollectionPaths;
  readonly userAgent: string;
}

/** The largest list that is read. A server's answer must not decide how much time and memory a list takes. */
export interface ListBounds {
  readonly objects: number;
  readonly mebibytes: number;
}

export const DEFAULT_LIST_BOUNDS: ListBounds = { objects: 10_000, mebibytes: 64 };

/** The paths of the steering contract [assumed]. */
export const DEFAULT_PATHS = Object.fromEntries(
  COLLECTION_NAMES.map((name) => [name, COLLECTIONS[name].path]),
) as CollectionPaths;

/** Settings as the transport needs them. */
export interface CheckedSettings {
  /** The server URL, without a slash at its end. */
  readonly baseUrl: string;
  /** The PEM certificates of `caCertificateFile`. */
  readonly extraAuthorities: readonly string[];
}

/**
 * Checks everything that can be checked without a request. A client calls it before its first request.
 *
 * @throws ApiError `refused_url` or `invalid_setting`, whose `setting` names the refused one.
 */
export function checkSettings(settings: ClientSettings): CheckedSettings {
  checkApiKey(settings.apiKey);
  checkRange('requests_per_second', settings.requestsPerSecond, settings.requestsPerSecond > 0, 'more than 0');
  checkRange('max_retry_wait_seconds', settings.maxRetryWaitSeconds, settings.maxRetryWaitSeconds >= 0, '0 or more');
  const bounds = listBoundsOf(settings);
  checkWhole('max_list_objects', bounds.objects);
  checkWhole('max_list_mebibytes', bounds.mebibytes);
  for (const name of COLLECTION_NAMES) checkPath(name, settings.paths[name]);
  const { caCertificateFile } = settings;
  return {
    baseUrl: checkServerUrl(settings.serverUrl, 'server_url'),
    extraAuthorities: caCertificateFile === undefined ? [] : readAuthorities(caCertificateFile),
  };
}

function checkRange(setting: SettingName, value: number, inRange: boolean, range: string): void {
  if (!Number.isFinite(value) || !inRange) refuseSetting(setting, `it must be ${range}`);
}

function checkWhole(setting: SettingName, value: number): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  const variable = `NETSKOPE_${setting.toUpperCase()}`;
  refuseSetting(setting, `it must be a whole number, 1 or more. It comes from the provider, or from ${variable}`);
}

/** The bounds of lists, with the default for each that is not set. */
export function listBoundsOf({ maxListObjects, maxListMebibytes }: ClientSettings): ListBounds {
  return {
    objects: maxListObjects ?? DEFAULT_LIST_BOUNDS.objects,
    mebibytes: maxListMebibytes ?? DEFAULT_LIST_BOUNDS.mebibytes,
  };
}

function checkApiKey(apiKey: string): void {
  if (apiKey === '') refuseSetting('api_key', 'it is empty. Set NETSKOPE_API_KEY');
  // Node would refuse such a header, but only in the middle of the first request.
  if (!/^[\x21-\x7e]+$/.test(apiKey))
    refuseSetting(
      'api_key',
      'it has a character that no token has, such as a line break. Look at NETSKOPE_API_KEY, or api_key of the provider',
    );
}

/** The hosts that plain http may reach: packets to them never leave the machine. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The normal form of an address: scheme and host in lower case, no default port, no slash at the end.
 *
 * @throws ApiError `refused_url`, with the setting that holds the address.
 */
export function checkServerUrl(text: string, setting: SettingName): string {
  const refuseUrl = (reason: string): never => {
    throw new ApiError({ code: 'refused_url', setting, reason });
  };
  if (!URL.canParse(text)) return refuseUrl('it is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuseUrl('it is neither https nor http');
  if (url.username !== '' || url.password !== '')
    return refuseUrl('it holds credentials; the token has its own setting');
  if (/[?#]/.test(text)) return refuseUrl('it holds a query or a fragment');
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    return refuseUrl('plain http would show the token to the network; only loopback is reached by http');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function checkPath(name: CollectionName, path: string): void {
  const segments = path.split('/').slice(1);
  const wellFormed =
    path.startsWith('/') &&
    segments.every((part) => part === '{config_id}' || /^(?!\.+$)[A-Za-z0-9._~:@-]+$/.test(part));
  if (!wellFormed)
    refuseSetting(
      'paths',
      `${JSON.stringify(path)} is not a path. Write it like ${DEFAULT_PATHS[name]}, without .. and query`,
    );
  const count = segments.filter((part) => part === '{config_id}').length;
  const needed = isInConfiguration(name);
  if (count === (needed ? 1 : 0)) return;
  const rule = needed
    ? 'must contain {config_id} exactly once, where the id of the configuration goes'
    : 'must not contain {config_id}, because the collection belongs to no configuration';
  refuseSetting('paths', `${JSON.stringify(path)} ${rule}. Write it like ${DEFAULT_PATHS[name]}`);
}
