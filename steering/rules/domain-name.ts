import { CATALOGUE_ENTRIES } from '../catalogue';
import { isIpAddress } from '../domain/hosts';
import { hasRegistry } from '../domain/public-suffixes';
import { PLATFORMS } from '../domain/vocabulary';
import { domainListsOf, LIST_KINDS, placeOf, type OwnedDomainList, type ListKind } from './domain-lists';
import { quote, rule } from './rule';

interface EntryInList {
  readonly entry: string;
  readonly list: string;
}

/** The names of programs, packages and installers; no suffix of them is a top-level domain. */
const FILE = /\.(?:exe|dmg|msi|msix|appx|bat|cmd|ps1|vbs|scr|dll|jar|pkg|deb|rpm|apk|ipa|appimage|plist)$/i;
/** Matches what is written like a bundle of macOS: nobody writes domains below `.app` in capitals or with spaces. */
const BUNDLE = /^(?=.*[A-Z ]).*\.app$/s;
const EXECUTABLE_AND_TEXT = /\.(?:exe|app)\b\s*[:;,(]|\.exe\s/i;
/** Matches the names of packages and bundles, which are domains backwards. */
const BACKWARDS = /^(?:(?:com|org)|(?:net|io)\.[a-z0-9_-]+|us\.zoom|ru\.keepcoder|jp\.naver)(?:\.[a-z0-9_-]+)+$/i;
/** The last labels of private zones and of examples, which no registry has. */
const PRIVATE = /\.(?:local|corp|lan|internal|intranet|private|home|localdomain|localhost|test|example|invalid|arpa)$/i;

const EXECUTABLES = new Set(
  CATALOGUE_ENTRIES.flatMap(({ executables }) =>
    PLATFORMS.flatMap(({ name }) => (executables[name] ?? []).map(({ value }) => value.toLowerCase())),
  ).filter((name) => !name.includes('.')),
);
const BUNDLES = new Set([...EXECUTABLES].map((name) => `${name}.app`));

/** The mistakes, most telling first. */
const MISTAKES = [
  { code: 'domain-name/process', is: isProcess },
  { code: 'domain-name/bundle-id', is: isBackwards },
  { code: 'domain-name/url', is: (entry: string) => /:\/\/|[/\\?#@]/.test(entry) && !isNetwork(entry) },
  { code: 'domain-name/address', is: (entry: string) => isIpAddress(entry) || isNetwork(entry) },
  { code: 'domain-name/port', is: (entry: string) => /^[^:]+:\d+$/.test(entry) },
  { code: 'domain-name/several', is: (entry: string) => /[,;]|\S\s+\S/.test(entry) },
] as const;

export const domainName = rule({
  id: 'domain-name',
  severity: 'warning',
  title: 'What is no domain in a list of domains',
  rationale:
    'Published guides have names of executables in the field for domains, and the tenant takes them: they match no host. [community] So do URLs, paths and ports, which the provider refuses and a tenant may hold. Rules for certificate pinned apps do not apply where the destination host name is empty [doc, release 99], so that an address among custom app domains limits a bypass to nothing [assumed]; whether an address in a domain exception matches is not published, and destination locations are made for addresses. [doc]',
  source: '[doc], [community], [assumed]; which names are processes: the catalogue',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_domain_exception" "whatsapp" {
  configuration_id = "0"
  domains          = ["WhatsApp.exe"]
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe"] }
}`,
  },
  messages: {
    'domain-name/process': ({ entry, list }: EntryInList) =>
      `${quote(entry)} in ${list} is the name of a program, not of a host, and matches no traffic. Write the hosts that the program talks to, and its name among the processes of the app.`,
    'domain-name/bundle-id': ({ entry, list }: EntryInList) =>
      `${quote(entry)} in ${list} looks like the id of an app, a domain written backwards: it ends in no top-level domain, and matches no host. Write the hosts that the app talks to.`,
    'domain-name/url': ({ entry, list }: EntryInList) =>
      `${quote(entry)} in ${list} has parts of a URL. Clients compare host names, so it matches nothing. Write the host name alone.`,
    'domain-name/address': ({ entry, list, advice }: EntryInList & { readonly advice: string }) =>
      `${quote(entry)} in ${list} is an address. ${advice}`,
    'domain-name/port': ({ entry, list }: EntryInList) =>
      `${quote(entry)} in ${list} has a port. Clients compare host names, so it matches nothing. Write the host name alone.`,
    'domain-name/several': ({ entry, list }: EntryInList) =>
      `${quote(entry)} in ${list} is one entry, and no host has such a name. Write each host as an entry of its own.`,
  },
  *check(model, say) {
    for (const list of domainListsOf(model)) {
      for (const entry of list.names.items) {
        const code = mistakeIn(list, entry.trim());
        if (code === undefined) continue;
        const args = { entry, list: LIST_KINDS[list.kind], advice: ADDRESS[list.kind] };
        yield say(code, list.object, args, placeOf(list, entry));
      }
    }
  },
});

/** What to do about an address, by the kind of list. A port entry and a PTR question take one. [doc] */
const NO_HOST =
  'Rules for pinned apps do not apply where a flow has no host name, so it matches nothing. Write host names.';
const ADDRESS: Readonly<Record<ListKind, string>> = {
  domains: 'Whether such an entry matches is not published. Write a destination location exception for addresses.',
  dns: 'Only a PTR question is about an address.',
  custom_app_domains: NO_HOST,
  port: 'Write each address alone.',
  app: NO_HOST,
};

function mistakeIn({ kind, isBypass }: OwnedDomainList, entry: string) {
  const code = MISTAKES.find(({ is }) => is(entry, kind))?.code;
  if (code !== 'domain-name/address') return code;
  if (kind === 'port' || kind === 'dns') return isNetwork(entry) ? code : undefined;
  // A Block ignores its custom app domains, whatever they are.
  return kind === 'custom_app_domains' && !isBypass ? undefined : code;
}

/** Whether a text is the name of a program. A single small word may be a host of your own in an exception. */
function isProcess(entry: string, kind: ListKind): boolean {
  if (FILE.test(entry) || BUNDLE.test(entry) || EXECUTABLE_AND_TEXT.test(entry)) return true;
  const mayBeHost = (kind === 'domains' || kind === 'dns') && !/[A-Z\s]/.test(entry);
  return !mayBeHost && (EXECUTABLES.has(entry.toLowerCase()) || BUNDLES.has(entry.toLowerCase()));
}

function isBackwards(entry: string): boolean {
  return BACKWARDS.test(entry) && !PRIVATE.test(entry) && !hasRegistry(entry.toLowerCase());
}

/** Whether a text is a network in the notation of CIDR. */
function isNetwork(entry: string): boolean {
  const [, address = ''] = /^(.*)\/\d{1,3}$/.exec(entry) ?? [];
  return isIpAddress(address);
}
