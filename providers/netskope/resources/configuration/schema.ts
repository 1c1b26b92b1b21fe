/** The schema of a steering configuration other than the default one. */
import {
  attribute,
  eachSetElement,
  error,
  lengthBetween,
  oneOf,
  schema,
  t,
  useStateForUnknown,
  type Path,
} from 'terraform-plugin-sdk-ts';
import { TRAFFIC_MODES } from '../../../../steering/domain/exceptions';
import {
  LONGEST_CONFIGURATION_NAME,
  LONGEST_NAME,
  MOST_DEVICE_TAGS,
  OS_FAMILIES,
} from '../../../../steering/domain/vocabulary';
import { WITHOUT_UNSEEN, checkName, trimmed, trimmedEach } from '../../values';
import { BYPASS_PLACES, DESCRIPTIONS, PRIVATE_APPS_MODES, modesOfLocations } from './steered';

export const configuration = schema({
  description:
    'A steering configuration for some users: the traffic that their clients steer. Configurations match top-down by priority, the default one last; all given criteria must match. [doc]',
  attributes: {
    id: attribute.string({
      computed: true,
      description: 'The id that the tenant gave the configuration (`config_id`); also its import id.',
      planModifiers: [useStateForUnknown()],
    }),
    name: attribute.string({
      required: true,
      normalize: trimmed,
      description: `Name, unique on the tenant [assumed], at most 40 characters. [doc] ${WITHOUT_UNSEEN}`,
      validators: [lengthBetween(1, LONGEST_CONFIGURATION_NAME), checkName],
    }),
    enabled: attribute.bool({
      optional: true,
      computed: true,
      default: false,
      description:
        'Whether the configuration takes part in matching. New ones start disabled [doc], so the default is `false`.',
    }),
    priority: attribute.integer({
      computed: true,
      description:
        'Place in the order of evaluation, 1 first; the default configuration is the last. [doc] New configurations come below the custom ones. [assumed]',
    }),
    traffic_mode: attribute.string({
      optional: true,
      computed: true,
      default: 'cloud_apps',
      description: `${DESCRIPTIONS.traffic_mode} Default \`cloud_apps\`.`,
      validators: [oneOf(...TRAFFIC_MODES)],
    }),
    dynamic_steering: attribute.single(
      {
        enabled: attribute.bool({
          required: true,
          description: 'Whether clients on-premises and off-premises are told apart.',
        }),
        ...modesOfLocations,
      },
      {
        optional: true,
        computed: true,
        default: { enabled: false, on_premises_traffic_mode: 'cloud_apps', off_premises_traffic_mode: 'web' },
        description: `${DESCRIPTIONS.dynamic_steering} Default off.`,
      },
    ),
    steer_private_apps: attribute.string({
      optional: true,
      computed: true,
      default: 'none',
      description: `${DESCRIPTIONS.steer_private_apps} Default \`none\`.`,
      validators: [oneOf(...PRIVATE_APPS_MODES)],
    }),
    private_apps: attribute.set(t.string, {
      optional: true,
      normalize: trimmedEach,
      description: DESCRIPTIONS.private_apps,
      validators: [eachSetElement(lengthBetween(1, LONGEST_NAME), checkName)],
    }),
    steer_dns: attribute.bool({
      optional: true,
      computed: true,
      default: false,
      description: `${DESCRIPTIONS.steer_dns} Default \`false\`.`,
    }),
    bypass_exception_traffic_at: attribute.string({
      optional: true,
      computed: true,
      default: 'client',
      description: `${DESCRIPTIONS.bypass_exception_traffic_at} Default \`client\`.`,
      validators: [oneOf(...BYPASS_PLACES)],
    }),
    user_groups: attribute.set(t.string, {
      optional: true,
      normalize: trimmedEach,
      description:
        'User groups it applies to. A tenant uses user groups or organizational units, one kind for all configurations. [doc]',
      validators: [eachSetElement(lengthBetween(1, LONGEST_NAME), checkName)],
    }),
    organization_units: attribute.set(t.string, {
      optional: true,
      normalize: trimmedEach,
      description: 'Organizational units it applies to; excludes `user_groups`. [doc]',
      validators: [eachSetElement(lengthBetween(1, LONGEST_NAME), checkName)],
    }),
    os_families: attribute.set(t.string, {
      optional: true,
      description: `Operating systems it applies to (since release 124): ${Object.values(OS_FAMILIES)
        .map((name) => `\`${name}\``)
        .join(', ')}. [doc] If you leave it out, it applies to all of them.`,
      validators: [eachSetElement(oneOf(...Object.values(OS_FAMILIES)))],
    }),
    device_tags: attribute.set(t.string, {
      optional: true,
      normalize: trimmedEach,
      description:
        'Device tags it applies to (since release 134), five at most; a device must have at least one of them. [doc]',
      validators: [eachSetElement(lengthBetween(1, LONGEST_NAME), checkName), checkDeviceTags],
    }),
  },
});

function checkDeviceTags(tags: readonly unknown[], at: Path) {
  if (tags.length <= MOST_DEVICE_TAGS) return [];
  return [
    error('Too many device tags', `There are ${tags.length}; a configuration takes ${MOST_DEVICE_TAGS} at most.`, at),
  ];
}
