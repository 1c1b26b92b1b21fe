/** Whether the configuration, as the tenant has it now, takes the exception: its type in its mode, and its side. */
import { error, isKnown, path, type Diagnostic, type Plan, type Planned } from '../../../plugin-sdk';
import { complainAboutSide } from '../../../../steering/dynamic-steering';
import { complainAboutOffer, isOfferedEverywhere, type Place } from '../../../../steering/exception-offer';
import type { Configuration, TenantClient } from '../../client';
import { locationToApi, typeNameOf } from './api-mapping';
import type { exception } from './schema';
import { TYPE_NAMES } from './types';

type Schema = typeof exception;

/** What no mode offers on the side: no tenant is needed to see it. Turning dynamic steering on can leave such an exception. */
export function complainAboutLocation({ location, ...types }: Plan<Schema>): Diagnostic[] {
  if (!isKnown(location)) return [];
  return TYPE_NAMES.filter((type) => types[type] !== null).flatMap((type) => {
    const complaint = complainAboutOffer(type, location as Place, undefined);
    return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, path('location'))];
  });
}

/** Asks the tenant only where the answer can matter. */
export async function complainAboutPlace(
  tenant: TenantClient,
  planned: Planned<Schema>,
  signal: AbortSignal,
): Promise<Diagnostic[]> {
  if (planned.location === null && isOfferedEverywhere(typeNameOf(planned))) return [];
  const configuration = await tenant.configurations.find(planned.configuration_id, { signal });
  return configuration === null ? [] : complaints(planned, configuration);
}

function complaints(planned: Planned<Schema>, configuration: Configuration): Diagnostic[] {
  const place = (planned.location ?? 'everywhere') as Place;
  const { config_id, location_based_steering: dynamic, traffic_type } = configuration;
  const sideless = dynamic === undefined ? undefined : complainAboutSide(`Configuration ${config_id}`, dynamic, place);
  if (sideless !== undefined) return [error(sideless.summary, sideless.detail, path('location'))];
  const side = locationToApi(planned.location);
  const mode = side === null ? traffic_type : configuration[side]?.traffic_type;
  const type = typeNameOf(planned);
  const complaint = complainAboutOffer(type, place, mode);
  return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, path(type))];
}
