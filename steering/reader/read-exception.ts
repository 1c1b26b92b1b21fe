/** Steering exceptions. */
import { EXCEPTION_TYPES, type ExceptionTypeName } from '../exception-offer';
import { SIDES, type Side } from '../flow';
import {
  BYPASS_ACTIONS,
  PINNED_ACTIONS,
  type ExceptionData,
  type PinnedAction,
  type SteeringException,
} from '../model';
import { PLATFORMS } from '../platforms';
import { isObject, Unresolved, type Attribute, type Attributes, type Resource } from '../resources';
import { known, notKnown, type Names, type Value } from '../value';
import { modelledFrom, readBoolean, readNames, readObject, readOneOf, readText, reasonFor } from './attributes';

/** How an attribute that refers to an app or a configuration becomes the key of one. */
export type ReadReference = (attribute: Attribute) => Value<string>;

export function readException(
  resource: Resource,
  configurationOf: ReadReference,
  appOf: ReadReference,
): SteeringException {
  const { attributes } = resource;
  return {
    ...modelledFrom(resource),
    configuration: configurationOf(attributes['configuration_id']),
    location: readSide(attributes['location']),
    notes: attributes['notes'] === null ? known(null) : readText(attributes['notes'], notKnown('it is not written')),
    data: readData(attributes, appOf),
  };
}

function readSide(attribute: Attribute): Value<Side | null> {
  return readOneOf(attribute, SIDES, known(null));
}

function readData(attributes: Attributes, appOf: ReadReference): ExceptionData {
  const given = EXCEPTION_TYPES.filter((type) => attributes[type] !== undefined && attributes[type] !== null);
  // Exactly one is given, so what is not resolved is none of the others where one is.
  const resolved = given.filter((type) => !(attributes[type] instanceof Unresolved));
  const [type] = resolved.length > 0 ? resolved : given;
  if (type === undefined) return { type: 'unknown', reason: 'its type is not known here' };
  if (resolved.length === 0 && given.length > 1) return { type: 'unknown', reason: reasonFor(attributes[type]) };
  return DATA[type](attributes[type], appOf);
}

/** How the attribute of a type becomes its data. */
const DATA: Readonly<Record<ExceptionTypeName, (attribute: Attribute, appOf: ReadReference) => ExceptionData>> = {
  application: (attribute) => ({
    type: 'application',
    names: namesIn(attribute, 'apps'),
    action: readAction(attribute),
  }),
  category: (attribute) => ({ type: 'category', names: readNames(attribute) }),
  certificate_pinned_app: readPinned,
  destination_location: (attribute) => ({
    type: 'destination_location',
    names: namesIn(attribute, 'locations'),
    action: readAction(attribute),
    treatLikeLocalIp: readBoolean(partOf(attribute, 'treat_like_local_ip'), known(false)),
  }),
  dns: (attribute) => ({ type: 'dns', names: readQuestions(attribute) }),
  domains: (attribute) => ({ type: 'domains', names: readNames(attribute) }),
  source_countries: (attribute) => ({ type: 'source_countries', names: readNames(attribute) }),
  source_location: (attribute) => ({ type: 'source_location', names: readNames(attribute) }),
};

function readPinned(attribute: Attribute, appOf: ReadReference): ExceptionData {
  return {
    type: 'certificate_pinned_app',
    app: appOf(partOf(attribute, 'app_id')),
    customAppDomains: namesIn(attribute, 'custom_app_domains'),
    platforms: Object.fromEntries(
      PLATFORMS.flatMap(({ name }): [string, Value<PinnedAction | null>][] => {
        const platform = readObject(partOf(attribute, name));
        if (platform === undefined) return [];
        if (platform instanceof Unresolved) return [[name, notKnown(platform.reason)]];
        const { action: written } = platform;
        const action = readOneOf<PinnedAction>(written, PINNED_ACTIONS, notKnown('it is not written'));
        if (action.known || action.candidates !== undefined) return [[name, action]];
        // That there is an action is certain where the platform is there; one of a name that is not known here may steer.
        const others = typeof written === 'string' ? [null] : [];
        return [[name, notKnown(action.reason, [...PINNED_ACTIONS, ...others])]];
      }),
    ),
  };
}

function partOf(attribute: Attribute, name: string): Attribute {
  if (attribute instanceof Unresolved) return new Unresolved(attribute.reason);
  return isObject(attribute) ? (attribute as Attributes)[name] : undefined;
}

function namesIn(attribute: Attribute, name: string): Names {
  return readNames(partOf(attribute, name));
}

function readAction(attribute: Attribute): Value<(typeof BYPASS_ACTIONS)[number]> {
  return readOneOf(partOf(attribute, 'action'), BYPASS_ACTIONS, notKnown('it is not written'));
}

function readQuestions(attribute: Attribute): Names {
  return readNames(
    Array.isArray(attribute) ? attribute.map((question: Attribute) => partOf(question, 'domain')) : attribute,
  );
}
