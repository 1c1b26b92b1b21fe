import { groupBy } from '../collections';
import { domainListsOf, placeOf, reachOf, touches, type OwnedDomainList } from './domain-lists';
import { suffixIn } from './public-suffix';
import { listed, quote, rule } from './rule';

const TENANTS = 'the tenants of all customers of Netskope, with their consoles';
const SITES = 'sites of Netskope itself';

/** The vendor's domains, with what is there. Those of governments are named by its documentation and public code. */
const DOMAINS: readonly { readonly domain: string; readonly has: string }[] = [
  { domain: 'goskope.com', has: TENANTS },
  { domain: 'govskope.us', has: TENANTS },
  { domain: 'govskope.ca', has: TENANTS },
  { domain: 'govskope.io', has: SITES },
  { domain: 'netskope.com', has: SITES },
  { domain: 'netskope.io', has: SITES },
  { domain: 'infiot.net', has: TENANTS },
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
    'vendor-domain': ({ entries, has }: BypassedEntries) =>
      `${listed(entries.map(quote))} in an exception: this bypasses ${has}. ${NOT_NEEDED} What people do there is not inspected, and no policy applies. Remove it.`,
    'vendor-domain/host': ({ entries }: BypassedEntries) =>
      `${listed(entries.map(quote))} in an exception: this bypasses a host of Netskope itself. ${NOT_NEEDED} Remove it, or say in a suppression what needs it.`,
    'vendor-domain/dns': ({ entries }: BypassedEntries) =>
      `${listed(entries.map(quote))} in a DNS exception: this bypasses the DNS questions for hosts of Netskope itself. ${NOT_NEEDED} Remove it.`,
  },
  *check(model, say) {
    for (const list of domainListsOf(model)) {
      if (!list.isBypass) continue;
      const hits = list.names.items.flatMap((entry) => {
        const domain = vendorDomainIn(list, entry);
        return domain === undefined ? [] : [{ entry, domain, code: codeOf(list, entry) }];
      });
      for (const alike of groupBy(hits, ({ domain, code }) => `${domain} ${code}`).values()) {
        const [first] = alike;
        if (first === undefined) continue;
        const entries = alike.map(({ entry }) => entry);
        yield say(first.code, list.object, { entries, has: hasOf(first.domain) }, placeOf(list, ...entries));
      }
    }
  },
});

interface BypassedEntries {
  readonly entries: readonly string[];
  readonly has: string;
}

const NOT_NEEDED =
  'The hosts that its client needs are for firewalls and proxies to allow; the vendor asks for no steering exception.';

function hasOf(domain: string): string {
  return DOMAINS.find((one) => one.domain === domain)?.has ?? SITES;
}

function codeOf(
  { kind }: OwnedDomainList,
  entry: string,
): 'vendor-domain' | 'vendor-domain/dns' | 'vendor-domain/host' {
  if (kind === 'dns') return 'vendor-domain/dns';
  return reachOf(kind, entry)?.covers === 'host' ? 'vendor-domain/host' : 'vendor-domain';
}

/** Returns the domain of the vendor that an entry bypasses, in part or as a whole. */
export function vendorDomainIn(list: Pick<OwnedDomainList, 'kind'>, entry: string): string | undefined {
  const reach = reachOf(list.kind, entry);
  const found = reach && DOMAINS.find(({ domain }) => touches(reach, domain));
  return found === undefined || suffixIn(list, entry) !== undefined ? undefined : found.domain;
}
