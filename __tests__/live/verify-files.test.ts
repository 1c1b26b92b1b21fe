import { byAge, isLog, NotOfEndpoint, readConfigurationFile, readDiagnosis } from '../../live/verify/endpoint-files';
import { LineCutter, LONGEST_LINE, textOf } from '../../live/verify/lines';
import { LogLines, timeOf } from '../../live/verify/log-line';
import { at, bypassed, dropped } from './support/prove';

describe('a line of the log', () => {
  const read = (...lines: string[]) => {
    const reader = new LogLines();
    return lines.map((line) => reader.read(line)).at(-1);
  };

  it.each([
    [dropped('X.exe', 'a.b'), { verb: 'dropped', process: 'X.exe', host: 'a.b' }],
    [`${dropped('X.exe', 'a.b')}, more: of it`, { verb: 'dropped', process: 'X.exe', host: 'a.b' }],
    [
      'Dropping connection from process: a b.exe, exception host: A.B.',
      { verb: 'dropped', process: 'a b.exe', host: 'a.b' },
    ],
    [dropped('X.exe', ''), { verb: 'dropped', process: 'X.exe', host: '' }],
    [bypassed('zoom.us', 'a.b'), { verb: 'bypassed', process: 'zoom.us', host: 'a.b' }],
    [
      'Bypassing connection by tunneling from process: X.exe, host: a.b',
      { verb: 'bypassed', process: 'X.exe', host: 'a.b' },
    ],
    [
      'bypassing flow to exception host: a.b, process: x helper, Dest IP: 192.0.2.1, Dest Port: 443',
      { verb: 'bypassed', process: 'x helper', host: 'a.b', address: '192.0.2.1', port: 443, isOtherException: true },
    ],
    [
      'bypassing flow to host: a.b, process: X.exe',
      { verb: 'bypassed', process: 'X.exe', host: 'a.b', isOtherException: true },
    ],
    [
      'Blocking UDP connection from process: X.exe, dest IP:192.0.2.1:443, src IP 10.0.0.1:5',
      { verb: 'udp_blocked', process: 'X.exe', host: '', address: '192.0.2.1', port: 443 },
    ],
    [
      'nsTunnel DTLS Tunneling flow from addr: 10.0.0.1:5, process: X.exe to host: a.b, addr: 192.0.2.1:443 to nsProxy',
      { verb: 'tunnelled', process: 'X.exe', host: 'a.b', address: '192.0.2.1', port: 443 },
    ],
  ])('tells of a connection: %s', (text, connection) => {
    expect(read(at(1, text))).toEqual(connection);
  });

  it.each([
    'Bypassing flow from process: X.exe to private ip: 192.168.1.123, Port: 1400, host: 192.168.1.123',
    'Found process: X.exe to be bypassed for managed devices',
    'Dropping connection from process: ',
    'process: process: process:',
    '',
  ])('tells of none that counts: %s', (text) => {
    expect(read(at(1, text))).toBeUndefined();
  });

  it('is read with the two lines before it, those of its own thread', () => {
    const found = at(1, 'Found process: X.exe to be bypassed for managed devices');
    const status = at(1, 'device classification status: managed');
    const elsewhere = at(1, 'device classification status: unmanaged').replace('tb44', 'tb45');
    expect(read(found, status, elsewhere, at(1, bypassed('X.exe')))).toMatchObject({ managed: true });
    expect(read(found, status, at(1, bypassed('Y.exe')))).not.toHaveProperty('managed');
    expect(read(found, status.replace('managed', 'class 7'), at(1, bypassed('X.exe')))).not.toHaveProperty('managed');
  });

  it('has a time in one of two spellings, or none', () => {
    expect(timeOf(at(7, ''))).toBe('2026-11-30 10:00:07.123');
    expect(timeOf('2026-11-30T10:00:07.123456 x')).toBe('2026-11-30 10:00:07.123');
    expect(timeOf('x 2026/11/30 10:00:07')).toBeUndefined();
  });
});

describe('bytes as lines', () => {
  const linesOf = (bytes: Buffer, size: number) => {
    const cutter = new LineCutter();
    const lines: string[] = [];
    for (let from = 0; from < bytes.length; from += size) lines.push(...cutter.push(bytes.subarray(from, from + size)));
    return [...lines, ...cutter.end()];
  };
  const text = 'first\r\nzweite ü\n\nlast';

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('are read as %s, wherever they are cut', (_, bytes) => {
    for (const size of [1, 3, 1000]) expect(linesOf(bytes, size)).toEqual(['first', 'zweite ü', '', 'last']);
    expect(textOf(bytes)).toBe(text);
  });

  it('are cut where a line has no end', () => {
    const [long, next] = linesOf(Buffer.from(`${'x'.repeat(5 * LONGEST_LINE)}\nnext`), 1000);
    expect([long!.length, next]).toEqual([LONGEST_LINE, 'next']);
    expect(linesOf(Buffer.alloc(0), 1)).toEqual([]);
    expect(linesOf(Buffer.from('a'), 1)).toEqual(['a']);
  });
});

describe('the files', () => {
  it('say the name of the configuration, the mode and the tunnel', () => {
    expect(readConfigurationFile('nssteering.json', '{"steering_config_name":" Sales ","traffic_mode":3}')).toEqual({
      files: [{ file: 'nssteering.json', configuration: 'Sales', trafficMode: '3' }],
    });
    const text =
      'Orgname:: Acme.\r\nSteering Config :: Sales v1.2.\r\nTunnel status:: NSTUNNEL_CONNECTED.\r\nTraffic Mode:: All Traffic.';
    expect(readDiagnosis(text)).toEqual({
      file: 'nsdiag -f',
      configuration: 'Sales v1.2',
      tunnel: 'NSTUNNEL_CONNECTED',
      trafficMode: 'All Traffic',
    });
    expect(readDiagnosis('Shopping list:: milk.')).toBeUndefined();
  });

  it('have entries, of which those without a process are left out', () => {
    const list = [
      { processName: ' X.exe ', appName: 'X', action: '1', isRegex: 'True' },
      { processName: 'Y.exe', isRegex: false },
      { processName: null },
      'Z.exe',
    ];
    expect(readConfigurationFile('nsbypass.json', JSON.stringify({ certPinnedAppList: list })).bypass).toEqual([
      { process: 'X.exe', app: 'X', action: 1, isPattern: true },
      { process: 'Y.exe', isPattern: false },
    ]);
  });

  it.each([
    ['', 'it is empty'],
    ['{', 'it is not JSON'],
    ['[]', 'it holds no object'],
    ['{"status":"error"}', /its status is not "success"/],
    ['{"certPinnedAppList":{}}', /it has no list/],
  ])('are refused: %s', (text, message) => {
    expect(() => readConfigurationFile('nsbypass.json', text)).toThrow(NotOfEndpoint);
    expect(() => readConfigurationFile('nsbypass.json', text)).toThrow(message);
  });

  it('are logs by their names, the oldest first', () => {
    const names = [
      'nsdebuglog.log',
      'NSDebugLog.2.log',
      'nsdebuglog.log.1',
      'nsdebuglog-jane.log',
      'nsdebuglog.log.bak',
    ];
    expect(names.filter(isLog).sort(byAge)).toEqual(['NSDebugLog.2.log', 'nsdebuglog.log.1', 'nsdebuglog.log']);
  });
});
