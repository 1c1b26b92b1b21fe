/** What may stand among domains of a pinned app: `*` alone, or a domain that is compared by its suffix. [doc] */
import type { Complaint } from './complaint';
import { isIpAddress } from './ip-address';

/** A host name or the suffix of one; underscores occur in practice. */
const DOMAIN =
  /^(?=.{1,253}$)[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?)*$/u;

/** Custom app domains of an exception: `*` means every host. */
export function complainAboutCustomAppDomain(domain: string): Complaint | undefined {
  if (domain === '*' || DOMAIN.test(domain)) return undefined;
  if (!domain.startsWith('*.')) return notADomain(domain, 'or "*" for every host');
  return {
    summary: 'Wildcard not supported here',
    detail:
      `${JSON.stringify(domain)}: custom app domains match by suffix and do not take the form *.x, although domain exceptions do. ` +
      `Write ${JSON.stringify(domain.slice(2))}, which covers its subdomains, or "*" for every host.`,
  };
}

/** Domains of a domain or DNS exception: there `*.x` is supported. [doc] */
export function complainAboutExceptionDomain(domain: string): Complaint | undefined {
  const name = domain.startsWith('*.') ? domain.slice(2) : domain;
  return DOMAIN.test(name) ? undefined : notADomain(domain, 'or "*.whatsapp.net" for its subdomains');
}

/** Domains of an app definition or of a non-standard port: a name or an address, and no wildcard of any form. */
export function complainAboutDomain(domain: string): Complaint | undefined {
  return DOMAIN.test(domain) || isIpAddress(domain)
    ? undefined
    : notADomain(domain, 'without scheme, port, path or wildcard');
}

function notADomain(domain: string, advice: string): Complaint {
  return {
    summary: 'Not a domain',
    detail: `${JSON.stringify(domain)} is not a domain. Write a name such as "whatsapp.net", ${advice}.`,
  };
}
