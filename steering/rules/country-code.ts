import { complainAboutReservedCountry } from '../domain/exceptions';
import { rule } from './rule';

export const countryCode = rule({
  id: 'country-code',
  severity: 'warning',
  title: 'A country code that stands for no country',
  rationale:
    'Which codes a tenant knows is not published; that they are those of ISO 3166-1 is [assumed]. Codes that the standard reserves (`UK`, `EU`) or leaves to its users (`XX`) may mean something there, and rarely do: an exception for one is probably void.',
  source: '[assumed]; ISO 3166-1',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_source_country_exception" "travel" {
  configuration_id = "0"
  countries        = ["FR", "UK"]
}`,
    right: `resource "netskopesteering_source_country_exception" "travel" {
  configuration_id = "0"
  countries        = ["FR", "GB"]
}`,
  },
  messages: {
    'country-code': ({ problem }: { problem: string }) => problem,
  },
  *check({ exceptions }, say) {
    for (const exception of exceptions) {
      if (exception.data.type !== 'source_countries') continue;
      for (const code of exception.data.names.items) {
        const complaint = complainAboutReservedCountry(code);
        if (complaint !== undefined)
          yield say(
            'country-code',
            exception,
            { problem: complaint.detail },
            { attribute: ['countries'], value: code },
          );
      }
    }
  },
});
