/**
 * Which failures are there, and what do users read of each? They read what happened, why, and what to do next. The
 * client has no other wording.
 */
import type { FieldError } from '../../../tenant/contract';
import type { Clean } from './clean';

/** The code of a failure, on which callers branch. */
export type ApiErrorCode =
  | 'aborted'
  | 'certificate'
  | 'conflict'
  | 'etags_vary'
  | 'forbidden'
  | 'invalid'
  | 'invalid_id'
  | 'invalid_setting'
  | 'list_not_whole'
  | 'list_too_large'
  | 'malformed'
  | 'network'
  | 'not_found'
  | 'not_implemented'
  | 'no_such_route'
  | 'outcome_unknown'
  | 'precondition_failed'
  | 'proxy_refused'
  | 'rate_limited'
  | 'redirected'
  | 'refused_url'
  | 'rejected'
  | 'timeout'
  | 'unauthorized'
  | 'unavailable';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What was requested: the method, and the path below the server URL without its query. */
export interface RequestLine {
  readonly method: HttpMethod;
  readonly route: string;
}

/** The variables of the environment that may name a proxy. */
export type ProxyVariable = 'https_proxy' | 'HTTPS_PROXY' | 'all_proxy' | 'ALL_PROXY';

/** A setting of the client, by the name that users know. */
export type SettingName =
  | 'server_url'
  | 'former_server_urls'
  | 'api_key'
  | 'requests_per_second'
  | 'max_retry_wait_seconds'
  | 'max_list_objects'
  | 'max_list_mebibytes'
  | 'ca_certificate_file'
  | 'paths'
  | ProxyVariable;

/** The facts of a failure, before {@link cleanFacts} and after. */
export interface ErrorFacts {
  readonly code: ApiErrorCode;
  readonly operation?: RequestLine;
  /** The HTTP status, if there was an answer; 200 for an error in an answer with HTTP 200. */
  readonly status?: number;
  readonly requestId?: string;
  readonly fieldErrors?: readonly FieldError[];
  /** The setting to look at. */
  readonly setting?: SettingName;
  /** The tenant's own sentence. */
  readonly tenantMessage?: string;
  /** A system error code, or a few words on the fault. */
  readonly reason?: string;
  /** The origin that a redirect names. */
  readonly redirectedTo?: string;
  /** Whether a write that failed may have been carried out. */
  readonly mayHaveActed?: boolean;
  /** The host of the proxy that the request went through. */
  readonly proxy?: string;
  /** The file that NODE_EXTRA_CA_CERTS names, where no certificate could be taken from it. */
  readonly uselessFile?: string;
  /** How many requests were sent; 0 where the call failed before the first one. */
  readonly attempts?: number;
  /** How long this call has waited, in milliseconds: before repeats, and for attempts that timed out. */
  readonly waitedMs?: number;
  /** How long the tenant has asked the client to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Whether an earlier attempt may have been carried out although its answer never came. */
  readonly lostAnswer?: boolean;
  /** The word for the object of the request on the vendor's screens, such as "steering exception". */
  readonly noun?: string;
}

/**
 * The fields that hold one of a few words of this client, on which callers branch. All other texts may come from
 * outside.
 */
type WordField<T> = {
  [K in keyof T]-?: NonNullable<T[K]> extends string ? (string extends NonNullable<T[K]> ? never : K) : never;
}[keyof T];
const WORDS: Readonly<Record<WordField<ErrorFacts> | WordField<RequestLine>, true>> = {
  code: true,
  setting: true,
  method: true,
};

/** Cleans every text among the facts, whoever wrote it and whatever its field is. */
export function cleanFacts(facts: ErrorFacts, clean: Clean): ErrorFacts {
  return cleaned(facts, clean) as ErrorFacts;
}

function cleaned(value: unknown, clean: Clean): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, clean));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, one]) => [
    name,
    Object.hasOwn(WORDS, name) ? (one as unknown) : cleaned(one, clean),
  ]);
  return Object.fromEntries(fields);
}

type Wording = (facts: ErrorFacts) => readonly string[];

const CONTRACT =
  'No public API of the vendor writes these objects: server_url must lead to something that serves the steering contract.';

