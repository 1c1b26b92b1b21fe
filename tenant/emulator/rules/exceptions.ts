/**
 * Which exceptions a configuration takes:
 *
 * - with dynamic steering an exception has a location, on-premises or off-premises [doc], and without it none
 *   [assumed];
 * - its type is one that the traffic mode there offers [doc], and never changes [assumed];
 * - a DNS exception for the record type PTR takes addresses [doc].
 */
import { isIP } from 'node:net';
import type { ExceptionType, SteeringExceptionInput, TrafficType } from '../../contract';
import { conflict, invalid } from '../problem';
import type { Side, StoredConfiguration, StoredException } from '../state/store';

/** Refuses (400) a location without dynamic steering, and none with it. */
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
 * The places for which the vendor's table before release 112 says whether they offer a type: the locations of dynamic
 * steering, whatever their traffic modes, and two traffic modes without dynamic steering.
 */
interface LegacyOffer {
  on_prem: boolean;
  off_prem: boolean;
  cloud_apps: boolean;
  all: boolean;
}

const yes = true;
const no = false;

/** The vendor's table before flexible dynamic steering (release 112) [doc, docs.netskope.com adding-exceptions]. */
const legacy: Record<ExceptionType, LegacyOffer> = {
  application: { on_prem: yes, off_prem: no, cloud_apps: yes, all: yes },
  category: { on_prem: no, off_prem: yes, cloud_apps: no, all: yes },
  certificate_pinned_app: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  domains: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  dns: { on_prem: no, off_prem: yes, cloud_apps: no, all: yes },
  destination_location: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  source_location: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: no },
  source_countries: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
};

/**
 * The list of an older page for the mode web [doc, docs.netskope.com exceptions]. That page is older than DNS
 * exceptions, so it says nothing about them.
 */
const web: Partial<Record<ExceptionType, boolean>> = {
  application: no,
  category: yes,
  certificate_pinned_app: yes,
  domains: yes,
  destination_location: yes,
  source_location: yes,
  source_countries: yes,
};

/** The traffic modes that offer a type at both locations since release 112, whatever the table says [doc]. */
const since112: Partial<Record<ExceptionType, readonly TrafficType[]>> = {
  category: ['web', 'all'],
  application: ['all'],
};

/**
 * Whether a tenant offers a type in a traffic mode; undefined where no source says whether it does. The local tenant
 * then allows the type.
 *
 * @param location null without dynamic steering.
 */
export function isOffered(type: ExceptionType, mode: TrafficType, location: Side | null): boolean | undefined {
  // In mode none exceptions are not processed [doc]; whether they can be made is not said.
  if (mode === 'none') return undefined;
  if (location !== null) return since112[type]?.includes(mode) ? yes : legacy[type][location];
  return mode === 'web' ? web[type] : legacy[type][mode];
}

/** Refuses (400) each question of the record type PTR that names no address. [doc] */
export function requirePtrAddresses({ dns }: Pick<SteeringExceptionInput, 'dns'>): void {
  const errors = (dns?.questions ?? []).flatMap(({ domain, record_type }, index) =>
    record_type !== 'PTR' || isIP(domain) !== 0
      ? []
      : [{ field: `dns.questions[${index}].domain`, message: 'must be an IP address with record_type "PTR"' }],
  );
  if (errors.length > 0) throw invalid(errors);
}

/**
 * Refuses (409) a type that is not offered. A later change of the mode refuses no exception that is there already.
 * [assumed]
 */
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

/** Refuses (400) to change the type of an exception. */
export function refuseTypeChange(current: StoredException, type: ExceptionType): void {
  if (current.type === type) return;
  throw invalid([
    { field: 'type', message: `cannot change: exception ${current.id} is of the type "${current.type}"` },
  ]);
}
