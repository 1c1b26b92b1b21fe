/** The schema of the default configuration: what may be managed, and what was found before. */
import {
  attribute,
  eachSetElement,
  lengthBetween,
  oneOf,
  schema,
  t,
  useStateForUnknown,
} from 'terraform-plugin-sdk-ts';
import { TRAFFIC_MODES } from '../../../../steering/domain/exceptions';
import { LONGEST_NAME } from '../../../../steering/domain/vocabulary';
import { checkName, trimmedEach } from '../../values';
import { BYPASS_PLACES, DESCRIPTIONS, PRIVATE_APPS_MODES, modesOfLocations } from '../configuration/steered';

const UNMANAGED = 'If you leave it out, the tenant keeps its value, and the attribute shows it.';

/** The attributes that may be managed. `found` has the same attributes, but computed. */
const managed = {
  traffic_mode: attribute.string({
    optional: true,
    computed: true,
    description: `${DESCRIPTIONS.traffic_mode} ${UNMANAGED}`,
    validators: [oneOf(...TRAFFIC_MODES)],
    planModifiers: [useStateForUnknown()],
  }),
  dynamic_steering: attribute.single(
    {
      // It is computed. If only a configuration could set it, Terraform would take the object for one that was removed.
      enabled: attribute.bool({
        optional: true,
        computed: true,
        description: `Whether clients on-premises and off-premises are told apart. ${UNMANAGED}`,
        planModifiers: [useStateForUnknown()],
      }),
      ...modesOfLocations,
    },
    {
      optional: true,
      computed: true,
      description: `${DESCRIPTIONS.dynamic_steering} ${UNMANAGED}`,
      planModifiers: [useStateForUnknown()],
    },
  ),
  steer_private_apps: attribute.string({
    optional: true,
    computed: true,
    description: `${DESCRIPTIONS.steer_private_apps} ${UNMANAGED}`,
    validators: [oneOf(...PRIVATE_APPS_MODES)],
    planModifiers: [useStateForUnknown()],
  }),
  private_apps: attribute.set(t.string, {
    optional: true,
    normalize: trimmedEach,
    computed: true,
    description: `${DESCRIPTIONS.private_apps} ${UNMANAGED}`,
    validators: [eachSetElement(lengthBetween(1, LONGEST_NAME), checkName)],
    planModifiers: [useStateForUnknown()],
  }),
  steer_dns: attribute.bool({
    optional: true,
    computed: true,
    description: `${DESCRIPTIONS.steer_dns} ${UNMANAGED}`,
    planModifiers: [useStateForUnknown()],
  }),
  bypass_exception_traffic_at: attribute.string({
    optional: true,
    computed: true,
    description: `${DESCRIPTIONS.bypass_exception_traffic_at} ${UNMANAGED}`,
    validators: [oneOf(...BYPASS_PLACES)],
    planModifiers: [useStateForUnknown()],
  }),
};

/** The options of an attribute in `found`. */
const before = (what: string) => ({ computed: true, nullable: true, description: `${what} before.` }) as const;

export const defaultConfiguration = schema({
  description:
    'The default steering configuration of the tenant (`config_id` 0): always enabled, never deleted, last to match. [doc] It exists already, so import it (id `0`). What is not written here is not managed; destroying puts back what was found.',
  attributes: {
    id: attribute.string({ computed: true, description: 'Always `0`.', planModifiers: [useStateForUnknown()] }),
    name: attribute.string({
      computed: true,
      description: 'Its name on the tenant; not changeable.',
      planModifiers: [useStateForUnknown()],
    }),
    enabled: attribute.bool({
      computed: true,
      description: 'Always true. [doc]',
      planModifiers: [useStateForUnknown()],
    }),
    priority: attribute.integer({
      computed: true,
      description: 'Place in the order of evaluation: the last. [doc]',
    }),
    ...managed,
    found: attribute.single(
      {
        traffic_mode: attribute.string(before('Traffic mode')),
        dynamic_steering: attribute.single(
          {
            enabled: attribute.bool(before('Whether clients on-premises and off-premises were told apart')),
            on_premises_traffic_mode: attribute.string(before('Traffic mode on-premises')),
            off_premises_traffic_mode: attribute.string(before('Traffic mode off-premises')),
          },
          before('Dynamic steering'),
        ),
        steer_private_apps: attribute.string(before('Which private apps were steered')),
        private_apps: attribute.set(t.string, before('Private apps')),
        steer_dns: attribute.bool(before('Whether DNS was steered')),
        bypass_exception_traffic_at: attribute.string(before('Where traffic of bypass exceptions left')),
      },
      {
        computed: true,
        description:
          'What the import (or a bare create) met. Destroying the resource puts back what this resource changed since.',
        planModifiers: [useStateForUnknown()],
      },
    ),
  },
});