const thing = ({ noun }: ErrorFacts) => noun ?? 'object';
const seconds = (ms = 0) => `${Math.ceil(ms / 1000)} s`;
const through = ({ proxy }: ErrorFacts) => (proxy === undefined ? '' : ` through the proxy ${proxy}`);
const because = ({ reason }: ErrorFacts) => (reason === undefined ? '' : ` (${reason})`);
const tried = ({ attempts = 0, waitedMs = 0 }: ErrorFacts) =>
  attempts > 1 ? `It was tried ${attempts} times, with ${seconds(waitedMs)} of waiting.` : '';
const inUse = 'Read the sentence of the tenant: a name may be taken, or the object may be in use or predefined.';

function redirection({ redirectedTo }: ErrorFacts): readonly string[] {
  return [
    `The tenant answers with a redirect${redirectedTo === undefined ? '' : ` to ${redirectedTo}`}`,
    'It is not followed: the token would go along.',
    'Set server_url (NETSKOPE_SERVER_URL) to the address that answers itself.',
  ];
}

const WORDING: Record<ApiErrorCode, Wording> = {
  aborted: () => ['The request was cancelled', 'Whoever asked for it does not wait any more.'],
  certificate: (facts) => [
    `No secure connection to the tenant could be made${through(facts)}${because(facts)}`,
    'Nothing was sent. The certificate is not trusted, has expired or is for another host, or this is no TLS port.',
    ...(facts.uselessFile === undefined
      ? []
      : [`No certificate could be taken from ${facts.uselessFile}, which NODE_EXTRA_CA_CERTS names.`]),
    'If an inspecting proxy or a gateway signs with its own authority, name its PEM file in ca_certificate_file.',
  ],
  conflict: (facts) => [`The tenant refuses this ${thing(facts)} because of what else it holds`, inUse],
  etags_vary: (facts) => [
    `The tenant gives this ${thing(facts)} another etag at each read, though nothing else of it changes`,
    'So it cannot be told whether somebody else changed it since it was read, and nothing was overwritten or deleted.',
    'Ask whoever runs the tenant, or the gateway before it, for an etag that stays while the object does, or for none: then none is compared.',
  ],
  forbidden: () => [
    'The token may not do this',
    'Either its role lacks this route, or the tenant lacks the licence: steering needs Inline CASB or SWG.',
    'Give the role of the token access to the route named below (read and write), or ask for the licence.',
  ],
  invalid: (facts) => [
    `The tenant refuses a value of this ${thing(facts)}`,
    'Nothing was changed.',
    'Correct what the tenant names, then apply.',
  ],
  invalid_id: ({ reason }) => [
    `${reason ?? 'This'} is not an id`,
    'Ids have letters, digits, "_" and "-" only, so nothing was sent.',
  ],
  invalid_setting: ({ setting, reason }) => [
    `${setting ?? 'A setting'} cannot be used: ${reason ?? 'it is not valid'}`,
  ],
  list_not_whole: (facts) => [
    `The tenant does not give its whole list of ${thing(facts)}s${because(facts)}`,
    'Nothing is concluded from a part of it. A gateway may ignore offset, cap its pages or mix up their order, or others change the list just now.',
    'Plan again; if it lasts, ask whoever runs the tenant or the gateway.',
  ],
  list_too_large: (facts) => [
    `The list of ${thing(facts)}s is larger than ${facts.reason ?? 'it may be'}`,
    'No more of it was read: no answer may decide how much memory and time this takes.',
    `If the tenant really holds so much, raise ${facts.setting ?? 'the bound'} of the provider.`,
  ],
  malformed: (facts) => [
    `The answer cannot be read${because(facts)}`,
    'It does not come from the steering contract; a proxy, a login page or a gateway may have answered instead.',
    'Check server_url and the paths, and what stands between this machine and the tenant.',
  ],
  network: (facts) => [
    `The tenant cannot be reached${through(facts)}${because(facts)}`,
    tried(facts),
    'Check server_url, the network, HTTPS_PROXY and NO_PROXY.',
  ],
  not_found: (facts) => [
    `The tenant has no such ${thing(facts)}`,
    'It was deleted, or it is not visible yet.',
    'Plan again to see what is there.',
  ],
  not_implemented: () => [
    'This tenant does not implement the operation',
    CONTRACT,
    'Ask whoever runs it, or leave this resource out.',
  ],
  no_such_route: (facts) => [
    'The tenant has no such route',
    CONTRACT,
    `Check server_url (with /api/v2), and paths, which says where the collection of each ${thing(facts)} is.`,
  ],
  outcome_unknown: (facts) => [
    `It is not known whether the ${thing(facts)} was created${because(facts)}`,
    'The request was sent and no usable answer came; it was not sent again, because that might create a second one.',
    ...(facts.status !== undefined && facts.status >= 300 && facts.status < 400 ? redirection(facts) : []),
    'Look in the tenant: if it is there, import it; if not, apply again.',
  ],
  precondition_failed: (facts) => [
    `The ${thing(facts)} has changed since it was read`,
    'Somebody else changed it meanwhile, and nothing was overwritten.',
    'Plan again, look at the change, then apply.',
  ],
  proxy_refused: (facts) => [
    `The proxy${facts.proxy === undefined ? '' : ` ${facts.proxy}`} asks for credentials`,
    'Nothing reached the tenant.',
    'Write them into HTTPS_PROXY, or name the host in NO_PROXY.',
  ],
  rate_limited: ({ retryAfterMs, waitedMs = 0 }) => [
    'The rate limit of the tenant is used up',
    retryAfterMs === undefined
      ? `It still was after ${seconds(waitedMs)} of waiting.`
      : `The tenant asks to wait ${seconds(retryAfterMs)}, which is more than what is left of max_retry_wait_seconds (${seconds(waitedMs)} were waited already).`,
    'Raise max_retry_wait_seconds, lower requests_per_second, or apply again later.',
  ],
  redirected: redirection,
  refused_url: ({ setting = 'server_url', reason }) => [
    `${setting} cannot be used: ${reason ?? 'it is not valid'}`,
    'Nothing was sent.',
    'Write it like https://TENANT.goskope.com/api/v2, in NETSKOPE_SERVER_URL or in server_url.',
  ],
  rejected: ({ status }) => [
    'The tenant rejected the request',
    status === undefined || status >= 300
      ? ''
      : 'It did so behind a status of success, which does not say of what kind the error is.',
    'Read its sentence, if it gives one, and plan again to see what is there.',
  ],
  timeout: (facts) => [
    `The tenant did not answer in time${through(facts)}`,
    tried(facts),
    'Apply again; if it lasts, check the network and the tenant.',
  ],
  unauthorized: () => [
    'The tenant does not accept the token',
    'It is wrong, expired or revoked, or belongs to another tenant.',
    'Check NETSKOPE_API_KEY (or api_key), and that NETSKOPE_SERVER_URL (or server_url) is the tenant it was made on.',
  ],
  unavailable: (facts) => [
    'The tenant failed to answer properly',
    tried(facts),
    'Apply again later; if it lasts, raise max_retry_wait_seconds or ask the support of the tenant.',
  ],
};

/**
 * The verb for a write that may have been carried out. POST is missing, because a create has an error code of its own.
 */
const CHANGES: Partial<Record<HttpMethod, string>> = { PUT: 'changed', PATCH: 'changed', DELETE: 'deleted' };

/** The message of an error: sentences, then what the tenant said, then the operation with status and request id. */
export function describe(facts: ErrorFacts): string {
  const { operation, status, requestId, tenantMessage } = facts;
  const sentences = WORDING[facts.code](facts)
    .filter((text) => text !== '')
    .map((text) => text.replace(/\.?$/, '.'));
  if (facts.mayHaveActed && operation !== undefined && CHANGES[operation.method] !== undefined)
    sentences.push(`It is not known whether it was ${CHANGES[operation.method]}: the next plan shows it.`);
  if (tenantMessage !== undefined && tenantMessage !== '') sentences.push(`The tenant says: ${tenantMessage}`);
  if (operation === undefined) return sentences.join(' ');
  const details = [
    `${operation.method} ${operation.route}`,
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
  ];
  return `${sentences.join(' ')} [${details.join(', ')}]`;
}
