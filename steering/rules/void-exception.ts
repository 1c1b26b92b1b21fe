import { modeFor } from './block-without-effect';
import { belongsTo, nameOf } from './pinned';
import { finding, type Rule } from './rule';

const TYPES = { application: 'application', destination_location: 'destination location' } as const;

export const voidException: Rule = {
  id: 'void-exception',
  severity: 'warning',
  title: 'A Destination Location or Application exception for non-web traffic in a custom configuration',
  rationale:
    'In mode All, non-web traffic goes to Cloud Firewall, where only Destination Location and Application exceptions of the default configuration count: in a custom configuration they are void for it. [doc, March 2026] They still hold for web traffic.',
  source: '[doc]',
  codes: ['void-exception'],
  *check({ configurations, exceptions }) {
    for (const exception of exceptions) {
      const { type } = exception.data;
      if (type !== 'application' && type !== 'destination_location') continue;
      const configuration = configurations.find((one) => belongsTo(exception, one));
      if (configuration === undefined || configuration.isDefault) continue;
      const mode = modeFor(exception, configuration);
      if (mode?.known !== true || mode.value !== 'all') continue;
      yield finding('void-exception', exception, { type: TYPES[type], configuration: nameOf(configuration) });
    }
  },
};
