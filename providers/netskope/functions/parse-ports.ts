/** The function `parse_ports`: the numbers of a text of ports and ranges. */
import { ArgumentError, providerFunction, t } from 'terraform-plugin-sdk-ts';
import { parsePorts as parse } from '../../../steering/domain/vocabulary';

export const parsePorts = providerFunction({
  name: 'parse_ports',
  summary: 'Numbers of ports from a text of ports and ranges.',
  description:
    'Parses ports and ranges (both ends included) separated by commas, such as `443,5222,8000-8002`. Returns each port once, in ascending order. White space around numbers means nothing.',
  parameters: [{ name: 'ports', type: t.string, description: 'Ports and ranges, such as `443,5222,8000-8002`.' }],
  returns: t.list(t.integer),
  run(text) {
    const parsed = parse(text);
    if (!parsed.ok) throw new ArgumentError('ports', parsed.reason);
    return parsed.ports;
  },
});
