/** Which configurations Terraform makes before others, as a plan or a stack says it, and what follows for their clients. */
import {
  compare,
  decide,
  modelFromStack,
  modelsFromPlan,
  type Configuration,
  type Model,
  type PlanJson,
} from '../../../steering';
import { DEFAULT, planOf, type Made } from '../../review/support/plan';

describe('the order in which configurations are made', () => {
  const NAMES = ['a', 'b', 'c'] as const;
  const NEW = { enabled: true, traffic_mode: 'web', user_groups: ['VIP'] };
  const configuration = (name: string, more: object = {}): Made => ({
    ...{ type: 'configuration', name },
    after: { ...NEW, name, ...more },
  });
  const resource = (name: string, more: object = {}) => ({
    address: `netskopesteering_configuration.${name}`,
    ...more,
  });
  const dependsOn = (...names: string[]) => ({ depends_on: names.map((name) => resource(name).address) });
  const planWith = (root: object, ...made: readonly Made[]): PlanJson => ({
    ...planOf(...made),
    configuration: { root_module: root },
  });
  const short = (key: string) => key.replace(/netskopesteering_configuration\./g, '');
  const ordersIn = ({ configurations }: { configurations: readonly Configuration[] }) =>
    Object.fromEntries(
      configurations.flatMap(({ key, after }) => (after === undefined ? [] : [[short(key), after.map(short).sort()]])),
    );
  const all = NAMES.map((name) => configuration(name));
  const others = ['terraform_data.wait', 'netskopesteering_domain_exception.e'];

  test.each<[what: string, root: object, orders: object]>([
    ['is not known where nothing is said', { resources: NAMES.map((name) => resource(name)) }, {}],
    [
      'is what depends_on says, directly or through others',
      { resources: [resource('a'), resource('b', dependsOn('a')), resource('c', dependsOn('b'))] },
      { b: ['a'], c: ['a', 'b'] },
    ],
    [
      'goes through what is no configuration, and through what is of another provider',
      {
        resources: [
          resource('a'),
          { address: others[1], expressions: { configuration_id: { references: [`${resource('a').address}.id`] } } },
          { address: others[0], depends_on: [others[1]] },
          resource('b', { depends_on: [others[0]] }),
        ],
      },
      { b: ['a'] },
    ],
    [
      'is what references say',
      {
        resources: [
          resource('a'),
          resource('b', { expressions: { private_apps: { references: [`${resource('a').address}.name`] } } }),
          resource('c', { count_expression: { references: [resource('b').address] } }),
        ],
      },
      { b: ['a'], c: ['a', 'b'] },
    ],
    ['is not what a damaged file says', { resources: [resource('a'), resource('b', { depends_on: 'a' })] }, {}],
  ])('%s', (_what, root, orders) => {
    expect(ordersIn(modelsFromPlan(planWith(root, ...all)).after)).toEqual(orders);
  });

  test('is that of modules and of all their instances', () => {
    const inModule = (name: string, index: string): Made => ({
      ...configuration(name),
      more: {
        address: `module.m["${index}"].netskopesteering_configuration.${name}`,
        module_address: `module.m["${index}"]`,
      },
    });
    const root = {
      resources: [resource('a'), resource('c', { depends_on: ['module.m'] })],
      module_calls: { m: { ...dependsOn('a'), module: { resources: [resource('b')] } } },
    };
    const made = [configuration('a'), inModule('b', 'x'), inModule('b', 'y'), configuration('c')];
    const [x, y] = ['module.m["x"].b', 'module.m["y"].b'] as const;
    expect(ordersIn(modelsFromPlan(planWith(root, ...made)).after)).toEqual({
      [x]: ['a'],
      [y]: ['a'],
      c: ['a', x, y],
    });
  });

  test('is that of a stack, in which a checkpoint of another provider may stand between', () => {
    const block = (name: string, more: object = {}) => ({ name, enabled: true, ...more });
    const stack = {
      resource: {
        netskopesteering_configuration: {
          a: block('A'),
          b: block('B', { depends_on: ['null_resource.checkpoint'] }),
          c: block('C', { depends_on: ['netskopesteering_domain_exception.e'] }),
        },
        netskopesteering_domain_exception: {
          e: { configuration_id: '${netskopesteering_configuration.b.id}', domains: ['a.example'] },
        },
        null_resource: { checkpoint: { triggers: { of: '${netskopesteering_configuration.a.id}' } } },
      },
    };
    expect(ordersIn(modelFromStack(stack))).toEqual({ b: ['a'], c: ['a', 'b'] });
  });

  test('decides which of two new ones a client gets, and the answer says on what that rests', () => {
    const flow = {
      platform: 'windows',
      process: 'a.exe',
      host: 'example.com',
      port: 8000,
      transport: 'tcp',
      location: 'on_premises',
      userGroups: ['VIP'],
    } as const;
    const made = [DEFAULT, configuration('a', { traffic_mode: 'none' }), configuration('b', { traffic_mode: 'all' })];
    const decided = (b: object, plan = planWith({ resources: [resource('a'), resource('b', b)] }, ...made)) =>
      decide(modelsFromPlan(plan).after, flow);
    const ordered = decided(dependsOn('a'));
    expect([ordered.outcome, ordered.assumptions]).toEqual([
      'direct',
      expect.arrayContaining(['new-configurations-come-last']),
    ]);
    const open = decided({});
    expect([open.outcome, open.assumptions]).toEqual(['unknown', expect.arrayContaining(['order-of-configurations'])]);

    const written = (b: object) => ({
      resource: {
        netskopesteering_configuration: {
          a: { name: 'A', enabled: true, user_groups: ['VIP'], traffic_mode: 'none' },
          b: { name: 'B', enabled: true, user_groups: ['VIP'], traffic_mode: 'all', ...b },
        },
      },
    });
    const atSynth = decide(modelFromStack(written(dependsOn('a'))), flow);
    expect([atSynth.outcome, atSynth.assumptions]).toEqual([
      'direct',
      expect.arrayContaining(['configurations-in-written-order']),
    ]);
    expect(decide(modelFromStack(written({})), flow).outcome).toBe('unknown');
  });

  test('is compared as it is known: two new ones that change places change what their clients get', () => {
    const made = [DEFAULT, configuration('a', { traffic_mode: 'none' })];
    const models = (b: object) => {
      const root = { resources: [resource('a'), resource('b', b)] };
      return modelsFromPlan(planWith(root, ...made, configuration('b'))).after;
    };
    const told = ({ after }: { after: Model }) =>
      new Set([...compare(models(dependsOn('a')), after).eachClass()].map(({ isChanged }) => isChanged));
    expect(told({ after: models(dependsOn('a')) })).toEqual(new Set([false]));
    expect(told({ after: models({}) })).toContain(true);
  });
});
