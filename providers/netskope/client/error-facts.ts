/** The vocabulary of failures: codes to branch on, and the facts an error is made from. */
import type { FieldError } from '../../../tenant/contract';

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

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What was asked: the method, and the path below the server URL without its query. */
export interface Operation {
  readonly method: Method;
  readonly route: string;
}

/** The variables of the environment that may name a proxy. */
export type ProxyVariable = 'https_proxy' | 'HTTPS_PROXY' | 'all_proxy' | 'ALL_PROXY';

/** A setting of the client, by the name a user knows. */
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

/** What is known about a failure. Whatever comes from outside must be cleaned before it gets in here. */
export interface ErrorFacts {
  readonly code: ApiErrorCode;
  readonly operation?: Operation;
  /** The HTTP status, if there was an answer. An error behind HTTP 200 has 200 here. */
  readonly status?: number;
  readonly requestId?: string;
  readonly fieldErrors?: readonly FieldError[];
  /** The setting to look at. */
  readonly setting?: SettingName;
  /** The tenant's own sentence. */
  readonly tenantMessage?: string;
  /** A system error code, or a few words on what was wrong. */
  readonly reason?: string;
  /** The origin that a redirect names. */
  readonly redirectedTo?: string;
  /** Whether a write that failed may have been carried out. */
  readonly mayHaveActed?: boolean;
  /** The proxy the request went through. */
  readonly proxy?: string;
  /** How many requests were sent; 0 when it failed before the first. */
  readonly attempts?: number;
  /** How long this call has waited to try again, in milliseconds. */
  readonly waitedMs?: number;
  /** How long the tenant asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Whether an earlier attempt may have been carried out though its answer never came. */
  readonly lostAnswer?: boolean;
  /** What is being worked on, in the words of the screens: "steering exception". */
  readonly noun?: string;
}
