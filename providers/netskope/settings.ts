/** The provider's settings: their schema, their defaults, and the session they lead to. */
import { attribute, DiagnosticError, error, isKnown, isWhollyKnown, path, schema } from '../plugin-sdk';
import type { Config, Diagnostic, Path, TfNumber } from '../plugin-sdk';
import { createTenantClient, DEFAULT_PATHS, type CollectionPaths } from './client';
import type { Session } from './session';
import { VERSION } from './version';

/** The vendor's own provider reads the same names. [vendor, community] */
const ENVIRONMENT = { server_url: 'NETSKOPE_SERVER_URL', api_key: 'NETSKOPE_API_KEY' } as const;

const DEFAULT_REQUESTS_PER_SECOND = 4;
const DEFAULT_MAX_RETRY_WAIT_SECONDS = 120;

/** Settings of `paths`, with the name that the client gives each. */
const PATHS = {
  certificate_pinned_apps: 'certificatePinnedApps',
  configurations: 'configurations',
  non_standard_ports: 'nonStandardPorts',
  exceptions: 'exceptions',
} as const satisfies Record<string, keyof CollectionPaths>;

type PathSetting = keyof typeof PATHS;

const pathSetting = (name: PathSetting) =>
  attribute.string({
    optional: true,
    description: `Default \`${DEFAULT_PATHS[PATHS[name]]}\`.`,
    validators: [checkPath],
  });

export const settings = schema({
  description:
    'Governs certificate pinned native apps on a Netskope tenant: pinned apps, steering configurations, non-standard ports and steering exceptions. **No public API of the vendor writes these objects**; the provider speaks a contract of its own, served by the local tenant or by whatever implements it.',
  attributes: {
    server_url: attribute.string({
      optional: true,
      description:
        'Base URL of the API, with `/api/v2`: `https://TENANT.goskope.com/api/v2`. Plain `http` is accepted to loopback only. Default: the environment variable `NETSKOPE_SERVER_URL`.',
      validators: [checkServerUrl],
    }),
    api_key: attribute.string({
      optional: true,
      sensitive: true,
      description:
        'REST API v2 token. Prefer the environment variable `NETSKOPE_API_KEY`, its default: what a configuration holds ends in clear in plan files.',
    }),
    requests_per_second: attribute.number({
      optional: true,
      description: `Most requests per second, over all resources. Default ${DEFAULT_REQUESTS_PER_SECOND}.`,
      validators: [checkRate],
    }),
    ca_certificate_file: attribute.string({
      optional: true,
      description: 'PEM file of certificate authorities to trust beside those of the system.',
    }),
    max_retry_wait_seconds: attribute.integer({
      optional: true,
      description: `Longest time that one request may spend waiting for retries, in seconds. A tenant that asks for more is reported at once. Default ${DEFAULT_MAX_RETRY_WAIT_SECONDS}.`,
      validators: [(value, at) => (value >= 0 ? [] : [error('Negative time', 'Write 0 or more seconds.', at)])],
    }),
    paths: attribute.single(
      {
        certificate_pinned_apps: pathSetting('certificate_pinned_apps'),
        configurations: pathSetting('configurations'),
        non_standard_ports: pathSetting('non_standard_ports'),
        exceptions: pathSetting('exceptions'),
      },
      {
        optional: true,
        description:
          'Path of each collection below `server_url`, for a gateway that serves them elsewhere. `{config_id}` stands for the configuration.',
      },
    ),
  },
});

type Settings = Config<typeof settings>;

export function validateSettings(config: Settings): Diagnostic[] {
  if (!isKnown(config.api_key) || config.api_key !== '') return [];
  return [
    error(
      'Empty token',
      `api_key is empty. Leave it out and set ${ENVIRONMENT.api_key}, or write the token.`,
      'api_key',
    ),
  ];
}

/** Makes the session. Reads the environment here and nowhere else. */
export function configure(config: Settings, environment: NodeJS.ProcessEnv = process.env): Promise<Session> {
  const unknownSettings = Object.entries(config).flatMap(([name, value]) => (isWhollyKnown(value) ? [] : [name]));
  if (unknownSettings.length > 0) return Promise.resolve({ tenant: null, unknownSettings });
  const serverUrl = required('server_url', config.server_url, environment);
  const apiKey = required('api_key', config.api_key, environment);
  const wrong = [...checkServerUrl(serverUrl, path('server_url'))];
  if (wrong.length > 0) throw new DiagnosticError(...wrong);
  const tenant = createTenantClient({
    serverUrl,
    apiKey,
    requestsPerSecond: Number(config.requests_per_second ?? DEFAULT_REQUESTS_PER_SECOND),
    maxRetryWaitSeconds: (config.max_retry_wait_seconds as number | null) ?? DEFAULT_MAX_RETRY_WAIT_SECONDS,
    ...(typeof config.ca_certificate_file === 'string' && { caCertificateFile: config.ca_certificate_file }),
    paths: pathsOf(config.paths),
    userAgent: `terraform-provider-netskopesteering/${VERSION}`,
  });
  return Promise.resolve({ tenant, unknownSettings });
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
        'To try it without a tenant: npx netskope-steering tenant',
      name,
    ),
  );
}

function pathsOf(configured: Settings['paths']): CollectionPaths {
  if (!isKnown(configured)) return DEFAULT_PATHS;
  const given = Object.entries(PATHS).flatMap(([setting, name]) => {
    const value = configured[setting as PathSetting];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { ...DEFAULT_PATHS, ...(Object.fromEntries(given) as Partial<CollectionPaths>) };
}

function checkServerUrl(text: string, at: Path): Diagnostic[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const wrong = (why: string) => [
    error('Not a server URL', `${why} Write it like https://TENANT.goskope.com/api/v2.`, at),
  ];
  if (url === undefined || !/^https?:$/.test(url.protocol)) return wrong('It is not an http or https URL.');
  if (url.username !== '' || url.password !== '') return wrong('It contains credentials; the token goes elsewhere.');
  if (url.search !== '' || url.hash !== '') return wrong('It contains a query or a fragment.');
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !loopback)
    return wrong('Plain http would show the token to the network; it is accepted to loopback only.');
  return [];
}

function checkPath(value: string, at: Path): Diagnostic[] {
  const plain = /^(\/([A-Za-z0-9._~-]+|\{config_id\}))+$/.test(value) && !value.split('/').includes('..');
  return plain
    ? []
    : [
        error(
          'Not a path',
          `${JSON.stringify(value)} is not a path below server_url. Write it like /steering/configurations.`,
          at,
        ),
      ];
}

function checkRate(value: TfNumber, at: Path): Diagnostic[] {
  return Number(value) > 0 ? [] : [error('Rate out of range', 'requests_per_second must be more than 0.', at)];
}
