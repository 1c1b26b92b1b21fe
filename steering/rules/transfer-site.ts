import { capitalized } from '../inert';
import { suiteNamed } from '../catalogue/suites';
import { TRANSFER_SITES, type TransferSite } from '../catalogue/transfer-sites';
import { groupBy } from '../collections';
import { PLATFORMS } from '../domain/vocabulary';
import type { Model, PinnedApp } from '../model/model';
import { domainListsOf, isIn, placeOf, reachOf, touches, type OwnedDomainList, type Coverage } from './domain-lists';
import { entryOf } from './known-app';
import { nameOf, titleOf } from './pinned';
import { suffixIn } from './public-suffix';
import { listed, quote, rule } from './rule';

/** What a site is, and what is no longer inspected where it is bypassed. */
const USES: Readonly<Record<TransferSite['use'], { readonly is: string; readonly sent: string }>> = {
  files: { is: 'made for moving files', sent: 'The files that people send and fetch there are not inspected' },
  text: { is: 'made for publishing text', sent: 'The text that people paste there is not inspected' },
  tunnels: { is: 'made for tunnels to any computer', sent: 'What passes through such a tunnel is not inspected' },
  'messages of bots': {
    is: 'through which any program can send text and files',
    sent: 'What a program sends there is not inspected',
  },
};

interface BypassedSite {
  readonly entries: string;
  readonly bypass: string;
  readonly site: string;
  readonly use: string;
  readonly sent: string;
}

/** What the messages say of some entries that bypass a site. */
function argsOf(entries: readonly string[], { name, use }: TransferSite): BypassedSite {
  const { is, sent } = USES[use];
  const bypass = entries.length === 1 ? 'bypasses' : 'bypass';
  return { entries: listed(entries.map(quote)), bypass, site: name, use: is, sent };
}

export const transferSite = rule({
  id: 'transfer-site',
  severity: 'warning',
  title: 'A bypass of a site for moving files or text out',
  rationale:
    'A bypassed flow meets no policy. [doc] Sites that are made for handing over files or text, and for tunnels, are those where a policy is worth most: rules of Sigma, MITRE ATT&CK and the list Living Off Trusted Sites name them as ways out. [community] An app that is bypassed for its own site is not found. The names of applications are compared loosely, because which names a tenant has is not published. [assumed]',
  source: '[community]: which sites, each with its source in the catalogue; [doc]; [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_domain_exception" "sharing" {
  configuration_id = "0"
  domains          = ["*.dropbox.com", "dropbox.com"]
}`,
    right: `# Dropbox is steered, and a policy says who may use it for what.
resource "netskopesteering_domain_exception" "updates" {
  configuration_id = "0"
  domains          = ["*.updates.example.com", "updates.example.com"]
}`,
  },
  messages: {
    'transfer-site': ({ entries, bypass, site, use, sent }: BypassedSite) =>
      `${entries} ${bypass} ${site}, a site ${use}. ${sent}, and no policy applies there. Remove what is bypassed, and allow in a policy what is needed there.`,
    'transfer-site/dns': ({ entries, bypass, site, use }: BypassedSite) =>
      `${entries} ${bypass} the DNS questions for ${site}, a site ${use}. The questions are not inspected, and no policy for DNS applies to them. Remove what is bypassed.`,
    'transfer-site/app': ({ app, entries, site, use, sent }: BypassedSite & { readonly app: string }) =>
      `${capitalized(app)} is bypassed for ${entries}, of ${site}, a site ${use}, and not known to belong to that app. ${sent}, and no policy applies there. Remove it from the custom app domains.`,
    'transfer-site/application': ({ entries, site, use, sent }: BypassedSite) =>
      `The application ${entries} is bypassed: ${site} is a site ${use}. ${sent}, and no policy applies there. Remove it, and allow in a policy what is needed there.`,
  },
  *check(model, say) {
    const apps = new Map(model.apps.map((app) => [app.key, app]));
    for (const list of domainListsOf(model)) {
      if (!list.isBypass) continue;
      const app = list.app?.known === true ? apps.get(list.app.value) : undefined;
      if (list.kind === 'custom_app_domains' && app === undefined) continue;
      for (const [site, entries] of groupBy(list.names.items, (entry) => transferSiteIn(list, entry))) {
        if (site === undefined || (app !== undefined && isOf(app, site))) continue;
        const at = placeOf(list, ...entries);
        const args = argsOf(entries, site);
        if (app !== undefined) yield say('transfer-site/app', list.object, { ...args, app: titleOf(app) }, at);
        else yield say(list.kind === 'dns' ? 'transfer-site/dns' : 'transfer-site', list.object, args, at);
      }
    }
    for (const { exception, application } of applicationsIn(model)) {
      const site = siteNamed(application);
      if (site === undefined || suiteNamed(application) !== undefined) continue;
      const at = { attribute: ['applications'], value: application };
      yield say('transfer-site/application', exception, argsOf([application], site), at);
    }
  },
});

/** Returns the applications that exceptions name, each with its exception. */
export function applicationsIn({ exceptions }: Model) {
  return exceptions.flatMap((exception) =>
    exception.data.type === 'application'
      ? exception.data.names.items.map((application) => ({ exception, application }))
      : [],
  );
}

/** Returns the site that an entry bypasses. A public suffix is wider than any site, and has a rule of its own. */
export function transferSiteIn(list: Pick<OwnedDomainList, 'kind'>, entry: string): TransferSite | undefined {
  const reach = reachOf(list.kind, entry);
  const site = reach && TRANSFER_SITES.find((one) => hits(reach, one));
  return site === undefined || suffixIn(list, entry) !== undefined ? undefined : site;
}

function hits(reach: Coverage, { domains, hostsOfCustomers }: TransferSite): boolean {
  return domains.some(({ value }) => {
    if (hostsOfCustomers && reach.domain !== value && isIn(reach.domain, value)) return false;
    // Custom app domains are a limit: one that is wider than a site may well be what the app needs.
    return reach.covers === 'suffix' ? isIn(reach.domain, value) : touches(reach, value);
  });
}

/** Whether a site is an app's own: the catalogue has its domains for the app, or names or processes say so. */
function isOf(app: PinnedApp, site: TransferSite): boolean {
  const hosts = entryOf(app)?.hosts ?? [];
  if (hosts.some((host) => site.domains.some(({ value }) => isIn(host.value, value) || isIn(value, host.value))))
    return true;
  const processes = PLATFORMS.flatMap(({ name }) => {
    const definition = app.platforms[name];
    return definition?.known === true ? definition.value.processes.items : [];
  });
  const [first = ''] = site.name.split(' ');
  // An app without a known name may be the site's.
  return !app.name.known || [nameOf(app), ...processes].some((text) => plain(text).includes(plain(first)));
}

/** Returns a name without what people write in several ways. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The sites by the names of their applications. A messenger is more than the way out that its bots are. */
const BY_NAME = new Map(
  TRANSFER_SITES.filter(({ use }) => use !== 'messages of bots').flatMap((site) =>
    [site.name, ...site.domains.map(({ value }) => value)].map((name) => [plain(name), site] as const),
  ),
);

/** Matches what stands behind the name of a site in the names of its editions. */
const EDITION =
  /(?:\s+(?:for|business|personal|pro|plus|enterprise|teams|free|paper|cloud|storage|sync|drive|desktop))+\s*$/i;

/** Returns the site that an application is; undefined where it is none. */
function siteNamed(application: string): TransferSite | undefined {
  return BY_NAME.get(plain(application)) ?? BY_NAME.get(plain(application.replace(EDITION, '')));
}
