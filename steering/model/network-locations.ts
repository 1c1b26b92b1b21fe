/**
 * This file finds the changes of network locations whose effect on traffic cannot be told. An exception names
 * locations, and a flow says to which locations it belongs; which addresses make a location is no part of the model.
 * Where the addresses change, and an exception names the location before and after, other flows belong to it, and no
 * comparison of models sees that.
 */
import type { Model } from './model';
import type { SourceAttribute, SourceResource } from './resources';

/** A tenant at one moment: before a plan, or after it. */
export interface Moment {
  readonly resources: readonly SourceResource[];
  readonly model: Model;
}

const LOCATION = 'netskopesteering_network_location';

/** Writes a sentence for each location whose addresses change for an exception that uses it, or may. */
export function unjudgedLocations(before: Moment, after: Moment): string[] {
  const [old, now] = [locationsIn(before), locationsIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was !== undefined && is !== undefined && isSameSet(was.attributes['addresses'], is.attributes['addresses']))
      return [];
    const users = usersOf(name, before.model).filter((one) => usersOf(name, after.model).includes(one));
    // Where a location comes or goes, the exceptions that begin or cease to name it tell everything.
    const mayBeUsed = was !== undefined && is !== undefined && after.model.covers === 'part';
    if (users.length === 0 && !mayBeUsed) return [];
    const by = users.length === 0 ? 'an exception that the plan does not show may use it' : `${listed(users)} it`;
    const what = was === undefined ? 'is made' : is === undefined ? 'is deleted' : 'gets other addresses';
    return [
      `${(is ?? was)?.origin.address ?? name}: the network location ${JSON.stringify(name)} ${what}, and ${by}. Which flows belong to a location by their addresses is not compared.`,
    ];
  });
}

/**
 * Returns the locations by name, because exceptions refer to the name. A location whose name is not known has no
 * exception yet.
 */
function locationsIn({ resources }: Moment): ReadonlyMap<string, SourceResource> {
  const found = resources.filter(({ type, mode }) => type === LOCATION && mode === 'managed');
  return new Map(
    found.flatMap((one) => (typeof one.attributes['name'] === 'string' ? [[one.attributes['name'], one]] : [])),
  );
}

/** Returns the keys of the exceptions that name a location, or may. */
function usersOf(name: string, { exceptions }: Model): string[] {
  return exceptions
    .filter(({ data }) => {
      if (data.type !== 'destination_location' && data.type !== 'source_location') return false;
      return data.names.items.includes(name) || data.names.open !== undefined;
    })
    .map(({ key }) => key);
}

const MOST_LISTED = 5;

function listed(users: readonly string[]): string {
  const more = users.length - MOST_LISTED;
  const named = `${users.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return users.length === 1 ? `${named} uses` : `${named} use`;
}

/** Whether two lists hold the same texts, all of them known. */
function isSameSet(a: SourceAttribute, b: SourceAttribute): boolean {
  const [one, other] = [textOf(a), textOf(b)];
  return one !== undefined && one === other;
}

/**
 * Returns one text for all lists of the same elements; case and order make no difference. Undefined where not all are
 * known.
 */
function textOf(list: SourceAttribute): string | undefined {
  if (!Array.isArray(list)) return undefined;
  const elements: readonly SourceAttribute[] = list;
  if (!elements.every((one) => typeof one === 'string')) return undefined;
  return [...new Set(elements.map((one) => one.toLowerCase()))].sort().join(' ');
}
