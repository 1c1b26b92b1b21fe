/** What goes with a configuration or an app that a plan destroys. */
import { modelsFromPlan, type PlanJson, type TenantObjects } from '../../../steering';
import { app, blocked, planOf } from '../../review/support/plan';

const APP = app('A', ['A.exe']);
const VIP = { id: '7', name: 'VIP', enabled: true, priority: 1, traffic_mode: 'web', user_groups: ['VIP'] };
const keysOf = (objects: readonly { readonly key: string }[]) => objects.map(({ key }) => key).sort();

test('what is in a configuration goes with it, whoever made it', () => {
  const plan = planOf({ type: 'configuration', name: 'vip', before: VIP }) as PlanJson;
  const byHand: TenantObjects = {
    apps: [],
    configurations: [{ config_id: 0 }, { config_id: 7 }],
    ports: { 7: [{ id: 'p' }] },
    exceptions: { 7: [{ id: 'e' }], 0: [{ id: 'stays' }] },
  };
  const { before, after } = modelsFromPlan(plan, undefined, byHand);
  expect([keysOf(before.exceptions), keysOf(before.ports)]).toEqual([['0/stays', '7/e'], ['7/p']]);
  expect([keysOf(after.exceptions), keysOf(after.ports), keysOf(after.configurations)]).toEqual([
    ['0/stays'],
    [],
    ['0'],
  ]);
});

test('an exception goes with its app', () => {
  const plan = planOf({ type: 'certificate_pinned_app', name: 'a', before: APP }) as PlanJson;
  const byHand: TenantObjects = {
    apps: [{ id: APP.id }],
    configurations: [{ config_id: 0 }],
    ports: {},
    exceptions: {
      0: [{ id: 'e', type: 'certificate_pinned_app', certificate_pinned_app: { app_id: APP.id } } as { id: string }],
    },
  };
  expect(modelsFromPlan(plan, undefined, byHand).after.exceptions).toEqual([]);
});

test('an exception that turns to another app stays while its app goes, whether the app goes first or is replaced', () => {
  const other = app('B', ['B.exe']);
  for (const change of [{ after: null }, { after: APP, change: { actions: ['create', 'delete'] } }]) {
    const plan = planOf(
      { type: 'certificate_pinned_app', name: 'a', before: APP, ...change },
      { type: 'certificate_pinned_app', name: 'b', before: other, after: other },
      { name: 'e', before: blocked('e', APP.id), after: blocked('e', other.id) },
    ) as PlanJson;
    const { before, after } = modelsFromPlan(plan);
    expect(keysOf(before.exceptions)).toContain('netskopesteering_certificate_pinned_app_exception.e');
    expect(keysOf(after.exceptions)).toContain('netskopesteering_certificate_pinned_app_exception.e');
  }
});
