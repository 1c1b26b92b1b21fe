/** Why can a tenant not be read, and what do people read of it? What happened, why, and what to do next. */

/** The kinds of failure. */
export type NotReadKind =
  | 'address'
  | 'token'
  | 'refused'
  | 'not_there'
  | 'no_post'
  | 'redirected'
  | 'page'
  | 'malformed'
  | 'rejected'
  | 'empty'
  | 'too_large'
  | 'too_many'
  | 'rate_limited'
  | 'unavailable'
  | 'unreachable'
  | 'untrusted'
  | 'proxy';

export interface NotReadReason {
  readonly kind: NotReadKind;
  /** What happened, as a sentence without its full stop. */
  readonly what: string;
}

interface NotReadFacts extends NotReadReason {
  /** The tenant's own sentence, made fit to be shown. */
  readonly says?: string;
  /** The method and the path, without a query: the query of the list holds the token. */
  readonly request?: string;
  readonly status?: number;
}

const AGAIN = 'Try again later; if it lasts, ask the support of the tenant';
const GATEWAY = 'Look at NETSKOPE_TENANT_URL, and at what stands between this machine and the tenant';

/** Why it is so, and what to do. */
const ADVICE: Readonly<Record<NotReadKind, readonly string[]>> = {
  address: ['Nothing was sent', 'Write it like https://TENANT.goskope.com, without a path, in NETSKOPE_TENANT_URL'],
  token: [
    'Nothing was sent',
    'Copy the token anew from Settings > Tools > REST API v1 of the tenant into NETSKOPE_REST_V1_TOKEN',
  ],
  refused: [
    'The token is wrong, expired or revoked, or it is of another tenant or of REST API v2; or REST v1 is switched off',
    'Look at Settings > Tools > REST API v1 of the tenant: make a token there, and set NETSKOPE_REST_V1_TOKEN to it',
  ],
  not_there: [
    'REST v1 may be switched off for the tenant, or the address may be that of something else',
    'Look whether there is a page Settings > Tools > REST API v1, and at NETSKOPE_TENANT_URL',
  ],
  no_post: [
    'POST is the documented way, and keeps the token out of the URL. A GET would put it there for each page, where proxies and servers log it, so it is not tried',
    'Ask the support of the tenant, or whoever runs the gateway before it, to let POST pass',
  ],
  redirected: [
    'It is not followed: the token would go along',
    'Set NETSKOPE_TENANT_URL to the address that answers itself',
  ],
  page: ['A login page, a proxy or a gateway may have answered in place of REST v1', GATEWAY],
  malformed: ['Nothing is concluded from it, because a guess could hide an exception', GATEWAY],
  rejected: ['', 'Read the sentence of the tenant, if it gives one'],
  empty: [
    'Every tenant has at least the default one, so the token may not see them, or something else answered',
    'Look at the rights of whoever made the token, and at NETSKOPE_TENANT_URL',
  ],
  too_large: [
    'No answer of more than 16 MiB is read, because no answer may decide how much memory this takes',
    'Look on the screen of the configuration what makes it so large',
  ],
  too_many: ['No more of them was read', 'Look whether NETSKOPE_TENANT_URL leads to a tenant'],
  rate_limited: [
    'REST v1 takes 24 requests in 5 seconds of all programs together, and this one keeps to that',
    'Look what else uses REST v1 of this tenant just now, and try again later',
  ],
  unavailable: ['', AGAIN],
  unreachable: ['', 'Check NETSKOPE_TENANT_URL, the network, HTTPS_PROXY and NO_PROXY'],
  untrusted: [
    'Nothing was sent: the certificate is not trusted, has expired or is for another host, or this is no TLS port',
    'If an inspecting proxy signs with its own authority, name its PEM file in NODE_EXTRA_CA_CERTS',
  ],
  proxy: [
    'Nothing reached the tenant',
    'Write the credentials of the proxy into HTTPS_PROXY, or name the host of the tenant in NO_PROXY',
  ],
};

/** The only error with which a tenant is not read. It holds no token, header, body or cause. */
export class TenantNotRead extends Error {
  override readonly name = 'TenantNotRead';
  readonly kind: NotReadKind;

  constructor({ kind, what, says = '', request, status }: NotReadFacts) {
    const sentences = [what, ...ADVICE[kind]].filter((text) => text !== '').map((text) => `${text}.`);
    const asked = [request, status === undefined ? undefined : `HTTP ${status}`].filter((text) => text !== undefined);
    super(
      [
        ...sentences,
        ...(says === '' ? [] : [`The tenant says: ${says}`]),
        ...(asked.length === 0 ? [] : [`[${asked.join(', ')}]`]),
      ].join(' '),
    );
    this.kind = kind;
  }
}

export const WEB_PAGE: NotReadReason = { kind: 'page', what: 'The answer is a web page, and no JSON' };
export const REFUSED: NotReadReason = { kind: 'refused', what: 'The tenant refuses the token' };
/** Requests without an answer that are repeated. */
export const REPEATED_FAULTS: readonly NotReadKind[] = ['unavailable', 'unreachable'];

/**
 * What a status means that is neither a success nor repeated any more. 403 is the documented answer to a wrong token. [doc]
 * @param redirectedTo the origin to which a redirect leads, where it may be shown
 */
export function meaningOf(method: 'GET' | 'POST', status: number, redirectedTo: string | undefined): NotReadReason {
  if (status >= 300 && status < 400) {
    const to = redirectedTo === undefined ? '' : ` to ${redirectedTo}`;
    return { kind: 'redirected', what: `The tenant answers with a redirect${to}` };
  }
  if (status === 401 || status === 403) return REFUSED;
  // The list was there, so that REST v1 is.
  if (method === 'POST' && [404, 405, 501].includes(status)) {
    return { kind: 'no_post', what: 'The tenant does not take POST here' };
  }
  if ([404, 405, 501].includes(status)) return { kind: 'not_there', what: 'The tenant has no REST v1 at this address' };
  if (status >= 500 || status === 408)
    return { kind: 'unavailable', what: 'The tenant failed to answer, several times' };
  return { kind: 'rejected', what: 'The tenant rejects the request' };
}

/** What each system error code means. Of an error only its code is kept: those of axios hold the token. */
const FAULTS: readonly (readonly [RegExp, NotReadKind, string])[] = [
  [
    /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_|ERR_SSL_|EPROTO)/,
    'untrusted',
    'No secure connection to the tenant could be made',
  ],
  [/^HPE_/, 'page', 'What answered does not speak HTTP'],
  [/^Z_/, 'malformed', 'The answer cannot be decompressed'],
  [/^PROXY_407$/, 'proxy', 'The proxy asks for credentials'],
  [/^PROXY_/, 'unreachable', 'The proxy made no connection to the tenant'],
];

export function faultOf(code: unknown): NotReadReason {
  const reason = typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'the connection was lost';
  const [, kind, what] = FAULTS.find(([form]) => form.test(reason)) ?? [];
  return { kind: kind ?? 'unreachable', what: `${what ?? 'The tenant cannot be reached'} (${reason})` };
}
