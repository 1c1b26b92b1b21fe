import { readDialect, withCode } from '../../live/dialect';
import { UnusableFile } from '../../live/json-file';
import { PUBLISHED_DIALECT } from '../../steering';

const ACME = 'https://acme.goskope.com';
const OTHER = 'https://other.goskope.com';

const complaintAbout = (text: string): string => {
  try {
    readDialect(text, ACME, 'The dialect x.json');
  } catch (cause) {
    if (cause instanceof UnusableFile) return cause.lines.join('\n');
    throw cause;
  }
  return 'none';
};

it('is what is published where there is no file', () => {
  expect(readDialect(undefined, ACME)).toBe(PUBLISHED_DIALECT);
  expect(readDialect('{}', ACME)).toEqual(PUBLISHED_DIALECT);
});

it('adds what the file says of all tenants, and of this one, which counts most', () => {
  const text = JSON.stringify({
    action: { '1': 'steer_and_decrypt', '0': 'bypass', '2': 'block' },
    [`${ACME}:443/`]: { action: { '0': 'block' } },
    [OTHER]: { action: { '7': 'block' }, traffic_type: { all: 'all' } },
  });
  expect(readDialect(text, ACME)).toEqual({
    action: { '1': 'steer_and_decrypt', '0': 'block', '2': 'block' },
    traffic_type: { web: 'web' },
  });
  expect(readDialect(text, OTHER)).toEqual({
    action: { '1': 'steer_and_decrypt', '0': 'bypass', '2': 'block', '7': 'block' },
    traffic_type: { web: 'web', all: 'all' },
  });
});

it('takes a code for a code, whatever it means to JavaScript', () => {
  const { action } = readDialect('{"action": {"__proto__": "block", "constructor": "bypass"}}', ACME);
  expect(Object.entries(action)).toEqual([
    ['1', 'bypass'],
    ['__proto__', 'block'],
    ['constructor', 'bypass'],
  ]);
  expect(Object.hasOwn({}, '__proto__')).toBe(false);
});

test.each([
  ['no JSON', '{"action": {"1": bypass}}', /x\.json is no JSON\. line 1, column 18: this word has no quotes/],
  ['a list', '[]', /must be an object/],
  [
    'a word that is near',
    '{"action": {"0": "blok"}}',
    /action\.0: must be one of "bypass", "block", "steer_and_decrypt"\. Did you mean "block"\?/,
  ],
  ['a word of the console', '{"traffic_type": {"x": "All Traffic"}}', /Did you mean "all"\?/],
  [
    'a kind that is near',
    '{"actions": {}}',
    /actions: is not known here\. Known are action, traffic_type\. Did you mean "action"\?/,
  ],
  ['a kind that is none', '{"action": "block"}', /action: must be an object, such as/],
  ['an address that is none', '{"https://a.example/api/v1": {}}', /is not the address of a tenant: it has a path/],
  ['a host without https', '{"acme.goskope.com": {}}', /is not known here/],
  ['a tenant twice', `{"${ACME}": {}, "${ACME}:443": {}}`, /stands in the file already/],
  ['a code twice', '{"action": {"1": "bypass", "1": "block"}}', /"1" stands there twice/],
])('is refused, with the place and what was probably meant: %s', (_name, text, complaint) => {
  expect(complaintAbout(text)).toMatch(complaint);
});

describe('a code that was learnt', () => {
  const learnt = { kind: 'action', code: '0', word: 'block' } as const;

  it('stands below the address of its tenant, in a file that may be new', () => {
    const text = withCode(undefined, ACME, learnt);
    expect(text).toBe(`${JSON.stringify({ [ACME]: { action: { '0': 'block' } } }, undefined, 2)}\n`);
    expect(readDialect(text, ACME).action).toEqual({ '1': 'bypass', '0': 'block' });
    expect(readDialect(text, OTHER)).toEqual(PUBLISHED_DIALECT);
  });

  it('leaves what the file has', () => {
    const before = {
      traffic_type: { x: 'none' },
      [`${ACME}/`]: { traffic_type: { y: 'all' } },
      [OTHER]: { action: { '5': 'block' } },
    };
    const text = withCode(JSON.stringify(before), ACME, learnt);
    expect(JSON.parse(text)).toEqual({
      ...before,
      [`${ACME}/`]: { traffic_type: { y: 'all' }, action: { '0': 'block' } },
    });
    expect(withCode(text, ACME, learnt)).toBe(text);
  });

  it('is not written into a file that cannot be used', () => {
    expect(() => withCode('{"action": 7}', ACME, learnt)).toThrow(UnusableFile);
    expect(() => withCode('{', ACME, learnt)).toThrow(UnusableFile);
  });
});
