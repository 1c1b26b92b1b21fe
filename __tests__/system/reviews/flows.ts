/** Flows that say everything, drawn from what the kinds of plans name and from what they do not: the same in every run. */
import type { WholeFlow } from '../../../steering';
import { PLATFORMS } from '../../../steering/domain/vocabulary';

const COUNT = 2_000;

const CHOICES = {
  platform: [...Array<'windows'>(6).fill('windows'), ...PLATFORMS.map(({ name }) => name)],
  process: ['a.exe', 'b.exe', 'slack.exe', 'c.exe', 'other.exe', 'a', 'b'],
  host: [
    'pastebin.com',
    'a.example.com',
    'slack.com',
    'files.slack.com',
    'chat.example.net',
    'other.example.org',
    '',
    '10.1.2.3',
    '198.51.100.7',
  ],
  port: [443, 80, 5222, 8443, 22],
  transport: ['tcp', 'tcp', 'tcp', 'udp'],
  managed: [true, false],
  location: ['on_premises', 'off_premises'],
  userGroups: [[], ['VIP'], ['IT'], ['VIP', 'IT']],
  organizationUnit: [null],
  deviceTags: [[]],
  applications: [[], ['Slack']],
  categories: [[], ['Chat']],
  destinationLocations: [[]],
  sourceLocations: [[], ['HQ']],
  sourceCountry: [null, 'DE'],
} as const satisfies { readonly [K in keyof WholeFlow]: readonly WholeFlow[K][] };

export function* flows(): Iterable<WholeFlow> {
  let seed = 20_261_129;
  const below = (count: number): number => {
    // Numbers of Park and Miller: the same on every machine.
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % count;
  };
  for (let index = 0; index < COUNT; index++) {
    const chosen = Object.entries(CHOICES).map(([name, values]) => [name, values[below(values.length)]]);
    yield Object.fromEntries(chosen);
  }
}
