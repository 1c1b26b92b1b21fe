/** This file reads steering exceptions of every type. */
import { exceptionTypeOf, type ExceptionTypeName } from '../domain/exceptions';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import { SIDES, type Side } from './flow';
import {
  BYPASS_ACTIONS,
  DESKTOP_PLATFORMS,
  type ExceptionData,
  type Names,
  type PinnedAction,
  type PinnedAppData,
  type SteeringException,
  type Value,
  isEmpty,
  known,
  notKnown,
  pinnedActionsOn,
  possibilitiesOf,
} from './model';
import { nameOf } from './one-object';
import {
  type SourceAttribute,
  type SourceAttributes,
  type SourceResource,
  Unresolved,
  isObject,
  modelledFrom,
  readBoolean,
  readNames,
  readOneOf,
  readText,
} from './resources';

/** A function that turns an attribute which refers to an app or a configuration into the key of that object. */
export type ReadReference = (attribute: SourceAttribute) => Value<string>;

export function readException(
  resource: SourceResource,
  configurationOf: ReadReference,
  appOf: ReadReference,
): SteeringException {
  const { attributes } = resource;
  return {
    ...modelledFrom(resource),
    configuration: configurationOf(attributes['configuration_id']),
    location: readSide(attributes['location']),
    notes: attributes['notes'] === null ? known(null) : readText(attributes['notes'], notKnown('it is not written')),
    data: readData(nameOf(resource), attributes, appOf),
  };
}

function readSide(attribute: SourceAttribute): Value<Side | null> {
  return readOneOf(attribute, SIDES, known(null));
}

function readData(name: string, attributes: SourceAttributes, appOf: ReadReference): ExceptionData {
  const type = exceptionTypeOf(name, attributes['type']);
  return type === undefined ? { type: 'unknown', reason: 'its type is not known here' } : DATA[type](attributes, appOf);
}

/** By type, the function that turns the attributes of an exception into its data. */
const DATA: Readonly<Record<ExceptionTypeName, (attributes: SourceAttributes, appOf: ReadReference) => ExceptionData>> =
  {
    application: ({ applications, action }) => ({
      type: 'application',
      names: readNames(applications),
      action: readAction(action),
    }),
    category: ({ categories }) => ({ type: 'category', names: readNames(categories) }),
    certificate_pinned_app: readPinned,
    destination_location: ({ network_locations, action, treat_like_local_ip }) => ({
      type: 'destination_location',
      names: readNames(network_locations),
      action: readAction(action),
      treatLikeLocalIp: readBoolean(treat_like_local_ip, known(false)),
    }),
    dns: ({ questions }) => ({ type: 'dns', names: readQuestions(questions) }),
    domains: ({ domains }) => ({ type: 'domains', names: readNames(domains) }),
    source_countries: ({ countries }) => ({ type: 'source_countries', names: readNames(countries) }),
    source_location: ({ network_locations }) => ({ type: 'source_location', names: readNames(network_locations) }),
  };

function readPinned(attributes: SourceAttributes, appOf: ReadReference): ExceptionData {
  return {
    type: 'certificate_pinned_app',
    app: appOf(attributes['app_id']),
    customAppDomains: readNames(attributes['custom_app_domains']),
    platforms: Object.fromEntries(
      PLATFORMS.flatMap(({ name }): [string, Value<PinnedAction | null>][] => {
        const action = attributes[name];
        return action === undefined || action === null ? [] : [[name, readPinnedAction(name, action)]];
      }),
    ),
    ...readClassifications(attributes),
  };
}

/** Reads an action. One whose name is not known here may do anything, or nothing; candidates with null say so. */
function readPinnedAction(platform: PlatformName, written: SourceAttribute): Value<PinnedAction | null> {
  const all = pinnedActionsOn(platform);
  const action = readOneOf<PinnedAction>(written, all, notKnown('it is not written'));
  if (written instanceof Unresolved && written.candidates?.orNothing === true) {
    return notKnown(written.reason, [...possibilitiesOf(action, all), null]);
  }
  if (action.known || action.candidates !== undefined || typeof written !== 'string') return action;
  return notKnown(action.reason, [...all, null]);
}

function readClassifications(attributes: SourceAttributes): Pick<PinnedAppData, 'deviceClassifications'> {
  const named = DESKTOP_PLATFORMS.map(
    (name) => [name, readNames(attributes[`${name}_device_classifications`])] as const,
  );
  const given = named.filter(([, names]) => !isEmpty(names));
  return given.length === 0 ? {} : { deviceClassifications: Object.fromEntries(given) };
}

/** Reads the action of what can leave DNS steered; where it is not written, it has the provider's default. */
function readAction(attribute: SourceAttribute): Value<(typeof BYPASS_ACTIONS)[number]> {
  return readOneOf(attribute, BYPASS_ACTIONS, known('bypass'));
}

function readQuestions(attribute: SourceAttribute): Names {
  return readNames(
    Array.isArray(attribute) ? attribute.map((question: SourceAttribute) => domainIn(question)) : attribute,
  );
}

function domainIn(question: SourceAttribute): SourceAttribute {
  return isObject(question) ? (question as SourceAttributes)['domain'] : question;
}
