/** The type of an exception is one that the mode and the side offer [doc]; it never changes [assumed]. */
import { conflict, invalid } from '../problem';
import type { Side, StoredConfiguration, StoredException } from '../state/store';
import type { ExceptionType, SteeringExceptionInput, TrafficType } from '../../contract';
import { isIP } from 'node:net';

/** With dynamic steering an exception belongs to one of the two sides [doc], without it to none [assumed]. */

/** 400 for a side without dynamic steering, and for none with it. */
export function requireLocation(
  { config_id, location_based_steering }: StoredConfiguration,
  { location }: Pick<StoredException, 'location'>,
): void {
  if (location_based_steering === (location !== null)) return;
  const message = location_based_steering
    ? `is required, "on_prem" or "off_prem": configuration ${config_id} steers by location`
    : `cannot be given: configuration ${config_id} does not steer by location`;
  throw invalid([{ field: 'location', message }]);
}

/**
 * Which types of exceptions a traffic mode offers, without dynamic steering and on each of its sides. Data with its
 * version; what no source says is absent, and is allowed.
 *
 * - `legacy` is the vendor's table before flexible dynamic steering (release 112) [doc, docs.netskope.com
 *   adding-exceptions], with a column for either side, whatever its mode, and for two modes without dynamic steering.
 * - `web` is the list of an older page [doc, docs.netskope.com exceptions]. That page does not know DNS exceptions yet,
 *   so of them it says nothing.
 * - `since112` is offered on both sides in these modes, whatever the table says [doc].
 */

interface LegacyRow {
  on_prem: boolean;
  off_prem: boolean;
  cloud_apps: boolean;
  all: boolean;
}

const yes = true;
const no = false;

const legacy: Record<ExceptionType, LegacyRow> = {
  application: { on_prem: yes, off_prem: no, cloud_apps: yes, all: yes },
  category: { on_prem: no, off_prem: yes, cloud_apps: no, all: yes },
  certificate_pinned_app: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  domains: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  dns: { on_prem: no, off_prem: yes, cloud_apps: no, all: yes },
  destination_location: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  source_location: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: no },
  source_countries: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
};

const web: Partial<Record<ExceptionType, boolean>> = {
  application: no,
  category: yes,
  certificate_pinned_app: yes,
  domains: yes,
  destination_location: yes,
  source_location: yes,
  source_countries: yes,
};

const since112: Partial<Record<ExceptionType, readonly TrafficType[]>> = {
  category: ['web', 'all'],
  application: ['all'],
};

/**
 * Whether a tenant offers the type there; undefined where no source says so.
 *
 * @param side null without dynamic steering.
 */
export function isOffered(type: ExceptionType, mode: TrafficType, side: Side | null): boolean | undefined {
  // In mode none exceptions are not processed [doc]; whether they can be made is not said.
  if (mode === 'none') return undefined;
  if (side !== null) return since112[type]?.includes(mode) ? yes : legacy[type][side];
  return mode === 'web' ? web[type] : legacy[type][mode];
}

/** A DNS exception for the record type PTR takes addresses. [doc] */

/** 400 for each question of the record type PTR that names no address. */
export function requirePtrAddresses({ dns }: Pick<SteeringExceptionInput, 'dns'>): void {
  const errors = (dns?.questions ?? []).flatMap(({ domain, record_type }, index) =>
    record_type !== 'PTR' || isIP(domain) !== 0
      ? []
      : [{ field: `dns.questions[${index}].domain`, message: 'must be an IP address with record_type "PTR"' }],
  );
  if (errors.length > 0) throw invalid(errors);
}

/** 409 where the matrix says that the type is not offered. A mode that changes later refuses nothing. [assumed] */
export function refuseTypeNotOffered(
  configuration: StoredConfiguration,
  { type, location }: Pick<StoredException, 'type' | 'location'>,
): void {
  const mode = location === null ? configuration.traffic_type : configuration[location].traffic_type;
  if (isOffered(type, mode, location) !== false) return;
  const where = location === null ? `traffic mode ${mode}` : `traffic mode ${mode} at the location ${location}`;
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
