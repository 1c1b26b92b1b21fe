/** Literal IP addresses, as `node:net` reads them; without it, because this room does no I/O. */

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const GROUP = /^[0-9a-f]{1,4}$/i;
const GROUPS = 8;

export function isIpAddress(text: string): boolean {
  return IPV4.test(text) || isIpv6(text);
}

/** Groups of 16 bits; `::` once for at least one group of zeros; the last two may be an IPv4 address; a zone behind `%`. */
function isIpv6(text: string): boolean {
  const [address = '', ...zones] = text.split('%');
  if (zones.length > 1 || zones.some((zone) => !/^[\da-z.:-]+$/i.test(zone))) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? [];
  const embedded = last.length > 0 && IPV4.test(last.at(-1) ?? '');
  if (embedded) last.splice(-1, 1, '0', '0');
  const count = groups.flat().length;
  if (!groups.flat().every((group) => GROUP.test(group))) return false;
  return halves.length === 2 ? count < GROUPS : count === GROUPS;
}
