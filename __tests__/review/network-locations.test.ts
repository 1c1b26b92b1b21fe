/**
 * Network locations: an exception names them, and which flows belong to one depends on its addresses, which nobody compares here.
 * So a change of them is never called harmless where an exception uses the location, or may.
 */
import { render, reviewPlans, type Review } from '../../review';
import type { TenantObjects } from '../../steering';
import { DEFAULT, planOf, type Made } from './support/plan';

const URL = 'https://tenant.example/api/v2';
/** A tenant that has nothing beside what a plan manages. */
const NOTHING_ELSE: TenantObjects = { apps: [], configurations: [], ports: {}, exceptions: {} };

const review = (made: readonly Made[], tenant?: TenantObjects): Review =>
  reviewPlans([{ name: 'plan', source: 'plan.json', plan: JSON.stringify(planOf(DEFAULT, ...made)) }], {
    today: '2026-11-24',
    ...(tenant !== undefined && { tenant, serverUrl: URL }),
  }).plans[0]!;

const hq = (addresses: readonly string[], name = 'HQ') => ({ id: `loc-${name}`, name, addresses });
type Values = Readonly<Record<string, unknown>> | null;
const location = (before: object | null, after: object | null, change?: object): Made => ({
  type: 'network_location',
  name: 'hq',
  before: before as Values,
  after: after as Values,
  ...(change !== undefined && { change }),
});
const bypass = (names: readonly string[]) => ({
  id: '0/exc-1',
  configuration_id: '0',
  network_locations: names,
  action: 'bypass',
  treat_like_local_ip: false,
});
const exception = (before: object | null, after: object | null, change?: object): Made => ({
  type: 'destination_location_exception',
  name: 'it',
  before: before as Values,
  after: after as Values,
  ...(change !== undefined && { change }),
});
const kept = exception(bypass(['HQ']), bypass(['HQ']));
const [OLD, NEW] = [hq(['192.0.2.1']), hq(['192.0.2.1', '198.51.100.0/24'])];
const REPLACED = { actions: ['delete', 'create'] };

describe('is not judged, and said first', () => {
  test.each<[what: string, made: readonly Made[], tenant: TenantObjects | undefined]>([
    ['other addresses of a location that an exception uses', [location(OLD, NEW), kept], NOTHING_ELSE],
    ['other addresses where the plan does not show what uses them', [location(OLD, NEW)], undefined],
    [
      'addresses that are known after the apply',
      [location(OLD, { ...OLD, addresses: null }, { after_unknown: { addresses: true } }), kept],
      NOTHING_ELSE,
    ],
    [
      'a location that is replaced with its exception, and has other addresses then',
      [location(OLD, NEW, REPLACED), exception(bypass(['HQ']), bypass(['HQ']), REPLACED)],
      NOTHING_ELSE,
    ],
    ['a new location whose name an exception has already', [location(null, OLD), kept], NOTHING_ELSE],
  ])('%s', (_, made, tenant) => {
    const found = review(made, tenant);
    expect(found).toMatchObject({ verdict: 'broadening', isComplete: false });
    expect(found.notJudged).toEqual([
      expect.stringMatching(/^netskopesteering_network_location\.hq: .*network location "HQ"/),
    ]);
    const first = render({ formatVersion: '2.0', verdict: found.verdict, plans: [found] }, 'markdown', {
      version: '0',
      color: false,
    });
    expect(first).toMatch(/\*\*Cannot be judged as a whole\..*\*\*/);
  });

  test('and names the exceptions that use it', () => {
    expect(review([location(OLD, NEW), kept]).notJudged.join()).toContain(
      'netskopesteering_destination_location_exception.it uses it',
    );
  });
});

describe('is judged', () => {
  test.each<[what: string, made: readonly Made[]]>([
    ['other addresses of a location that nothing on the tenant uses', [location(OLD, NEW)]],
    ['the same addresses in another order', [location(NEW, hq([...NEW.addresses].reverse())), kept]],
    ['nothing that changes', [location(OLD, OLD), kept]],
  ])('%s', (_, made) => {
    expect(review(made, NOTHING_ELSE)).toMatchObject({ verdict: 'no_traffic_change', isComplete: true, notJudged: [] });
  });

  test('a new location with a new exception, by what the exception does', () => {
    const found = review([location(null, OLD), exception(null, bypass(['HQ']))]);
    expect(found).toMatchObject({ verdict: 'broadening', isComplete: true, notJudged: [] });
    expect(JSON.stringify(found.traffic)).toContain('HQ');
  });

  test.each<[string, Made]>([
    ['that is deleted', location(OLD, null)],
    ['that is replaced', location(OLD, OLD, REPLACED)],
  ])('a location %s, as a tenant deletes its exceptions with it', (_, made) => {
    const found = review([made, exception(bypass(['HQ', 'Lab']), bypass(['HQ', 'Lab']))]);
    expect(found.verdict).toBe('narrowing');
    expect(found.traffic.map(({ effect }) => effect)).toContain('narrowing');
  });

  test('an exception that turns away from a location that is deleted, as what it becomes', () => {
    const found = review([location(OLD, null), exception(bypass(['HQ', 'Lab']), bypass(['Lab']))]);
    expect(JSON.stringify(found.traffic)).not.toContain('Lab"]');
  });
});
