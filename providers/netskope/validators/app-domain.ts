/** What may stand among domains of a pinned app: `*` alone, or a domain that is compared by its suffix. [doc] */
import { error, type Diagnostic, type Path } from '../../plugin-sdk';

/** A host name or the suffix of one; underscores occur in practice. */
const DOMAIN =
  /^(?=.{1,253}$)[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?)*$/u;

/** Custom app domains of an exception: `*` means every host. */
export function checkCustomAppDomain(domain: string, at: Path): Diagnostic[] {
  if (domain === '*' || DOMAIN.test(domain)) return [];
  if (/^\*\./.test(domain)) {
    return [
      error(
        'Wildcard not supported here',
        `${JSON.stringify(domain)}: custom app domains match by suffix and do not take the form *.x, although domain exceptions do. ` +
          `Write ${JSON.stringify(domain.slice(2))}, which covers its subdomains, or "*" for every host.`,
        at,
      ),
    ];
  }
  return [notADomain(domain, 'or "*" for every host', at)];
}

/** Domains of an app definition or of a non-standard port: no wildcard of any form. */
export function checkDomain(domain: string, at: Path): Diagnostic[] {
  return DOMAIN.test(domain) ? [] : [notADomain(domain, 'without scheme, port, path or wildcard', at)];
}

function notADomain(domain: string, advice: string, at: Path): Diagnostic {
  return error(
    'Not a domain',
    `${JSON.stringify(domain)} is not a domain. Write a name such as "whatsapp.net", ${advice}.`,
    at,
  );
}
