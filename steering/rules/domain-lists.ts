/**
 * Which lists of domains does a model have, and what does an entry of each of them cover? Domain and DNS exceptions
 * take names and `*.x`; all other lists are compared by suffix. [doc] The provider refuses URLs, paths, ports and
 * wildcards of other forms in a configuration, so that rules meet those only on a tenant.
 */
import { remembered } from '../collections';
import { hostName, isIpAddress } from '../domain/hosts';
import { PLATFORMS } from '../domain/vocabulary';
import type { Model, Names, NonStandardPort, PinnedApp, SteeringException, Value } from '../model/model';
import { bypasses, pinnedOf } from './pinned';
import type { FoundAt } from './rule';

/** The kinds of lists, by what a reader calls an entry of one. */
export const LIST_KINDS = {
  domains: 'a domain exception',
  dns: 'a DNS exception',
  custom_app_domains: 'custom app domains',
  port: 'the domains of a non-standard port',
  app: 'the domains of an app definition',
} as const;
export type ListKind = keyof typeof LIST_KINDS;

/** A list of domains, with the object that has it. */
export interface OwnedDomainList {
  readonly kind: ListKind;
  readonly object: SteeringException | NonStandardPort | PinnedApp;
  /** The names of attributes on the way to the list, as the provider spells them. */
  readonly attribute: readonly string[];
  readonly names: Names;
  /** Whether it is certain that what the entries cover is bypassed, somewhere for somebody. */
  readonly isBypass: boolean;
  /** The key of the app whose custom app domains they are. */
  readonly app?: Value<string>;
}

/** Returns every list of domains, remembered because several rules ask for them. */
export const domainListsOf = remembered((model: Model): readonly OwnedDomainList[] => {
  const bypassed = new Set(
    pinnedOf(model)
      .filter(bypasses)
      .map(({ exception }) => exception.key),
  );
  return [
    ...model.apps.flatMap((app) =>
      PLATFORMS.flatMap(({ name }): OwnedDomainList[] => {
        const definition = app.platforms[name];
        if (definition?.known !== true) return [];
        return [
          { kind: 'app', object: app, attribute: [name, 'domains'], names: definition.value.domains, isBypass: false },
        ];
      }),
    ),
    ...model.exceptions.flatMap((object): OwnedDomainList[] => {
      const { data } = object;
      if (data.type === 'domains')
        return [{ kind: 'domains', object, attribute: ['domains'], names: data.names, isBypass: true }];
      if (data.type === 'dns')
        return [{ kind: 'dns', object, attribute: ['questions'], names: data.names, isBypass: true }];
      if (data.type !== 'certificate_pinned_app') return [];
      const isBypass = bypassed.has(object.key);
      const attribute = ['custom_app_domains'];
      return [{ kind: 'custom_app_domains', object, attribute, names: data.customAppDomains, isBypass, app: data.app }];
    }),
    ...model.ports.map((object): OwnedDomainList => ({
      kind: 'port',
      object,
      attribute: ['domains'],
      names: object.domains,
      isBypass: false,
    })),
  ];
});

/** Returns the place of entries in their list. A finding about several is accepted only for all of them. */
export function placeOf({ attribute }: OwnedDomainList, ...entries: readonly string[]): FoundAt {
  return { attribute, value: entries.join(', ') };
}

/** What an entry covers: a host alone, every host below a domain, or a domain with every host below it. */
export interface Coverage {
  readonly domain: string;
  readonly covers: 'host' | 'below' | 'suffix';
}

/**
 * Returns what an entry covers; undefined for an address, for `*`, and for what its list does not take as a name or
 * wildcard.
 */
export function reachOf(kind: ListKind, entry: string): Coverage | undefined {
  const name = hostName(entry);
  const isWildcard = name.startsWith('*.');
  const domain = isWildcard ? name.slice(2) : name;
  if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(domain) || isIpAddress(domain)) return undefined;
  if (kind === 'domains' || kind === 'dns') return { domain, covers: isWildcard ? 'below' : 'host' };
  return isWildcard ? undefined : { domain, covers: 'suffix' };
}

/** Whether a name is a domain, or below it. */
export function isIn(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** Whether some host at or below a domain is covered. */
export function touches({ domain, covers }: Coverage, other: string): boolean {
  return isIn(domain, other) || (covers !== 'host' && isIn(other, domain));
}
