/**
 * What may belong to a network location: addresses, CIDR ranges, and ranges from one address to another.
 * [community, assumed]
 */
import { BlockList, isIP } from 'node:net';
import { invalid } from '../problem';

/** Refuses (400) each entry that has the form of an address or a range, but is none. */
export function requireAddresses({ addresses }: { addresses: readonly string[] }): void {
  const errors = addresses.flatMap((address, index) =>
    meansAddresses(address)
      ? []
      : [
          {
            field: `addresses[${index}]`,
            message: 'must be an IP address, a CIDR range, or a range from a lower address to a higher',
          },
        ],
  );
  if (errors.length > 0) throw invalid(errors);
}

function meansAddresses(text: string): boolean {
  const [, first = '', separator, second = ''] = /^([^/-]+)(?:([/-])(.+))?$/.exec(text) ?? [];
  const version = isIP(first);
  if (version === 0 || separator === undefined) return version !== 0;
  if (separator === '-' && isIP(second) !== version) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  try {
    if (separator === '-') new BlockList().addRange(first, second, family);
    else new BlockList().addSubnet(first, Number(second), family);
    return true;
  } catch {
    // The mask is too long, or the end stands before the beginning.
    return false;
  }
}
