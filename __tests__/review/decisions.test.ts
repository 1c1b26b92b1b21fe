/** What a review decides of traffic: verdicts, collateral, and what is not known. */
import { render, reviewPlans, type Report, type ReviewOptions } from '../../review';
import { app, blocked, DEFAULT, DEFAULT_CONFIGURATION, planOf, port, type Made } from './support/plan';
import { WEB_CONFIGURATION } from '../support/web-configuration';

const review = (made: readonly Made[], options: Partial<ReviewOptions> = {}): Report =>
  reviewPlans([{ name: 'plan', source: 'plan.json', plan: JSON.stringify(planOf(...made)) }], {
    today: '2026-11-24',
    ...options,
  });
const planned = (report: Report) => report.plans[0]!;

const APP = app('A', ['A.exe']);
const same = (type: string, value: Made['after']): Made => ({ type, name: 'it', before: value!, after: value! });
const there = same('certificate_pinned_app', APP);

const VERDICTS: readonly (readonly [what: string, made: readonly Made[], verdict: string])[] = [
  ['nothing', [DEFAULT], 'no_traffic_change'],
  [
    'a note',
    [DEFAULT, there, { name: 'e', before: blocked('e', APP.id), after: { ...blocked('e', APP.id), notes: 'x' } }],
    'no_traffic_change',
  ],
  [
    'an app that no exception uses',
    [DEFAULT, { type: 'certificate_pinned_app', name: 'a', after: APP }],
    'no_traffic_change',
  ],
  ['a block', [DEFAULT, there, { name: 'e', after: blocked('e', APP.id) }], 'narrowing'],
  ['a block that goes', [DEFAULT, there, { name: 'e', before: blocked('e', APP.id) }], 'broadening'],
  [
    'a bypass',
    [DEFAULT, there, { name: 'e', after: blocked('e', APP.id, 'bypass_direct', ['a.example']) }],
    'broadening',
  ],
  [
    'a bypass by tunnel that goes direct',
    [
      DEFAULT,
      there,
      { name: 'e', before: blocked('e', APP.id, 'bypass_tunnel'), after: blocked('e', APP.id, 'bypass_direct') },
    ],
    'broadening',
  ],
  [
    'a port with domains',
    [DEFAULT, { type: 'non_standard_port', name: 'p', after: port(5222, ['a.example']) }],
    'narrowing',
  ],
  ['a port without domains', [DEFAULT, { type: 'non_standard_port', name: 'p', after: port(5222, []) }], 'collateral'],
  [
    'a bypass of managed devices',
    [DEFAULT, there, { name: 'e', after: blocked('e', APP.id, 'bypass_managed_direct') }],
    'collateral',
  ],
  [
    'a pattern that hits others',
    [DEFAULT, same('certificate_pinned_app', app('T', ['^Te'], 'regex')), { name: 'e', after: blocked('e', 'app-T') }],
    'collateral',
  ],
  [
    'a block by a pattern that nobody can judge, which may reach anything',
    [
      DEFAULT,
      same('certificate_pinned_app', app('L', ['^(?!Te)'], 'regex')),
      { name: 'e', after: blocked('e', 'app-L') },
    ],
    'collateral',
  ],
  ...['a(?=c)', '(a', 'b'].map(
    (pattern) =>
      [
        `a pattern that nobody can judge, which becomes ${pattern}`,
        [
          DEFAULT,
          {
            type: 'certificate_pinned_app',
            name: 'l',
            before: app('L', ['a(?=b)'], 'regex'),
            after: app('L', [pattern], 'regex'),
          },
          same('certificate_pinned_app_exception', blocked('e', 'app-L')),
        ],
        'collateral',
      ] as const,
  ),
  [
    'a note beside a pattern that nobody can judge',
    [
      DEFAULT,
      same('certificate_pinned_app', app('L', ['a(?=b)', '('], 'regex')),
      { name: 'e', before: blocked('e', 'app-L'), after: { ...blocked('e', 'app-L'), notes: 'x' } },
    ],
    'no_traffic_change',
  ],
  [
    'a process that many share',
    [
      DEFAULT,
      same('certificate_pinned_app', app('W', ['msedgewebview2.exe'])),
      { name: 'e', after: blocked('e', 'app-W') },
    ],
    'collateral',
  ],
  [
    'two exceptions for one app that swap what they do, of which nobody published which wins',
    [
      DEFAULT,
      there,
      { name: 'e', before: blocked('e', APP.id), after: blocked('e', APP.id, 'bypass_direct') },
      { name: 'f', before: blocked('f', APP.id, 'bypass_direct'), after: blocked('f', APP.id) },
    ],
    'broadening',
  ],
  [
    'one more block beside a block and a bypass',
    [
      DEFAULT,
      there,
      same('certificate_pinned_app_exception', blocked('e', APP.id)),
      { name: 'f', before: blocked('f', APP.id, 'bypass_direct'), after: blocked('f', APP.id, 'bypass_direct') },
      { name: 'g', after: blocked('g', APP.id) },
    ],
    'narrowing',
  ],
  ['all traffic steered', [{ ...DEFAULT, after: { ...DEFAULT_CONFIGURATION, traffic_mode: 'all' } }], 'narrowing'],
  ['no traffic steered', [{ ...DEFAULT, after: { ...DEFAULT_CONFIGURATION, traffic_mode: 'none' } }], 'broadening'],
];

