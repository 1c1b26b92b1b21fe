import { belongsTo, nameOf } from './pinned';
import { finding, type Rule } from './rule';

export const disabledConfiguration: Rule = {
  id: 'disabled-configuration',
  severity: 'warning',
  title: 'A disabled configuration',
  rationale:
    'New configurations start disabled, and a disabled one is skipped when the client looks for the first that matches. [doc] What is in it applies to nobody.',
  source: '[doc]',
  codes: ['disabled-configuration'],
  *check({ configurations, exceptions, ports }) {
    for (const configuration of configurations) {
      if (!configuration.enabled.known || configuration.enabled.value) continue;
      const count = [...exceptions, ...ports].filter((one) => belongsTo(one, configuration) === true).length;
      if (count === 0) continue;
      yield finding('disabled-configuration', configuration, {
        configuration: nameOf(configuration),
        count: String(count),
      });
    }
  },
};
