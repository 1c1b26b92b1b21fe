/** Random flows, which leave things unsaid or say all. */
import type { WholeFlow } from '../../../steering';
import type { Flow } from '../../../steering/model/flow';
import type { Dice } from './dice';
import { DOMAINS, GROUPS, HOSTS, NAMES_OF, PLATFORM_NAMES, PORTS, PROCESSES, TAGS, UNITS } from './words';

export function randomWholeFlow(dice: Dice): WholeFlow {
  const belonging = (names: readonly string[]) => (dice.chance(0.7) ? [] : dice.some(names, 0.5));
  return {
    platform: dice.chance(0.5) ? 'windows' : dice.oneOf(PLATFORM_NAMES),
    process: dice.oneOf(PROCESSES),
    host: dice.chance(0.5) ? dice.oneOf(DOMAINS) : dice.oneOf(HOSTS),
    port: dice.chance(0.05) ? 1 + dice.below(65_535) : dice.oneOf([443, 443, 53, ...PORTS]),
    transport: dice.chance(0.7) ? 'tcp' : 'udp',
    managed: dice.chance(0.5),
    location: dice.chance(0.5) ? 'on_premises' : 'off_premises',
    userGroups: dice.some(GROUPS, 0.4),
    organizationUnit: dice.chance(0.5) ? null : dice.oneOf(UNITS),
    deviceTags: dice.some(TAGS, 0.3),
    applications: belonging(NAMES_OF.application),
    categories: belonging(NAMES_OF.category),
    destinationLocations: belonging(NAMES_OF.destination_location),
    sourceLocations: belonging(NAMES_OF.source_location),
    sourceCountry: dice.chance(0.7) ? null : dice.oneOf(NAMES_OF.source_countries),
  };
}

const ALWAYS_SAID = ['platform', 'process', 'host', 'port'];

/** The same, with some of it left out. */
export function randomFlow(dice: Dice): Flow {
  const whole = Object.entries(randomWholeFlow(dice));
  const said = whole.filter(([key]) => ALWAYS_SAID.includes(key) || dice.chance(0.85));
  const service = dice.chance(0.5) ? {} : { service: dice.chance(0.5) };
  const configuration = dice.chance(0.05) ? { configuration: '0' } : {};
  return { ...(Object.fromEntries(said) as unknown as Flow), ...service, ...configuration };
}
