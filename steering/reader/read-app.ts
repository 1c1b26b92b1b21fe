/** Certificate pinned apps. */
import type { MatchKind } from '../domain/processes';
import type { Definition, PinnedApp } from '../model';
import { PLATFORMS } from '../domain/vocabulary';
import { Unresolved, type Attribute, type Attributes, type Resource } from '../resources';
import { known, notKnown, type Value } from '../value';
import { modelledFrom, readBoolean, readNames, readObject, readOneOf, readText } from './attributes';

const MATCH_KINDS: readonly MatchKind[] = ['exact', 'regex'];
/** The provider's default. */
const DEFAULT_MATCH = known<MatchKind>('exact');

export function readApp(resource: Resource): PinnedApp {
  const { attributes, mode } = resource;
  const unread = mode === 'data' ? 'it is only known once it is looked up on the tenant' : undefined;
  return {
    ...modelledFrom(resource),
    name: readText(attributes['name'], notKnown(unread ?? 'it is not written')),
    custom: mode === 'managed' ? known(true) : readBoolean(attributes['custom'], notKnown(unread ?? '')),
    platforms: readPlatforms(attributes, unread),
  };
}

/** An app that something refers to, and that the source does not have. */
export function absentApp(id: string): PinnedApp {
  const reason = `the app with the id ${JSON.stringify(id)} is not among what was read`;
  return {
    key: id,
    origin: { id },
    name: notKnown(reason),
    custom: notKnown(reason),
    platforms: Object.fromEntries(PLATFORMS.map(({ name }) => [name, notKnown(reason)])),
  };
}

function readPlatforms(attributes: Attributes, unread: string | undefined): PinnedApp['platforms'] {
  return Object.fromEntries(
    PLATFORMS.flatMap(({ name }): [string, Value<Definition>][] => {
      const attribute = attributes[name];
      if (attribute === undefined && unread !== undefined) return [[name, notKnown(unread)]];
      const definition = readDefinition(attribute);
      return definition === undefined ? [] : [[name, definition]];
    }),
  );
}

function readDefinition(attribute: Attribute): Value<Definition> | undefined {
  const object = readObject(attribute);
  if (object === undefined) return undefined;
  if (object instanceof Unresolved) return notKnown(object.reason);
  return known({
    match: readOneOf(object['match'], MATCH_KINDS, DEFAULT_MATCH),
    processes: readNames(object['processes']),
    domains: readNames(object['domains']),
  });
}
