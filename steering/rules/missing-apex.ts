import { groupBy } from '../collections';
import type { Model, SteeringException } from '../model/model';
import { domainListsOf, placeOf, reachOf, type OwnedDomainList } from './domain-lists';
import { suffixIn } from './public-suffix';
import { listed, quote, rule } from './rule';
import { transferSiteIn } from './transfer-site';
import { vendorDomainIn } from './vendor-domain';

export const missingApex = rule({
  id: 'missing-apex',
  severity: 'info',
  title: 'A wildcard without its apex',
  rationale:
    'Whether `*.corp.example` covers `corp.example` itself has two answers from the vendor: a page of 2022 says that it does not, one of 2023 that it does. [doc] Recipes of vendors list both. Custom app domains, ports and app definitions match by suffix and need no wildcard. [doc]',
  source: '[doc]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_domain_exception" "corporate" {
  configuration_id = "0"
  domains          = ["*.corp.example"]
}`,
    right: `resource "netskopesteering_domain_exception" "corporate" {
  configuration_id = "0"
  domains          = ["*.corp.example", "corp.example"]
}`,
  },
  messages: {
    'missing-apex': ({ wildcards, cover, apexes }: { wildcards: string; cover: string; apexes: string }) =>
      `The vendor says in two ways whether ${wildcards} ${cover}. Write ${apexes} too, or do not count on it.`,
  },
  *check(model, say) {
    const covered = coveredBy(model);
    for (const list of listsIn(model)) {
      if (list.names.open !== undefined) continue;
      const isCovered = covered(list);
      const missing = list.names.items.filter((entry) => {
        const reach = reachOf(list.kind, entry);
        if (reach?.covers !== 'below' || isZone(reach.domain) || isCovered(reach.domain)) return false;
        return !isBetterRemoved(list, entry);
      });
      if (missing.length === 0) continue;
      const args = {
        wildcards: listed(missing.map(quote)),
        cover: missing.length === 1 ? 'covers the domain itself' : 'cover the domains themselves',
        apexes: listed(missing.map((entry) => quote(entry.trim().replace(/^\*\./, '')))),
      };
      yield say('missing-apex', list.object, args, placeOf(list, ...missing));
    }
  },
});

/** Whether a domain has no host of its own name: a top-level one such as `local`, and those below `arpa`. */
function isZone(domain: string): boolean {
  return !domain.includes('.') || domain.endsWith('.arpa');
}

/** Whether another rule says of an entry that it is too wide: nobody should add to it. */
function isBetterRemoved(list: OwnedDomainList, entry: string): boolean {
  return [suffixIn, transferSiteIn, vendorDomainIn].some((find) => find(list, entry) !== undefined);
}

function listsIn(model: Model): OwnedDomainList[] {
  return domainListsOf(model).filter(({ kind }) => kind === 'domains' || kind === 'dns');
}

/**
 * Returns a function that says of a list whether an apex is covered: by an entry of its own, or by one of another
 * exception of the same kind, configuration and location.
 */
function coveredBy(model: Model): (list: OwnedDomainList) => (domain: string) => boolean {
  const groups = groupBy(listsIn(model), placeKey);
  const reaches = new Map(
    [...groups].map(([key, lists]) => {
      const all = lists.flatMap(({ kind, names }) => names.items.map((entry) => reachOf(kind, entry)));
      const of = (covers: string) => new Set(all.flatMap((one) => (one?.covers === covers ? [one.domain] : [])));
      return [key, { hosts: of('host'), below: of('below'), open: lists.some(({ names }) => names.open) }] as const;
    }),
  );
  return (list) => {
    const reach = reaches.get(placeKey(list));
    return (domain) => {
      if (reach === undefined || reach.open) return true;
      const labels = domain.split('.');
      const parents = labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
      return reach.hosts.has(domain) || parents.some((parent) => reach.below.has(parent));
    };
  };
}

/** Returns what lists have in common that can complete each other; a list of an unknown place stands by itself. */
function placeKey({ kind, object }: OwnedDomainList): string {
  const { configuration, location, key } = object as SteeringException;
  return JSON.stringify(configuration.known && location.known ? [kind, configuration.value, location.value] : [key]);
}
