import { domainListsOf, placeOf, reachOf, touches, type DomainList } from './domain-lists';
import { suffixIn } from './public-suffix';
import { quote, rule } from './rule';

/**
 * The vendor's domains: of tenants, with their consoles, gateways and downloads; of the vendor itself; and of tenants of
 * governments, which its documentation and public code name. [doc, community]
 */
const DOMAINS = [
  'goskope.com',
  'netskope.com',
  'govskope.us',
  'govskope.ca',
  'govskope.io',
  'netskope.io',
  'infiot.net',
];

export const vendorDomain = rule({
  id: 'vendor-domain',
  severity: 'warning',
  title: 'A bypass of the vendor’s own domains',
  rationale:
    'Tenants, with their consoles and portals, and what clients connect to (`gateway-`, `addon-`, `download-`, `achecker-` and `nsauth-` in front of the name of a tenant, and `gateway.npa`) are below `goskope.com`. [doc] The vendor’s page on what its client needs asks firewalls and proxies for these domains, and full-tunnel VPNs for exceptions; it asks for no exception of a steering configuration. [doc] Since every customer’s tenant is below the domain, a bypass of all of it lets people sign in to tenants of others unseen. A page of the vendor has `*.netskope.com` as an example of how a wildcard is written, not as advice. [doc]',
  source: '[doc]; [community] for the domains of governments',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_domain_exception" "netskope" {
  configuration_id = "0"
  domains          = ["*.goskope.com"]
}`,
    right: `# The vendor’s page on its client asks firewalls for its domains, not the steering configuration.
resource "netskopesteering_domain_exception" "updates" {
  configuration_id = "0"
  domains          = ["*.updates.example.com", "updates.example.com"]
}`,
  },
  messages: {
    'vendor-domain': ({ entry, domain }: { entry: string; domain: string }) =>
      `${quote(entry)} bypasses ${quote(domain)}, a domain of Netskope itself. The domains that its client needs are for firewalls and proxies to allow; the vendor asks for no steering exception. With it, the consoles of tenants, those of other companies included, are reached without inspection. Remove it.`,
    'vendor-domain/host': ({ entry, domain }: { entry: string; domain: string }) =>
      `${quote(entry)} is a host in ${quote(domain)}, a domain of Netskope itself. The hosts that its client needs are for firewalls and proxies to allow; the vendor asks for no steering exception. Remove it, or say in a suppression what needs it.`,
  },
  *check(model, say) {
    for (const list of domainListsOf(model)) {
      if (!list.isBypass) continue;
      for (const entry of list.names.items) {
        const domain = vendorDomainIn(list, entry);
        if (domain === undefined) continue;
        const code = reachOf(list.kind, entry)?.covers === 'host' ? 'vendor-domain/host' : 'vendor-domain';
        yield say(code, list.object, { entry, domain }, placeOf(list, entry));
      }
    }
  },
});

/** Returns the domain of the vendor that an entry bypasses, in part or as a whole. */
export function vendorDomainIn(list: Pick<DomainList, 'kind'>, entry: string): string | undefined {
  const reach = reachOf(list.kind, entry);
  const domain = reach && DOMAINS.find((one) => touches(reach, one));
  return domain === undefined || suffixIn(list, entry) !== undefined ? undefined : domain;
}
