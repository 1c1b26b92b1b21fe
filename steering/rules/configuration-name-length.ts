import { LONGEST_CONFIGURATION_NAME } from '../domain/vocabulary';
import { finding, type Rule } from './rule';

export const configurationNameLength: Rule = {
  id: 'configuration-name-length',
  severity: 'error',
  title: 'A configuration name over 40 characters',
  rationale: 'The name of a steering configuration has at most 40 characters. [doc]',
  source: '[doc]',
  codes: ['configuration-name-length'],
  *check({ configurations }) {
    for (const configuration of configurations) {
      const { name } = configuration;
      const length = name.known ? [...name.value].length : 0;
      if (!name.known || length <= LONGEST_CONFIGURATION_NAME) continue;
      yield finding('configuration-name-length', configuration, { name: name.value, length: String(length) });
    }
  },
};
