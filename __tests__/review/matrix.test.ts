/** What the matrix of a review says, and for whom: no host, transport, device or user stands for all others. */
import { describeCell, describeRow } from '../../review/document/cells';
import type { Span } from '../../review/document/document';
import { reviewPlans, type Review } from '../../review';
import type { Transport } from '../../steering';
import { app, blocked, DEFAULT, DEFAULT_CONFIGURATION, planOf, port, type Made } from './support/plan';

const review = (...made: readonly Made[]): Review =>
  reviewPlans([{ name: 'plan', source: '', plan: JSON.stringify(planOf(...made)) }], { today: '2026-11-24' }).plans[0]!;

const same = (type: string, name: string, value: Made['after']): Made => ({
  type,
  name,
  before: value!,
  after: value!,
});
const pinned = (name: string, ...processes: string[]): Made =>
  same('certificate_pinned_app', name, app(name, processes.length === 0 ? [`${name}.exe`] : processes));
const text = (spans: readonly Span[]) => spans.map((span) => span.text).join('');

/** The cells of Windows by process and ports, a text for each line. */
function cells({ matrices }: Review, transport: Transport = 'tcp'): Record<string, Record<string, string[]>> {
  const found = matrices.filter(
    (one) => one.platforms.includes('windows') && (one.transport ?? transport) === transport,
  );
  expect(found.length).toBeLessThan(2);
  return Object.fromEntries(
    found.flatMap(({ rows, ports }) =>
      rows.map((row) => [
        text(describeRow(row)),
        Object.fromEntries(row.cells.map((cell, column) => [ports[column]!, describeCell(cell).map(text)])),
      ]),
    ),
  );
}

const ANY = 'any process that no exception names';
const TELEGRAM = pinned('Telegram');
const BLOCK = blocked('e', 'app-Telegram');
const PARTNER = { id: '0/p', configuration_id: '0', domains: ['partner.example.com'] };
const CHAT = port(5222, ['whatsapp.com', 'whatsapp.net']);
const CHAT_HOSTS = 'whatsapp.com and below, whatsapp.net and below';

test('one host that is bypassed is not every host', () => {
  const made = [
    DEFAULT,
    TELEGRAM,
    same('certificate_pinned_app_exception', 'e', BLOCK),
    { name: 'partner', after: PARTNER },
  ];
  expect(cells(review(...made))).toEqual({
    'Telegram.exe': {
      '80, 443': ['partner.example.com: block → unknown: block or bypass (direct)', 'else block; addresses as before'],
    },
    [ANY]: { '80, 443': ['partner.example.com: steer → bypass (direct)', 'else steer; addresses as before'] },
  });
});

test('one host that is bypassed beside an app that is blocked anew', () => {
  const made = [DEFAULT, TELEGRAM, { name: 'e', after: BLOCK }, { name: 'partner', after: PARTNER }];
  expect(cells(review(...made))['Telegram.exe']).toEqual({
    '80, 443': [
      'partner.example.com: steer → unknown: block or bypass (direct)',
      'any host name but partner.example.com itself: steer → block',
      'addresses as before',
    ],
  });
});

describe('the port of one app', () => {
  const apps = ['WhatsApp', 'Telegram', 'Signal'];
  const three = (change: (name: string) => Partial<Made>): Made[] =>
    apps.flatMap((name) => [pinned(name), { name, ...change(name) }]);

  test('is told with its hosts for the others', () => {
    const made = three((name) => ({ after: blocked(name, `app-${name}`) }));
    expect(cells(review(DEFAULT, ...made, { type: 'non_standard_port', name: 'p', after: CHAT }))).toEqual({
      'Signal.exe, Telegram.exe, WhatsApp.exe': {
        '80, 443': ['any host name: steer → block', 'addresses as before'],
        5222: [`${CHAT_HOSTS}: direct → block`, 'else direct'],
      },
      [ANY]: {
        '80, 443': ['steer; addresses as before'],
        5222: [`${CHAT_HOSTS}: direct → steer`, 'else direct'],
      },
    });
  });

  test('is none of theirs when it goes', () => {
    const made = three((name) => ({
      before: blocked(name, `app-${name}`),
      ...(name !== 'WhatsApp' && { after: blocked(name, `app-${name}`) }),
    }));
    expect(cells(review(DEFAULT, ...made, { type: 'non_standard_port', name: 'p', before: CHAT }))).toEqual({
      'Signal.exe, Telegram.exe': {
        '80, 443': ['block; addresses as before'],
        5222: [`${CHAT_HOSTS}: block → direct`, 'else direct'],
      },
      'WhatsApp.exe': {
        '80, 443': ['any host name: block → steer', 'addresses as before'],
        5222: [`${CHAT_HOSTS}: block → direct`, 'else direct'],
      },
      [ANY]: {
        '80, 443': ['steer; addresses as before'],
        5222: [`${CHAT_HOSTS}: steer → direct`, 'else direct'],
      },
    });
  });

  test('stands beside the port of another', () => {
    const made = ['FieldTool', 'WhatsApp'].flatMap((name) => [
      pinned(name),
      { name, after: blocked(name, `app-${name}`) },
    ]);
    const ports = [
      { type: 'non_standard_port', name: 'p', after: CHAT },
      { type: 'non_standard_port', name: 'q', after: port(8443, ['fieldtool.example.com']) },
    ];
    expect(cells(review(DEFAULT, ...made, ...ports))['FieldTool.exe, WhatsApp.exe']).toMatchObject({
      5222: [`${CHAT_HOSTS}: direct → block`, 'else direct'],
      8443: ['fieldtool.example.com and below: direct → block', 'else direct'],
    });
  });
});

