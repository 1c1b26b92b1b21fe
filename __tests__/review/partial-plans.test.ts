/** Plans that are not the whole of what is to come, or that do nothing: what their reviews say first, and which gates they stop. */
import { GATES, render, reviewPlans, stopOf, type Report } from '../../review';
import { writeSteeringJson, type AppPremise, type ModePremise } from '../../steering';
import { WEB_CONFIGURATION } from '../support/web-configuration';
import { app, blocked, DEFAULT, DEFAULT_CONFIGURATION, planOf, type Made } from './support/plan';

const review = (plan: object): Report =>
  reviewPlans([{ name: 'plan', source: 'plan.json', plan: JSON.stringify(plan) }], { today: '2026-11-24' });
/** The line below the title. */
const verdictLine = (report: Report, format: 'markdown' | 'terminal') =>
  render(report, format, { version: '0', color: false })
    .split('\n')
    .filter((line) => line.trim() !== '')[1];

const APP = app('A', ['A.exe']);
const there: Made = { type: 'certificate_pinned_app', name: 'a', before: APP, after: APP };
const block: Made = { name: 'e', after: blocked('e', APP.id) };
const kept: Made = { name: 'e', before: blocked('e', APP.id), after: blocked('e', APP.id) };
/** Two exceptions that disagree, an app that has no name of a process: what guardrails warn of, and call an error. */
const faulty: Made[] = [
  { type: 'certificate_pinned_app', name: 'b', before: app('B', ['C:\\B.exe']), after: app('B', ['C:\\B.exe']) },
  { name: 'f', before: blocked('f', 'app-B', 'bypass'), after: blocked('f', 'app-B', 'bypass') },
];

test('a plan that is not complete is not below broadening, and says so first', () => {
  const report = review({ ...planOf(DEFAULT, there, block), complete: false });
  expect(report.verdict).toBe('broadening');
  expect(report.plans[0]).toMatchObject({
    isComplete: false,
    notJudged: [expect.stringContaining('The plan is not complete')],
  });
  for (const format of ['markdown', 'terminal'] as const)
    expect(verdictLine(report, format)).toMatch(
      /^(🟠 \*\*)?Cannot be judged as a whole\. What was judged: blocks more\./,
    );
  expect(render(report, 'html', { version: '0' })).toContain(
    '<h3 class="word">Cannot be judged as a whole. What was judged: blocks more.</h3>',
  );
  expect(stopOf(report, ['broadening'])?.gate).toBe('broadening');
});

test.each<[what: string, plan: object]>([
  ['changes nothing', planOf(DEFAULT, there, kept, ...faulty)],
  ['is not complete and changes nothing', { ...planOf(DEFAULT, there, kept, ...faulty), complete: false }],
  [
    'has no changes at all, as with -refresh-only',
    { ...planOf(DEFAULT, there, kept, ...faulty), resource_changes: [] },
  ],
  [
    'only reads',
    planOf(DEFAULT, there, kept, ...faulty, {
      type: 'configuration',
      name: 'c',
      after: { name: 'X' },
      change: { actions: ['read'], after_unknown: { id: true } },
      more: { mode: 'data' },
    }),
  ],
])('a plan that %s stops no gate, whatever was there before', (_what, plan) => {
  const report = review(plan);
  expect(report.plans[0]!.findings.map(({ severity }) => severity)).toContain('error');
  expect({ verdict: report.verdict, isComplete: report.plans[0]!.isComplete, stop: stopOf(report, GATES) }).toEqual({
    verdict: 'no_traffic_change',
    isComplete: true,
    stop: undefined,
  });
});

test('a plan of what is there already says nothing of resources that it has not', () => {
  const report = review({ ...planOf(DEFAULT, there, kept), resource_changes: [] });
  expect(report.plans[0]!.reservations.join()).not.toContain('no resources of the provider');
});

