/** What follows from a review: gates, approvals, and whether a plan is what was reviewed. */
import {
  differencesFrom,
  FORMATS,
  render,
  reviewPlans,
  stopOf,
  UnreadableReview,
  type Gate,
  type Report,
  type ReviewOptions,
} from '../../review';
import { writeSteeringJson } from '../../steering';
import { app, blocked, DEFAULT, DEFAULT_CONFIGURATION, planOf, port, type Made } from './support/plan';

const review = (made: readonly Made[], options: Partial<ReviewOptions> = {}): Report =>
  reviewPlans([{ name: 'plan', source: 'plan.json', plan: JSON.stringify(planOf(...made)) }], {
    today: '2026-11-24',
    serverUrl: 'https://emea.goskope.com/api/v2',
    ...options,
  });
const planned = (report: Report) => report.plans[0]!;

const APP = app('A', ['A.exe']);
const same = (type: string, value: Made['after']): Made => ({ type, name: 'it', before: value!, after: value! });
const there = same('certificate_pinned_app', APP);

describe('gates', () => {
  const collateral: Made[] = [DEFAULT, { type: 'non_standard_port', name: 'p', after: port(5222, []) }];
  const broadening: Made[] = [
    DEFAULT,
    there,
    { name: 'e', after: blocked('e', APP.id, 'bypass_direct', ['a.example']) },
  ];
  const narrowing: Made[] = [DEFAULT, there, { name: 'e', after: blocked('e', APP.id) }];
  const error = [
    DEFAULT,
    same('certificate_pinned_app', app('B', ['C:\\B.exe'])),
    { name: 'e', after: blocked('e', 'app-B') },
  ];

  it.each<[string, readonly Made[], Gate[], Gate | undefined]>([
    ['collateral', collateral, ['collateral'], 'collateral'],
    ['collateral', collateral, ['broadening'], 'collateral'],
    ['broadening', broadening, ['collateral'], undefined],
    ['broadening', broadening, ['broadening'], 'broadening'],
    ['narrowing', narrowing, ['broadening', 'collateral', 'error'], undefined],
    ['an error', error, ['error'], 'error'],
    ['an error', error, ['warning'], 'error'],
    ['a warning', collateral, ['error'], undefined],
    ['a warning', collateral, ['warning'], 'warning'],
    ['anything', collateral, [], undefined],
  ])('%s, of %#', (_what, made, gates, stops) => {
    expect(stopOf(review(made), gates)?.gate).toBe(stops);
  });

  it('let pass what is approved, and nothing else', () => {
    const made = broadening;
    const ids = planned(review(made)).traffic.map(({ id }) => id);
    const approvals = (expires: string, some = ids) =>
      JSON.stringify({ approvals: some.map((change) => ({ change, ...place, reason: 'CHG-2', expires })) });
    const place = { stack: 'plan', tenant: 'https://emea.goskope.com/api/v2' };
    const stop = (text: string) => stopOf(review(made, { approvals: text }), ['broadening'])?.gate;
    expect(stop(approvals('2026-11-24'))).toBeUndefined();
    expect(stop(approvals('2026-11-23'))).toBe('broadening');
    expect(stop(approvals('2026-12-31', ids.slice(1)))).toBe('broadening');
    const approved = planned(review(made, { approvals: approvals('2026-12-31', [...ids, '0'.repeat(32)]) }));
    expect(approved.approvals.map(({ status }) => status)).toEqual([...ids.map(() => 'used'), 'unused']);
    expect(approved.traffic[0]?.approval).toEqual({ reason: 'CHG-2', expires: '2026-12-31' });
    // What goes further has another id.
    const further = [
      DEFAULT,
      there,
      { name: 'e', after: blocked('e', APP.id, 'bypass_direct', ['a.example', 'b.example']) },
    ];
    expect(stopOf(review(further, { approvals: approvals('2026-12-31') }), ['broadening'])?.gate).toBe('broadening');
  });
});

