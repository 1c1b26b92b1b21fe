import { inPlainWords } from '../../../steering/words/marks';

it.each([
  [
    'a source that may be relied on',
    'It is so. [doc] It stays so [seed]; always. [doc R120 503670]',
    'It is so. It stays so; always.',
  ],
  ['an assumption', 'It is so. [assumed]', 'It is so (assumed).'],
  ['an assumption in a sentence', 'Unique [assumed], and short.', 'Unique (assumed), and short.'],
  ['third parties', 'It is so. [community: Okta]', 'It is so (reported by third parties).'],
  ['several marks', 'It is so. [doc] [community] [assumed]', 'It is so (reported by third parties, assumed).'],
  ['what is no mark', 'A list is `[a, b]` and [a link](doc).', 'A list is `[a, b]` and [a link](doc).'],
])('says %s in plain words', (_, marked, plain) => {
  expect(inPlainWords(marked)).toBe(plain);
});