test('a destroyed deposed object is told from the current one', () => {
  const report = review(
    planOf(DEFAULT, there, kept, { name: 'e', before: blocked('old', APP.id), more: { deposed: 'b1c2d3e4' } }),
  );
  expect(report.plans[0]!.removals).toMatchObject([
    { at: { address: 'netskopesteering_certificate_pinned_app_exception.e', deposed: 'b1c2d3e4' } },
  ]);
  expect(render(report, 'terminal', { version: '0', color: false })).toMatch(
    /destroy.*netskopesteering_certificate_pinned_app_exception\.e\W+\(its deposed object \W?b1c2d3e4/,
  );
});

test('the default configuration becomes what it was where it is destroyed, and stays where it is let go', () => {
  const it: Made = { type: 'default_configuration', name: 'd', before: DEFAULT_CONFIGURATION };
  const reasonOf = (made: Made) => review(planOf(made)).plans[0]!.removals[0]!.reason;
  expect(reasonOf(it)).toContain('becomes again what it was found to be');
  expect(reasonOf({ ...it, change: { actions: ['forget'] } })).toBeUndefined();
});

describe('drift', () => {
  const drifted = (written: object, after: object = DEFAULT_CONFIGURATION) => {
    const address = 'netskopesteering_default_configuration.default';
    return review({
      ...planOf({ ...DEFAULT, after: { ...DEFAULT_CONFIGURATION, ...after } }),
      resource_drift: [
        {
          address,
          mode: 'managed',
          type: 'netskopesteering_default_configuration',
          name: 'default',
          change: {
            actions: ['update'],
            before: DEFAULT_CONFIGURATION,
            after: { ...DEFAULT_CONFIGURATION, priority: 3, traffic_mode: 'all' },
          },
        },
      ],
      configuration: { root_module: { resources: [{ address, expressions: written }] } },
    }).plans[0]!.drift.flatMap(({ changes }) => changes.map(({ attribute }) => attribute));
  };

  test('of what the tenant computes is no change of anybody', () => expect(drifted({})).toEqual([]));
  test('of what is written is one', () => expect(drifted({ traffic_mode: {} })).toEqual(['traffic_mode']));
  test('of what the plan puts back is one', () =>
    expect(drifted({}, { traffic_mode: 'web', priority: 1, steer_dns: true })).toEqual([]));
});

test.each<[what: string, made: readonly Made[], says: string | undefined]>([
  [
    'replaced',
    [{ ...kept, change: { actions: ['delete', 'create'], after_unknown: { id: true } } }],
    'in between, its traffic goes as if it were not there',
  ],
  [
    'renamed',
    [
      { name: 'e', before: blocked('e', APP.id) },
      { name: 'f', after: blocked('f', APP.id) },
    ],
    'there may be a moment with neither',
  ],
  [
    'created before it is destroyed',
    [{ ...kept, change: { actions: ['create', 'delete'], after_unknown: { id: true } } }],
    undefined,
  ],
  ['updated', [{ ...kept, after: blocked('e', APP.id, 'bypass') }], undefined],
])('what is %s is away for a moment, or is not', (_what, made, says) => {
  const told = review(planOf(DEFAULT, there, ...made)).plans[0]!.reservations.filter((one) =>
    /in between|a moment/.test(one),
  );
  expect(told).toEqual(says === undefined ? [] : [expect.stringContaining(says)]);
});

test('two tenants of one plan have a review each, and no object in both', () => {
  const provider = (name: string) => ({
    full_name: 'x/y/netskopesteering',
    expressions: { server_url: { constant_value: `https://${name}.example/api/v2` } },
  });
  const on = (name: string, key: string) => ({ address: name, provider_config_key: key });
  const plan = {
    ...planOf(DEFAULT, there, {
      ...DEFAULT,
      name: 'second',
      after: { ...DEFAULT_CONFIGURATION, traffic_mode: 'none' },
    }),
    configuration: {
      provider_config: { netskopesteering: provider('one'), 'netskopesteering.two': provider('two') },
      root_module: {
        resources: [
          on('netskopesteering_default_configuration.default', 'netskopesteering'),
          on('netskopesteering_certificate_pinned_app.a', 'netskopesteering'),
          on('netskopesteering_default_configuration.second', 'netskopesteering.two'),
        ],
      },
    },
  };
  const report = review(plan);
  expect(report.plans.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['plan (netskopesteering)', 'no_traffic_change'],
    ['plan (netskopesteering.two)', 'broadening'],
  ]);
  expect(report.verdict).toBe('broadening');
});

