/** What a plan leaves behind, beyond what it manages. */
import { modelsFromPlan, type PlanJson, type TenantObjects } from '../../../steering';
import { app, blocked, DEFAULT_CONFIGURATION, planOf, port, type Made } from '../../review/support/plan';

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
  [
    'is let go',
    { after: null, change: { actions: ['forget'] } },
    ['0/hand', 'netskopesteering_certificate_pinned_app_exception.e'],
  ],
  [
    'is replaced',
    {
      after: { ...blocked('e', APP.id), id: null },
      change: { actions: ['delete', 'create'], after_unknown: { id: true } },
    },
    ['0/hand', 'netskopesteering_certificate_pinned_app_exception.e'],
  ],
])('what %s is afterwards what it should be, on the tenant too', (_what, change, expected) => {
  const plan = planOf({ name: 'e', before: blocked('e', APP.id), ...change });
  const { before, after } = modelsFromPlan(plan, undefined, tenant);
  expect(keysOf(before.exceptions)).toEqual(['0/hand', 'netskopesteering_certificate_pinned_app_exception.e']);
  expect(keysOf(after.exceptions)).toEqual(expected);
});

test('a default configuration that is destroyed becomes again what it was found to be', () => {
  const before = { ...DEFAULT_CONFIGURATION, traffic_mode: 'all', steer_dns: true, found: { traffic_mode: 'web' } };
  const { after } = modelsFromPlan(planOf({ type: 'default_configuration', name: 'd', before }));
  expect(after.configurations).toMatchObject([
    { key: '0', trafficMode: { known: true, value: 'web' }, steerDns: { known: true, value: true } },
  ]);
});

/** A plan with things in its prior state that it does not mention, as one with -target has them. */
function withState(plan: object, ...resources: readonly object[]): PlanJson {
  const { prior_state: state, ...rest } = plan as { prior_state: { values: { root_module: { resources: object[] } } } };
  const { root_module: root } = state.values;
  return {
    ...rest,
    prior_state: { ...state, values: { root_module: { resources: [...root.resources, ...resources] } } },
  } as PlanJson;
}

const inState = (type: string, name: string, values: object, more: object = {}) => ({
  address: `${'mode' in more ? 'data.' : ''}netskopesteering_${type}.${name}`,
  mode: 'managed',
  type: `netskopesteering_${type}`,
  name,
  values,
  ...more,
});
const VIP = { id: '7', name: 'VIP', enabled: true, priority: 1, traffic_mode: 'web', user_groups: ['VIP'] };
const inDefault = (name: string, values: object): Made => ({
  type: 'default_configuration',
  name,
  before: DEFAULT_CONFIGURATION,
  after: { ...DEFAULT_CONFIGURATION, ...values },
});

test('what a plan does not mention stays as it is', () => {
  const exception = { id: '7/e', configuration_id: '7', domains: ['*.example.com'] };
  const plan = withState(
    planOf({ type: 'configuration', name: 'vip', before: { ...VIP, enabled: false }, after: VIP }),
    inState('domain_exception', 'bypass', exception),
    inState('non_standard_port', 'p', port(5222, ['a.example'])),
  );
  const { before, after } = modelsFromPlan(plan);
  for (const model of [before, after]) {
    expect(keysOf(model.exceptions)).toEqual(['netskopesteering_domain_exception.bypass']);
    expect(keysOf(model.ports)).toEqual(['netskopesteering_non_standard_port.p']);
    expect(model.exceptions[0]!.configuration).toEqual({ known: true, value: 'netskopesteering_configuration.vip' });
  }
  expect(after.configurations[0]!.enabled).toEqual({ known: true, value: true });
});

