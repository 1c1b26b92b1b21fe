/** How the table of processes by ports looks on terminals of all widths, and on the page: nothing is cut, nothing lies. */
import { describeHosts, describeProcesses, legendOf } from '../../review/document/words';
import { shownTables } from '../../review/document/cells';
import type { Span } from '../../review/document/document';
import { tablesForTerminal } from '../../review/render/terminal-table';
import type { Case, Cell, Effect, Judgement, Matrix, MatrixRow } from '../../review/report';
import { render, reviewPlans } from '../../review';
import { widthOf, type Fate } from '../../steering';
import { app, blocked, DEFAULT, planOf, port } from './support/plan';

const sure = (fate: Fate): Judgement =>
  fate === 'bypass_direct'
    ? { outcome: 'bypass', via: 'direct', possible: [fate] }
    : { outcome: fate === 'bypass_tunnel' ? 'bypass' : fate, possible: [fate] };

const caseOf = (effect: Effect, before: Fate, after: Fate, hosts: readonly string[] = []): Case => ({
  effect,
  certain: true,
  before: sure(before),
  after: sure(after),
  turns: [{ before, after }],
  flows: hosts.length === 0 ? [] : [{ dimension: 'host', values: hosts }],
});

const cellOf = (cases: readonly Case[], stays: Fate = 'direct', isCollateral = false): Cell => ({
  before: sure(stays),
  after: sure(stays),
  ...(cases[0] !== undefined && { effect: cases[0].effect }),
  isCollateral,
  cases,
  moreCases: 0,
  unchanged: { names: [sure(stays)], addresses: [sure(stays)] },
  changes: [],
});

const rowOf = (process: string, cells: readonly Cell[], alike: readonly string[] = []): MatrixRow => ({
  process,
  kind: process.startsWith('any') ? 'others' : 'name',
  alike,
  cells,
});
const OTHERS = 'any process that no exception names';

const matrixOf = (over: Partial<Matrix> = {}): Matrix => ({
  platforms: ['windows'],
  transport: 'tcp',
  ports: ['80, 443', '5222'],
  rows: [
    rowOf('Telegram.exe', [
      cellOf([caseOf('broadening', 'block', 'bypass_direct', ['partner.example.com'])], 'block'),
      cellOf([caseOf('narrowing', 'direct', 'block', ['whatsapp.com and below', 'whatsapp.net and below'])]),
    ]),
    rowOf(OTHERS, [
      cellOf([], 'steer'),
      cellOf([caseOf('narrowing', 'direct', 'steer', ['whatsapp.com and below'])], 'direct', true),
    ]),
  ],
  more: { processes: 0, ports: 0 },
  ...over,
});

const plain = (_style: string, text: string) => text;
const inTerminal = (matrices: readonly Matrix[], columns: number) => tablesForTerminal(matrices, columns, plain);
const text = (spans: readonly Span[]) => spans.map((span) => span.text).join('');

const LONG = `${'very-long-label.'.repeat(4)}example.com`;
const ODD = matrixOf({
  ports: Array.from({ length: 9 }, (_, index) => `${5000 + index}`),
  rows: [
    rowOf(
      'メッセンジャー日本語.exe',
      Array(9).fill(cellOf([caseOf('narrowing', 'direct', 'steer', [`${LONG} and below`])])),
      ['👩‍👩‍👧 chat.exe', 'x'.repeat(200), 'c.exe', 'd.exe'],
    ),
    rowOf(OTHERS, Array(9).fill(cellOf([], 'steer'))),
  ],
});

