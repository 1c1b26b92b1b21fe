/** What a plan leaves behind, beyond what it manages. */
import { modelsFromPlan, type TenantObjects } from '../../steering';
import { app, blocked, DEFAULT_CONFIGURATION, planOf } from '../review/support/plan';

const APP = app('A', ['A.exe']);

/** What the second part of the tenant is, beside which there is whatever the plan manages. */
const tenant: TenantObjects = {
  apps: [APP, app('Hand', ['Hand.exe'])].map(({ id, name }) => ({ id, app_name: name, platforms: {} })),
  configurations: [{ config_id: 0 }],
  ports: {},
  exceptions: { 0: [{ id: 'e' }, { id: 'hand' }] },
};

const keysOf = (objects: readonly { readonly key: string }[]) => objects.map(({ key }) => key).sort();

test('with the tenant, both models have what the plan does not manage, and nothing twice', () => {
  const plan = planOf({ type: 'certificate_pinned_app', name: 'a', before: APP, after: APP });
  const { before, after } = modelsFromPlan(plan, undefined, tenant);
  for (const model of [before, after]) {
    expect(keysOf(model.apps)).toEqual(['app-Hand', 'netskopesteering_certificate_pinned_app.a']);
    expect(keysOf(model.exceptions)).toEqual(['0/e', '0/hand']);
    expect(model.covers).toBe('tenant');
  }
});

test.each([
  ['is destroyed', { after: null }, ['0/hand']],
  ['is let go', { after: null, change: { actions: ['forget'] } }, ['0/hand', 'netskopesteering_exception.e']],
  [
    'is replaced',
    {
      after: { ...blocked('e', APP.id), id: null },
      change: { actions: ['delete', 'create'], after_unknown: { id: true } },
    },
    ['0/hand', 'netskopesteering_exception.e'],
  ],
])('what %s is afterwards what it should be, on the tenant too', (_what, change, expected) => {
  const plan = planOf({ name: 'e', before: blocked('e', APP.id), ...change });
  const { before, after } = modelsFromPlan(plan, undefined, tenant);
  expect(keysOf(before.exceptions)).toEqual(['0/hand', 'netskopesteering_exception.e']);
  expect(keysOf(after.exceptions)).toEqual(expected);
});

test('a default configuration that is destroyed becomes again what it was found to be', () => {
  const before = { ...DEFAULT_CONFIGURATION, traffic_mode: 'all', steer_dns: true, found: { traffic_mode: 'web' } };
  const { after } = modelsFromPlan(planOf({ type: 'default_configuration', name: 'd', before }));
  expect(after.configurations).toMatchObject([
    { key: '0', trafficMode: { known: true, value: 'web' }, steerDns: { known: true, value: true } },
  ]);
});