describe('one object that several resources own', () => {
  const known = (value: unknown) => ({ known: true, value });

  test.each<[what: string, made: readonly Made[], mode: object]>([
    ['one changes it', [inDefault('a', {}), inDefault('b', { traffic_mode: 'none' })], known('none')],
    ['the first changes it', [inDefault('a', { traffic_mode: 'none' }), inDefault('b', {})], known('none')],
    [
      'both say the same',
      [inDefault('a', { traffic_mode: 'all' }), inDefault('b', { traffic_mode: 'all' })],
      known('all'),
    ],
    [
      'they disagree',
      [inDefault('a', { traffic_mode: 'all' }), inDefault('b', { traffic_mode: 'none' })],
      { known: false },
    ],
    [
      'they change different things',
      [inDefault('a', { traffic_mode: 'all' }), inDefault('b', { steer_dns: true })],
      known('all'),
    ],
    [
      'one is destroyed and finds another mode',
      [
        inDefault('a', {}),
        { ...inDefault('b', {}), before: { ...DEFAULT_CONFIGURATION, found: { traffic_mode: 'none' } }, after: null },
      ],
      known('none'),
    ],
  ])('is one object: %s', (_what, made, mode) => {
    const { before, after } = modelsFromPlan(planOf(...made));
    expect([keysOf(before.configurations), keysOf(after.configurations)]).toEqual([['0'], ['0']]);
    expect(before.configurations[0]).toMatchObject({ trafficMode: known('web') });
    expect(after.configurations[0]).toMatchObject({ trafficMode: mode });
  });

  test('is gone for all of them where one destroys it', () => {
    const e = blocked('e', APP.id);
    const plan = planOf({ name: 'one', before: e }, { name: 'two', before: e, after: e }) as PlanJson;
    const { before, after } = modelsFromPlan(plan);
    expect([before.exceptions.length, after.exceptions.length]).toEqual([1, 0]);
    expect(before.exceptions[0]).toMatchObject({
      otherOwners: [{ address: 'netskopesteering_certificate_pinned_app_exception.two' }],
    });
  });

  test('has the owners that are left after one lets it go', () => {
    const e = blocked('e', APP.id);
    const plan = planOf(
      { name: 'one', before: e, change: { actions: ['forget'] } },
      { name: 'two', before: e, after: e },
    ) as PlanJson;
    const [after] = modelsFromPlan(plan).after.exceptions;
    expect(after).toMatchObject({ origin: { address: 'netskopesteering_certificate_pinned_app_exception.two' } });
    expect(after).not.toHaveProperty('otherOwners');
  });

  test("is the tenant's, where the tenant says something else than the state", () => {
    const own = inDefault('a', {});
    const { before } = modelsFromPlan(planOf(own), undefined, {
      apps: [],
      configurations: [{ config_id: 0, traffic_type: 'all' } as { config_id: number }],
      ports: {},
      exceptions: {},
    });
    expect(before.configurations).toMatchObject([{ trafficMode: { known: true, value: 'all' } }]);
  });
});

test('deposed objects are there before the plan, each beside the current one of its address', () => {
  const [old, current] = [blocked('old', APP.id), blocked('current', APP.id, 'bypass_direct')];
  const plan = withState(
    planOf({ name: 'e', before: current, after: current }, { name: 'e', before: old, more: { deposed: 'b1c2d3e4' } }),
  );
  const resources = (
    plan as unknown as {
      prior_state: { values: { root_module: { resources: { values: object; deposed_key?: string }[] } } };
    }
  ).prior_state.values.root_module.resources;
  resources[1]!.deposed_key = 'b1c2d3e4';
  const { before, after } = modelsFromPlan(plan);
  expect(keysOf(before.exceptions)).toEqual([
    'netskopesteering_certificate_pinned_app_exception.e',
    'netskopesteering_certificate_pinned_app_exception.e (deposed b1c2d3e4)',
  ]);
  expect(before.exceptions[1]!.origin).toMatchObject({
    address: 'netskopesteering_certificate_pinned_app_exception.e',
    deposed: 'b1c2d3e4',
  });
  expect(keysOf(after.exceptions)).toEqual(['netskopesteering_certificate_pinned_app_exception.e']);
});

