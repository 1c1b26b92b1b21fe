import { attribute, oneOf, schema, useStateForUnknown } from '../../../plugin-sdk';
import { TRAFFIC_MODES, trafficModeDescription } from '../configuration/schema';

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
    traffic_mode: attribute.string({
      optional: true,
      computed: true,
      description: `${trafficModeDescription} Not written: not managed, and read only.`,
      validators: [oneOf(...TRAFFIC_MODES)],
      planModifiers: [useStateForUnknown()],
    }),
    found: attribute.single(
      {
        traffic_mode: attribute.string({
          computed: true,
          description: 'Traffic mode before this resource managed it.',
        }),
      },
      {
        computed: true,
        description:
          'What the import (or a bare create) met. Destroying the resource puts back what was changed since.',
        planModifiers: [useStateForUnknown()],
      },
    ),
  },
});
