/** The resource of one type of exception: what all types share, combined with what only this type has. */
import {
  attribute,
  DiagnosticError,
  error,
  isKnown,
  lengthBetween,
  notKept,
  oneOf,
  path,
  requiresReplace,
  schema,
  useStateForUnknown,
  type Attributes,
  type Diagnostic,
  type Path,
  type Planned,
  type Schema,
  type State,
} from 'terraform-plugin-sdk-ts';
import { complainAboutSide } from '../../../../steering/domain/configurations';
import {
  complainAboutOffer,
  EXCEPTION_TYPES,
  exceptionTypeNamed,
  isOfferedEverywhere,
  type Place,
} from '../../../../steering/domain/exceptions';
import { LOCATIONS, LONGEST_NOTES } from '../../../../steering/domain/vocabulary';
import type { SteeringException, SteeringExceptionInput, TenantClient } from '../../client';
import { collectionResource } from '../../collection-resource';
import { PROVIDER_TYPE } from '../../names';
import { checkId, readText, readValue, trimmed } from '../../values';
import { typeNamed } from './types';
import type { TypeName } from './types/exception-type';

/** The attributes that every exception has. */
export const SHARED = {
  id: attribute.string({
    computed: true,
    description: '`<configuration>/<exception>`; also its import id, such as `0/345`.',
    planModifiers: [useStateForUnknown()],
  }),
  configuration_id: attribute.string({
    required: true,
    description: 'The configuration the exception belongs to; `0` is the default one.',
    validators: [checkId],
    planModifiers: [requiresReplace()],
  }),
  location: attribute.string({
    optional: true,
    description:
      'Where the clients are that the exception is for, where the configuration has dynamic steering: `on_premises` or `off_premises`. [doc] Not every type is offered at both.',
    validators: [oneOf(...Object.values(LOCATIONS))],
    planModifiers: [requiresReplace()],
  }),
  notes: attribute.string({
    optional: true,
    normalize: trimmed,
    description:
      'Free text for other administrators, of any number of lines. [doc] White space at its ends makes no difference.',
    validators: [lengthBetween(0, LONGEST_NOTES)],
  }),
};

type Shared = Schema<typeof SHARED>;
/** The attributes of all types together, any of which may be missing. */
type ExceptionFields = Partial<State<Schema<Attributes>>>;

/** Makes the resource of a type. */
export function exceptionResource(name: TypeName) {
  const type = typeNamed(name);
  const { resource, title } = EXCEPTION_TYPES[name];
  const definition: Schema<Attributes> = schema({
    description: type.description,
    attributes: { ...SHARED, ...type.attributes },
  });
  return collectionResource<Schema<Attributes>, 'exceptions'>({
    name: `${PROVIDER_TYPE}_${resource}`,
    collection: 'exceptions',
    title,
    schema: definition,
    toApi: (planned) => toApi(name, planned),
    fromApi: (object, previous, id) => fromApi(name, object, previous, id),
    pathOf,
    /** Finds the exception that says the same, in whatever order and spelling. */
    twinOf: (exceptions, planned) =>
      exceptions.find(
        (one) =>
          one.type === name &&
          one[name] !== undefined &&
          notKept(definition, planned, fromApi(name, one, planned as ExceptionFields, '')).length === 0,
      ),
    unmanageable: (exception) => (exception.type === name ? undefined : anotherType(name, exception)),
    validate: (config) => type.validate?.(config) ?? [],
    withoutEffect: type.withoutEffect ?? [],
    impossible: (plan) => [...complainAboutLocation(name, plan['location']), ...(type.impossible?.(plan) ?? [])],
    caution: (plan, prior) => type.caution?.(plan, prior) ?? [],
    objections: (tenant, planned, signal) => complainAboutPlace(name, tenant, planned, signal),
    advice: async (tenant, planned, prior, signal) => (await type.advice?.(tenant, planned, prior, signal)) ?? [],
  });
}