describe('a lookup', () => {
  const found = {
    ...VIP,
    id: '9',
    name: 'Byhand',
    user_groups: null,
    organization_units: null,
    os_families: null,
    device_tags: null,
    private_apps: null,
  };

  test('that is done knows what null says: nothing', () => {
    const plan = withState(
      planOf({ type: 'certificate_pinned_app', name: 'a', before: APP, after: APP }),
      inState('configuration', 'c', found, { mode: 'data' }),
    );
    for (const model of Object.values(modelsFromPlan(plan)).slice(0, 2) as { configurations: readonly object[] }[])
      expect(model.configurations[0]).toMatchObject({
        userGroups: { items: [] },
        osFamilies: { items: [] },
        privateApps: { items: [] },
        trafficMode: { known: true, value: 'web' },
      });
    expect(JSON.stringify(modelsFromPlan(plan).after.configurations[0])).not.toContain('looked up');
  });

  const deferred = (after: object): Made => ({
    type: 'configuration',
    name: 'c',
    after: { ...after },
    change: { actions: ['read'], after_unknown: { id: true, enabled: true, traffic_mode: true } },
    more: { mode: 'data', address: 'data.netskopesteering_configuration.c' },
  });
  const e = {
    name: 'e',
    after: { configuration_id: null, domains: ['a.example'] },
    change: { after_unknown: { id: true, configuration_id: true } },
  };

  test('that waits for the apply finds what the plan already knows by that name', () => {
    const plan = planOf(
      { type: 'configuration', name: 'vip', before: VIP, after: VIP },
      deferred({ name: 'VIP' }),
      e,
    ) as PlanJson;
    const { after } = modelsFromPlan(plan);
    expect(keysOf(after.configurations)).toEqual(['0', 'netskopesteering_configuration.vip']);
  });

  test('that waits and that nothing refers to is no object of its own', () => {
    const plan = planOf(
      { type: 'configuration', name: 'vip', before: VIP, after: VIP },
      deferred({ name: 'Other' }),
    ) as PlanJson;
    expect(keysOf(modelsFromPlan(plan).after.configurations)).toEqual(['0', 'netskopesteering_configuration.vip']);
  });

  test('that waits and that something refers to is there before and after', () => {
    const plan = planOf(deferred({ name: 'Other' }), e) as PlanJson;
    const { before, after } = modelsFromPlan(plan);
    for (const model of [before, after])
      expect(keysOf(model.configurations)).toEqual(['0', 'data.netskopesteering_configuration.c']);
  });
});

test('what is let go with its exceptions is after the plan what it was before', () => {
  const e = { id: '7/e', configuration_id: '7', domains: ['a.example'] };
  const forget = { change: { actions: ['forget'] } };
  const plan = planOf(
    { type: 'configuration', name: 'vip', before: { ...VIP, user_groups: null }, ...forget },
    { name: 'e', before: e, ...forget },
  ) as PlanJson;
  const { before, after } = modelsFromPlan(plan);
  expect(after).toEqual(before);
});

describe('an id that one of several resources gives', () => {
  const made = (name: string): Made => ({
    type: 'certificate_pinned_app',
    name,
    after: app(name, [`${name}.exe`]),
    change: { after: { ...app(name, [`${name}.exe`]), id: null }, after_unknown: { id: true } },
  });
  const exception: Made = {
    name: 'e',
    after: blocked('e', ''),
    change: { after: { ...blocked('e', ''), id: null, app_id: null }, after_unknown: { id: true, app_id: true } },
  };
  const referring = { address: 'netskopesteering_certificate_pinned_app_exception.e', type: 'x' };
  const appOf = (more: object, ...references: string[]) => {
    const resources = [{ ...referring, expressions: { app_id: { references } } }];
    const plan = { ...planOf(made('a'), made('b'), exception), configuration: { root_module: { resources } }, ...more };
    return (modelsFromPlan(plan).after.exceptions[0]!.data as { app: unknown }).app;
  };
  const A = 'netskopesteering_certificate_pinned_app.a';
  const OF_COUNT_0 = 'data.netskopesteering_certificate_pinned_app.there';

  test('is that of the only one of which there is an instance', () => {
    expect(appOf({}, A, OF_COUNT_0)).toEqual({ known: true, value: A });
  });

  test('is not told by a plan that may leave an instance out, nor where another kind of object is meant', () => {
    expect(appOf({ complete: false }, A, OF_COUNT_0)).toMatchObject({ known: false });
    expect(appOf({ errored: true }, A, OF_COUNT_0)).toMatchObject({ known: false });
    expect(appOf({}, A, 'terraform_data.there')).toMatchObject({ known: false });
  });
});
