/** Plans and stacks of several tenants: one of them is asked for, and two are never one. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STEERING_JSON, writeSteeringJson, type Steering, type TrafficTest } from '../../steering';
import { app, blocked, DEFAULT_CONFIGURATION, planOf } from '../review/support/plan';
import type { Report } from '../../review';
import { run } from './support/run';
import { stackFolders } from './support/stack';

const folders = stackFolders();
afterAll(() => folders.remove());

const FLOW = ['--process', 'A.exe', '--platform', 'windows', '--host', 'a.example', '--port', '443'];
const APP = app('A', ['A.exe']);
const TYPES = 'netskopesteering_';
const address = (name: string) => `https://${name}.goskope.com/api/v2`;

/** The app is blocked on the first tenant, and steering is off on the second. */
function planOfTwo(): object {
  const same = (type: string, name: string, value: Readonly<Record<string, unknown>>) => ({
    type,
    name,
    before: value,
    after: value,
  });
  const resources = [
    same('default_configuration', 'one', DEFAULT_CONFIGURATION),
    same('certificate_pinned_app', 'a', APP),
    same('certificate_pinned_app_exception', 'e', blocked('e', APP.id)),
    same('default_configuration', 'two', { ...DEFAULT_CONFIGURATION, traffic_mode: 'none' }),
    same('certificate_pinned_app', 'two', { ...app('B', ['B.exe']), id: '2' }),
  ];
  const provider = (name: string) => ({
    full_name: 'terraform.local/community/netskopesteering',
    expressions: { server_url: { constant_value: address(name) } },
  });
  return {
    ...planOf(...resources),
    configuration: {
      provider_config: { netskopesteering: provider('one'), 'netskopesteering.two': provider('two') },
      root_module: {
        resources: resources.map(({ type, name }) => ({
          address: `${TYPES}${type}.${name}`,
          provider_config_key: name === 'two' ? 'netskopesteering.two' : 'netskopesteering',
        })),
      },
    },
  };
}

const STACK = {
  provider: {
    netskopesteering: [{ server_url: address('one') }, { alias: 'two', server_url: address('two') }],
  },
  resource: {
    netskopesteering_default_configuration: {
      one: { traffic_mode: 'web', dynamic_steering: { enabled: false } },
      two: { provider: 'netskopesteering.two', traffic_mode: 'none', dynamic_steering: { enabled: false } },
    },
    netskopesteering_certificate_pinned_app: {
      a: { name: 'A', windows: { processes: ['A.exe'] } },
      two: { provider: 'netskopesteering.two', name: 'B', windows: { processes: ['B.exe'] } },
    },
    netskopesteering_certificate_pinned_app_exception: {
      e: {
        configuration_id: '${netskopesteering_default_configuration.one.id}',
        app_id: '${netskopesteering_certificate_pinned_app.a.id}',
        windows: 'block',
      },
    },
  },
};

/** A is blocked, which is so on the first tenant only. */
const TEST: TrafficTest = {
  name: 'A is blocked',
  construct: 'tenant/A',
  flow: { platform: 'windows', process: 'A.exe', host: 'a.example', port: 443 },
  expect: 'block',
};
const INVARIANT: Steering['invariants'][number] = {
  name: 'Nothing is blocked',
  construct: 'tenant/Nothing is blocked',
  never: 'block',
};
const TWO = { provider: 'netskopesteering.two' };
const NOTHING: Steering = {
  suppressions: [],
  trafficTests: [],
  invariants: [],
  premises: [],
  expiries: [],
  orders: [],
};
const DEMANDS = writeSteeringJson({ ...NOTHING, trafficTests: [TEST] });

type Result = readonly [code: number, said: string];

const sources: readonly [what: string, args: () => string[]][] = [
  ['a plan', () => ['--plan', join(folders.make({ plan: planOfTwo() }), 'plan.json')]],
  [
    'a stack',
    () => {
      const folder = folders.make({});
      writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(STACK));
      return ['--stack', folder];
    },
  ],
];

