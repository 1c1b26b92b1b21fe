import { LONGEST_CONFIGURATION_NAME } from '../domain/vocabulary';
import { quote, rule } from './rule';

export const configurationNameLength = rule({
  id: 'configuration-name-length',
  severity: 'error',
  title: 'A configuration name over 40 characters',
  rationale: 'The name of a steering configuration has at most 40 characters. [doc]',
  source: '[doc]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_configuration" "agencies" {
  name = "Contractors of all agencies in all of our countries"
}`,
    right: `resource "netskopesteering_configuration" "agencies" {
  name = "Contractors of all agencies"
}`,
  },
  messages: {
    'configuration-name-length': ({ name, length }: { name: string; length: string }) =>
      `The name ${quote(name)} has ${length} characters; a tenant takes 40. Shorten it.`,
  },
  *check({ configurations }, say) {
    for (const configuration of configurations) {
      const { name } = configuration;
      const length = name.known ? [...name.value].length : 0;
      if (!name.known || length <= LONGEST_CONFIGURATION_NAME) continue;
      const args = { name: name.value, length: String(length) };
      yield say('configuration-name-length', configuration, args, { attribute: ['name'], value: name.value });
    }
  },
});