describe('on a terminal', () => {
  test('a table that fits has a line for each case, with a sign in front', () => {
    expect(inTerminal([matrixOf()], 200)[0]).toBe(
      [
        '  Windows, TCP                          ports 80, 443                                    port 5222',
        '  Telegram.exe                          ▲ partner.example.com: block → bypass (direct)   ▼ whatsapp.com and below, whatsapp.net and below: direct → block',
        '                                        else block                                       else direct',
        '',
        '  any process that no exception names   steer                                            ⚠ the change does not name all of it',
        '                                                                                         ▼ whatsapp.com and below: direct → steer',
        '                                                                                         else direct',
      ].join('\n'),
    );
  });

  test('a table that does not fit wraps its texts between words', () => {
    expect(inTerminal([matrixOf()], 100)[0]).toBe(
      [
        '  Windows, TCP               ports 80, 443                     port 5222',
        '  Telegram.exe               ▲ partner.example.com:            ▼ whatsapp.com and below,',
        '                               block → bypass (direct)           whatsapp.net and below:',
        '                             else block                          direct → block',
        '                                                               else direct',
        '',
        '  any process that no        steer                             ⚠ the change does not name all of it',
        '    exception names                                            ▼ whatsapp.com and below:',
        '                                                                 direct → steer',
        '                                                               else direct',
      ].join('\n'),
    );
  });

  test('a table that cannot be read in columns is a block for each process, with a line for each column of ports', () => {
    expect(inTerminal([matrixOf()], 60)[0]).toBe(
      [
        '  Windows, TCP',
        '',
        '  Telegram.exe',
        '    ports 80, 443   ▲ partner.example.com:',
        '                      block → bypass (direct)',
        '                    else block',
        '    port 5222       ▼ whatsapp.com and below, whatsapp.net',
        '                      and below: direct → block',
        '                    else direct',
        '',
        '  any process that no exception names',
        '    ports 80, 443   steer',
        '    port 5222       ⚠ the change does not name all of it',
        '                    ▼ whatsapp.com and below: direct → steer',
        '                    else direct',
      ].join('\n'),
    );
  });

  test('ports of which a block says the same share a line', () => {
    const steers = cellOf([], 'steer');
    const changes = cellOf([caseOf('narrowing', 'direct', 'steer')]);
    const ports = ['80', '5222', '6000', '7000', '8000', '9000', '10000'];
    const rows = [rowOf('a.exe', [steers, changes, steers, changes, changes, changes, changes])];
    const [shown = ''] = inTerminal([matrixOf({ ports, rows })], 80);
    expect(shown.split('\n').slice(2)).toEqual([
      '  a.exe',
      '    port 80; port 6000',
      '      steer',
      '    port 5222; port 7000; port 8000; port 9000; port 10000',
      '      ▼ direct → steer',
      '      else direct',
    ]);
  });

  test.each([1, 20, 40, 41, 57, 80, 100, 133, 200, 500])(
    'no line is wider than %i columns, whatever is in it',
    (columns) => {
      for (const matrix of [matrixOf(), ODD, matrixOf({ more: { processes: 12, ports: 1 } })]) {
        const lines = inTerminal([matrix], columns).join('\n').split('\n');
        // No line can be narrower than its indent and a wide character.
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(Math.max(columns, 24));
        if (matrix !== ODD) continue;
        if (columns >= 100) expect(lines.join(' ').split(' ')).toContain(LONG);
        expect(lines.join('').replaceAll(' ', '')).toContain('メッセンジャー日本語.exe');
      }
    },
  );

  test('colours and signs say the same, and without colours the signs stay', () => {
    const styles = new Map<string, string>();
    tablesForTerminal([matrixOf()], 200, (style, shown) => {
      styles.set(shown, style);
      return shown;
    });
    expect(styles.get('▲ partner.example.com: block → bypass (direct)')).toBe('33');
    expect(styles.get('▼ whatsapp.com and below, whatsapp.net and below: direct → block')).toBe('32');
    expect(styles.get('⚠ the change does not name all of it')).toBe('31');
    expect(styles.get('else block')).toBe('2');
    expect(styles.get('steer')).toBe('2');
  });

  test('the width is that of the terminal, and 100 where there is none', () => {
    const made = [
      DEFAULT,
      { type: 'certificate_pinned_app', name: 'a', after: app('A', ['A.exe']) },
      { name: 'a', after: blocked('a', 'app-A') },
      { type: 'non_standard_port', name: 'p', after: port(5222, ['a.example', 'b.example', 'c.example', 'd.example']) },
    ];
    const report = reviewPlans([{ name: 'p', source: '', plan: JSON.stringify(planOf(...made)) }], {
      today: '2026-11-24',
    });
    const at = (columns?: number) => {
      const shown = render(report, 'terminal', { version: '0', ...(columns !== undefined && { columns }) });
      return shown.split('\n\nChanged traffic')[0]!.split('\n').slice(4);
    };
    const tables = (lines: readonly string[]) => lines.slice(lines.indexOf('Details'));
    expect(tables(at())).toEqual(tables(at(100)));
    expect(at(60)).not.toEqual(at(100));
    for (const columns of [40, 60, 100]) expect(Math.max(...at(columns).map(widthOf))).toBeLessThanOrEqual(columns);
  });
});

