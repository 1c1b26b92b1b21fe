import { UnusableFile } from '../../live/json-file';
import { type Snapshot, readSnapshot, snapshotText, withoutNotes } from '../../live/snapshot';
import { modelFromRestV1, PUBLISHED_DIALECT } from '../../steering';
import { listedV1, shownV1 } from './support/scripted-rest-v1';

const SNAPSHOT: Snapshot = {
  tenant: 'https://acme.goskope.com',
  observedAt: '2026-11-30T06:00:00.000Z',
  configurations: [
    ...listedV1(2).map((one) => ({ id: one.config_id, name: one.config_name, shown: shownV1(one) })),
    { id: 7, name: 'Not shown' },
    { id: null, name: 'Not listed', shown: {} },
  ],
};
const DOCUMENT = JSON.parse(snapshotText(SNAPSHOT)) as { configurations: object[] };

const complaintAbout = (text: string): string => {
  try {
    readSnapshot(text, 'The snapshot x.json');
  } catch (cause) {
    if (cause instanceof UnusableFile) return cause.lines.join('\n');
    throw cause;
  }
  return 'none';
};
const changed = (change: object) => complaintAbout(JSON.stringify({ ...DOCUMENT, ...change }));
const entry = (one: unknown) => changed({ configurations: [one] });

it('says the same after it was written and read', () => {
  const text = snapshotText(SNAPSHOT);
  expect(readSnapshot(text)).toEqual(SNAPSHOT);
  expect(snapshotText(readSnapshot(text))).toBe(text);
  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    'format',
    'format_version',
    'tenant',
    'observed_at',
    'configurations',
  ]);
});

it('is the same text, whatever the order in which a tenant shows things', () => {
  const apps = ['b', 'a'].map((app_name) => ({ app_name, enabled: true }));
  const shown = (data: object[]) => ({ exceptions: { cert_pinned_apps: { data, count: 2 } }, enabled: true });
  const texts = [
    [
      { id: 3, name: 'c', shown: shown(apps) },
      { id: 1, name: 'd' },
    ],
    [
      { id: 1, name: 'd' },
      { id: 3, name: 'c', shown: Object.fromEntries(Object.entries(shown([...apps].reverse())).reverse()) },
    ],
  ].map((configurations) => snapshotText({ ...SNAPSHOT, configurations }));
  expect(texts[1]).toBe(texts[0]);
});

it('can leave out the notes, which are not observed then', () => {
  const shown = { exceptions: { domains: { data: [{ domains: ['a.example'], notes: 'for Ann' }], count: 1 } } };
  const with_ = { ...SNAPSHOT, configurations: [{ id: 0, name: 'Default', shown }] };
  const without = readSnapshot(snapshotText(withoutNotes(with_)));
  expect(snapshotText(without)).not.toMatch(/notes|Ann/);
  const notesIn = ({ configurations }: Snapshot) =>
    modelFromRestV1(configurations, PUBLISHED_DIALECT).exceptions.find(({ data }) => data.type === 'domains')?.notes;
  expect(notesIn(with_)).toEqual({ known: true, value: 'for Ann' });
  expect(notesIn(without)).toMatchObject({ known: false, reason: expect.stringContaining('not observed') });
});

it('is read with names that mean something to JavaScript, which do nothing', () => {
  const strange = '"__proto__":{"enabled":false,"polluted":1},"constructor":2';
  const hostile = JSON.stringify(DOCUMENT).replaceAll('"enabled":true', strange);
  const { configurations } = readSnapshot(hostile);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(Object.keys(configurations[0]!.shown!)).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
  const model = modelFromRestV1(configurations, PUBLISHED_DIALECT);
  expect(model.configurations.find(({ key }) => key === '1')?.enabled.known).toBe(false);
});

it('is read from a later release that wrote more, and with a byte order mark', () => {
  const text = JSON.stringify({ ...DOCUMENT, format_version: '1.7', more: 1, __proto__: 2 });
  expect(readSnapshot(`\uFEFF${text}`)).toEqual(SNAPSHOT);
});

test.each<[string, () => string, RegExp]>([
  ['no JSON', () => complaintAbout('{"format": }'), /x\.json is no JSON\. line 1, column 12: a value is missing/],
  ['nothing', () => complaintAbout(''), /there is nothing in it/],
  [
    'another file',
    () => complaintAbout('{"format_version": "1.0"}'),
    /is no snapshot.*Make one with: netskope-steering/,
  ],
  ['a list', () => complaintAbout('[]'), /is no snapshot/],
  ['no version', () => changed({ format_version: 1 }), /no "format_version" such as "1\.0"/],
  ['a higher version', () => changed({ format_version: '2.0' }), /version 2\.0, and this program reads 1\.0/],
  ['no tenant', () => changed({ tenant: undefined }), /tenant: is missing/],
  ['a tenant that is none', () => changed({ tenant: 'http://acme.example' }), /tenant: is not the address.*plain http/],
  ['a local time', () => changed({ observed_at: '2026-11-30 06:00' }), /observed_at: must be a time in UTC/],
  ['no list', () => changed({ configurations: {} }), /configurations: must be a list/],
  ['an entry that is none', () => entry(7), /configurations\[0\]: must be an object/],
  [
    'an id that is none',
    () => entry({ config_id: '0', config_name: 'a' }),
    /configurations\[0\]\.config_id: must be a whole number/,
  ],
  ['a negative id', () => entry({ config_id: -1, config_name: 'a' }), /config_id/],
  ['no name', () => entry({ config_id: 0 }), /configurations\[0\]\.config_name: is missing/],
  [
    'a wrong answer',
    () => entry({ config_id: 0, config_name: 'a', shown: [] }),
    /configurations\[0\]\.shown: must be an object/,
  ],
  [
    'one id twice',
    () => changed({ configurations: [0, 0].map((config_id) => ({ config_id, config_name: 'a' })) }),
    /configurations\[1\]\.config_id: is the same as that of \[0\]/,
  ],
  ['too many', () => changed({ configurations: listedV1(5_001) }), /more than 5000 configurations/],
  ['many mistakes', () => changed({ configurations: Array(30).fill(7) }), /and 20 more$/],
  [
    'too deep',
    () => complaintAbout(JSON.stringify(DOCUMENT).replace('"web"', `${'['.repeat(70)}${']'.repeat(70)}`)),
    /more than 64 brackets/,
  ],
  [
    'far too deep',
    () => complaintAbout(JSON.stringify(DOCUMENT).replace('"web"', `${'['.repeat(9_999)}${']'.repeat(9_999)}`)),
    /more than 64 brackets/,
  ],
])('is refused, with the place and the reason: %s', (_name, complaint, text) => {
  expect(complaint()).toMatch(text);
});

it('has no complaint that quotes a value', () => {
  expect(
    changed({ tenant: 'https://a.example/?token=s3cr3t', observed_at: 's3cr3t', configurations: ['s3cr3t'] }),
  ).not.toContain('s3cr3t');
});