it.each(VERDICTS)('%s has the verdict that docs/review.md defines', (_what, made, verdict) => {
  expect(review(made).verdict).toBe(verdict);
});

it('what may turn out otherwise, though it is not known before and after, is told as perhaps, with what may become what', () => {
  const { traffic } = planned(
    review([
      DEFAULT,
      there,
      { name: 'e', before: blocked('e', APP.id), after: blocked('e', APP.id, 'bypass_direct') },
      { name: 'f', before: blocked('f', APP.id, 'bypass_direct'), after: blocked('f', APP.id) },
    ]),
  );
  expect(traffic.find(({ witness }) => witness.transport === 'tcp')).toMatchObject({
    certain: false,
    effect: 'broadening',
    before: { outcome: 'unknown', possible: ['block', 'bypass_direct'] },
    after: { outcome: 'unknown', possible: ['block', 'bypass_direct'] },
    turns: [
      { before: 'block', after: 'bypass_direct' },
      { before: 'bypass_direct', after: 'block' },
    ],
    causes: [
      { address: 'netskopesteering_certificate_pinned_app_exception.e' },
      { address: 'netskopesteering_certificate_pinned_app_exception.f' },
    ],
  });
});

it('a default configuration that is taken over as it is stays what it is, whatever that is', () => {
  const address = 'netskopesteering_default_configuration.default';
  const computed = Object.fromEntries(Object.keys(DEFAULT_CONFIGURATION).map((name) => [name, true]));
  const taken = { ...DEFAULT, before: null, after: {}, change: { after: {}, after_unknown: computed } };
  const plan = {
    ...planOf(taken, there, { name: 'e', after: blocked('e', APP.id) }),
    configuration: {
      root_module: {
        resources: [
          {
            address,
            mode: 'managed',
            type: 'netskopesteering_default_configuration',
            name: 'default',
            expressions: {},
          },
        ],
      },
    },
  };
  const [found] = reviewPlans([{ name: 'plan', source: '', plan: JSON.stringify(plan) }], {
    today: '2026-11-24',
  }).plans;
  expect(found?.verdict).toBe('narrowing');
  expect(found?.traffic.flatMap(({ causes }) => causes.map((cause) => cause.address))).not.toContain(address);
});

it('a process of another app of the tenant is another process, too', () => {
  const own = same('certificate_pinned_app', app('House', ['House.exe']));
  const wide = { ...same('certificate_pinned_app', app('H', ['^H'], 'regex')), name: 'wide' };
  const [line] = planned(review([DEFAULT, own, wide, { name: 'e', after: blocked('e', 'app-H') }])).traffic;
  expect(line?.collateral).toContainEqual({ kind: 'another_process', process: 'House.exe', of: 'House' });
});

it('a port without domains is no collateral for the app that the same plan blocks', () => {
  const made: Made[] = [
    DEFAULT,
    { type: 'certificate_pinned_app', name: 'a', after: APP },
    { name: 'e', after: blocked('e', APP.id) },
    { type: 'non_standard_port', name: 'p', after: port(5222, []) },
  ];
  const own = planned(review(made)).traffic.filter(({ flows }) => flows.some(({ values }) => values.includes('A.exe')));
  expect(own.length).toBeGreaterThan(0);
  expect(own.flatMap(({ collateral }) => collateral)).toEqual([]);
});

