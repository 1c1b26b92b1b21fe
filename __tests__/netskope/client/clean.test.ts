import { cleanerFor } from '../../../providers/netskope/client/clean';
import { cleanFacts, type ErrorFacts } from '../../../providers/netskope/client/error-text';

const TOKEN = 'aK3/9+xQzT7pLmR2vB8=wY5nD1c';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const FORMS: [what: string, form: string][] = [
  ['itself', TOKEN],
  ['upper case', TOKEN.toUpperCase()],
  ['lower case', TOKEN.toLowerCase()],
  ['percent-encoded', encodeURIComponent(TOKEN)],
  ['percent-encoded in lower case', encodeURIComponent(TOKEN).toLowerCase()],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(TOKEN))],
  ['percent-encoded in each character', [...Buffer.from(TOKEN)].map((byte) => `%${byte.toString(16)}`).join('')],
  ['escaped as JSON', [...TOKEN].map((char) => `\\u00${char.charCodeAt(0).toString(16)}`).join('')],
  ['escaped as HTML', [...TOKEN].map((char) => `&#${char.charCodeAt(0)};`).join('')],
  ['escaped as HTML in hex', [...TOKEN].map((char) => `&#x${char.charCodeAt(0).toString(16)};`).join('')],
  ['base64', base64(TOKEN)],
  ['base64 of URLs', Buffer.from(TOKEN).toString('base64url')],
  ['base64 in upper case', base64(TOKEN).toUpperCase()],
  ...['', 'u:', 'user:', 'me:'].map((user): [string, string] => [`base64 after ${user}`, base64(`${user}${TOKEN}`)]),
  ['base64 among others', base64(`a:${TOKEN}:and more`)],
  ['hex', Buffer.from(TOKEN).toString('hex')],
  ['with zero-width spaces', [...TOKEN].join('\u200b')],
  ['with zero-width joiners', [...TOKEN].join('\u200d')],
  ['with soft hyphens', [...TOKEN].join('\u00ad')],
  ['with spaces', [...TOKEN].join(' ')],
  ['with dots', [...TOKEN].join('.')],
  ['with line breaks', [...TOKEN].join('\r\n')],
  ['with an escape of the terminal', [...TOKEN].join('\u001b[')],
  ['in wide letters', [...TOKEN].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('')],
  ['its beginning', TOKEN.slice(0, 14)],
  ['its end', TOKEN.slice(-12)],
  ['a piece', TOKEN.slice(6, 17)],
  ['in a host', `https://${TOKEN.replace(/[^a-z0-9]/gi, '-').toLowerCase()}.evil.example`],
];

/** The letters and digits of what is left: no part of them may be of the token. */
const left = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const PLAIN = left(TOKEN);

it.each(FORMS)('redacts the token: %s', (_, form) => {
  const told = cleanerFor(TOKEN)(`You sent ${form}, which is wrong.`);
  expect(told).toMatch(/^You sent .*\[redacted\].*, which is wrong\.$/);
  // As good as nothing is left of it: its ends alone, of less than a piece.
  expect(left(told).length).toBeLessThanOrEqual(left('You sent [redacted], which is wrong.').length + 20);
  for (let at = 0; at + 8 <= PLAIN.length; at += 1) expect(left(told)).not.toContain(PLAIN.slice(at, at + 8));
});

it('leaves alone what is no part of the token', () => {
  const text =
    'The app aK3 is in use by exception exc-17 (https://tenant.example), see 0a1b2c3d-0000-4000-8000-00000000000a.';
  expect(cleanerFor(TOKEN)(text)).toBe(text);
});

describe('a token that is too short to be looked for inside of words', () => {
  it.each([
    ['T', 'The Tenant takes T, not (T) or "T"', 'The Tenant takes [redacted], not ([redacted]) or "[redacted]"'],
    ['a', 'a name may be taken', '[redacted] name may be taken'],
    ['abc', 'abc abcd cabc Abc %61bc YWJj', '[redacted] abcd cabc Abc %61bc [redacted]'],
    ['secret', 'secretary of SECRET and secret/', 'secretary of [redacted] and [redacted]/'],
    ['a/b', 'x a/b a%2Fb YS9i a/bc', 'x [redacted] [redacted] [redacted] a/bc'],
    ['$(.*)', 'take $(.*) or $5', 'take [redacted] or $5'],
  ])('is redacted as a word: %s', (token, text, told) => {
    expect(cleanerFor(token)(text)).toBe(told);
  });
});

it('is bounded, on one line, and quick, whatever the size', () => {
  const clean = cleanerFor(TOKEN);
  const began = performance.now();
  expect(clean(`${'x\n'.repeat(8_000_000)}${TOKEN}`).length).toBeLessThanOrEqual(501);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(clean(`${'x'.repeat(495)}${TOKEN}`)).not.toContain(TOKEN.slice(0, 4));
  expect(clean(`${TOKEN} `.repeat(1_000))).not.toContain(TOKEN.slice(0, 8));
});

describe('the facts of an error', () => {
  const facts: Required<ErrorFacts> = {
    code: 'rejected',
    operation: { method: 'DELETE', route: `/apps/${TOKEN}` },
    status: 400,
    requestId: TOKEN,
    fieldErrors: [{ field: TOKEN, message: `no ${TOKEN}` }],
    setting: 'server_url',
    tenantMessage: `who is ${TOKEN}?`,
    reason: TOKEN,
    redirectedTo: `https://${TOKEN}.example`,
    mayHaveActed: true,
    proxy: `http://${TOKEN}@proxy.example`,
    uselessFile: `/tmp/${TOKEN}.pem`,
    attempts: 1,
    waitedMs: 2,
    retryAfterMs: 3,
    lostAnswer: true,
    noun: `app ${TOKEN}`,
  };

  it('have no text with the token, whatever the field is', () => {
    const cleaned = cleanFacts(facts, cleanerFor(TOKEN));
    for (let at = 0; at + 8 <= PLAIN.length; at += 1)
      expect(left(JSON.stringify(cleaned))).not.toContain(PLAIN.slice(at, at + 8));
    expect(cleaned).toMatchObject({ status: 400, mayHaveActed: true, operation: { route: '/apps/[redacted]' } });
  });

  it.each(['rejected', 'DELETE', 'server_url'])(
    'keep the words that are branched on, also where the token is %s',
    (word) => {
      const { code, setting, operation } = cleanFacts(facts, cleanerFor(word));
      expect({ code, setting, method: operation?.method }).toEqual({
        code: 'rejected',
        setting: 'server_url',
        method: 'DELETE',
      });
    },
  );
});
