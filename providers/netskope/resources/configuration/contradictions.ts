/** What contradicts itself among the attributes that every configuration has. */
import { error, isKnown, path, warning, type Diagnostic } from '../../../plugin-sdk';
import type { Steered } from './steered';

export function complainAboutSteered(config: Steered): Diagnostic[] {
  const { traffic_mode, dynamic_steering, steer_private_apps, private_apps } = config;
  const named = isKnown(private_apps) && private_apps.length > 0;
  return [
    ...(isKnown(steer_private_apps) && steer_private_apps !== 'specific' && named
      ? [
          error(
            'Private apps that are not looked at',
            `With steer_private_apps = "${steer_private_apps}" the tenant looks at no list of private apps. Remove it, or write "specific".`,
            path('private_apps'),
          ),
        ]
      : []),
    ...(steer_private_apps === 'specific' && (private_apps === null || (isKnown(private_apps) && !named))
      ? [
          error(
            'No private apps',
            'With steer_private_apps = "specific" the private apps must be named. Give private_apps, or write "none".',
            path('steer_private_apps'),
          ),
        ]
      : []),
    ...(isKnown(traffic_mode) && isKnown(dynamic_steering) && dynamic_steering.enabled === true
      ? [
          warning(
            'Traffic mode without effect',
            'With dynamic steering, the traffic modes of the two sides count, and traffic_mode for nobody. [assumed]',
            path('traffic_mode'),
          ),
        ]
      : []),
  ];
}
