import { hostName, isAscii } from '../domain/hosts';
import { lookAlikeIn, scriptsOf } from '../domain/names';
import { domainListsOf, placeOf } from './domain-lists';
import { quote, rule } from './rule';

export const internationalDomain = rule({
  id: 'international-domain',
  severity: 'warning',
  title: 'A domain in other letters than clients see',
  rationale:
    'DNS and TLS carry names of other letters as A-labels, `xn--` and ASCII letters (RFC 5891), so that a client never sees `bücher.example`. Whether a tenant converts such a name is not published; the provider sends the A-labels. [assumed] A label that mixes scripts, or whose letters of another script look like Latin ones, is often made to be taken for another name (UTS 39), and is no name that anybody types.',
  source: '[assumed]; RFC 5891, UTS 39, UTS 46',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_domain_exception" "books" {
  configuration_id = "0"
  domains          = ["bücher.example"]
}`,
    right: `resource "netskopesteering_domain_exception" "books" {
  configuration_id = "0"
  domains          = ["xn--bcher-kva.example"] # bücher.example
}`,
  },
  messages: {
    'international-domain': ({ entry, seen }: { entry: string; seen: string }) =>
      `Clients never see ${quote(entry)}: the name on the wire is ${quote(seen)}. Write that one, and the other in a comment.`,
    'international-domain/no-name': ({ entry }: { entry: string }) =>
      `Clients never see ${quote(entry)}: it has no form that DNS carries, so it matches nothing. Write the name that clients look up.`,
    'international-domain/look-alike': ({ entry, label, scripts, seen }: Mixed) =>
      `${quote(label)} in ${quote(entry)} has letters of ${scripts} that are easily taken for others: clients see ${quote(seen)}, which is another site than the name seems to say. Type the name again, and check where it came from.`,
  },
  *check(model, say) {
    for (const list of domainListsOf(model)) {
      for (const entry of list.names.items) {
        if (isAscii(entry)) continue;
        const seen = hostName(entry);
        const label = lookAlikeIn(entry);
        const place = placeOf(list, entry);
        if (label !== undefined) {
          const scripts = scriptsOf(label).join(' and ');
          yield say('international-domain/look-alike', list.object, { entry, label, scripts, seen }, place);
        } else if (isAscii(seen)) yield say('international-domain', list.object, { entry, seen }, place);
        // What has other signs than a name is told by the rule about what is no domain.
        else if (!/[\s:/\\,;@?#]/.test(entry)) yield say('international-domain/no-name', list.object, { entry }, place);
      }
    }
  },
});

interface Mixed {
  readonly entry: string;
  readonly label: string;
  readonly scripts: string;
  readonly seen: string;
}
