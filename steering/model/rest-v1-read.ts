/**
 * What does an answer on a tenant take for granted that REST v1 shows? A few things that nobody published, and without which
 * no answer says anything: each is an assumption, and every answer that rests on it names it. What compares code with a
 * tenant does without them.
 */
import type { Model, PinnedApp, SteeringException, Value, Definition } from './model';
import { known } from './model';
import { LOCAL_RANGE, isNotObserved } from './rest-v1-fields';

/** Returns the model of a tenant that REST v1 shows as answers read it. */
export function asRead(model: Model): Model {
  return {
    ...model,
    apps: model.apps.map(withNames),
    exceptions: model.exceptions.filter((one) => !isLocalRange(one)),
    restsOn: ['rest-v1-as-read'],
  };
}

/**
 * Whether an exception is for the private addresses, as every configuration of the samples has one. [assumed] Private
 * destinations go direct whether it is there or not.
 */
export function isLocalRange({ data }: SteeringException): boolean {
  return (
    data.type === 'destination_location' && data.names.open === undefined && data.names.items.join() === LOCAL_RANGE
  );
}

/** What can stand in the name of a program, and is no sign of a pattern. */
const PLAIN = /^[\p{L}\p{N} ._-]+$/u;

function withNames(app: PinnedApp): PinnedApp {
  const platforms = Object.entries(app.platforms).map(
    ([platform, definition]) => [platform, named(definition)] as const,
  );
  return { ...app, platforms: Object.fromEntries(platforms) };
}

function named(definition: Value<Definition>): Value<Definition> {
  if (!definition.known) return definition;
  const { match, processes } = definition.value;
  const { items, open } = processes;
  if (match.known || !isNotObserved(match.reason) || open !== undefined) return definition;
  if (!items.every((text) => PLAIN.test(text))) return definition;
  return { ...definition, value: { ...definition.value, match: known('exact', 'plain-names-are-exact') } };
}
