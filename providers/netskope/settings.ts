/**
 * Which settings does the provider have, what are their defaults, and how is a session with the tenant made from them?
 */
import {
  attribute,
  DiagnosticError,
  error,
  isKnown,
  isWhollyKnown,
  schema,
  t,
  type Config,
  type Diagnostic,
} from 'terraform-plugin-sdk-ts';
import {
  ApiError,
  checkServerUrl,
  checkSettings,
  COLLECTION_NAMES,
  COLLECTIONS,
  createTenantClient,
  DEFAULT_LIST_BOUNDS,
  DEFAULT_PATHS,
  proxyFor,
  type ClientSettings,
  type CollectionName,
  type CollectionPaths,
} from './client';
import { complainAboutGuardrails, guardrails, guardrailSettings } from './guardrails';
import { PROVIDER_TYPE, VERSION } from './names';
import type { TenantSession } from './session';

/** The environment variables of the settings; the vendor's own provider reads the same names. [vendor, community] */
const ENVIRONMENT = { server_url: 'NETSKOPE_SERVER_URL', api_key: 'NETSKOPE_API_KEY' } as const;

const DEFAULT_REQUESTS_PER_SECOND = 4;
const DEFAULT_MAX_RETRY_WAIT_SECONDS = 120;

type PathSetting = (typeof COLLECTIONS)[CollectionName]['setting'];

const pathSetting = (name: CollectionName) =>
  attribute.string({ optional: true, description: `Default \`${DEFAULT_PATHS[name]}\`.` });

const pathSettings = Object.fromEntries(
  COLLECTION_NAMES.map((name) => [COLLECTIONS[name].setting, pathSetting(name)]),
) as Readonly<Record<PathSetting, ReturnType<typeof pathSetting>>>;

export const settings = schema({
  description:
    'Governs certificate pinned native apps on a Netskope tenant: pinned apps, network locations, steering configurations, non-standard ports and steering exceptions. **No public API of the vendor writes these objects**; the provider speaks a contract of its own, served by the local tenant or by whatever implements it.',
  attributes: {
    server_url: attribute.string({
      optional: true,
      description:
        'Base URL of the API, with `/api/v2`: `https://TENANT.goskope.com/api/v2`. Plain `http` is accepted to loopback only. Default: the environment variable `NETSKOPE_SERVER_URL`.',
    }),
    api_key: attribute.string({
      optional: true,
      sensitive: true,
      description:
        'REST API v2 token. Use the environment variable `NETSKOPE_API_KEY`, its default. A token that is written here, as text or by a variable that is not ephemeral, stands in plain text in every plan file, and `terraform show -json` of one prints it, though the setting is sensitive.',
    }),
    requests_per_second: attribute.number({
      optional: true,
      description: `Most requests per second, over all resources. Default ${DEFAULT_REQUESTS_PER_SECOND}.`,
    }),
    ca_certificate_file: attribute.string({
      optional: true,
      description: 'PEM file of certificate authorities to trust beside those of the system.',
    }),
    max_retry_wait_seconds: attribute.integer({
      optional: true,
      description: `Longest time that one request may spend waiting for retries, in seconds. A tenant that asks for more is reported at once. Default ${DEFAULT_MAX_RETRY_WAIT_SECONDS}.`,
    }),
    former_server_urls: attribute.set(t.string, {
      optional: true,
      description:
        'Former addresses of this same tenant, each as a `server_url`. What is stored belongs to the address that it was made on, and is refused on another one; what was made on a former address is taken over by the next refresh. Remove them after the apply.',
    }),
    max_list_objects: attribute.integer({
      optional: true,
      description: `Most objects that one list of the tenant may have. Of a longer one nothing is concluded: it is an error. Default: the environment variable \`NETSKOPE_MAX_LIST_OBJECTS\`, else ${DEFAULT_LIST_BOUNDS.objects}.`,
    }),
    max_list_mebibytes: attribute.integer({
      optional: true,
      description: `Most that the answers of one list may add up to, in MiB. Default: the environment variable \`NETSKOPE_MAX_LIST_MEBIBYTES\`, else ${DEFAULT_LIST_BOUNDS.mebibytes}.`,
    }),
    guardrails,
    paths: attribute.single(pathSettings, {
      optional: true,
      description:
        'Path of each collection below `server_url`, for a gateway that serves them elsewhere. `{config_id}` stands for the configuration.',
    }),
  },
});

type Settings = Config<typeof settings>;

/** Values that stand in for those of the environment while everything else is checked. */
const PLACEHOLDERS = { NETSKOPE_SERVER_URL: 'https://tenant.invalid/api/v2', NETSKOPE_API_KEY: 'token' };

