/** Private apps are named where specific ones are steered, and nowhere else. [assumed] */
import type { Configuration } from '../../contract';
import { invalid } from '../problem';

/** 400 for private apps beside another choice than "specific". */
export function refuseStrayPrivateApps({
  private_apps_steering,
  private_apps,
}: Pick<Configuration, 'private_apps_steering' | 'private_apps'>): void {
  if (private_apps_steering === 'specific' || private_apps.length === 0) return;
  const message = `must be empty with private_apps_steering "${private_apps_steering}"; only "specific" takes private apps`;
  throw invalid([{ field: 'private_apps', message }]);
}
