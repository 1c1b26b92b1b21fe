/** The one place where a configuration's attributes and the contract's fields meet. */
import { path, type Path, type Planned, type State, type Stub } from '../../../plugin-sdk';
import type { Configuration, ConfigurationInput, TrafficType } from '../../client';
import { readList } from '../../spelling';
import type { configuration } from './schema';

type Schema = typeof configuration;

/** Attributes by the field that carries them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  config_name: 'name',
  enabled: 'enabled',
  traffic_type: 'traffic_mode',
  user_groups: 'user_groups',
  organization_units: 'organization_units',
};

export function toApi(planned: Planned<Schema>): ConfigurationInput {
  return {
    config_name: planned.name,
    enabled: planned.enabled === true,
    traffic_type: planned.traffic_mode as TrafficType,
    user_groups: [...(planned.user_groups ?? [])],
    organization_units: [...(planned.organization_units ?? [])],
  };
}

export function fromApi(object: Configuration, previous: Stub<Schema> | Planned<Schema>, id: string): State<Schema> {
  return {
    id,
    name: object.config_name,
    enabled: object.enabled,
    traffic_mode: object.traffic_type,
    user_groups: readList(object.user_groups, previous.user_groups),
    organization_units: readList(object.organization_units, previous.organization_units),
  };
}

export function pathOf([root = '']: readonly string[]): Path | undefined {
  const attribute = Object.hasOwn(ATTRIBUTES, root) ? ATTRIBUTES[root] : undefined;
  return attribute === undefined ? undefined : path(attribute);
}
