/**
 * Host names in one form. Names of other letters than ASCII have two: the one that people write (`bücher.example`), and that
 * of its A-labels (`xn--bcher-kva.example`), which is what DNS and TLS, and so clients, see. The second one is the form here.
 */
import { domainToASCII } from 'node:url';

/** What may stand in a name beside letters of other alphabets: all else would mean something to a reader of URLs. */
const IN_NAMES = /^[a-z0-9._\u0080-\u{10ffff}-]+$/iu;
const ASCII_NAME = /^[a-z0-9._-]+$/;
/** Behind it, a name that ends in digits is taken for no address. */
const TAIL = '.x';

/**
 * The one form of a host name, of a domain, or of `*.` and a domain. Names know no case (RFC 4343), and a dot at the end says
 * only that nothing follows. What has no A-labels stays as it is, its ASCII letters in small.
 */
export function hostName(written: string): string {
  const text = written.trim();
  const name = isAscii(text) ? text.toLowerCase() : (toALabels(text) ?? withSmallAscii(text));
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** The name in A-labels, as browsers make them (UTS 46); undefined where it has none. `*.` in front stays. */
export function toALabels(text: string): string | undefined {
  const [, wildcard = '', name = ''] = /^(\*\.)?(.*)$/s.exec(text) ?? [];
  if (!IN_NAMES.test(name)) return undefined;
  // The capital of ß is one of ß since Unicode 15.1: to older versions of Node it is SS.
  const found = domainToASCII(name.replaceAll('ẞ', 'ß') + TAIL).slice(0, -TAIL.length);
  return ASCII_NAME.test(found) ? wildcard + found : undefined;
}

export function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

function withSmallAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Two spellings of one name, in the order in which they stand there; undefined where there are none. */
export function findRepeatedHost(names: readonly string[]): readonly [first: string, second: string] | undefined {
  const seen = new Map<string, string>();
  for (const name of names) {
    const first = seen.get(hostName(name));
    if (first !== undefined && first !== name) return [first, name];
    seen.set(hostName(name), name);
  }
  return undefined;
}
