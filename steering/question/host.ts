/** The destination of a flow: one host name, one literal address, or nothing where the client sees no name. */
import type { Complaint } from '../domain/vocabulary';
import { isIpAddress } from '../domain/hosts';
import { unseenIn } from '../domain/names';
import { quote } from '../inert';

const LONGEST_HOST = 253;
const LONGEST_LABEL = 63;
/** Letters, digits and hyphens, and underscores, which occur in practice. Letters and signs beyond ASCII have an encoding. */
const LABEL = /^(?!-)[a-z0-9_\p{L}\p{M}\p{N}\p{So}\u00b7\u200c\u200d\u30fb-]{1,63}(?<!-)$/iu;
/** The dot, and those of other scripts that stand for it. */
const DOTS = /[.\u3002\uff0e\uff61]/;
/** A last label by which a text is meant as an address: of digits alone, or hexadecimal. */
const NUMBER = /^(?:\d+|0x[0-9a-f]*)$/i;

/** What people write for a host, with why it is none. The first that fits is told. */
const MISTAKES: readonly { readonly found: RegExp; readonly why: string }[] = [
  { found: /^[a-z][a-z0-9+.-]*:\/\//i, why: 'it is a URL' },
  { found: /["'`“”‘’«»]/, why: 'it has quotes' },
  { found: /[\\/?#]/, why: 'it has a path' },
  { found: /@/, why: 'it has the name of a user' },
  { found: /\*/, why: 'it is a wildcard, and a flow goes to one host' },
  { found: /[,;]/, why: 'it names several, and a flow goes to one host' },
  { found: /\s/, why: 'it has white space' },
  { found: /^\[.*\]:\d*$|^[^:[\]]*:\d*$/, why: 'it has a port, which stands by itself' },
  { found: /^\./, why: 'it begins with a dot' },
];

export function complainAboutHost(host: string): Complaint | undefined {
  if (isHost(host)) return undefined;
  const why = unseenIn(host) ?? MISTAKES.find(({ found }) => found.test(host))?.why ?? whatIsWrong(host);
  const meant = meantBy(host);
  const example = meant === undefined ? '"g.whatsapp.net" or "192.0.2.1"' : quote(meant);
  return {
    summary: 'Not a host',
    detail: `${quote(host)} is not a host: ${why}. Write one name or address alone, such as ${example}, or "" where the client sees no name.`,
  };
}

function isHost(host: string): boolean {
  return host === '' || isAddress(host) || isName(host);
}

/** Brackets around an IPv6 address mean nothing. */
function isAddress(host: string): boolean {
  const bare = /^\[(.*:.*)\]$/.exec(host)?.[1] ?? host;
  return isIpAddress(bare);
}

/** A dot at the end says only that nothing follows. */
function isName(host: string): boolean {
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  const labels = name.split(DOTS);
  return name.length <= LONGEST_HOST && labels.every((one) => LABEL.test(one)) && !NUMBER.test(labels.at(-1) ?? '');
}

function whatIsWrong(host: string): string {
  if (host.includes(':') || /^\[|\]$/.test(host)) return 'it is no address of IPv6';
  const name = host.replace(/\.$/, '');
  const labels = name.split(DOTS);
  if (NUMBER.test(labels.at(-1) ?? '')) return 'it ends in a number, as an address of IPv4 does, and is none';
  if (labels.includes('')) return 'a part between two dots is empty';
  if (name.length > LONGEST_HOST) return `it is longer than ${LONGEST_HOST} characters`;
  const label = labels.find((one) => !LABEL.test(one)) ?? name;
  if (label.length > LONGEST_LABEL) return `a part between two dots is longer than ${LONGEST_LABEL} characters`;
  return `${quote(label)} is not part of a host name, which has letters, digits and hyphens, and no hyphen at an end`;
}

/** The host that is probably meant; undefined where nothing of it is one. */
function meantBy(host: string): string | undefined {
  const bare = host
    .replace(/["'`“”‘’«»]/g, '')
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[\\/]+/, '')
    .replace(/[\\/?#,;\s].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:\d*$/, (port) => (isAddress(host) ? port : ''))
    .replace(/^(?:\*?\.)+/, '');
  return bare !== '' && bare !== host && isHost(bare) ? bare : undefined;
}