describe('where the traffic mode is not known', () => {
  const literal: Made[] = [there, { name: 'e', after: blocked('e', APP.id, 'bypass_direct') }];

  it('says that the verdict is the worst of all', () => {
    const { verdict, reservations } = planned(review(literal));
    expect(verdict).toBe('broadening');
    expect(reservations[0]).toMatch(/^The traffic mode of .* is not known, so outcomes are shown for every one/);
  });

  it('each possible one is told by itself, where nothing else is open', () => {
    const z = { ...same('certificate_pinned_app', app('Z', ['Z.exe'])), name: 'z' };
    const other = { name: 'other', before: blocked('other', 'app-Z'), after: blocked('other', 'app-Z') };
    const goes: Made[] = [there, z, other, { name: 'e', before: blocked('e', APP.id) }];
    const { verdict, traffic, reservations } = planned(review(goes));
    expect(verdict).toBe('broadening');
    expect(traffic[0]?.certain).toBe(false);
    expect(new Set(traffic.flatMap(({ readings }) => readings.map(({ mode }) => mode)))).toEqual(
      new Set(['all', 'cloud_apps', 'web']),
    );
    expect(reservations[0]).toMatch(
      /^The traffic mode of .* is not known, so the verdict is the worst of .*web: opens traffic.*any other: changes no traffic/,
    );
  });

  it('what the stack insists on is taken for granted', () => {
    const steering = {
      version: 2,
      suppressions: [],
      trafficTests: [],
      invariants: [],
      premises: {
        trafficModes: [{ configuration: '0', construct: 'stack/Default', trafficModes: ['none'] }],
        apps: [],
      },
      expiries: [],
      orders: [],
    };
    const input = {
      name: 'plan',
      source: '',
      plan: JSON.stringify(planOf(...literal)),
      steering: JSON.stringify(steering),
    };
    expect(reviewPlans([input], { today: '2026-11-24' }).verdict).toBe('no_traffic_change');
  });
});

it('with the tenant, what the plan does not manage counts', () => {
  const tenant = {
    apps: [
      {
        id: 'hand',
        app_name: 'By hand',
        custom: true,
        platforms: { windows: { match: 'exact', processes: ['A.exe'] } },
      },
    ],
    configurations: [{ ...WEB_CONFIGURATION, config_name: 'Default tenant config', on_prem: {}, off_prem: {} }],
    ports: {},
    exceptions: {
      0: [
        {
          id: 'x',
          type: 'certificate_pinned_app',
          location: null,
          notes: null,
          certificate_pinned_app: { app_id: 'hand', custom_app_domains: ['*'], windows: { action: 'block' } },
        },
      ],
    },
  };
  const made = [there, { name: 'e', after: blocked('e', APP.id) }];
  expect(review(made).verdict).toBe('narrowing');
  const { verdict, reservations, does } = planned(review(made, { tenant }));
  expect({ verdict, does: does.tenant }).toEqual({ verdict: 'no_traffic_change', does: true });
  expect(reservations.join()).not.toContain('--tenant');
});

it('says of a pattern with a comma what it would do in each reading, and that nobody published which holds', () => {
  const comma = same('certificate_pinned_app', app('S', ['^Sig(nal){1,2}\\.exe$'], 'regex'));
  const report = review([DEFAULT, comma, { name: 'e', after: blocked('e', 'app-S') }]);
  const { verdict, traffic } = planned(report);
  expect(verdict).toBe('narrowing');
  expect(traffic.map(({ certain }) => certain)).not.toContain(true);
  expect(traffic.flatMap(({ readings }) => readings.map(({ commas }) => commas))).toEqual(traffic.map(() => 'kept'));
  const text = render(report, 'markdown', { version: '0.0.0' });
  expect(text).toContain('if the tenant keeps names and patterns with a comma whole: steer → block, blocks');
  expect(text).toContain('Whether a tenant splits names and patterns of processes at commas is not published');
  expect(text).not.toContain('The traffic mode of');
});
