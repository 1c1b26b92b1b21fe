/**
 * Decisions rest on the assumptions of this file beside the documented rules. Each has an id, which traces name and the
 * documentation lists, and a use:
 *
 *     stands    the engine decides by it; `mark` says how strong it is
 *     open      nobody published it, or sources disagree: the engine decides nothing and shows every possibility
 */

/**
 * How strong an assumption is, strongest first: the article this project starts from, documentation, third parties,
 * nobody but us.
 */
export type Mark = 'seed' | 'doc' | 'community' | 'assumed';

export interface Assumption {
  readonly use: 'stands' | 'open';
  /** How strong an assumption that stands is; for an open one, the mark of the rule that makes it matter. */
  readonly mark: Mark;
  /** The assumption in a sentence. */
  readonly statement: string;
}

const stands = (mark: Mark, statement: string): Assumption => ({ use: 'stands', mark, statement });
const open = (mark: Mark, statement: string): Assumption => ({ use: 'open', mark, statement });

export const ASSUMPTIONS = {
  // Which configuration
  'only-what-the-source-names': stands(
    'assumed',
    'The tenant has no configurations, exceptions and ports beside those that the stack or the plan names; what else is there may decide otherwise.',
  ),
  'any-of-a-criterion': stands(
    'assumed',
    'A criterion of several user groups or units matches whoever has any one of them; that one is enough is documented of device tags only.',
  ),
  'no-criteria-no-limit': stands(
    'doc',
    'All given criteria must match [doc], so an enabled configuration without any applies to everybody [assumed].',
  ),
  'names-as-written': stands('assumed', 'Names of groups, units, tags, locations and the like are compared with case.'),
  'new-configurations-come-last': stands(
    'assumed',
    'A configuration that is yet to be created comes below the custom ones that exist, and so below those that are made before it.',
  ),
  'configurations-in-written-order': stands(
    'assumed',
    'Custom configurations of which only the stack is known are in the order in which it makes them; what a plan or the tenant shows may be another.',
  ),
  'configurations-keep-their-order': stands('assumed', 'Changing a configuration does not change its place.'),
  'order-of-configurations': open(
    'doc',
    'The first configuration by priority wins [doc], but their order is not known.',
  ),
  'os-family-of-chrome-os': open(
    'doc',
    'The operating systems that a configuration can match do not include Chrome OS [doc]; which of them it counts as is not published.',
  ),

  // What REST v1 shows
  'rest-v1-as-read': stands(
    'assumed',
    'What REST v1 shows is read as its samples suggest: the action "1" is a bypass, a platform that is not enabled in an exception is not meant, types of exception that the samples leave out have none, and the destination location "Local IP address range" is the private addresses.',
  ),
  'plain-names-are-exact': stands(
    'assumed',
    'REST v1 does not show whether the processes of an app are names or patterns: where all are made of letters, digits, spaces, dots, dashes and underscores, they are names.',
  ),

  // Locations and modes
  'dynamic-steering-follows-exceptions': stands(
    'doc',
    'With dynamic steering each exception has a location, on-premises or off-premises, and without it none [doc], so those that are written tell whether there is dynamic steering.',
  ),
  'location-of-exception': open(
    'doc',
    'With dynamic steering each exception has a location, on-premises or off-premises, and without it none [doc]; what becomes of one that does not fit is not published.',
  ),
  'modes-of-locations-count': stands(
    'assumed',
    'With dynamic steering, the traffic modes on-premises and off-premises count, and that of the configuration for nobody.',
  ),
  'tunnel-in-mode-none': open(
    'doc',
    'In mode none nothing is steered and exceptions are not processed [doc], so that everything goes direct; whether there is a tunnel has two answers from the vendor (pages of May and July 2026: there is none; release notes: it is up).',
  ),
  'expected-traffic-mode': stands('assumed', 'The traffic mode is one of those that the stack expects.'),
  'stated-app': stands(
    'assumed',
    'The processes and domains of an app that exists are those that the stack states of it.',
  ),

  // Interception
  'unsteered-goes-direct': stands(
    'seed',
    'A flow that is not steered goes direct and no exception reaches it ("only applicable for steered traffic" [doc], about mode none).',
  ),
  'destination-is-public': stands(
    'assumed',
    'A destination whose address the flow does not tell is a public one: names are not resolved.',
  ),
  'local-addresses': open(
    'doc',
    'Private (RFC 1918) destinations go direct by default [doc]; whether loopback, link-local and unique local addresses do too is not published.',
  ),
  'private-apps-at-private-addresses': open(
    'doc',
    'Private destinations go direct by default [doc]; the configuration steers private apps, and which addresses they have is not known.',
  ),
  'cloud-apps-mode': open(
    'doc',
    'In cloud apps mode the hosts of steered apps are steered [doc]; which those are is not known, and whether process rules see other hosts is not published.',
  ),
  'udp-on-web-ports': open('doc', 'Whether UDP on a web port counts as web traffic is not published.'),
  'dns-is-port-53': stands(
    'assumed',
    'Traffic to port 53 is DNS, which is steered only where the configuration says so, in modes web and all [doc].',
  ),
  'steer-dns-off-premises-only': stands(
    'doc',
    'Steering DNS exists off-premises only (vendor, July 2026): on-premises DNS is not steered, whatever is written.',
  ),
  'steer-dns-without-dynamic-steering': stands(
    'assumed',
    'Steering DNS exists off-premises only [doc]; a configuration without dynamic steering, which does not tell on-premises from off-premises, steers the DNS of all its clients.',
  ),
  'mdns-outside-mode-all': stands('doc', 'Mode all leaves out UDP port 5353 (vendor, July 2026).'),
  'ipv6-outside-http': stands(
    'doc',
    'Mode all bypasses IPv6 that is not HTTP (vendor, July 2026): read as what goes to other ports than those of web traffic, and as direct [assumed].',
  ),
  'dns-over-ipv6': open(
    'doc',
    'Mode all bypasses IPv6 that is not HTTP [doc], and DNS is steered where the configuration says so [doc]; which of the two holds of DNS over IPv6 is not published.',
  ),
  'destination-is-ipv4': stands(
    'assumed',
    'A destination whose address the flow does not tell is reached by IPv4: mode all bypasses IPv6 that is not HTTP [doc].',
  ),
  'port-domains-by-suffix': stands(
    'assumed',
    'The domains of a non-standard port are compared by suffix, as custom app domains are.',
  ),
  'port-entry-without-port': open(
    'assumed',
    'On which ports a non-standard port entry that has domains alone steers is not published.',
  ),

  // Clients
  'client-is-not-dormant': stands(
    'assumed',
    'The client is not behind a GRE or IPsec tunnel: there it is dormant and processes no exceptions [doc], so that no block reaches it.',
  ),
  'client-126': stands(
    'assumed',
    'The client is version 126 or newer: older ones block nothing but web traffic [doc, R126 635104].',
  ),
  'tunnel-is-up': stands(
    'assumed',
    'The tunnel of the client is up: where it is not and the client fails close, category exceptions are blocked, too [doc].',
  ),

  // Host names
  'names-in-a-labels': stands(
    'assumed',
    'A host name of other letters than ASCII is its A-labels (bücher.example is xn--bcher-kva.example), which clients see: the provider sends those, and a tenant that holds the other spelling means them.',
  ),

  // Certificate pinned apps
  'literal-address-has-no-host-name': stands(
    'assumed',
    'To an app that dials a literal address, rules for certificate pinned apps do not apply, as where the host name is empty [doc].',
  ),
  'exact-names-without-case': stands(
    'assumed',
    'Exact names of processes are compared without case (partial evidence).',
  ),
  'patterns-search': stands('assumed', 'A pattern matches a process when it is found anywhere in the name.'),
  'case-of-patterns': open('doc', 'Patterns are PCRE [doc]; whether case counts is not published.'),
  'patterns-outside-re2': open(
    'doc',
    'Patterns are PCRE [doc]; what one matches that RE2 does not run, or reads otherwise, could not be proved.',
  ),
  'broken-patterns': open(
    'doc',
    'Patterns are PCRE [doc]; what a client makes of one that no engine compiles is not published.',
  ),
  'beside-broken-patterns': stands(
    'assumed',
    'What stands beside a pattern that no engine compiles matches all the same.',
  ),
  'comma-in-process': open(
    'doc',
    'Names and patterns of processes are separated by commas [doc]; whether one that itself contains a comma is kept whole or split there is not published. Of its parts, halves of brackets and of quantifiers match nothing.',
  ),
  'mobile-recognition': open(
    'doc',
    'Android 9 and lower knows apps by domain, Android 10 and higher by process [doc]; the flow does not tell, and of iOS it is not published.',
  ),
  'android-10': stands(
    'assumed',
    'Android knows apps without domains by process, as version 10 and higher does [doc].',
  ),
  'block-ignores-domains': stands('community', 'Block and the managed-device modes ignore custom app domains.'),
  'domains-of-steer-and-decrypt': open(
    'doc',
    'An exception can have an app steered and decrypted [doc, since R122.1]; whether custom app domains limit that, and whether it needs some, is not published.',
  ),
  'device-classifications': open(
    'doc',
    'A bypass of managed devices can name device classifications [doc, since R126]; which managed devices those are no flow tells, so one of them is bypassed, or blocked as others are.',
  ),
  'custom-app-domains-at-every-level': stands(
    'doc',
    'Custom app domains match by suffix, at every level (vendor, 2023; one log tool reads one level only [community]).',
  ),
  'no-custom-app-domains': open(
    'doc',
    'Once the feature "Enhanced Certificate Pinned App" is on, a bypass of a custom app without domains ceases to work [doc]; whether it is on is not known.',
  ),
  'wildcard-in-custom-app-domains': open(
    'doc',
    'Custom app domains do not support *.x [doc]; what one does is not published.',
  ),
  'mode-of-plain-bypass': open('doc', 'Whether a bypass without a mode goes direct or by tunnel is not published.'),
  'not-a-windows-service': stands(
    'assumed',
    'A process of which the flow does not say whether it runs as a Windows service is taken for none, unless the catalogue of native apps knows it as one.',
  ),
  'block-spares-windows-services': stands(
    'assumed',
    "A process in session 0, a Windows service, is bypassed even with the action Block, unless the vendor's support sets a flag [doc R120 503670, 496830]: the flag is taken not to be set, and the block of the modes for managed devices is taken to spare services as well.",
  ),
  'way-of-windows-services': open(
    'doc',
    'A Windows service is bypassed even with the action Block [doc R120 503670, 496830]; whether it goes direct or by tunnel is not published.',
  ),

  'option-of-bypass-not-returned': open(
    'doc',
    'A bypass with a mode has two options, managed devices only and tunnel [doc]; a tenant may take an option and never return it [vendor], so of a bypass that shows one of the two, the other is not known.',
  ),

  // Other exceptions
  'order-of-exceptions': open('doc', 'The precedence between exceptions that disagree is not published.'),
  'wildcard-apex': open('doc', 'Whether *.x covers x itself has two answers from the vendor (2022: no, 2023: yes).'),
  'address-among-domains': open(
    'doc',
    'Domain exceptions take names and *.x [doc]; what an address among them matches is not published.',
  ),
  'place-of-category-and-country-bypass': stands(
    'community',
    'Traffic of category and source country exceptions goes by tunnel, and is neither decrypted nor subject to policies; two sources agree.',
  ),
  'void-in-custom-configurations': stands(
    'doc',
    'Of non-web traffic in mode all, destination location and application exceptions of the default configuration count; in a custom configuration they are void for it (vendor, March 2026).',
  ),
  'exceptions-of-non-web-traffic': open(
    'doc',
    'Of non-web traffic that reaches Cloud Firewall, only destination location and application exceptions of the default configuration count (vendor, March 2026), while TCP traffic of exceptions that is not HTTP is always bypassed at the client (vendor, July 2026): whether exceptions of other types count for it in mode all is not published.',
  ),
  'domain-exceptions-of-other-apps': stands(
    'doc',
    'In cloud apps mode, web traffic of a domain exception outside the steered apps is bypassed locally on Windows and in the cloud on macOS (vendor, July 2026).',
  ),
  'domain-exceptions-in-cloud-apps-mode': open(
    'doc',
    'Where a domain exception outside the steered apps is bypassed in cloud apps mode is published of Windows and macOS only [doc].',
  ),
  'place-with-legacy-dynamic-steering': open(
    'doc',
    'With legacy dynamic steering, exceptions are bypassed on-premises in the cloud and off-premises at the client, whatever is configured [doc]; whether the tenant has it is not known.',
  ),
  'treated-like-local': open(
    'doc',
    'A destination location can be treated like local addresses [doc]; whether its traffic then counts as bypassed or as never steered is not published.',
  ),
  'non-web-tcp-at-the-client': stands('doc', 'Non-web TCP traffic of exceptions is bypassed at the client always.'),
  'dns-question': open('doc', 'DNS exceptions match by the name that is asked for [doc], which a flow does not tell.'),
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionId = keyof typeof ASSUMPTIONS;
