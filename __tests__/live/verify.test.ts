import { type Case, at, block, bypassed, dropped, of, prove, row, test443 } from './support/prove';

describe('the configuration', () => {
  const file = (configuration: string, file = 'nssteering.json') => ({ file, configuration });
  const result = (one: Case) => {
    const { result, note } = of(prove(one), 'configuration')[0]!;
    return [result, note];
  };

  it.each<[Case, string, unknown]>([
    [{}, 'proved', null],
    [{ files: [file('default tenant CONFIG')] }, 'proved', null],
    [{ name: 'All Users' }, 'proved', expect.stringContaining('Some releases')],
    [
      { files: [file('Sales')] },
      'contradicted',
      expect.stringMatching(/nsbypass.json says "Default.* nssteering.json says "Sales"/),
    ],
    [{ name: 'Sales' }, 'contradicted', expect.stringContaining('The code has no such configuration')],
    [{ name: null }, 'not seen', expect.stringContaining('No file says')],
  ])('is that of the code, or not: %j', (one, expected, note) => {
    expect(result(one)).toEqual([expected, note]);
  });

  it('may be one whose name nobody knows', () => {
    const resources = { netskopesteering_configuration: { sales: { name: '${var.name}' } } };
    expect(result({ name: 'Sales', resources })).toEqual(['not seen', expect.stringContaining('no known name')]);
  });

  it('is judged by what is in it alone', () => {
    const resources = { netskopesteering_configuration: { sales: { name: 'Sales' } } };
    const exception = { configuration_id: '${netskopesteering_configuration.sales.id}' };
    const tests = [test443('block', { configuration: 'netskopesteering_configuration.sales' })];
    const log = [at(1, bypassed('WhatsApp.exe'))];
    const elsewhere = prove({ resources, exception, log, tests, rows: [] });
    expect([elsewhere.result, of(elsewhere, 'block'), of(elsewhere, 'test')]).toEqual(['proved', [], []]);
    expect(elsewhere.notes).toContainEqual(
      expect.stringContaining('other configurations are not judged on this endpoint: 2.'),
    );
    expect(of(prove({ resources, exception, name: 'Sales', log, rows: [] }), 'block')).toHaveLength(1);
  });

  it.each([
    ['All Web Traffic', false, 'proved'],
    ['All Traffic', false, 'contradicted'],
    ['All Traffic', true, 'not seen'],
    ['Cloudy', false, 'not seen'],
  ])('has the traffic mode %s', (trafficMode, isOpen, expected) => {
    const proof = prove({ isOpen, files: [{ file: 'nsdiag -f', trafficMode, tunnel: 'NSTUNNEL_DISCONNECTED' }] });
    expect(of(proof, 'traffic mode')).toMatchObject([
      { result: expected, note: expect.stringContaining(`"${trafficMode}"`) },
    ]);
    expect(of(proof, 'tunnel')).toMatchObject([{ result: 'not seen', note: expect.stringContaining('not connected') }]);
  });
});

describe('a block', () => {
  const DROP = at(5, dropped('whatsapp.EXE'));

  it.each<[string, Case, string, unknown]>([
    ['is proved by a drop', { log: [DROP] }, 'proved', null],
    ['is proved by a drop without its file', { rows: null, name: null, log: [DROP] }, 'proved', null],
    ['is not seen without a line', {}, 'not seen', expect.stringContaining('action 0, and nobody published')],
    [
      'is contradicted where its process is missing',
      { rows: [row('Other.exe')], log: [DROP] },
      'contradicted',
      expect.stringContaining('missing'),
    ],
    [
      'is contradicted by action 1',
      { rows: [row('WHATSAPP.exe', { action: 1 })] },
      'contradicted',
      expect.stringContaining('action 1'),
    ],
    [
      'is no matter of another app',
      { rows: [row('WhatsApp.exe', { action: 1, appName: 'X' })] },
      'not seen',
      expect.stringContaining('another app'),
    ],
    [
      'is contradicted by a bypass',
      { log: [at(1, bypassed('WhatsApp.exe'))] },
      'contradicted',
      expect.stringContaining('--since'),
    ],
    [
      'is contradicted by a bypass after a drop',
      { log: [DROP, at(6, bypassed('WhatsApp.exe'))] },
      'contradicted',
      expect.stringContaining('1 connection was not dropped. Others were dropped.'),
    ],
    [
      'forgives a bypass before the first drop',
      { log: [at(1, bypassed('WhatsApp.exe')), DROP] },
      'proved',
      expect.stringContaining('Before the first of these'),
    ],
    [
      'forgives what was before --since',
      { log: [DROP, at(6, bypassed('WhatsApp.exe'))], since: '2026-11-30 10:00:07' },
      'not seen',
      expect.anything(),
    ],
    [
      'is contradicted by an exception for a domain',
      { log: [at(1, 'bypassing flow to exception host: a.b, process: WhatsApp.exe')] },
      'contradicted',
      expect.stringContaining('for a domain'),
    ],
    [
      'is contradicted by a tunnel',
      {
        log: [
          at(
            1,
            'Tunneling flow from addr: 10.0.0.1:5, process: WhatsApp.exe to host: , addr: 192.0.2.1:443 to nsProxy',
          ),
        ],
      },
      'contradicted',
      expect.anything(),
    ],
    [
      'is not proved by UDP alone',
      { log: [at(1, 'Blocking UDP connection from process: WhatsApp.exe, dest IP:192.0.2.1:443, src IP 10.0.0.1:5')] },
      'not seen',
      expect.stringContaining('QUIC'),
    ],
    [
      'takes patterns',
      {
        processes: ['^Whats.*\\.exe$'],
        match: 'regex',
        rows: [row('^Whats.*\\.exe$', { isRegex: 'true' })],
        log: [at(1, dropped('WhatsAppX.exe'))],
      },
      'proved',
      null,
    ],
    [
      'is contradicted by a pattern as a name',
      { processes: ['^W'], match: 'regex', rows: [row('^W', { isRegex: false })] },
      'contradicted',
      expect.stringContaining('as a name'),
    ],
    [
      'takes an element with a comma in parts',
      { processes: ['a.exe, b.exe'], rows: [row('a.exe'), row('b.exe')] },
      'not seen',
      expect.stringContaining('is in'),
    ],
    [
      'may be on one side only',
      { exception: { location: 'off_premises' }, rows: [] },
      'not seen',
      expect.stringContaining('off-premises'),
    ],
  ])('%s', (_, one, expected, note) => {
    expect(block(one)).toMatchObject({ result: expected, note });
  });

  it('says since when, until when, how often and where', () => {
    const log = [
      'noise',
      DROP,
      at(6, dropped('Other.exe')),
      at(7, dropped('WhatsApp.exe')),
      at(8, bypassed('Jane.exe', 'secret.example')),
    ];
    const proof = prove({ log });
    expect(of(proof, 'block')).toEqual([
      {
        kind: 'block',
        name: 'WhatsApp',
        platform: 'windows',
        process: 'WhatsApp.exe',
        host: null,
        result: 'proved',
        read: { file: 'nsdebuglog.log', line: 4 },
        first: '2026-11-30 10:00:05.123',
        last: '2026-11-30 10:00:07.123',
        count: 2,
        note: null,
      },
    ]);
    expect(proof.log).toMatchObject({ lines: 5, others: 2 });
    expect(JSON.stringify(proof)).not.toMatch(/Other|Jane|secret/);
  });

  it('of managed devices is proved by what becomes of each kind', () => {
    const action = 'bypass_managed_direct';
    const status = (word: string, line: string) => [
      at(1, 'Found process: WhatsApp.exe to be bypassed for managed devices'),
      at(1, `device classification status: ${word}`),
      at(1, line),
    ];
    const result = (log: string[], exception = {}) =>
      block({ action, log, exception, rows: [row('WhatsApp.exe', { action: 1 })] }).result;
    expect(result(status('managed', bypassed('WhatsApp.exe')))).toBe('proved');
    expect(result(status('unmanaged', dropped('WhatsApp.exe')))).toBe('proved');
    expect(result(status('unmanaged', bypassed('WhatsApp.exe')))).toBe('contradicted');
    expect(result(status('managed', dropped('WhatsApp.exe')))).toBe('contradicted');
    expect(result([at(1, bypassed('WhatsApp.exe'))])).toBe('not seen');
  });
});
