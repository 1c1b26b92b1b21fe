/** Every spelling of a host name in the one form that clients see. */
import fc from 'fast-check';
import { compare, decide, modelFromResources, type Flow, type Resource } from '../../../steering';
import {
  complainAboutCustomAppDomain,
  complainAboutDnsQuestion,
  complainAboutDomain,
  complainAboutExceptionDomain,
  findRepeatedHost,
  hostName,
} from '../../../steering/domain/hosts';

it.each<[what: string, written: string, form: string]>([
  ['ASCII in any case', 'Mail.EXAMPLE.com', 'mail.example.com'],
  ['white space around it and a dot at its end', ' example.com. ', 'example.com'],
  ['other letters', 'bücher.example', 'xn--bcher-kva.example'],
  ['other letters, as capitals', 'BÜCHER.Example', 'xn--bcher-kva.example'],
  ['a letter and its accent as two characters', 'bu\u0308cher.example', 'xn--bcher-kva.example'],
  ['the A-label', 'xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['the A-label, as capitals', 'XN--BCHER-KVA.EXAMPLE', 'xn--bcher-kva.example'],
  ['a label of each kind', 'xn--mnchen-3ya.bücher.example', 'xn--mnchen-3ya.xn--bcher-kva.example'],
  ['a wildcard', '*.bücher.example', '*.xn--bcher-kva.example'],
  ['a wildcard alone', '*', '*'],
  ['an underscore', '_sip._tcp.bücher.example', '_sip._tcp.xn--bcher-kva.example'],
  ['ß, which is a letter of its own', 'straße.example', 'xn--strae-oqa.example'],
  ['ß as a capital', 'STRAẞE.example', 'xn--strae-oqa.example'],
  ['a sigma at the end of a word', 'βόλος.example', 'xn--nxasmm1c.example'],
  ['a sigma as a capital, which is that in mid-word', 'ΒΌΛΟΣ.example', 'xn--nxasmq6b.example'],
  ['letters of full width', 'ｅｘａｍｐｌｅ.com', 'example.com'],
  ['dots of full width', 'bücher。example．com｡', 'xn--bcher-kva.example.com'],
  ['digits of full width', '１２', '12'],
  ['a number at the end', 'bücher.7', 'xn--bcher-kva.7'],
  ['vowel signs', 'हिन्दी.example', 'xn--j2bd4cyah0f.example'],
  ['a joiner where the script has it', 'نامه\u200cای.example', 'xn--mgba3gch31f060k.example'],
  ['what nobody sees and no name has', 'bü\u00adcher.example', 'xn--bcher-kva.example'],
  ['percent signs, which are not decoded', 'b%C3%BCcher.example', 'b%c3%bccher.example'],
  ['what stands in a URL, not in a name', 'bücher.example/PATH', 'bücher.example/path'],
  ['a wildcard of full width, which is none', '＊.example', '＊.example'],
  ['a joiner where no name has it', 'A\u200dü.example', 'a\u200dü.example'],
  ['two directions in one label', 'א1a.example', 'א1a.example'],
  ['nothing', '', ''],
])('%s', (_, written, form) => {
  expect(hostName(written)).toBe(form);
  expect(hostName(form)).toBe(form);
});

it('is its own form, whatever is written', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'aÜßẞΣςİı.。*_-%／x１א\u200d\u00ad\u0308 '), maxLength: 12 }),
  );
  fc.assert(
    fc.property(text, (written) => {
      const form = hostName(written);
      // With two dots at its end, or white space in it, it is the host of no flow.
      if (!/[\s/]|\.$/.test(form)) expect(hostName(form)).toBe(form);
    }),
    { numRuns: 20_000 },
  );
});

