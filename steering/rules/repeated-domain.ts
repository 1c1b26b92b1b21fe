import { findRepeatedHost, hostName } from '../domain/hosts';
import { domainListsOf, placeOf } from './domain-lists';
import { quote, rule } from './rule';

export const repeatedDomain = rule({
  id: 'repeated-domain',
  severity: 'info',
  title: 'One host name in two spellings',
  rationale:
    'Host names know no case, and a name of other letters than ASCII is one with that of its A-labels, which is what clients see. [assumed] Two spellings in one list are one element: whoever removes one of them has removed nothing.',
  source: '[assumed]; RFC 4343, UTS 46',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_domain_exception" "corporate" {
  configuration_id = "0"
  domains          = ["intranet.example.com", "Intranet.example.com"]
}`,
    right: `resource "netskopesteering_domain_exception" "corporate" {
  configuration_id = "0"
  domains          = ["intranet.example.com"]
}`,
  },
  messages: {
    'repeated-domain': ({ first, second, name }: { first: string; second: string; name: string }) =>
      `${quote(first)} and ${quote(second)} stand in one list and are one host name, ${quote(name)} to clients. Remove one of them.`,
  },
  *check(model, say) {
    for (const list of domainListsOf(model)) {
      // The questions of a DNS exception may name one host several times, with several record types.
      const found = list.kind === 'dns' ? undefined : findRepeatedHost(list.names.items);
      if (found === undefined) continue;
      const [first, second] = found;
      yield say('repeated-domain', list.object, { first, second, name: hostName(first) }, placeOf(list, second));
    }
  },
});
