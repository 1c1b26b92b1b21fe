/**
 * What a change of network locations does to traffic, as far as it cannot be told. An exception names locations, and of a flow
 * it is said to which it belongs; which addresses make a location is no part of the model. So where these change, and an
 * exception names the location before and afterwards, other flows belong to it, and no comparison of models sees them.
 */
import type { Model } from './model';
import type { SourceAttribute, SourceResource } from './resources';

/** A tenant before or after a plan. */
export interface Moment {
  readonly resources: readonly SourceResource[];
  readonly model: Model;
}

const LOCATION = 'netskopesteering_network_location';

/** A sentence for each location that changes for what may use it. */
export function unjudgedLocations(before: Moment, after: Moment): string[] {
  const [old, now] = [locationsIn(before), locationsIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was !== undefined && is !== undefined && isSameSet(was.attributes['addresses'], is.attributes['addresses']))
      return [];
    const users = usersOf(name, before.model).filter((one) => usersOf(name, after.model).includes(one));
    // Of a location that comes or goes, the exceptions that begin or cease to name it tell all.
    const mayBeUsed = was !== undefined && is !== undefined && after.model.covers === 'part';
    if (users.length === 0 && !mayBeUsed) return [];
    const by = users.length === 0 ? 'an exception that the plan does not show may use it' : `${listed(users)} it`;
    const what = was === undefined ? 'is made' : is === undefined ? 'is deleted' : 'gets other addresses';
    return [
      `${(is ?? was)?.origin.address ?? name}: the network location ${JSON.stringify(name)} ${what}, and ${by}. Which flows belong to a location by their addresses is not compared.`,
    ];
  });
}

/** By name, which exceptions refer to; one whose name is not known has no exception yet. */
function locationsIn({ resources }: Moment): ReadonlyMap<string, SourceResource> {
  const found = resources.filter(({ type, mode }) => type === LOCATION && mode === 'managed');
  return new Map(
    found.flatMap((one) => (typeof one.attributes['name'] === 'string' ? [[one.attributes['name'], one]] : [])),
  );
}

/** The exceptions that name a location, or may. */
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

/** Each element once, without what makes no difference. */
function textOf(list: SourceAttribute): string | undefined {
  if (!Array.isArray(list)) return undefined;
  const elements: readonly SourceAttribute[] = list;
  if (!elements.every((one) => typeof one === 'string')) return undefined;
  return [...new Set(elements.map((one) => one.toLowerCase()))].sort().join(' ');
}