describe('as a domain', () => {
  const RULES = { complainAboutDomain, complainAboutExceptionDomain, complainAboutCustomAppDomain };

  it.each(['bücher.example', 'BÜCHER.example', 'xn--bcher-kva.example', 'हिन्दी.example', 'ශ්\u200dරී.example', '_a.ü'])(
    'takes %j',
    (domain) => {
      for (const complain of Object.values(RULES)) expect(complain(domain)).toBeUndefined();
      expect(complainAboutDnsQuestion(domain, 'A')).toBeUndefined();
      expect(complainAboutExceptionDomain(`*.${domain}`)).toBeUndefined();
      expect(complainAboutDomain(`*.${domain}`)).toBeDefined();
      expect(complainAboutCustomAppDomain(`*.${domain}`)?.summary).toBe('Wildcard not supported here');
    },
  );

  it.each<[what: string, domain: string]>([
    ['a label that is too long once it is ASCII', `${'ü'.repeat(60)}.example`],
    ['a name that is too long once it is ASCII', `${'bücher.'.repeat(20)}example`],
    ['a label that begins with a hyphen', '-ü.example'],
    ['a label that ends with a hyphen', 'ü-.example'],
    ['an A-label of nothing', 'xn--a.example'],
    ['a joiner where no name has it', 'ab\u200dü.example'],
    ['two directions in one label', 'א1a.example'],
    ['a label that begins with an accent', '\u0308a.example'],
    ['an empty label', 'ü..example'],
    ['a dot at the end', 'ü.example.'],
    ['a dot of full width at the end', 'ü.example。'],
    ['white space', 'ü .example'],
    ['white space around it', ' ü.example'],
    ['a path', 'ü.example/a'],
    ['a slash of full width', 'ü.example／a'],
    ['percent signs', '%C3%BC.example'],
    ['a wildcard of full width', '＊.ü'],
    ['a wildcard in the middle', 'ü.*.example'],
    ['a comma', 'ü.example,b.example'],
  ])('refuses %s', (_, domain) => {
    for (const complain of Object.values(RULES)) expect(complain(domain)?.summary).toBe('Not a domain');
  });

  it.each(['a\u202eb.example', 'bü\u00adcher.example', 'a\u200bb.example', 'a\ufe0fb.example', '\u2066a.example'])(
    'refuses what nobody sees, and shows it: %j',
    (domain) => {
      for (const complain of Object.values(RULES)) {
        const complaint = complain(domain);
        expect(complaint?.summary).toBe('Not a domain');
        expect(complaint?.detail).toMatch(/\\u/);
        expect(complaint?.detail).toMatch(/^[\x20-\x7eü]*$/);
      }
    },
  );
});

it.each<[readonly string[], readonly [string, string] | undefined]>([
  [['a.example', 'b.example', '*.a.example'], undefined],
  [
    ['EXAMPLE.com', 'example.com'],
    ['EXAMPLE.com', 'example.com'],
  ],
  [
    ['a.example', 'xn--bcher-kva.example', 'bücher.example'],
    ['xn--bcher-kva.example', 'bücher.example'],
  ],
  [
    ['*.bücher.example', '*.BÜCHER.example'],
    ['*.bücher.example', '*.BÜCHER.example'],
  ],
  [['a.example', 'a.example'], undefined],
])('finds two spellings of one name: %j', (names, found) => {
  expect(findRepeatedHost(names)).toEqual(found);
});

describe('in decisions', () => {
  const resource = (type: string, key: string, attributes: Resource['attributes']): Resource => ({
    type: `netskopesteering_${type}`,
    mode: 'managed',
    key,
    attributes,
    origin: { address: key },
  });
  const modelOf = (host: string) =>
    modelFromResources([
      resource('default_configuration', 'd', {
        id: '0',
        traffic_mode: 'web',
        dynamic_steering: { enabled: false },
        steer_dns: false,
        steer_private_apps: 'none',
        bypass_exception_traffic_at: 'client',
      }),
      resource('domain_exception', 'e', { configuration_id: '0', domains: [host, `*.${host}`] }),
      resource('non_standard_port', 'p', { configuration_id: '0', port: 5222, domains: [host] }),
      resource('certificate_pinned_app', 'a', { id: 'a', windows: { processes: ['a.exe'] } }),
      resource('certificate_pinned_app_exception', 'x', {
        configuration_id: '0',
        app_id: 'a',
        custom_app_domains: [`app.${host}`],
        windows: 'bypass_tunnel',
      }),
    ]);
  const SPELLINGS = ['bücher.example', 'BÜCHER.Example', 'xn--bcher-kva.example'];
  const flowTo = (host: string, port = 443, process = 'b.exe'): Flow => ({ platform: 'windows', process, host, port });

  it.each(SPELLINGS.flatMap((written) => SPELLINGS.map((host) => [written, host] as const)))(
    '%s is %s',
    (written, host) => {
      const model = modelOf(written);
      for (const name of [host, `shop.${host}`]) {
        expect(decide(model, flowTo(name))).toMatchObject({ outcome: 'bypass', via: 'direct' });
        expect(decide(model, flowTo(name, 5222)).outcome).toBe('bypass');
      }
      expect(decide(model, flowTo(`app.${host}`, 443, 'a.exe')).possible).toEqual(['bypass_direct', 'bypass_tunnel']);
      expect(decide(model, flowTo(host)).assumptions.includes('names-in-a-labels')).toBe(/ü/i.test(written));
      expect(decide(model, flowTo('other.example')).outcome).toBe('steer');
    },
  );

  it('nothing changes where a name is only spelled in another way', () => {
    const [first, ...others] = SPELLINGS.map(modelOf);
    for (const other of others) {
      expect(compare(first!, other)).toMatchObject({ changes: [], changedClasses: 0 });
    }
  });
});
