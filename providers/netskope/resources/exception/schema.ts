import { attribute, lengthBetween, oneOf, requiresReplace, schema, useStateForUnknown } from '../../../plugin-sdk';
import { trimmed } from '../../normal-forms';
import { LOCATIONS } from '../../../../steering/contract-words';
import { LONGEST_NOTES } from '../../../../steering/limits';
import { checkId } from '../../ids';
import { TYPES } from './types';

export const exception = schema({
  description:
    'A steering exception of a configuration: what happens to traffic that matches it, instead of steering. Exactly one of the eight types is given. Step 4 of blocking a native app. [seed] A misspelt platform, such as `macos` for `mac_os`, is dropped by Terraform and not covered: look in the plan for each platform.',
  attributes: {
    id: attribute.string({
      computed: true,
      description: '`<configuration>/<exception>`; also its import id, such as `0/345`.',
      planModifiers: [useStateForUnknown()],
    }),
    configuration_id: attribute.string({
      required: true,
      description: 'The configuration the exception belongs to; `0` is the default one.',
      validators: [checkId],
      planModifiers: [requiresReplace()],
    }),
    location: attribute.string({
      optional: true,
      description:
        'The side that the exception belongs to, where the configuration has dynamic steering: `on_premises` or `off_premises`. [doc] Not every type is offered on both.',
      validators: [oneOf(...Object.values(LOCATIONS))],
      planModifiers: [requiresReplace()],
    }),
    notes: attribute.string({
      optional: true,
      normalize: trimmed,
      description:
        'Free text for other administrators, of any number of lines. [doc] White space at its ends makes no difference.',
      validators: [lengthBetween(0, LONGEST_NOTES)],
    }),
    application: TYPES.application.attribute,
    category: TYPES.category.attribute,
    certificate_pinned_app: TYPES.certificate_pinned_app.attribute,
    destination_location: TYPES.destination_location.attribute,
    dns: TYPES.dns.attribute,
    domains: TYPES.domains.attribute,
    source_countries: TYPES.source_countries.attribute,
    source_location: TYPES.source_location.attribute,
  },
});