/** Checks the settings that are known, and returns what a client would refuse among them. */
export function validateSettings(config: Settings): Diagnostic[] {
  const known = Object.entries(config).map(([name, value]) => [name, isWhollyKnown(value) ? value : null]);
  try {
    const knownSettings = Object.fromEntries(known) as Settings;
    checkSettings(clientSettings(knownSettings, PLACEHOLDERS));
    formerUrls(knownSettings);
    return [];
  } catch (cause) {
    return [...refused(cause).diagnostics];
  }
}

/**
 * Makes the session. No other function of the provider reads its settings from the environment.
 *
 * @throws DiagnosticError for a setting that is missing or refused
 */
export async function configure(
  config: Settings,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<TenantSession> {
  const unknownSettings = Object.entries(config).flatMap(([name, value]) => (isWhollyKnown(value) ? [] : [name]));
  const complaints = await complainAboutGuardrails(config.guardrails);
  if (complaints.length > 0) throw new DiagnosticError(...complaints);
  const told = { guardrails: guardrailSettings(config.guardrails), unknownSettings };
  if (unknownSettings.length > 0) return { tenant: null, serverUrl: null, formerServerUrls: [], ...told };
  try {
    const checked = clientSettings(config, environment);
    const { baseUrl: serverUrl } = checkSettings(checked);
    // A proxy that cannot be used is reported here once, and not again by each resource that needs the tenant.
    await proxyFor(serverUrl);
    const tenant = createTenantClient(checked);
    return { tenant, serverUrl, formerServerUrls: formerUrls(config), ...told };
  } catch (cause) {
    throw refused(cause);
  }
}

function clientSettings(config: Settings, environment: NodeJS.ProcessEnv): ClientSettings {
  return {
    serverUrl: required('server_url', config.server_url, environment),
    apiKey: required('api_key', config.api_key, environment),
    requestsPerSecond: Number(config.requests_per_second ?? DEFAULT_REQUESTS_PER_SECOND),
    maxRetryWaitSeconds: Number(config.max_retry_wait_seconds ?? DEFAULT_MAX_RETRY_WAIT_SECONDS),
    ...bound('maxListObjects', 'max_list_objects', config, environment),
    ...bound('maxListMebibytes', 'max_list_mebibytes', config, environment),
    ...(typeof config.ca_certificate_file === 'string' && { caCertificateFile: config.ca_certificate_file }),
    paths: pathsOf(config.paths),
    userAgent: `terraform-provider-${PROVIDER_TYPE}/${VERSION}`,
  };
}

/**
 * Reads a bound of lists. The environment can give it too, because the command line program reads tenants without a
 * configuration.
 */
function bound(
  name: 'maxListObjects' | 'maxListMebibytes',
  setting: 'max_list_objects' | 'max_list_mebibytes',
  config: Settings,
  environment: NodeJS.ProcessEnv,
): Partial<ClientSettings> {
  const value = config[setting] ?? (environment[`NETSKOPE_${setting.toUpperCase()}`] || null);
  return value === null ? {} : { [name]: Number(value) };
}

function required(name: keyof typeof ENVIRONMENT, configured: unknown, environment: NodeJS.ProcessEnv): string {
  const value = configured ?? environment[ENVIRONMENT[name]];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  const what =
    name === 'api_key'
      ? 'a REST API v2 token of the tenant'
      : 'the base URL of the API, such as https://TENANT.goskope.com/api/v2';
  throw new DiagnosticError(
    error(
      `${name} is missing`,
      `The provider needs ${what}. Set the environment variable ${ENVIRONMENT[name]}, or ${name} of the provider. ` +
        'To try it without a tenant, run "netskope-steering tenant", a program of the npm package of this provider.',
      name,
    ),
  );
}

function pathsOf(configured: Settings['paths']): CollectionPaths {
  if (!isKnown(configured)) return DEFAULT_PATHS;
  const given = COLLECTION_NAMES.flatMap((name) => {
    const value = configured[COLLECTIONS[name].setting];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { ...DEFAULT_PATHS, ...(Object.fromEntries(given) as Partial<CollectionPaths>) };
}

function formerUrls({ former_server_urls: urls }: Settings): string[] {
  return isKnown(urls) ? urls.filter(isKnown).map((url) => checkServerUrl(url, 'former_server_urls')) : [];
}

/** Turns the client's refusal of a setting into a diagnostic at its attribute. Any other error is thrown as it is. */
function refused(cause: unknown): DiagnosticError {
  if (!(cause instanceof ApiError)) throw cause;
  const { setting, message } = cause;
  const attribute = setting !== undefined && Object.hasOwn(settings.attributes, setting) ? setting : undefined;
  return new DiagnosticError(error('Provider setting refused', message, attribute));
}
