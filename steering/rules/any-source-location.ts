import { quote, rule } from './rule';

/** What stands behind `any`, `all` or `every` in a name of everywhere. */
const PLACES = ['', 'address', 'addresses', 'client', 'clients', 'ip', 'ips', 'location', 'locations', 'network']
  .concat('networks', 'place', 'places', 'site', 'sites', 'source', 'sources', 'subnet', 'subnets', 'traffic')
  .concat('source location', 'source locations', 'network location', 'network locations', 'ip address', 'ip addresses')
  .concat('user', 'users', 'offices', 'source ip', 'source network', 'internet');
/** The names of everywhere, in small letters and without signs. */
const WORDS = new Set([
  ...['any', 'all', 'every'].flatMap((word) => PLACES.map((place) => `${word} ${place}`.trim())),
  ...['any any', 'anywhere', 'everywhere', 'everything', 'everyone', 'everybody', 'internet', 'the internet', 'world'],
  ...['worldwide', 'global'],
]);
/** Matches the network of all addresses, in either version. */
const ALL_ADDRESSES = /^(?:0+(?:\.0+){0,3}\/0+|(?:0*:)+0*\/0+|\*(?:\.\*)*|0\.0\.0\.0\s*-\s*255\.255\.255\.255)$/;

export const anySourceLocation = rule({
  id: 'any-source-location',
  severity: 'warning',
  title: 'A source location of everywhere',
  rationale:
    'A source location exception bypasses all traffic of the clients in a network location. [doc] A location that is called Any or All, or like the network of all addresses, has every client in it, going by its name; which addresses make a location is not part of what is checked. [assumed]',
  source: '[doc], [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_source_location_exception" "guests" {
  configuration_id  = "0"
  network_locations = ["Any"]
}`,
    right: `resource "netskopesteering_source_location_exception" "guests" {
  configuration_id  = "0"
  network_locations = ["Guest network Berlin"]
}`,
  },
  messages: {
    'any-source-location': ({ location }: { location: string }) =>
      `The source location ${quote(location)} has every client in it, going by its name: all traffic of everybody who has this configuration is bypassed. Name the networks that are meant.`,
  },
  *check({ exceptions }, say) {
    for (const exception of exceptions) {
      if (exception.data.type !== 'source_location') continue;
      for (const location of exception.data.names.items) {
        if (!isEverywhere(location)) continue;
        const at = { attribute: ['network_locations'], value: location };
        yield say('any-source-location', exception, { location }, at);
      }
    }
  },
});

function isEverywhere(name: string): boolean {
  const text = name.trim().toLowerCase();
  return ALL_ADDRESSES.test(text) || WORDS.has(text.replace(/[^\p{L}]+/gu, ' ').trim());
}
