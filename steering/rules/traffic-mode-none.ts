import type { Place } from '../domain/exceptions';
import type { Configuration } from '../model/model';
import { modesMeant } from './clients';
import { rule } from './rule';

/** The attribute that holds the traffic mode of each place. */
const ATTRIBUTES: Readonly<Record<Place, readonly string[]>> = {
  everywhere: ['traffic_mode'],
  on_premises: ['dynamic_steering', 'on_premises_traffic_mode'],
  off_premises: ['dynamic_steering', 'off_premises_traffic_mode'],
};

export const trafficModeNone = rule({
  id: 'traffic-mode-none',
  severity: 'warning',
  title: 'A configuration that steers nothing',
  rationale:
    'In traffic mode None nothing is steered and exceptions are not processed [doc]: blocked apps run, and no policy sees any traffic. Nothing on the screen of exceptions says so. With dynamic steering the modes on-premises and off-premises count, and the plain one does not. [assumed]',
  source: '[doc], [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_default_configuration" "default" {
  traffic_mode = "none"
}`,
    right: `resource "netskopesteering_default_configuration" "default" {
  traffic_mode = "web"
}`,
  },
  messages: {
    'traffic-mode-none': ({ who }: { who: string }) =>
      `The traffic mode is "none" for ${who}: nothing is steered, so no block, no other exception and no policy holds there. Choose "web", or another mode that steers.`,
  },
  *check({ configurations }, say) {
    for (const configuration of configurations) {
      for (const place of placesWithModeNone(configuration)) {
        const who = `${configuration.isDefault ? 'everybody who has no configuration of their own' : 'all clients of this configuration'}${WHERE[place]}`;
        yield say('traffic-mode-none', configuration, { who }, { attribute: ATTRIBUTES[place], value: 'none' });
      }
    }
  },
});

const WHERE: Readonly<Record<Place, string>> = {
  everywhere: '',
  on_premises: ', on-premises',
  off_premises: ', off-premises',
};

/**
 * Returns the places of a configuration at which its mode is none, as far as that is told of the configuration itself:
 * of one that somebody else manages it is told where it matters.
 */
export function placesWithModeNone(configuration: Configuration): Place[] {
  const { enabled, origin } = configuration;
  if (origin.address?.startsWith('data.') === true || (enabled.known && !enabled.value)) return [];
  return [...modesMeant(configuration)]
    .filter(([, mode]) => mode.known && mode.value === 'none')
    .map(([place]) => place);
}