test('a configuration of some users, on one side, is not everybody', () => {
  const sales = {
    ...DEFAULT_CONFIGURATION,
    id: '7',
    name: 'Sales',
    user_groups: ['Sales'],
    dynamic_steering: { enabled: true, on_premises_traffic_mode: 'none', off_premises_traffic_mode: 'web' },
  };
  const made = [
    DEFAULT,
    TELEGRAM,
    same('certificate_pinned_app_exception', 'e', BLOCK),
    { type: 'configuration', name: 's', after: sales },
  ];
  const { 'Telegram.exe': row } = cells(review(...made));
  const who = 'clients that get configuration Sales instead of Default tenant config (such as users in Sales)';
  expect(row?.['80, 443']?.slice(0, 2)).toEqual([
    `any host name, ${who}, off-premises: block → steer`,
    `any host name, ${who}, on-premises: block → direct`,
  ]);
  expect(row?.['80, 443']?.at(-1)).toBe('else block; addresses as before');
});

test('a block of unmanaged devices is told, though managed ones go on as before', () => {
  const change = {
    name: 'e',
    before: blocked('e', 'app-Telegram', 'bypass_direct'),
    after: blocked('e', 'app-Telegram', 'bypass_managed_direct'),
  };
  expect(cells(review(DEFAULT, TELEGRAM, change))).toEqual({
    'Telegram.exe': {
      '80, 443': [
        'any host name, unmanaged devices: bypass (direct) → block',
        'else bypass (direct); addresses as before',
      ],
    },
  });
});

test('what is true of UDP only stands in a table of UDP', () => {
  const at = {
    ...DEFAULT,
    after: { ...DEFAULT_CONFIGURATION, traffic_mode: 'all', bypass_exception_traffic_at: 'cloud' },
    before: { ...DEFAULT_CONFIGURATION, traffic_mode: 'all' },
  };
  const found = review(at, same('domain_exception', 'partner', PARTNER));
  expect(cells(found)).toEqual({
    [ANY]: { '80, 443': ['partner.example.com: bypass (direct) → bypass (tunnel)', 'else steer; addresses as before'] },
  });
  expect(cells(found, 'udp')).toEqual({
    [ANY]: {
      // Whether a domain exception counts for what is not web traffic, nobody published.
      'all but 53, 5353': [
        'partner.example.com: unknown: bypass (direct) or steer → unknown: bypass (tunnel) or steer',
        'else steer; addresses as before',
      ],
    },
  });
});

test('rows are the processes that matter: 25 blocked apps in one, and no app that stands for others', () => {
  const blocks = Array.from({ length: 25 }, (_, index) => [
    pinned(`App${index}`),
    same('certificate_pinned_app_exception', `e${index}`, blocked(`e${index}`, `app-App${index}`)),
  ]).flat();
  const box = [pinned('Box'), same('certificate_pinned_app', 'unused', app('Unused', ['Unused.exe']))];
  const mode = { ...DEFAULT, after: { ...DEFAULT_CONFIGURATION, traffic_mode: 'cloud_apps' } };
  const found = review(mode, ...blocks, ...box);
  expect(cells(found)).toMatchObject({
    'App0.exe, App1.exe, App2.exe and 22 more': {
      '80, 443': [
        'any host name: block → unknown: block or direct',
        expect.any(String),
        expect.any(String),
        expect.any(String),
      ],
    },
    [ANY]: {
      '80, 443': [
        'any host name, no host name, other literal addresses: steer → unknown: steer or direct',
        'local addresses: perhaps steer → direct',
        'else direct',
      ],
    },
  });
  expect(JSON.stringify(found.matrices)).not.toContain('Box.exe');
});

test('a cell with many cases counts those that it leaves out', () => {
  const groups = Array.from({ length: 6 }, (_, index) => ({
    ...DEFAULT_CONFIGURATION,
    id: `${index + 1}`,
    name: `Group ${index}`,
    priority: index + 1,
    user_groups: [`G${index}`],
  }));
  const made = groups.flatMap((group, index): Made[] => [
    same('configuration', `g${index}`, group),
    { name: `e${index}`, after: { ...blocked(`e${index}`, 'app-Telegram'), configuration_id: group.id } },
  ]);
  const [matrix] = review(DEFAULT, TELEGRAM, ...made).matrices;
  const [cell] = matrix?.rows[0]?.cells ?? [];
  expect(cell?.cases.length).toBeLessThan(5);
  expect(cell?.cases[0]?.flows.find(({ dimension }) => dimension === 'client')?.values).toHaveLength(6);
  expect(describeCell({ ...cell!, moreCases: 3 }).map(text)).toContain('3 more cases: see the changes');
});
