/** The type of an exception is one that the mode and the side offer [doc]; it never changes [assumed]. */
import type { ExceptionType } from '../../contract';
import { conflict, invalid } from '../problem';
import type { StoredConfiguration, StoredException } from '../state/store';
import { isOffered } from './exception-matrix';

/** 409 where the matrix says that the type is not offered. A mode that changes later refuses nothing. [assumed] */
export function refuseTypeNotOffered(
  configuration: StoredConfiguration,
  { type, location }: Pick<StoredException, 'type' | 'location'>,
): void {
  const mode = location === null ? configuration.traffic_type : configuration[location].traffic_type;
  if (isOffered(type, mode, location) !== false) return;
  const where = location === null ? `traffic mode ${mode}` : `traffic mode ${mode} on the side ${location}`;
  throw conflict(`Configuration ${configuration.config_id} does not offer exceptions of the type "${type}".`, [
    { field: 'type', message: `"${type}" is not offered in ${where}` },
  ]);
}

/** 400 for another type than the exception has. */
export function refuseTypeChange(current: StoredException, type: ExceptionType): void {
  if (current.type === type) return;
  throw invalid([
    { field: 'type', message: `cannot change: exception ${current.id} is of the type "${current.type}"` },
  ]);
}
