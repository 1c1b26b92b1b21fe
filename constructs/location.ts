/** The sides of dynamic steering: where a client is when its traffic is judged. */
import { Token } from 'cdktf';
import type { Place } from '../steering/domain/exceptions';

/** A side of a configuration with dynamic steering. [doc] */
export enum Location {
  /** Clients that on-premises detection finds inside. */
  ON_PREMISES = 'on_premises',
  /** All other clients. */
  OFF_PREMISES = 'off_premises',
}

/** Where an exception holds; undefined while only Terraform knows. */
export function placeOf(location: Location | undefined): Place | undefined {
  if (location === undefined) return 'everywhere';
  return Token.isUnresolved(location) ? undefined : location;
}
