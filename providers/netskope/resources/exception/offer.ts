/** Whether the configuration, as the tenant has it now, takes the exception: its type in its mode, and its side. */
import { error, path, type Diagnostic, type Planned } from '../../../plugin-sdk';
import { complainAboutOffer, isOfferedEverywhere, type Place } from '../../../../steering/exception-offer';
import type { Configuration, TenantClient } from '../../client';
import { locationToApi, typeNameOf } from './api-mapping';
import type { exception } from './schema';

type Schema = typeof exception;

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
  const { location } = planned;
  const { config_id, location_based_steering: dynamic, traffic_type } = configuration;
  if (dynamic === true && location === null) {
    const detail = `Configuration ${config_id} has dynamic steering, where each exception belongs to one side. Give location = "on_premises" or "off_premises".`;
    return [error('Side missing', detail, path('location'))];
  }
  if (dynamic === false && location !== null) {
    const detail = `Configuration ${config_id} has no dynamic steering, so no exception of it has a side. Remove location, or turn dynamic steering on.`;
    return [error('No sides here', detail, path('location'))];
  }
  const side = locationToApi(location);
  const mode = side === null ? traffic_type : configuration[side]?.traffic_type;
  const type = typeNameOf(planned);
  const complaint = complainAboutOffer(type, (location ?? 'everywhere') as Place, mode);
  return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, path(type))];
}
