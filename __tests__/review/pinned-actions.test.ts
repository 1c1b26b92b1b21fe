/** What a review says of apps that are steered and decrypted, and of device classifications. */
import { render, reviewPlans, type Report } from '../../review';
import { app, blocked, DEFAULT, planOf, type Made } from './support/plan';

const APP = app('A', ['A.exe']);
const there: Made = { type: 'certificate_pinned_app', name: 'it', before: APP, after: APP };

const review = (...made: readonly Made[]): Report =>
  reviewPlans([{ name: 'plan', source: 'plan.json', plan: JSON.stringify(planOf(DEFAULT, there, ...made)) }], {
    today: '2026-11-24',
  });

const stays = (value: Made['after']): Made => ({
  type: 'certificate_pinned_app_exception',
  name: 'stays',
  before: value!,
  after: value!,
});
const steered = blocked('e', APP.id, 'steer_and_decrypt');
const bypassed = blocked('f', APP.id, 'bypass_tunnel');
/** A bypass of managed devices of some classifications. */
const classified = (...classifications: string[]) =>
  blocked('e', APP.id, 'bypass_managed_direct', ['*'], classifications);

it.each<[what: string, made: readonly Made[], verdict: string]>([
  ['alone', [{ name: 'e', after: steered }], 'no_traffic_change'],
  ['instead of a block', [{ name: 'e', before: blocked('e', APP.id), after: steered }], 'broadening'],
  ['instead of a bypass', [{ name: 'f', before: bypassed, after: { ...steered, id: bypassed.id } }], 'narrowing'],
  ['beside a bypass', [stays(bypassed), { name: 'e', after: steered }], 'narrowing'],
  ['beside a block', [stays(blocked('f', APP.id)), { name: 'e', after: steered }], 'broadening'],
])('an app that is steered and decrypted: %s', (_, made, verdict) => {
  expect(review(...made).verdict).toBe(verdict);
});

it.each<[what: string, before: object, after: object, verdict: string]>([
  ['of which some are named', classified(), classified('Corporate'), 'collateral'],
  ['of other classifications than before', classified('Corporate'), classified('Kiosk'), 'collateral'],
  ['of which none is named any more', classified('Corporate', 'Kiosk'), classified(), 'broadening'],
  ['in another order, and named twice', classified('A', 'B'), classified('B', 'A', 'B'), 'no_traffic_change'],
])('a bypass of managed devices: %s', (_, before, after, verdict) => {
  const made = { name: 'e', before: { ...before }, after: { ...after } };
  expect(review(made).verdict).toBe(verdict);
});

it('other device classifications are told as perhaps: whatever a managed device was, it may be the other', () => {
  const report = review({ name: 'e', before: classified('Corporate'), after: classified('Kiosk') });
  const lines = report.plans[0]!.traffic.filter(({ witness }) => witness.transport === 'tcp');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    certain: false,
    effect: 'broadening',
    before: { outcome: 'unknown', possible: ['block', 'bypass_direct'] },
    after: { outcome: 'unknown', possible: ['block', 'bypass_direct'] },
    turns: [
      { before: 'block', after: 'bypass_direct' },
      { before: 'bypass_direct', after: 'block' },
    ],
    causes: [{ address: 'netskopesteering_certificate_pinned_app_exception.e' }],
    collateral: [{ kind: 'unclassified_devices' }],
  });
  expect(lines[0]?.flows).toContainEqual({ dimension: 'device', values: ['managed'] });
  expect(render(report, 'markdown', { version: '0.0.0' })).toContain(
    'managed devices of other classifications than a bypass names, which it may block',
  );
});
