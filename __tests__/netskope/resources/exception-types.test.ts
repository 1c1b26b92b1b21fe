import { findingsOf, objectId, Stage } from '../support/drive';
import { TYPE_NAMES, type TypeName } from '../../../providers/netskope/resources/exception/types';

const EXCEPTION = 'netskopesteering_exception';

/** Per type: what is written, what the tenant then holds, and what somebody else may make of it. */
const CASES: Readonly<Record<Exclude<TypeName, 'certificate_pinned_app'>, readonly [object, object, object]>> = {
  application: [
    { apps: ['Box', 'Dropbox'] },
    { apps: ['Box', 'Dropbox'], action: 'bypass' },
    { apps: ['Box'], action: 'bypass_except_dns' },
  ],
  category: [['Finance'], { categories: ['Finance'] }, { categories: ['Finance', 'Health'] }],
  destination_location: [
    { locations: ['HQ'], action: 'bypass_except_dns', treat_like_local_ip: true },
    { locations: ['HQ'], action: 'bypass_except_dns', treat_like_local_ip: true },
    { locations: ['HQ'], action: 'bypass', treat_like_local_ip: false },
  ],
  dns: [
    [
      { domain: 'a.example', record_type: 'all' },
      { domain: '192.0.2.1', record_type: 'PTR' },
    ],
    {
      questions: [
        { domain: 'a.example', record_type: 'all' },
        { domain: '192.0.2.1', record_type: 'PTR' },
      ],
    },
    { questions: [{ domain: 'a.example', record_type: 'A' }] },
  ],
  domains: [['a.example', '*.b.example'], { domains: ['a.example', '*.b.example'] }, { domains: ['c.example'] }],
  source_countries: [['DE', 'US'], { countries: ['DE', 'US'] }, { countries: ['DE'] }],
  source_location: [['Lab'], { locations: ['Lab'] }, { locations: ['Lab', 'HQ'] }],
};

/** Modes in which the type is offered. */
const MODE: Partial<Record<TypeName, 'all' | 'web'>> = { category: 'all', dns: 'all' };

const start = (type: TypeName) => Stage.start({ trafficMode: MODE[type] ?? 'cloud_apps' });
const config = (type: TypeName, data: object, more: object = {}) => ({ configuration_id: '0', [type]: data, ...more });

it('has a case for each type', () => {
  expect([...Object.keys(CASES), 'certificate_pinned_app'].sort()).toEqual([...TYPE_NAMES].sort());
});

describe.each(Object.entries(CASES) as [keyof typeof CASES, (typeof CASES)[keyof typeof CASES]][])(
  'an exception for %s',
  (type, [data, stored, theirs]) => {
    it('goes to the tenant and back, and plans empty', async () => {
      const stage = await start(type);
      const made = await stage.settle(EXCEPTION, config(type, data, { notes: 'why' }));
      const object = stage.tenant.store.exceptions.get(objectId(made))!;
      expect(object).toMatchObject({ type, notes: 'why', location: null });
      expect(sorted(object[type])).toEqual(sorted(stored));
    });

    it('is repaired in place when somebody changed it', async () => {
      const stage = await start(type);
      const made = await stage.settle(EXCEPTION, config(type, data));
      const { exceptions } = stage.tenant.store;
      const before = exceptions.get(objectId(made))!;
      exceptions.put(before.id, { ...before, etag: 'theirs', [type]: theirs });
      const driver = await stage.newDriver();
      const drifted = await driver.read(EXCEPTION, made);
      const { action } = await driver.plan(EXCEPTION, config(type, data), drifted);
      expect(action).toBe('update');
      await driver.apply(EXCEPTION, config(type, data), drifted);
      expect(sorted(exceptions.get(before.id)![type])).toEqual(sorted(stored));
    });

    it('is another one when it becomes another type', async () => {
      const stage = await start(type);
      const made = await stage.settle(EXCEPTION, config(type, data));
      const other = type === 'domains' ? 'source_location' : 'domains';
      const { action } = await stage.driver.plan(EXCEPTION, config(other, CASES[other][0]), made);
      expect(action).toBe('replace');
    });
  },
);

it.each<[string, TypeName, object, string]>([
  ['no apps', 'application', { apps: [] }, 'application.apps'],
  ['an empty name', 'category', [''], 'category'],
  ['an unknown action', 'application', { apps: ['a'], action: 'block' }, 'application.action'],
  ['a URL as a domain', 'domains', ['https://a.example'], 'domains'],
  ['a wildcard in the middle', 'domains', ['a.*.example'], 'domains'],
  ['an unknown record type', 'dns', [{ domain: 'a.example', record_type: 'WKS' }], 'dns'],
  ['PTR without an address', 'dns', [{ domain: 'a.example', record_type: 'PTR' }], 'dns'],
  ['a country in words', 'source_countries', ['Germany'], 'source_countries'],
])('refuses %s, at its attribute', async (_, type, data, at) => {
  const stage = await Stage.start();
  const [finding] = await findingsOf(stage.driver.apply(EXCEPTION, config(type, data)));
  expect(finding?.at.replace(/(\.\?.*)$/, '')).toBe(at);
});

it('refuses two types, and none', async () => {
  const { driver } = await Stage.start();
  const two = { ...config('domains', ['a.example']), category: ['x'] };
  expect((await findingsOf(driver.apply(EXCEPTION, two)))[0]?.text).toMatch(
    /^Not exactly one type: The exception names category and domains/,
  );
  expect((await findingsOf(driver.apply(EXCEPTION, { configuration_id: '0' })))[0]?.text).toMatch(/names no type/);
});

/** Lists of the tenant have no order. */
function sorted(data: unknown): unknown {
  const lists = Object.entries(data as object).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : (value as unknown),
  ]);
  return Object.fromEntries(lists) as unknown;
}
