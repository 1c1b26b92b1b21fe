/**
 * The types of exception, keyed by the contract's word for each. A new type needs a file and an entry here, and one in
 * `EXCEPTION_TYPES`.
 */
import { application } from './application';
import { category } from './category';
import { certificatePinnedApp } from './certificate-pinned-app';
import { destinationLocation } from './destination-location';
import { dns } from './dns';
import { domains } from './domains';
import { sourceCountries } from './source-countries';
import { sourceLocation } from './source-location';
import type { AnyExceptionType, TypeName } from './exception-type';

const TYPES = {
  application,
  category,
  certificate_pinned_app: certificatePinnedApp,
  destination_location: destinationLocation,
  dns,
  domains,
  source_countries: sourceCountries,
  source_location: sourceLocation,
} as const satisfies Record<TypeName, unknown>;

/** The definition of a type. */
export function typeNamed(name: TypeName): AnyExceptionType {
  return TYPES[name] as unknown as AnyExceptionType;
}
