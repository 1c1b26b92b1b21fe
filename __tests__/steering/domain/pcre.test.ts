/** What is said of a pattern's shape. PCRE2 10.42 answered for each pattern here; the system tests ask it again, for many more. */
import fc from 'fast-check';
import { readPcre } from '../../../steering/domain/pcre';
import { compileProcessPattern, compileRe2, isBroken } from '../../../steering/domain/processes';

it.each<[pattern: string, why: RegExp]>([
  // The vendor's own sample.
  ['^([a-zA-Z0-9_\\-\\]+).exe', /bracket that opens at character 3 is never closed/],
  ['[', /bracket .* never closed/],
  ['[]a', /bracket .* never closed/],
  ['[^]', /bracket .* never closed/],
  ['[a\\]', /bracket .* never closed/],
  ['[[:alpha:]', /bracket .* never closed/],
  ['(a', /group that opens at character 1 is never closed/],
  ['(?=a', /group .* never closed/],
  ['(?<name>a', /group .* never closed/],
  ['(?<na', /group .* never closed/],
  ['(?(1)a|b', /group .* never closed/],
  ['(?P', /group .* never closed/],
  ['(*MARK:a', /group .* never closed/],
  ['(*UTF8)(a', /group that opens at character 8/],
  ['(?#a', /comment .* never closed/],
  ['a)', /parenthesis at character 2 closes no group/],
  ['(?!a))', /parenthesis at character 6 closes no group/],
  ['*', /quantifier \* at character 1 has nothing before it/],
  ['a|+', /nothing before it/],
  ['(?:*)', /nothing before it/],
  ['(?<=?)', /nothing before it/],
  ['(?<n>*)', /nothing before it/],
  ['(*)', /nothing before it/],
  ['(?i)*', /nothing before it/],
  ['(?#x)*', /nothing before it/],
  ['\\E*', /nothing before it/],
  ['{2}', /quantifier \{2\} .* nothing before it/],
  ['a**', /repeats another quantifier/],
  ['a+++', /repeats another quantifier/],
  ['a{2}{3}', /repeats another quantifier/],
  ['a{2,1}', /range of the quantifier \{2,1\} .* out of order/],
  ['[z-a]', /range that ends at character 4 is out of order/],
  ['[a--]', /range .* out of order/],
  ['a\\', /backslash at its end/],
  ['[a\\', /backslash at its end/],
  ['(?=a)(b', /group that opens at character 6/],
])('%s: no engine compiles it', (pattern, why) => {
  expect(readPcre(pattern).broken).toMatch(why);
  expect(isBroken(pattern)).toBe(true);
});

it.each([
  // The vendor's own samples.
  '^(?!.com\\.microsoft\\.emmx).*$',
  'a(?=b)',
  '(?<=a)b',
  '(?<!a)b',
  '(a)\\1',
  '(?<n>a)\\k<n>',
  "(?'n'a)\\g{n}",
  '(?P<n>a)(?P=n)',
  '(?>a)',
  'a++',
  'a{2}+',
  '(a)?(?(1)b|c)',
  '(?(?=a)b|c)',
  '(?(DEFINE)(?<n>a))(?&n)',
  '(a(?R)?b)',
  '(a)(?1)',
  '(?|(a)|(b))',
  '(?C1)a',
  '(?#a comment (b)a*',
  '(?x) a # a comment (',
  '(?x) (',
  '(*UTF8)a',
  '(*LIMIT_MATCH=3)a',
  'a(*SKIP)(*FAIL)|b',
  '(*positive_lookahead:a)',
  '\\Ka',
  '\\Ga',
  '\\R\\h\\H\\V\\N\\X',
  'a\\Z',
  '\\g{1}*(a)',
  '[\\h]',
  '[\\Q]\\E]',
  'x{2000}',
  '[a-\\d]',
  '[[:<:]]a',
  '(?J)(?<n>a)(?<n>b)',
  '(?^i:a)',
  '\\ca',
])('%s: RE2 does not run it, and some engine may', (pattern) => {
  expect(compileProcessPattern(pattern)).toMatchObject({ ok: false, broken: false });
});

it.each([
  '^*a',
  '\\b+a',
  'a(?i)*',
  'a{,3}',
  'a{ 2 }',
  '[:alpha:]',
  '[[.a.]]',
  '[\\w-.]',
  '[&-[:alpha:]]',
  '\\12',
  '\\v',
  '(?<1a>b)',
])('%s: RE2 runs it, and PCRE reads it otherwise or not at all', (pattern) => {
  expect(compileRe2(pattern).ok).toBe(true);
  expect(compileProcessPattern(pattern)).toMatchObject({ ok: false, broken: false });
});

it.each([
  '^WhatsApp.*\\.exe$',
  'python*.exe',
  '[]a-]',
  '[^]a]',
  '[a\\-z]',
  '[\\w.-]+',
  '[[:alpha:]_]',
  '[a-c-e]',
  '(?i)a|b',
  '(?P<n>a)?',
  '(?:a{2,3}?)*',
  'a{',
  'a{1',
  '\\Q(*[\\E+',
  '\\(\\[\\*\\{',
  '^(a+)+$',
  '\\x41\\07\\pL',
  '\\x{41}{2}',
  ']',
  '}',
])('%s: RE2 runs it, and PCRE reads it alike', (pattern) => {
  expect(compileProcessPattern(pattern).ok).toBe(true);
});

it('calls nothing broken that RE2 compiles, whatever the text', () => {
  const part = fc.constantFrom(
    ...'ab(|)[]^-*+?{2}\\,:=!<>#'.split(''),
    '(?',
    '[:',
    '\\Q',
    '\\E',
    '\\x{',
    '{2,1}',
    '(*',
  );
  const text = fc.oneof(
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (pattern) => {
      const { broken } = readPcre(pattern);
      if (broken !== undefined) expect(compileRe2(pattern).ok).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});

it.each(['(', '[', '[[:', '(?', '(?#', '\\x{', '{', '\\Q', '(*A', '[[.[=', 'a{1,', "(?'n", '(?(', '\\'])(
  'takes no time to speak of for %j a hundred thousand times',
  (part) => {
    const begun = performance.now();
    readPcre(part.repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(1_000);
  },
);
