/** The one place where an exception's attributes and the contract's fields meet; the data of each type has a place of its own. */
import { DiagnosticError, error, path, type Path, type Planned, type State, type Stub } from '../../../plugin-sdk';
import type { SteeringException, SteeringExceptionInput } from '../../client';
import { readText, readValue } from '../../spelling';
import { LOCATIONS } from '../../../../steering/contract-words';
import type { exception } from './schema';
import { TYPE_NAMES, TYPES, type TypeName } from './types';
import type { ExceptionType } from './types/exception-type';

type Schema = typeof exception;
type Location = keyof typeof LOCATIONS;
/** A type with the types of its data forgotten: what goes in and comes out belongs to the same name. */
type AnyType = ExceptionType<never, never>;

const typeOf = (name: TypeName): AnyType => TYPES[name] as unknown as AnyType;

/** The one type that an object names. */
export function typeNameOf(object: Partial<Record<TypeName, unknown>>): TypeName {
  const given = TYPE_NAMES.find((name) => object[name] !== null && object[name] !== undefined);
  if (given === undefined) throw new Error('an exception without a type passed validation');
  return given;
}

export function toApi(planned: Planned<Schema>): SteeringExceptionInput {
  const type = typeNameOf(planned);
  return {
    type,
    notes: planned.notes ?? '',
    location: locationToApi(planned.location),
    [type]: typeOf(type).toApi(planned[type] as never),
  };
}

export function fromApi(
  object: SteeringException,
  previous: Stub<Schema> | Planned<Schema>,
  id: string,
): State<Schema> {
  const { type } = object;
  if (!TYPE_NAMES.includes(type) || object[type] === undefined) throw unknownType(object, id);
  const none = Object.fromEntries(TYPE_NAMES.map((name) => [name, null])) as Record<TypeName, null>;
  return {
    id,
    configuration_id: previous.configuration_id ?? '',
    location: readValue(object.location === null ? null : LOCATIONS[object.location], previous.location, null),
    notes: readText(object.notes, previous.notes),
    ...none,
    [type]: typeOf(type).fromApi(object[type] as never, (previous[type] ?? undefined) as never),
  };
}

export function locationToApi(location: string | null): Location | null {
  const found = Object.entries(LOCATIONS).find(([, name]) => name === location);
  return found === undefined ? null : (found[0] as Location);
}

function unknownType({ type }: { readonly type: string }, id: string): DiagnosticError {
  const detail = `The exception ${id} is of the type ${JSON.stringify(type)}, or of a form of it, that this version of the provider does not know. It was not touched: manage it elsewhere, and remove it here (terraform state rm) if it is in the state.`;
  return new DiagnosticError(error('Exception of another type', detail));
}

export function pathOf([root, ...rest]: readonly string[]): Path | undefined {
  if (root === 'notes' || root === 'location') return path(root);
  const name = TYPE_NAMES.find((type) => type === root);
  return name === undefined ? undefined : [...path(name), ...typeOf(name).pathOf(rest)];
}