describe('tables of several platforms', () => {
  const mac = { platforms: ['mac_os'] as const };
  const linux = { platforms: ['linux', 'ios', 'android', 'chrome_os'] as const };
  const labels = (tables: ReturnType<typeof shownTables>) =>
    tables.map(({ title, rows }) => [
      title,
      ...rows.map((row) =>
        row.labels.map(({ processes, platforms = [] }) => `${platforms.join(' ')}: ${processes.process}`).join(' + '),
      ),
    ]);
  const others = matrixOf().rows[1]!;

  test('are one, in which each row names the platforms on which it is true', () => {
    const own = rowOf('Telegram', matrixOf().rows[0]!.cells);
    const all = [matrixOf(), matrixOf({ ...mac, rows: [own, others] }), matrixOf({ ...linux, rows: [others] })];
    expect(labels(shownTables(all))).toEqual([
      ['TCP', 'windows: Telegram.exe + mac_os: Telegram', `windows mac_os linux ios android chrome_os: ${OTHERS}`],
    ]);
    expect(inTerminal(all, 200)[0]).toContain(`All platforms: ${OTHERS}`);
  });

  test('keep apart what changes on some of them only', () => {
    const own = rowOf(OTHERS, [cellOf([caseOf('broadening', 'steer', 'direct')]), others.cells[1]!]);
    expect(labels(shownTables([matrixOf({ rows: [others] }), matrixOf({ ...mac, rows: [own] })]))).toEqual([
      ['TCP', `windows: ${OTHERS}`, `mac_os: ${OTHERS}`],
    ]);
  });

  test('say no change, and no outcome, where nothing changes and the outcomes differ', () => {
    const own = rowOf(OTHERS, [cellOf([], 'direct'), others.cells[1]!]);
    const few = matrixOf({ ...linux, ports: ['5222'], rows: [rowOf(OTHERS, [others.cells[1]!])] });
    for (const another of [matrixOf({ ...mac, rows: [own] }), few]) {
      const [table] = shownTables([matrixOf({ rows: [others] }), another]);
      expect(table?.rows).toHaveLength(1);
      expect(table?.rows[0]?.cells.map((cell) => cell?.effect)).toEqual([undefined, 'narrowing']);
      expect(table?.rows[0]?.cells[0]).toBeUndefined();
    }
  });

  test('stay apart by transport, by other ports, and where ports are left out', () => {
    const titles = (...all: Matrix[]) => shownTables(all).map(({ title }) => title);
    expect(titles(matrixOf(), matrixOf({ ...mac, transport: 'udp' }))).toEqual(['Windows, TCP', 'macOS, UDP']);
    expect(titles(matrixOf(), matrixOf({ ...mac, ports: ['80, 443', '8443'] }))).toEqual([
      'Windows, TCP',
      'macOS, TCP',
    ]);
    expect(titles(matrixOf(), matrixOf({ ...mac, more: { processes: 0, ports: 2 } }))).toEqual([
      'Windows, TCP',
      'macOS, TCP',
    ]);
    const { transport: _, ...both } = matrixOf();
    expect(titles(both)).toEqual(['Windows, TCP and UDP']);
  });
});

describe('words', () => {
  test.each([
    [['any host name'], 'any host name'],
    [['any other host name (not a.com, b.com)'], 'any host name but a.com and below, b.com and below'],
    [['any other host name (not a.com)', 'below a.com'], 'any host name but a.com itself'],
    [['below b.com', 'any other host name (not a.com, b.com)'], 'any host name but a.com and below, b.com itself'],
    [['any other host name (not a.com)', 'below b.com'], 'any host name but a.com and below, below b.com'],
    [
      ['deep.x.a.com', 'x.a.com and below', 'a.com and below', 'com and below'],
      'com and below, a.com and below, x.a.com and below and 1 more',
    ],
    [['a.com and below (not b.a.com)'], 'a.com and below but not b.a.com'],
    [
      ['private addresses', 'local addresses', 'other literal addresses', 'no host name'],
      'any literal address, no host name',
    ],
    [
      ['no host name', 'any host name', 'local IPv4 addresses', 'other literal addresses', 'private addresses'],
      'any host name, no host name, local IPv4 addresses, other literal addresses, private addresses',
    ],
  ])('of hosts %j', (values, words) => {
    expect(text(describeHosts(values, 3))).toBe(words);
  });

  test('of others are names, and our own are not', () => {
    const kinds = (spans: readonly Span[]) => spans.filter(({ kind }) => kind === 'name').map((span) => span.text);
    expect(kinds(describeHosts(['any other host name (not a.com)', 'b.com and below', 'local addresses'], 3))).toEqual([
      'a.com',
      'b.com',
    ]);
    expect(kinds(describeProcesses('pattern ^Box.*$ in other case, such as box'))).toEqual(['^Box.*$', 'box']);
  });

  test('of the legend are those that occur, each once', () => {
    const all = legendOf(matrixOf().rows.flatMap(({ cells }) => cells)).map(([sign]) => sign);
    expect(all).toEqual(['▲', '▼', '⚠', 'no sign', 'block', 'bypass (direct)', 'steer', 'direct', 'else', 'addresses']);
    const open: Judgement = { outcome: 'unknown', possible: ['steer', 'direct'] };
    const unknown = { ...cellOf([]), unchanged: { names: [open], addresses: [open] } };
    expect(legendOf([unknown]).map(([sign]) => sign)).toEqual([
      'no sign',
      'steer',
      'direct',
      'unknown',
      'else',
      'addresses',
    ]);
  });
});