describe('what the stack takes for granted', () => {
  const ADDRESS = 'data.netskopesteering_certificate_pinned_app.zoom';
  const stated = (...processes: string[]): AppPremise => ({
    app: ADDRESS,
    construct: 'plan/Zoom',
    platforms: { windows: { match: 'exact', processes } },
  });
  const modes = (...trafficModes: ModePremise['trafficModes'][number][]): ModePremise => ({
    configuration: '0',
    construct: 'plan/Default',
    trafficModes,
  });

  /** A plan that blocks an app which it looks up; `found` is what the lookup found, if it was already done. */
  function plan(found?: object): object {
    const made = planOf(DEFAULT, { name: 'e', after: blocked('e', 'zoom') }) as {
      resource_changes: object[];
      prior_state: { values: { root_module: { resources: object[] } } };
    };
    const type = 'netskopesteering_certificate_pinned_app';
    const where = { address: ADDRESS, mode: 'data', type, name: 'zoom' };
    const values = { id: 'zoom', name: 'Zoom', custom: false, ...found };
    if (found !== undefined) made.prior_state.values.root_module.resources.push({ ...where, values });
    return made;
  }

  const tenant = (...processes: string[]) => ({
    apps: [{ id: 'zoom', app_name: 'Zoom', custom: false, platforms: { windows: { match: 'exact', processes } } }],
    configurations: [WEB_CONFIGURATION],
    ports: { '0': [] },
    exceptions: { '0': [] },
  });
  const found = (...processes: string[]) => ({ windows: { match: 'exact', processes } });

  function judged(premise: AppPremise | ModePremise, made: object, options: object = {}) {
    const test = {
      name: 'Zoom is blocked',
      construct: 'plan/Test',
      flow: { platform: 'windows', process: 'Zoom.exe', host: 'zoom.us', port: 443 },
      expect: 'block',
    } as const;
    const steering = writeSteeringJson({
      suppressions: [],
      trafficTests: [test],
      invariants: [],
      premises: [premise],
      expiries: [],
      orders: [],
    });
    const input = { name: 'plan', source: 'plan.json', plan: JSON.stringify(made), steering };
    const { reservations, tests } = reviewPlans([input], { today: '2026-11-24', ...options }).plans[0]!;
    const contradicted = reservations.filter(
      (one) => one.includes('What is judged is the latter') || one.includes('what is judged is the latter'),
    );
    return { test: tests[0]?.result, contradicted };
  }

  test.each<[what: string, premise: AppPremise | ModePremise, made: object, options: object]>([
    ['is what was found', stated('Zoom.exe'), plan(found('Zoom.exe')), {}],
    ['is it in another case and order', stated('zoom.EXE', 'A.exe'), plan(found('A.exe', 'Zoom.exe')), {}],
    ['is what the tenant says', stated('Zoom.exe'), plan(found('Zoom.exe')), { tenant: tenant('Zoom.exe') }],
    ['is another mode that it may be', modes('web', 'all'), plan(found('Zoom.exe')), {}],
  ])('holds where it %s', (_what, premise, made, options) => {
    expect(judged(premise, made, options)).toEqual({ test: 'passed', contradicted: [] });
  });

  const OTHER =
    'plan/Zoom states (known): on Windows it has the processes "Zoom.exe". But the tenant says: on Windows it has the processes "Rooms.exe". What is judged is the latter: write it in the stack, too.';

  test.each<[what: string, premise: AppPremise | ModePremise, made: object, options: object, says: string]>([
    ['the lookup found other processes', stated('Zoom.exe'), plan(found('Rooms.exe')), {}, OTHER],
    [
      'the tenant has other processes by now',
      stated('Zoom.exe'),
      plan(found('Zoom.exe')),
      { tenant: tenant('Rooms.exe') },
      OTHER,
    ],
    [
      'the app is not defined there',
      stated('Zoom.exe'),
      plan({ windows: null }),
      {},
      'But the tenant says: on Windows it is not defined.',
    ],
    [
      'the mode is another',
      modes('none'),
      plan(found('Rooms.exe')),
      {},
      'plan/Default expects that the traffic mode of "Default tenant config" is none (expectTrafficMode), but it is web: what is judged is the latter.',
    ],
  ])('is replaced by the truth, and said so, where %s', (_what, premise, made, options, says) => {
    expect(judged(premise, made, options)).toEqual({ test: 'failed', contradicted: [expect.stringContaining(says)] });
  });
});
