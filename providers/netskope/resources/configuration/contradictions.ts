/** Which attributes of configurations contradict each other, and which have no effect because of other attributes? */
import { error, isKnown, isUnknown, path, type Diagnostic } from 'terraform-plugin-sdk-ts';
import {
  complainAboutPrivateApps,
  IDLE_SIDE_MODE,
  IDLE_TRAFFIC_MODE,
} from '../../../../steering/domain/configurations';
import type { Complaint } from '../../../../steering/domain/vocabulary';
import type { WithoutEffect } from '../../without-effect';
import type { Steered } from './steered';

/**
 * Refuses private apps that contradict `steer_private_apps`, where both are written. An empty list means that there are
 * none.
 */
export function complainAboutSteered({ steer_private_apps: mode, private_apps: apps }: Steered): Diagnostic[] {
  if (!isKnown(mode) || isUnknown(apps)) return [];
  if (mode === 'specific' && apps !== null) return [];
  const complaint = complainAboutPrivateApps(mode, apps !== null && apps.length > 0);
  if (complaint === undefined) return [];
  const at = mode === 'specific' ? 'steer_private_apps' : 'private_apps';
  return [error(complaint.summary, complaint.detail, path(at))];
}

const IDLE_MODE: Complaint = { ...IDLE_TRAFFIC_MODE, detail: `${IDLE_TRAFFIC_MODE.detail} Leave traffic_mode out.` };

/** Whether clients on-premises and off-premises are told apart; undefined where that is not known. */
function isDynamic({ dynamic_steering: dynamic }: Steered): boolean | undefined {
  return isKnown(dynamic) && isKnown(dynamic.enabled) ? dynamic.enabled : undefined;
}

/** A traffic mode of one location, which has an effect only with dynamic steering. */
const modeOfLocation = (name: string): WithoutEffect<Steered> => ({
  at: ['dynamic_steering', name],
  why: (steered) => (isDynamic(steered) === false ? IDLE_SIDE_MODE : undefined),
});

/** The values that have no effect because of other values. */
export const STEERED_WITHOUT_EFFECT: readonly WithoutEffect<Steered>[] = [
  { at: ['traffic_mode'], why: (steered) => (isDynamic(steered) === true ? IDLE_MODE : undefined) },
  modeOfLocation('on_premises_traffic_mode'),
  modeOfLocation('off_premises_traffic_mode'),
  {
    at: ['private_apps'],
    why: ({ steer_private_apps: mode }) => (isKnown(mode) ? complainAboutPrivateApps(mode, true) : undefined),
  },
];
