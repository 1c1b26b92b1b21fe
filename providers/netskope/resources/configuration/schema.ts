import { attribute, lengthBetween, oneOf, schema, t, useStateForUnknown } from '../../../plugin-sdk';

/** The traffic a configuration steers. [doc] The spelling is ours: only `web` is shown by the vendor's REST v1 pages. */
export const TRAFFIC_MODES = ['cloud_apps', 'web', 'all', 'none'] as const;

export const trafficModeDescription =
  'What the clients steer: `cloud_apps` (hosts of steered cloud apps only), `web` (ports 80, 443 and the non-standard ports), `all` (every port; needs Cloud Firewall) or `none` (no tunnel, exceptions are not processed). [doc]';

export const configuration = schema({
  description:
    'A steering configuration for some users: the traffic that their clients steer. Configurations match top-down by priority, the default one last. [doc]',
  attributes: {
    id: attribute.string({
      computed: true,
      description: 'The id that the tenant gave the configuration (`config_id`); also its import id.',
      planModifiers: [useStateForUnknown()],
    }),
    name: attribute.string({
      required: true,
      description: 'Name, unique on the tenant [assumed], at most 40 characters. [doc]',
      validators: [lengthBetween(1, 40)],
    }),
    enabled: attribute.bool({
      optional: true,
      computed: true,
      default: false,
      description:
        'Whether the configuration takes part in matching. New ones start disabled [doc], so the default is `false`.',
    }),
    traffic_mode: attribute.string({
      optional: true,
      computed: true,
      default: 'cloud_apps',
      description: `${trafficModeDescription} Default \`cloud_apps\`.`,
      validators: [oneOf(...TRAFFIC_MODES)],
    }),
    user_groups: attribute.set(t.string, {
      optional: true,
      description:
        'User groups it applies to. A tenant uses user groups or organizational units, one kind for all configurations. [doc]',
    }),
    organization_units: attribute.set(t.string, {
      optional: true,
      description: 'Organizational units it applies to; excludes `user_groups`. [doc]',
    }),
  },
});
