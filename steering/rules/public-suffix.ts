import { CATALOGUE_ENTRIES } from '../catalogue';
import { publicSuffixKind, type SuffixKind } from '../domain/public-suffixes';
import { domainListsOf, placeOf, reachOf, type OwnedDomainList, type ListKind } from './domain-lists';
import { quote, rule } from './rule';

/** What such an entry does to the domains below a suffix, by the kind of its list. */
const EFFECTS: Readonly<Record<ListKind, string>> = {
  domains: 'In a domain exception it bypasses all of them.',
  dns: 'In a DNS exception it bypasses the DNS questions for all of them.',
  custom_app_domains:
    'Custom app domains match by suffix, so the app is bypassed for all of them: that is hardly a limit.',
  port: 'The domains of a non-standard port match by suffix, so the port is steered for all of them.',
  app: 'The domains of an app match by suffix, so traffic to all of them is taken for its own.',
};

interface WideEntry {
  readonly entry: string;
  readonly suffix: string;
  readonly effect: string;
}

const CODES = {
  registry: 'public-suffix',
  restricted: 'public-suffix/restricted',
  private: 'public-suffix/private',
} as const satisfies Readonly<Record<SuffixKind, string>>;

const ADVICE = 'Name the domains that are meant';

export const publicSuffix = rule({
  id: 'public-suffix',
  severity: 'error',
  severities: { 'public-suffix/restricted': 'warning', 'public-suffix/private': 'warning' },
  title: 'An entry as wide as a public suffix',
  rationale:
    'Below a public suffix, such as `com`, `co.uk` or `github.io`, everybody can get a name. [doc] A wildcard directly below one in a domain or DNS exception, or one in a list that is compared by suffix, therefore covers the names of strangers. Suffixes of governments and the like are told as a warning, because only bodies of one kind have names there. The private section of the list has suffixes of companies, such as those of clouds; these are a warning too, because some vendors ask for them. Names that the list does not have, such as `corp`, `lan` and `internal`, are taken for zones of your own. [assumed]',
  source: '[doc] publicsuffix.org; [doc] for how lists match; [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_domain_exception" "partners" {
  configuration_id = "0"
  domains          = ["*.com"]
}`,
    right: `resource "netskopesteering_domain_exception" "partners" {
  configuration_id = "0"
  domains          = ["*.partner.example", "partner.example"]
}`,
  },
  messages: {
    'public-suffix': ({ entry, suffix, effect }: WideEntry) =>
      `${quote(entry)} covers every domain that anybody registers under ${quote(suffix)}. ${effect} ${ADVICE}.`,
    'public-suffix/restricted': ({ entry, suffix, effect }: WideEntry) =>
      `${quote(entry)} covers every name under ${quote(suffix)}, of many bodies that do not answer to each other. ${effect} ${ADVICE}.`,
    'public-suffix/private': ({ entry, suffix, effect }: WideEntry) =>
      `${quote(entry)} covers every name that any customer gets under ${quote(suffix)}, strangers included. ${effect} ${ADVICE}, such as ${quote(`yours.${suffix}`)}.`,
    'public-suffix/every-host': ({ entry, kind }: { entry: string; kind: string }) =>
      `${quote(entry)} stands for every host. In ${kind} it bypasses everything. ${ADVICE}.`,
  },
  *check(model, say) {
    for (const list of domainListsOf(model)) {
      if (list.kind === 'custom_app_domains' && !list.isBypass) continue;
      for (const entry of list.names.items) {
        const place = placeOf(list, entry);
        if (isEveryHost(list.kind, entry)) {
          const kind = list.kind === 'dns' ? 'a DNS exception' : 'a domain exception';
          yield say('public-suffix/every-host', list.object, { entry, kind }, place);
          continue;
        }
        const found = suffixIn(list, entry);
        if (found === undefined) continue;
        const args = { entry, suffix: found.suffix, effect: EFFECTS[list.kind] };
        yield say(CODES[found.kind], list.object, args, place);
      }
    }
  },
});

/** Whether an entry of an exception is a wildcard of every host, which only a tenant can hold. */
function isEveryHost(kind: ListKind, entry: string): boolean {
  return (kind === 'domains' || kind === 'dns') && /^[*.]*\*[*.]*$/.test(entry.trim());
}

/** Hosts that the catalogue names for an app, which a whole cloud may share: they are what the app needs. */
const OF_APPS = new Set(CATALOGUE_ENTRIES.flatMap(({ hosts = [] }) => hosts.map(({ value }) => value)));

/** Returns the public suffix that an entry covers as a whole; undefined where it covers none. */
export function suffixIn({ kind }: Pick<OwnedDomainList, 'kind'>, entry: string) {
  const reach = reachOf(kind, entry);
  if (reach === undefined || reach.covers === 'host') return undefined;
  const { domain: suffix } = reach;
  if (reach.covers === 'suffix' && OF_APPS.has(suffix)) return undefined;
  const found = publicSuffixKind(suffix);
  return found && { kind: found, suffix };
}