describe('the last day of an exception', () => {
  const TYPE = 'netskopesteering_certificate_pinned_app_exception';
  const stack = { resource: { [TYPE]: { old: { '//': { metadata: { path: 'plan/Vendor/Resource' } } } } } };
  const old = (change: object) => ({
    name: 'old',
    before: blocked('old', APP.id),
    after: blocked('old', APP.id),
    ...change,
  });
  const other = { name: 'e', after: blocked('e', APP.id, 'block', ['a.example']) };

  function judged(today: string, change: object, { suppressed = false, isKnown = true } = {}): Report {
    const steering = writeSteeringJson({
      suppressions: suppressed ? [{ rule: 'expired', on: 'plan/Vendor', reason: 'CHG-3' }] : [],
      trafficTests: [],
      invariants: [],
      premises: [],
      expiries: [{ construct: 'plan/Vendor', address: `${TYPE}.old`, expires: '2026-11-24' }],
      orders: [],
    });
    const plan = JSON.stringify(planOf(DEFAULT, there, other, old(change)));
    const files = isKnown ? { stack: JSON.stringify(stack) } : {};
    return reviewPlans([{ name: 'plan', source: 'plan.json', plan, steering, ...files }], { today });
  }
  const found = (report: Report) => planned(report).findings.filter(({ rule }) => rule === 'expired');
  const stays = {};
  const isMade = { before: null };

  it.each<[what: string, today: string, change: object, gates: Gate[], stops: Gate | undefined]>([
    ['15 days before', '2026-11-09', stays, ['warning'], undefined],
    ['14 days before', '2026-11-10', stays, ['error'], undefined],
    ['14 days before', '2026-11-10', stays, ['warning'], 'warning'],
    ['the last day', '2026-11-24', stays, ['error'], undefined],
    ['the last day', '2026-11-24', stays, ['warning'], 'warning'],
    ['the day after', '2026-11-25', stays, ['error'], 'error'],
    ['the day after, where it is only planned', '2026-11-25', isMade, ['error'], 'error'],
    ['years after, where the plan destroys it', '2030-01-01', { after: null }, ['warning', 'error'], undefined],
  ])('%s stops as rules do (%#)', (_what, today, change, gates, stops) => {
    const report = judged(today, change);
    const ours = { ...report, plans: report.plans.map((plan) => ({ ...plan, findings: found(report) })) };
    expect(stopOf(ours, gates)?.gate).toBe(stops);
  });

  it('is told in every format, with the construct and the address', () => {
    const report = judged('2026-11-25', stays);
    expect(found(report)).toEqual([
      expect.objectContaining({
        severity: 'error',
        isNew: false,
        at: [expect.objectContaining({ construct: 'plan/Vendor', address: `${TYPE}.old` }) as unknown],
      }),
    ]);
    for (const format of FORMATS) {
      const text = render(report, format, { version: '0' }).replace(/\s+/g, ' ');
      const where = format === 'sarif' ? [] : ['plan/Vendor'];
      for (const part of ['was to go after', 'and is still there', 'write a later day in', `${TYPE}.old`, ...where])
        expect([format, text]).toEqual([format, expect.stringContaining(part)]);
    }
    expect(render(judged('2026-11-25', isMade), 'markdown', { version: '0' })).toContain('is still planned');
    expect(render(judged('2026-11-23', stays), 'markdown', { version: '0' })).toContain('1 day is left');
  });

  it('is found by its address where the stack is not at hand', () => {
    expect(found(judged('2026-11-25', stays, { isKnown: false }))).toHaveLength(1);
  });

  it('may be accepted with a reason, by a suppression or by an approval of the one finding', () => {
    const report = judged('2026-11-25', stays, { suppressed: true });
    expect([found(report), planned(report).suppressed]).toEqual([[], 1]);
    const rules = planned(judged('2026-10-25', stays, { suppressed: true })).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('suppression');
    // The finding is the same one on every day after.
    expect(found(judged('2026-12-25', stays))).toEqual(found(judged('2026-11-25', stays)));
  });
});

describe('whether a plan is what was reviewed', () => {
  const before = blocked('e', APP.id);
  const made = (after: Made['after'], more: object = {}): Made[] => [
    DEFAULT,
    there,
    { name: 'e', before, after: after!, ...more },
  ];
  const reviewed = (report: Report) => render(report, 'json', { version: '0' });
  const bypass = blocked('e', APP.id, 'bypass_direct');

  it('it is, where it does the same', () => {
    expect(differencesFrom(reviewed(review(made(bypass))), review(made(bypass)))).toEqual([]);
  });

  it.each<[string, Report, RegExp]>([
    ['another value', review(made({ ...bypass, notes: 'x' })), /does what was not reviewed: update/],
    ['nothing any more', review(made(before)), /no longer does what was reviewed/],
    [
      'something more',
      review([...made(bypass), { type: 'aws', name: 'x', after: {} }]),
      /not reviewed: create "aws\.x"/,
    ],
    [
      'the same to other traffic',
      review([
        ...made(bypass).slice(1),
        {
          ...DEFAULT,
          before: { ...DEFAULT_CONFIGURATION, traffic_mode: 'all' },
          after: { ...DEFAULT_CONFIGURATION, traffic_mode: 'all' },
        },
      ]),
      /traffic in another way/,
    ],
    [
      'something sensitive',
      review(made(bypass, { change: { after_sensitive: { id: true } } })),
      /sensitive values are others/,
    ],
  ])('it is not, where it does %s', (_what, fresh, says) => {
    expect(differencesFrom(reviewed(review(made(bypass))), fresh).join('\n')).toMatch(says);
  });

  it('a sensitive value that changes is noticed, and not shown', () => {
    const hidden = (domain: string) =>
      review(made({ ...bypass, notes: domain }, { change: { after_sensitive: { notes: true } } }));
    const text = reviewed(hidden('first.example'));
    expect(text).not.toContain('first');
    expect(differencesFrom(text, hidden('first.example'))).toEqual([]);
    expect(differencesFrom(text, hidden('second.example'))).toEqual(['Its sensitive values are others.']);
  });

  it.each([
    ['', /not JSON/],
    ['{}', /no review/],
    ['{"formatVersion":"3.0","plans":[]}', /has the format "3\.0"; this version of the tool reads format 2/],
    ['{"formatVersion":"2.0","plans":[{}]}', /damaged/],
    ['{"formatVersion":"1.1","plans":[]}', /by an older version.* Review the plan again/],
  ])('refuses a review such as %j', (text, says) => {
    expect(() => differencesFrom(text, review([DEFAULT]))).toThrow(UnreadableReview);
    expect(() => differencesFrom(text, review([DEFAULT]))).toThrow(says);
  });
});
