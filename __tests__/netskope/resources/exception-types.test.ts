import { findingsOf, objectId, Stage } from '../support/drive';
import {
  EXCEPTION_TYPE_NAMES,
  EXCEPTION_TYPES,
  type ExceptionTypeName as TypeName,
} from '../../../steering/domain/exceptions';
import { exceptionOf } from '../../support/samples';

/** Per type: what is written, what the tenant then holds, and what somebody else may make of it. */
const CASES: Readonly<Record<Exclude<TypeName, 'certificate_pinned_app'>, readonly [object, object, object]>> = {
  application: [
    { applications: ['Box', 'Dropbox'] },
    { apps: ['Box', 'Dropbox'], action: 'bypass' },
    { apps: ['Box'], action: 'bypass_except_dns' },
  ],
  category: [{ categories: ['Finance'] }, { categories: ['Finance'] }, { categories: ['Finance', 'Health'] }],
  destination_location: [
    { network_locations: ['HQ'], action: 'bypass_except_dns', treat_like_local_ip: true },
    { locations: ['HQ'], action: 'bypass_except_dns', treat_like_local_ip: true },
    { locations: ['HQ'], action: 'bypass', treat_like_local_ip: false },
  ],
  dns: [
    {
      questions: [
        { domain: 'a.example', record_type: 'all' },
        { domain: '192.0.2.1', record_type: 'PTR' },
      ],
    },
    {
      questions: [
        { domain: 'a.example', record_type: 'all' },
        { domain: '192.0.2.1', record_type: 'PTR' },
      ],
    },
    { questions: [{ domain: 'a.example', record_type: 'A' }] },
  ],
  domains: [
    { domains: ['a.example', '*.b.example'] },
    { domains: ['a.example', '*.b.example'] },
    { domains: ['c.example'] },
  ],
  source_countries: [{ countries: ['DE', 'US'] }, { countries: ['DE', 'US'] }, { countries: ['DE'] }],
  source_location: [{ network_locations: ['Lab'] }, { locations: ['Lab'] }, { locations: ['Lab', 'HQ'] }],
};

/** Modes in which the type is offered. */
const MODE: Partial<Record<TypeName, 'all' | 'web'>> = { category: 'all', dns: 'all' };

const start = (type: TypeName) => Stage.start({ trafficMode: MODE[type] ?? 'cloud_apps' });
const config = (data: object, more: object = {}) => ({ configuration_id: '0', ...data, ...more });

it('has a case for each type', () => {
  expect([...Object.keys(CASES), 'certificate_pinned_app'].sort()).toEqual([...EXCEPTION_TYPE_NAMES].sort());
});

describe.each(Object.entries(CASES) as [keyof typeof CASES, (typeof CASES)[keyof typeof CASES]][])(
  'an exception for %s',
  (type, [data, stored, theirs]) => {
    it('goes to the tenant and back, and plans empty', async () => {
      const stage = await start(type);
      const made = await stage.settle(exceptionOf(type), config(data, { notes: 'why' }));
      const object = stage.tenant.store.exceptions.get(objectId(made))!;
      expect(object).toMatchObject({ type, notes: 'why', location: null });
      expect(sorted(object[type])).toEqual(sorted(stored));
    });

    it('is repaired in place when somebody changed it', async () => {
      const stage = await start(type);
      const made = await stage.settle(exceptionOf(type), config(data));
      const { exceptions } = stage.tenant.store;
      const before = exceptions.get(objectId(made))!;
      exceptions.put(before.id, { ...before, etag: 'theirs', [type]: theirs });
      const driver = await stage.newDriver();
      const drifted = await driver.read(exceptionOf(type), made);
      const { action } = await driver.plan(exceptionOf(type), config(data), drifted);
      expect(action).toBe('update');
      await driver.apply(exceptionOf(type), config(data), drifted);
      expect(sorted(exceptions.get(before.id)![type])).toEqual(sorted(stored));
    });

    it('is refused to the resource of each other type, by the name of its own', async () => {
      const stage = await start(type);
      const made = await stage.settle(exceptionOf(type), config(data));
      for (const other of EXCEPTION_TYPE_NAMES.filter((name) => name !== type)) {
        const [finding] = await findingsOf(stage.driver.importResource(exceptionOf(other), made.state['id'] as string));
        expect(finding?.text).toMatch(
          new RegExp(`^Cannot import this ${EXCEPTION_TYPES[other].title}: .*Use ${exceptionOf(type)} for it`),
        );
      }
    });
  },
);

it.each<[string, TypeName, object, string]>([
  ['no applications', 'application', { applications: [] }, 'applications'],
  ['an empty name', 'category', { categories: [''] }, 'categories'],
  ['an unknown action', 'application', { applications: ['a'], action: 'block' }, 'action'],
  ['a URL as a domain', 'domains', { domains: ['https://a.example'] }, 'domains'],
  ['a wildcard in the middle', 'domains', { domains: ['a.*.example'] }, 'domains'],
  ['an unknown record type', 'dns', { questions: [{ domain: 'a.example', record_type: 'WKS' }] }, 'questions'],
  ['PTR without an address', 'dns', { questions: [{ domain: 'a.example', record_type: 'PTR' }] }, 'questions'],
  ['a country in words', 'source_countries', { countries: ['Germany'] }, 'countries'],
])('refuses %s, at its attribute', async (_, type, data, at) => {
  const stage = await Stage.start();
  const [finding] = await findingsOf(stage.driver.apply(exceptionOf(type), config(data)));
  expect(finding?.at.replace(/(\.\?.*)$/, '')).toBe(at);
});

it('warns of a country code that stands for no country, and not where only something else changes', async () => {
  const stage = await Stage.start();
  const { driver } = stage;
  const type = exceptionOf('source_countries');
  const warned = () => driver.warnings.splice(0).map(({ summary, detail }) => `${summary}: ${detail}`);
  await driver.plan(type, config({ countries: ['DE', 'UK'] }));
  expect(warned()).toEqual([
    expect.stringMatching(/^Guardrail country-code: countries has "UK": "UK" is reserved.*Write "GB"/),
  ]);
  const made = await driver.apply(type, config({ countries: ['DE', 'UK'] }));
  warned();
  await driver.plan(type, { ...config({ countries: ['DE', 'UK'] }), notes: 'why' }, made);
  expect(warned()).toEqual([]);
});

/** Lists of the tenant have no order. */
function sorted(data: unknown): unknown {
  const lists = Object.entries(data as object).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : (value as unknown),
  ]);
  return Object.fromEntries(lists) as unknown;
}
