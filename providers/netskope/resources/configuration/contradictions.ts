/** What contradicts itself among the attributes that every configuration has. */
import { error, isKnown, isUnknown, path, warning, type Diagnostic } from '../../../plugin-sdk';
import { IDLE_TRAFFIC_MODE } from '../../../../steering/dynamic-steering';
import { complainAboutPrivateApps } from '../../../../steering/private-apps';
import type { Steered } from './steered';

export function complainAboutSteered(config: Steered): Diagnostic[] {
  const { traffic_mode, dynamic_steering } = config;
  const idle = isKnown(traffic_mode) && isKnown(dynamic_steering) && dynamic_steering.enabled === true;
  return [
    ...complainAboutApps(config),
    ...(idle ? [warning(IDLE_TRAFFIC_MODE.summary, IDLE_TRAFFIC_MODE.detail, path('traffic_mode'))] : []),
  ];
}

function complainAboutApps({ steer_private_apps: mode, private_apps: apps }: Steered): Diagnostic[] {
  if (!isKnown(mode) || isUnknown(apps)) return [];
  const complaint = complainAboutPrivateApps(mode, apps !== null && apps.length > 0);
  if (complaint === undefined) return [];
  const at = mode === 'specific' ? 'steer_private_apps' : 'private_apps';
  return [error(complaint.summary, complaint.detail, path(at))];
}
