/**
 * The default configuration is always enabled and stays [doc]; that its name stays and that it takes no groups, OS
 * families or device tags is [assumed].
 */
import type { ConfigurationPatch, FieldError } from '../../contract';
import { conflict, invalid } from '../problem';
import { DEFAULT_CONFIG_ID } from '../state/predefined';
import type { StoredConfiguration } from '../state/store';

const reason = 'of the default configuration';
const criteria = ['user_groups', 'organization_units', 'os_families', 'device_tags'] as const;

/** 400 for a change the default configuration does not take; what it already says may be said again. */
export function refuseDefaultChange(current: StoredConfiguration, patch: ConfigurationPatch): void {
  if (current.config_id !== DEFAULT_CONFIG_ID) return;
  const { config_name = current.config_name, enabled = true } = patch;
  const refusals: [boolean, FieldError][] = [
    [config_name !== current.config_name, { field: 'config_name', message: `${reason} cannot be changed` }],
    [!enabled, { field: 'enabled', message: `${reason} cannot be false: it is always enabled` }],
    ...criteria.map((field): [boolean, FieldError] => [
      (patch[field] ?? []).length > 0,
      { field, message: `${reason} must be empty: it applies to all users` },
    ]),
  ];
  const errors = refusals.filter(([refused]) => refused).map(([, error]) => error);
  if (errors.length > 0) throw invalid(errors);
}

/** 409 for the default configuration. */
export function refuseDefaultDeletion(configuration: StoredConfiguration): void {
  if (configuration.config_id !== DEFAULT_CONFIG_ID) return;
  throw conflict('The default configuration cannot be deleted.', [
    { field: 'config_id', message: `is ${DEFAULT_CONFIG_ID}, the default configuration, which always exists` },
  ]);
}
