/** Where is a client when its traffic is judged? On-premises or off-premises, which dynamic steering tells apart. */
import { Token } from 'cdktf';
import type { Place } from '../steering/domain/exceptions';

/** The location of a client, which a configuration with dynamic steering tells apart. [doc] */
export const ClientLocation = {
  /** The clients that on-premises detection finds inside. */
  ON_PREMISES: 'on_premises',
  /** All other clients. */
  OFF_PREMISES: 'off_premises',
} as const;
export type ClientLocation = (typeof ClientLocation)[keyof typeof ClientLocation];

/** The place where an exception holds; undefined where the location is only known to Terraform. */
export function placeOf(location: ClientLocation | undefined): Place | undefined {
  if (location === undefined) return 'everywhere';
  return Token.isUnresolved(location) ? undefined : location;
}
