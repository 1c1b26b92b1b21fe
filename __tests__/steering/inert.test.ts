import fc from 'fast-check';
import {
  decide,
  inert,
  modelFromResources,
  narrate,
  quote,
  Unresolved,
  type Flow,
  type Resource,
} from '../../steering';
import { checkModel } from '../../steering/rules';

it.each<[what: string, text: string, shown: string]>([
  ['plain text', 'Zürich 日本 "x" <b>', 'Zürich 日本 "x" <b>'],
  ['a colour', '\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
  ['a colour of one byte', '\u009b31m', '\\u009b31m'],
  ['a title of a terminal', '\u001b]0;x\u0007', '\\u001b]0;x\\u0007'],
  ['new lines', 'a\r\nb\u2028c\u2029d\u0085e', 'a\\u000d\\u000ab\\u2028c\\u2029d\\u0085e'],
  ['another direction', '\u202egpj.exe', '\\u202egpj.exe'],
  ['isolates', '\u2066a\u2069', '\\u2066a\\u2069'],
  ['what has no width', 'Whats\u200bApp\ufeff', 'Whats\\u200bApp\\ufeff'],
  ['letters that nobody sees', 'Whats\u3164App\u115f', 'Whats\\u3164App\\u115f'],
  ['tags', 'a\u{e0041}', 'a\\u{e0041}'],
  ['a space that is another', 'a\u00a0b', 'a\\u00a0b'],
  ['half a character', 'a\ud800', 'a\\ud800'],
  ['a null', 'a\u0000', 'a\\u0000'],
])('shows %s so that it does nothing', (_, text, shown) => {
  expect(inert(text)).toBe(shown);
});

it('keeps names apart that only look alike once they are shown', () => {
  expect(quote('a\u001b')).toBe('"a\\u001b"');
  expect(quote('a\\u001b')).toBe('"a\\\\u001b"');
  expect(quote('a"')).toBe('"a\\""');
});

/** All that a terminal might act on, new lines included. */
const ACTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b[2J',
      '\u202e',
      '\n',
      '\r',
      '\u0007',
      '\u009b',
      '"',
      '\\',
      '`',
      '<img>',
      '@all',
      '](x)',
      '\u200b',
    ),
    fc.constantFrom('a', '.', '*', '^', '$'),
  ),
  minLength: 1,
  maxLength: 12,
});

it('makes nothing of what others name their objects, hosts and processes', () => {
  const named = fc.record({
    app: hostile,
    configuration: hostile,
    process: hostile,
    host: hostile,
    domain: hostile,
    key: hostile,
  });
  fc.assert(
    fc.property(named, ({ app, configuration, process, host, domain, key }) => {
      const model = modelFromResources(resourcesNamed({ app, configuration, process, domain, key }));
      const flow: Flow = { platform: 'windows', process, host, port: 443 };
      const lines = narrate(decide(model, flow), flow).map(({ text }) => text);
      const findings = checkModel(model).findings.map((finding) => inert(finding.message));
      expect([...lines, ...findings].filter((text) => ACTIVE.test(text))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

interface Names {
  readonly app: string;
  readonly configuration: string;
  readonly process: string;
  readonly domain: string;
  readonly key: string;
}

/** A configuration that applies, with exceptions that match by process, pattern and domain, and one that may. */
function resourcesNamed({ app, configuration, process, domain, key }: Names): Resource[] {
  const make = (type: string, number: number, attributes: Resource['attributes']): Resource => {
    const name = `${type}.it["${key}${number}"]`;
    return {
      type: `netskopesteering_${type}`,
      mode: 'managed',
      key: name,
      attributes,
      origin: { address: name, construct: key },
    };
  };
  const apps = (['exact', 'regex'] as const).map((match, index) =>
    make('certificate_pinned_app', index, {
      id: `app-${index}`,
      name: app,
      windows: { match, processes: [process, domain] },
    }),
  );
  const exception = { configuration_id: '7' };
  return [
    make('configuration', 0, { id: '7', name: configuration, enabled: true, traffic_mode: 'web', priority: 1 }),
    ...apps,
    ...apps.map((_, index) =>
      make('certificate_pinned_app_exception', index, {
        ...exception,
        app_id: `app-${index}`,
        custom_app_domains: [domain],
        windows: 'bypass_direct',
      }),
    ),
    make('domain_exception', 2, { ...exception, domains: [domain, process] }),
    make('domain_exception', 3, { ...exception, domains: new Unresolved(key) }),
  ];
}
