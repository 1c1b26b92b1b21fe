/**
 * Under which names does anybody get a name? The Public Suffix List says so: of registries, such as `com` and `co.uk`,
 * and, in its private section, of companies, such as `github.io`.
 */

/**
 * Whose names stand below a public suffix: those of anybody who registers one, those of bodies of one kind, such as
 * `gov.uk`, or those of the customers of a company.
 */
export type SuffixKind = 'registry' | 'restricted' | 'private';

/** Suffixes of governments, armed forces, police and health services, which register no names of others. */
const RESTRICTED = /^(?:gov|gob|gouv|mil|mod|nhs|police|int)(?:\.[a-z-]+)?$/;

/** `.arpa` has the names of addresses and of the home network, which nobody registers. */
const INFRASTRUCTURE = /^(?:.*\.)?arpa$/;

/**
 * Returns the kind of public suffix that a domain is; undefined where it is none, as with `corp` and `local`, which the
 * list does not have. The list is loaded on first use, because most plans never need it.
 * @param domain a name in A-labels
 */
export function publicSuffixKind(domain: string): SuffixKind | undefined {
  if (INFRASTRUCTURE.test(domain)) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazy: a provider must start within milliseconds
  const { parse } = require('tldts') as typeof import('tldts');
  // Where the list has `*.ck`, whatever stands below `ck` is a public suffix: a wildcard there covers all of them.
  const below = `any-label.${domain}`;
  const found = parse(below, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
  if (found.publicSuffix !== domain && found.publicSuffix !== below) return undefined;
  if (found.isPrivate === true) return 'private';
  if (found.isIcann !== true) return undefined;
  return RESTRICTED.test(domain) ? 'restricted' : 'registry';
}

/** Whether a name ends in a suffix of the list, so that it may be in use on the internet. */
export function hasRegistry(domain: string): boolean {
  const labels = domain.split('.');
  return labels.some((_, index) => publicSuffixKind(labels.slice(index).join('.')) !== undefined);
}
