/** The types of exception, by the attribute and the field that carry them. A new type is a file and a line here. */
import { application } from './application';
import { category } from './category';
import { certificatePinnedApp } from './certificate-pinned-app';
import { destinationLocation } from './destination-location';
import { dns } from './dns';
import { domains } from './domains';
import { sourceCountries } from './source-countries';
import { sourceLocation } from './source-location';
import type { TypeName } from './exception-type';

export const TYPES = {
  application,
  category,
  certificate_pinned_app: certificatePinnedApp,
  destination_location: destinationLocation,
  dns,
  domains,
  source_countries: sourceCountries,
  source_location: sourceLocation,
} as const satisfies Record<TypeName, unknown>;

export const TYPE_NAMES = Object.keys(TYPES) as TypeName[];

export type { TypeName };