describe.each(sources)('%s of two tenants', (_what, args) => {
  it('is not decided on as if it were of one', async () => {
    const { code, stdout, stderr } = await run('decide', [...FLOW, ...args()]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'is of several tenants. Choose one by its provider configuration, with --provider: netskopesteering, netskopesteering.two.',
    );
  });

  it.each([
    ['netskopesteering', 'block'],
    ['netskopesteering.two', 'direct'],
  ])('is decided on for the tenant of %s', async (provider, outcome) => {
    const { code, stderr } = await run('decide', [...FLOW, ...args(), '--provider', provider, '--expect', outcome]);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('not')]);
  });

  it('is held to its demands on the tenant of the provider without an alias', async () => {
    const [option = '', path = ''] = args();
    const folder = option === '--plan' ? dirname(path) : path;
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(STACK));
    writeFileSync(join(folder, STEERING_JSON), DEMANDS);
    const check = (provider: string) => run('check', [option, path, '--provider', provider]);
    const [one, two] = [await check('netskopesteering'), await check('netskopesteering.two')];
    expect([one.code, one.stdout]).toEqual([0, expect.stringContaining('1 of 1 traffic test passed')]);
    expect([two.code, two.stdout]).toEqual([0, expect.not.stringContaining('traffic test')]);
    expect(two.stderr).toContain(
      "1 of the stack's traffic tests and invariants is about other tenants, and not judged here. " +
        'Choose such a tenant with --provider: netskopesteering.',
    );
  });

  it.each<[what: string, demands: Partial<Steering>, one: Result, two: Result]>([
    [
      'a test of the other tenant',
      { trafficTests: [{ ...TEST, ...TWO, expect: 'direct' }] },
      [0, 'to note.'],
      [0, '1 of 1'],
    ],
    ['a test that fails there', { trafficTests: [{ ...TEST, ...TWO }] }, [0, 'to note.'], [1, 'A is blocked']],
    ['an invariant of the other tenant', { invariants: [{ ...INVARIANT, ...TWO }] }, [0, 'to note.'], [0, '1 of 1']],
    ['an invariant of the first', { invariants: [INVARIANT] }, [1, 'Nothing is blocked'], [0, 'to note.']],
    [
      'a premise of the other tenant, and not of the first',
      { premises: [{ configuration: '0', construct: 'x', trafficModes: ['none'], ...TWO }], trafficTests: [TEST] },
      [0, '1 of 1'],
      [0, 'to note.'],
    ],
  ])('is held to %s', async (_name, demands, ...results) => {
    const [option = '', path = ''] = args();
    const folder = option === '--plan' ? dirname(path) : path;
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(STACK));
    writeFileSync(join(folder, STEERING_JSON), writeSteeringJson({ ...NOTHING, ...demands }));
    for (const [index, provider] of ['netskopesteering', 'netskopesteering.two'].entries()) {
      const { code, stdout } = await run('check', [option, path, '--provider', provider]);
      const [expected, said = ''] = results[index] ?? [];
      expect({ provider, code, stdout }).toEqual({ provider, code: expected, stdout: expect.stringContaining(said) });
    }
  });

  it('does not lose a demand about a provider of which there is nothing', async () => {
    const [option = '', path = ''] = args();
    const folder = option === '--plan' ? dirname(path) : path;
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(STACK));
    const test = { ...TEST, provider: 'netskopesteering.three' };
    writeFileSync(join(folder, STEERING_JSON), writeSteeringJson({ ...NOTHING, trafficTests: [test] }));
    const { code, stderr } = await run('check', [option, path, '--provider', 'netskopesteering']);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('"A is blocked" is about the provider netskopesteering.three, of which there is nothing'),
    ]);
  });

  it('accepts findings on either tenant, and complains of a suppression that neither needs', async () => {
    const [option = '', path = ''] = args();
    const folder = option === '--plan' ? dirname(path) : path;
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(STACK));
    const suppressions = [
      { rule: 'unused-app', reason: 'x', on: 'netskopesteering_certificate_pinned_app.two' },
      { rule: 'many-domains', reason: 'x' },
    ];
    writeFileSync(join(folder, STEERING_JSON), writeSteeringJson({ ...NOTHING, suppressions }));
    const one = await run('check', [option, path, '--provider', 'netskopesteering']);
    const two = await run('check', [option, path, '--provider', 'netskopesteering.two']);
    expect(one.stdout).toContain('"many-domains" suppresses nothing');
    expect(one.stdout).toContain('0 errors, 1 warning, 0 to note');
    // In the traffic mode of the second tenant nothing is steered.
    expect(two.stdout).toContain('warning traffic-mode-none');
    expect(two.stdout).toContain('0 errors, 1 warning, 0 to note');
  });

  it('is held to the last days of exceptions, whichever tenant they are on', async () => {
    const [option = '', path = ''] = args();
    const folder = option === '--plan' ? dirname(path) : path;
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(STACK));
    const exception = `${TYPES}certificate_pinned_app_exception.e`;
    const expiries = [{ construct: 'tenant/Pilot', address: exception, expires: '2026-11-24' }];
    writeFileSync(join(folder, STEERING_JSON), writeSteeringJson({ ...NOTHING, expiries }));
    const check = (...more: string[]) => run('check', [option, path, '--provider', 'netskopesteering', ...more]);
    const early = await check('--date', '2026-11-09');
    expect([early.code, early.stdout]).toEqual([0, expect.not.stringContaining('expired')]);
    const soon = await check('--date', '2026-11-24');
    expect([soon.code, soon.stdout]).toEqual([
      0,
      expect.stringMatching(/^warning expired: .*\n {2}netskope.*exception\.e\n.*today is the last day/m),
    ]);
    const late = await check('--date', '2026-11-25', '--json');
    expect(late.code).toBe(1);
    expect(JSON.parse(late.stdout)).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: 'expired',
          severity: 'error',
          address: exception,
          page: 'docs/guardrails.md#expired',
        }),
      ]) as unknown,
    });
    // Without a day it is today, and the last day is past.
    writeFileSync(
      join(folder, STEERING_JSON),
      writeSteeringJson({ ...NOTHING, expiries: [{ ...expiries[0]!, expires: '2020-01-01' }] }),
    );
    expect((await check()).code).toBe(1);
    const bad = await check('--date', '2026-02-30');
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('Write a day as 2026-12-31.')]);
    const other = await run('check', [option, path, '--provider', 'netskopesteering.two']);
    expect([other.code, other.stdout]).toEqual([0, expect.not.stringContaining('expired')]);
  });

  it('has no other', async () => {
    const { code, stderr } = await run('check', [...args(), '--provider', 'netskopesteering.three']);
    expect(code).toBe(2);
    expect(stderr).toContain('has nothing of the provider configuration "netskopesteering.three". It has: ');
  });

  it('is checked for each by itself', async () => {
    const { code, stdout } = await run('check', [...args(), '--provider', 'netskopesteering']);
    expect([code, stdout]).toEqual([0, expect.not.stringContaining('several-owners')]);
  });
});

