/** What the data of exceptions may be: countries, DNS questions, sides, private apps. */
import { complainAboutCountry } from '../../steering/country-code';
import { complainAboutDnsQuestion } from '../../steering/dns-question';
import { complainAboutSide } from '../../steering/dynamic-steering';
import type { Place } from '../../steering/exception-offer';
import { complainAboutPrivateApps } from '../../steering/private-apps';

it.each([
  ['DE', undefined],
  ['de', 'Not a country code'],
  ['DEU', 'Not a country code'],
  ['', 'Not a country code'],
])('says of the country %j: %s', (code, summary) => {
  expect(complainAboutCountry(code)?.summary).toBe(summary);
});

it.each([
  ['de', 'DE'],
  ['uk', 'GB'],
  ['Germany', 'DE'],
  ['united states', 'US'],
])('knows which country is meant by %j', (code, meant) => {
  expect(complainAboutCountry(code)?.detail).toMatch(new RegExp(`Did you mean "${meant}"\\?$`));
});

it('guesses no country that it does not know', () => {
  expect(complainAboutCountry('Atlantis')?.detail).not.toContain('Did you mean');
});

it.each([
  ['a.example', 'A', undefined],
  ['*.a.example', 'all', undefined],
  ['10.0.0.1', 'PTR', undefined],
  ['2001:db8::1', 'PTR', undefined],
  ['a.example', 'PTR', 'Not an address'],
  ['*', 'A', 'Not a domain'],
])('says of the question for %s of type %s: %s', (domain, type, summary) => {
  expect(complainAboutDnsQuestion(domain, type)?.summary).toBe(summary);
});

it.each<[dynamic: boolean, place: Place, summary: string | undefined]>([
  [true, 'on_premises', undefined],
  [true, 'everywhere', 'Location missing'],
  [false, 'everywhere', undefined],
  [false, 'off_premises', 'Location without dynamic steering'],
])('says with dynamic steering %s of an exception %s: %s', (dynamic, place, summary) => {
  expect(complainAboutSide('Configuration 7', dynamic, place)?.summary).toBe(summary);
});

it.each([
  ['none', false, undefined],
  ['specific', true, undefined],
  ['all', true, 'Private apps that are not looked at'],
  ['specific', false, 'No private apps'],
])('says of private apps steered as %s, of which some are named: %s: %s', (mode, named, summary) => {
  expect(complainAboutPrivateApps(mode, named)?.summary).toBe(summary);
});
