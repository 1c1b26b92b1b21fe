/** What do constructs refuse that a tenant holds all the same? For that the resource itself is written. */
import { isObject, PLATFORMS, type Place } from '../../steering';
import { complainAboutPrivateApps, complainAboutSide } from '../../steering/domain/configurations';
import {
  complainAboutOffer,
  EXCEPTION_TYPE_NAMES,
  EXCEPTION_TYPES,
  type TrafficModeName,
} from '../../steering/domain/exceptions';
import { isDynamic, ObjectReference, textOf } from './attributes';
import type { ExportedObject } from './exported';

/** A configuration for which a construct refuses what the tenant holds: specific private apps of which there are none. */
export function needsResource({ kind, attributes }: ExportedObject): boolean {
  const { steer_private_apps: mode = 'none', private_apps: apps = [] } = attributes;
  const isNamed = Array.isArray(apps) && apps.length > 0;
  return kind === 'configuration' && complainAboutPrivateApps(textOf(mode), isNamed) !== undefined;
}

/** Whether a construct refuses an exception that stands on the tenant all the same, such as one that toggling left. */
export function isRefusedByConstructs(exception: ExportedObject, configuration: ExportedObject): boolean {
  const { location = 'everywhere', app_id } = exception.attributes;
  const type = EXCEPTION_TYPE_NAMES.find((name) => EXCEPTION_TYPES[name].resource === exception.kind);
  if (type === undefined) return false;
  const place = location as Place;
  const modes = modesOf(configuration);
  if (complainAboutOffer(type, place, modes.at[place]) !== undefined) return true;
  if (modes.dynamic !== undefined && complainAboutSide('', modes.dynamic, place) !== undefined) return true;
  if (!(app_id instanceof ObjectReference)) return false;
  const app = app_id.to as ExportedObject;
  return (
    !app.isLookup &&
    PLATFORMS.some(({ name }) => exception.attributes[name] !== undefined && app.attributes[name] === undefined)
  );
}

/** What the code says of the modes of a configuration; of one that is only referred to, it says nothing. */
function modesOf({ kind, attributes, withheld }: ExportedObject): {
  readonly dynamic?: boolean;
  readonly at: Partial<Record<Place, TrafficModeName>>;
} {
  if (withheld !== undefined) return { at: {} };
  const { traffic_mode, dynamic_steering: dynamic } = attributes;
  const isDefault = kind === 'default_configuration';
  const everywhere = traffic_mode ?? (isDefault ? undefined : 'cloud_apps');
  const sides = isObject(dynamic) ? dynamic : {};
  const at = {
    everywhere,
    on_premises: sides['on_premises_traffic_mode'],
    off_premises: sides['off_premises_traffic_mode'],
  };
  return {
    ...((!isDefault || dynamic !== undefined) && { dynamic: isDynamic(dynamic) }),
    at: at as Partial<Record<Place, TrafficModeName>>,
  };
}