it('is reviewed for each tenant, with the demands about it, and what nobody can judge is said of the first', async () => {
  const folder = folders.make({ plan: planOfTwo() });
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(STACK));
  const steering = {
    ...NOTHING,
    suppressions: [{ rule: 'unused-app', reason: 'x', on: 'netskopesteering_certificate_pinned_app.two' }],
    trafficTests: [TEST, { ...TEST, ...TWO }, { ...TEST, provider: 'netskopesteering.three' }],
    invariants: [INVARIANT, { ...INVARIANT, ...TWO }],
    premises: [],
  };
  writeFileSync(join(folder, STEERING_JSON), writeSteeringJson(steering));
  const { stdout } = await run('review', [folder, '--format', 'json', '--fail-on', 'never']);
  const { plans } = JSON.parse(stdout) as Report;
  expect(
    plans.map(({ tests, findings, suppressed }) => ({
      tests: tests.map(({ kind, result }) => `${kind} ${result}`),
      findings: findings.map(({ rule }) => rule),
      suppressed,
    })),
  ).toEqual([
    { tests: ['test passed', 'invariant failed', 'test unknown'], findings: [], suppressed: 0 },
    { tests: ['test failed', 'invariant passed'], findings: ['traffic-mode-none'], suppressed: 1 },
  ]);
  expect(plans[0]?.tests[2]?.detail).toBe(
    'The plan has nothing of the provider netskopesteering.three, so nobody can say.',
  );
});
