/**
 * A configuration as REST v1 shows it [doc, samples]. What is not in the samples is not here either: ids of exceptions,
 * ports, groups, DNS exceptions, how a process is matched.
 */
import type { ConfigurationV1, SideV1, TrafficType } from '../../contract';
import type { Side, StoredConfiguration } from '../state/store';
import { toExceptionsV1, type ExceptionWithApp } from './exceptions';

/** @param priority counted from 1, as REST v2 has it. */
export function toConfigurationV1(
  configuration: StoredConfiguration,
  priority: string,
  exceptions: readonly ExceptionWithApp[],
): ConfigurationV1 {
  const { config_name, enabled, location_based_steering, private_apps_steering } = configuration;
  const head = {
    steering_config: config_name,
    enabled,
    location_based_steering,
    private_apps_enabled: private_apps_steering !== 'none',
    priority,
  };
  const show = (mode: TrafficType, side: Side | null): SideV1 => ({
    // The contract knows no steered apps yet.
    steered_traffic: { data: [], count: 0 },
    exceptions: toExceptionsV1(
      exceptions.filter(({ exception }) => exception.location === side),
      mode,
      side,
    ),
  });
  if (!location_based_steering) {
    return { ...head, traffic_type: configuration.traffic_type, ...show(configuration.traffic_type, null) };
  }
  return {
    ...head,
    on_prem: show(configuration.on_prem.traffic_type, 'on_prem'),
    off_prem: show(configuration.off_prem.traffic_type, 'off_prem'),
  };
}
