/** What the data of exceptions may be: countries, DNS questions, sides, private apps. */
import { type Place, complainAboutCountry, complainAboutReservedCountry } from '../../../steering/domain/exceptions';
import { complainAboutDnsQuestion } from '../../../steering/domain/hosts';
import { complainAboutPrivateApps, complainAboutSide } from '../../../steering/domain/configurations';

it.each([
  ['DE', undefined],
  ['de', 'Not a country code'],
  ['DEU', 'Not a country code'],
  ['', 'Not a country code'],
  // Two capital letters that no list of countries has, nor had.
  ['DF', 'Not a country code'],
  ['WX', 'Not a country code'],
  // What may mean something to a tenant.
  ['XK', undefined],
  ['UK', undefined],
  ['EU', undefined],
  ['XX', undefined],
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

it.each([
  ['DE', undefined],
  ['XK', undefined],
  ['DF', undefined],
  ['UK', 'Write "GB" where that is meant.'],
  ['SU', 'Write "RU" where that is meant.'],
  ['EU', 'Write the code of a country'],
  ['XX', 'Write the code of a country'],
])('warns of the code %j, if it is kept from being one of a country: %s', (code, told) => {
  expect(complainAboutReservedCountry(code)?.detail.includes(told ?? '')).toBe(told === undefined ? undefined : true);
});

it('knows every country that Node can name, and no other', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const countries = codes.filter(
    (code) => complainAboutCountry(code) === undefined && complainAboutReservedCountry(code) === undefined,
  );
  expect(countries).toHaveLength(250);
  expect(countries.filter((code) => names.of(code) === undefined)).toEqual([]);
  // What Node names beside them is no country, and is never refused.
  const others = codes.filter((code) => names.of(code) !== undefined && !countries.includes(code));
  expect(others.filter((code) => complainAboutCountry(code) !== undefined)).toEqual([]);
});

it('guesses no country that it does not know', () => {
  expect(complainAboutCountry('Atlantis')?.detail).not.toContain('Did you mean');
});

it.each([
  ['a.example', 'A', undefined],
  ['*.a.example', 'all', undefined],
  // Since release 134, domains of the first level too. [doc]
  ['*.local', 'A', undefined],
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