function toApi(name: TypeName, planned: Planned<Schema<Attributes>>): SteeringExceptionInput {
  const { location, notes } = planned as unknown as Planned<Shared>;
  return { type: name, notes: notes ?? '', location: locationToApi(location), [name]: typeNamed(name).toApi(planned) };
}

/**
 * Maps an exception to the state of a type's resource.
 *
 * @throws DiagnosticError where the tenant shows an exception of another type
 */
export function fromApi(
  name: TypeName,
  object: SteeringException,
  previous: ExceptionFields,
  id: string,
): State<Schema<Attributes>> {
  const data = object.type === name ? object[name] : undefined;
  if (data === undefined) throw new DiagnosticError(error('Exception of another type', anotherType(name, object)));
  return {
    id,
    configuration_id: previous['configuration_id'] ?? '',
    location: readValue(object.location === null ? null : LOCATIONS[object.location], previous['location'], null),
    notes: readText(object.notes, previous['notes']),
    ...typeNamed(name).fromApi(data as never, previous),
  };
}

/** Why an exception cannot be managed by the resource of a type, and what to do instead. */
function anotherType(name: TypeName, { id, type }: SteeringException): string {
  const found = exceptionTypeNamed(type);
  if (found === undefined || found === name)
    return (
      `The exception ${id} is of the type ${JSON.stringify(type)}, or of a form of it, that this version of the provider does not know. ` +
      'It was not touched: manage it elsewhere, and remove it here (terraform state rm) if it is in the state.'
    );
  const { resource, title } = EXCEPTION_TYPES[found];
  return (
    `On the tenant, ${id} is a ${title}, and this resource manages a ${EXCEPTION_TYPES[name].title}. It was not touched. ` +
    `Use ${PROVIDER_TYPE}_${resource} for it, with the same id; remove it here (terraform state rm) if it is in the state.`
  );
}

function locationToApi(location: string | null): keyof typeof LOCATIONS | null {
  const found = Object.entries(LOCATIONS).find(([, name]) => name === location);
  return found === undefined ? null : (found[0] as keyof typeof LOCATIONS);
}

/** The path of the attribute that a field of the contract became, whatever the type. */
export function pathOf([root = '', ...rest]: readonly string[]): Path | undefined {
  if (root === 'notes' || root === 'location') return path(root);
  const name = exceptionTypeNamed(root);
  return name === undefined ? undefined : typeNamed(name).pathOf(rest);
}

/**
 * Refuses a type that no mode offers at the location, without asking a tenant. Such an exception can be left when
 * dynamic steering is turned on.
 */
function complainAboutLocation(name: TypeName, location: unknown): Diagnostic[] {
  if (!isKnown(location)) return [];
  const complaint = complainAboutOffer(name, location as Place, undefined);
  return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, path('location'))];
}

/**
 * Refuses an exception that the configuration does not accept, as the tenant has it now: because of the exception's
 * location, or of its type in the traffic mode there. The tenant is asked only where its answer can matter.
 */
async function complainAboutPlace(
  name: TypeName,
  tenant: TenantClient,
  planned: Planned<Schema<Attributes>>,
  signal: AbortSignal,
): Promise<Diagnostic[]> {
  const { location, configuration_id } = planned as unknown as Planned<Shared>;
  if (location === null && isOfferedEverywhere(name)) return [];
  const configuration = await tenant.configurations.find(configuration_id, { signal });
  if (configuration === null) return [];
  const place = (location ?? 'everywhere') as Place;
  const { config_id, location_based_steering: dynamic, traffic_type } = configuration;
  const misplaced = dynamic === undefined ? undefined : complainAboutSide(`Configuration ${config_id}`, dynamic, place);
  if (misplaced !== undefined) return [error(misplaced.summary, misplaced.detail, path('location'))];
  const where = locationToApi(location);
  const mode = where === null ? traffic_type : configuration[where]?.traffic_type;
  const complaint = complainAboutOffer(name, place, mode);
  return complaint === undefined
    ? []
    : [error(complaint.summary, complaint.detail, path(location === null ? 'configuration_id' : 'location'))];
}
