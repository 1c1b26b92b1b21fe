/** The first screen of a review: short whatever the plan, true in every row, and nothing that opens is folded away. */
import Ajv, { type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewPlans, type Report, type Review } from '../../review';
import { CollateralFinder } from '../../review/traffic/collateral';
import { reassignedIn } from '../../review/traffic/configuration-names';
import { groupsOf } from '../../review/traffic/groups';
import { toldBy, type ToldChange } from '../../review/traffic/lines';
import { verdictOf } from '../../review/verdict';
import { compare, type PlannedModels } from '../../steering';
import { contendedModel, shuffled } from '../steering/compare/readings/contended';
import { Dice } from '../steering/random/dice';
import { RandomModel } from '../steering/random/random-model';
import { app, blocked, DEFAULT, DEFAULT_CONFIGURATION, planOf, port, type Made } from './support/plan';
import {
  elsewhereIn,
  faultsOf,
  flowIn,
  isEach,
  isReached,
  isRest,
  isUdp,
  liesOf,
  screenOf,
  textOf,
  type Models,
} from './support/screen';

const TODAY = '2026-11-24';
let validate: ValidateFunction;
beforeAll(() => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/review.schema.json'), 'utf8'));
  validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
});

function faultsIn(report: Report): string[] {
  validate(JSON.parse(JSON.stringify(report)));
  return [...(validate.errors ?? []).map((error) => `the schema: ${JSON.stringify(error)}`), ...faultsOf(report)];
}

describe('of plans whose names do harm', () => {
  const HOSTILE = [
    'x'.repeat(500),
    '`'.repeat(40),
    '`` ` ```',
    'one\r\n\ntwo\n| three |',
    '\u202Egnp.exe\u2066\u200B',
    '💥'.repeat(120),
    'メッセンジャー'.repeat(30),
    `e${'\u0301'.repeat(300)}`,
    '| a | b \\| c \\\\| d |',
    '<details><summary>x</summary>',
    '</td></tr></table>',
    'Details',
    '### title',
    '**bold** [link](https://x.example)',
    'a\tb\u00A0c',
    '\\',
  ];
  const ACTIONS = ['block', 'block', 'bypass_direct', 'bypass_tunnel', 'bypass_managed_direct'];
  const STATES = ['create', 'destroy', 'update', 'keep', 'keep'] as const;
  const UNKNOWN = ['domains', 'app_id', 'traffic_mode', 'processes'];

  /** Objects that are made, changed, kept and destroyed, on a tenant with a default configuration. */
  function randomPlan(dice: Dice, most: number): object {
    const name = () => `${dice.oneOf(HOSTILE)}${dice.below(4)}`;
    const object = (type: string, key: string, values: () => object): Made => {
      const state = dice.oneOf(STATES);
      const [before, after] = [values(), values()] as Record<string, unknown>[];
      const change = {
        ...(dice.chance(0.1) && { after_unknown: { [dice.oneOf(UNKNOWN)]: true } }),
        ...(dice.chance(0.1) && { after_sensitive: { name: true, domains: true }, before_sensitive: { name: true } }),
      };
      return {
        type,
        name: key,
        ...(state !== 'create' && { before: before! }),
        ...(state !== 'destroy' && { after: state === 'keep' ? before! : after! }),
        change,
      };
    };
    const domains = () => (dice.chance(0.6) ? ['*'] : [`h${dice.below(5)}.example`]);
    const apps = dice.many(most, (index) => {
      const id = `app-${index}`;
      const one = () => ({ ...app(name(), [name(), `p${index}.exe`]), id });
      const exception = () => blocked(`e${index}`, id, dice.oneOf(ACTIONS), domains());
      return [
        object('certificate_pinned_app', `x["${name()}${index}"]`, one),
        object('certificate_pinned_app_exception', `x["${name()}${index}"]`, exception),
      ];
    });
    const bypasses = dice.many(most / 2, (index) =>
      object('domain_exception', `d${index}`, () => ({
        id: `0/d${index}`,
        configuration_id: '0',
        domains: [`d${dice.below(9)}.example`, name()],
      })),
    );
    const ports = dice.many(3, (index) =>
      object('non_standard_port', `p${index}`, () => port(5222 + index, dice.chance(0.5) ? [] : ['p.example', name()])),
    );
    const configurations = dice.many(2, (index) =>
      object('configuration', `c${index}`, () => ({
        ...DEFAULT_CONFIGURATION,
        ...{ id: `c${index}`, name: name(), priority: 1 + index, user_groups: ['VIP', name()] },
        ...{
          traffic_mode: dice.oneOf(['web', 'all', 'none']),
          organization_units: [],
          os_families: [],
          device_tags: [],
        },
      })),
    );
    const mode = dice.oneOf(['web', 'web', 'all', 'none', 'cloud_apps']);
    const tenant = { ...DEFAULT, after: { ...DEFAULT_CONFIGURATION, traffic_mode: mode } };
    const plan = planOf(tenant, ...configurations, ...apps.flat(), ...bypasses, ...ports);
    return { ...plan, ...(dice.chance(0.2) && { complete: false }) };
  }

  test('it is short, the same in every format, and hides no opening', () => {
    const dice = new Dice(7);
    const seen = { opening: 0, unjudged: 0, counted: 0 };
    for (let number = 0; number < 20; number++) {
      const plan = JSON.stringify(randomPlan(dice, number === 12 ? 15 : 5));
      const report = reviewPlans([{ name: dice.oneOf(HOSTILE), source: '', plan }], { today: TODAY });
      expect({ number, faults: faultsIn(report) }).toEqual({ number, faults: [] });
      for (const review of report.plans) count(seen, review);
    }
    for (const found of Object.values(seen)) expect(found).toBeGreaterThan(0);
  });

  test('so it is for several tenants in one plan', () => {
    const one = planOf(DEFAULT, { name: 'd', after: { id: '0/d', configuration_id: '0', domains: ['a.example'] } });
    const plan = JSON.parse(JSON.stringify(one));
    const keys = ['netskopesteering', 'netskopesteering.two'];
    plan.configuration.provider_config = Object.fromEntries(
      keys.map((key, index) => [
        key,
        {
          name: 'netskopesteering',
          full_name: 'terraform.local/community/netskopesteering',
          expressions: { server_url: { constant_value: `http://127.0.0.1:808${index}/api/v2` } },
        },
      ]),
    );
    plan.configuration.root_module.resources = plan.resource_changes.map(
      ({ address, mode, type, name }: Record<string, string>, index: number) => ({
        ...{ address, mode, type, name },
        provider_config_key: keys[index],
      }),
    );
    const report = reviewPlans([{ name: 'both', source: '', plan: JSON.stringify(plan) }], { today: TODAY });
    expect(report.plans).toHaveLength(2);
    expect(faultsIn(report)).toEqual([]);
  });
});

test('what opens by UDP alone for certain has a row, and no sentence on what nobody published', () => {
  const apart = { traffic_mode: 'all', bypass_exception_traffic_at: 'cloud' };
  const [before, after] = [
    { ...DEFAULT_CONFIGURATION, ...apart },
    { ...DEFAULT_CONFIGURATION, ...apart, bypass_exception_traffic_at: 'client' },
  ];
  const kept: [string, object][] = [
    ['domain_exception', { id: '0/d', configuration_id: '0', domains: ['a.example'] }],
    ['certificate_pinned_app', app('A', ['A.exe'])],
    ['certificate_pinned_app_exception', blocked('e', 'app-A', 'bypass_direct')],
  ];
  const plan = planOf(
    { ...DEFAULT, before, after },
    ...kept.map(([type, values]): Made => ({ type, name: 'x', before: { ...values }, after: { ...values } })),
  );
  const report = reviewPlans([{ name: 'udp', source: '', plan: JSON.stringify(plan) }], { today: TODAY });
  expect(faultsIn(report)).toEqual([]);
  const [review] = report.plans;
  const isSure = (id: string) => review!.traffic.some((line) => line.id === id && line.certain && isUdp(line));
  const [row, ...others] = screenOf(review!).rows.filter(({ changes }) => changes.every(isSure));
  expect(others).toEqual([]);
  expect(row).toMatchObject({ tone: 'warning', after: 'bypassed' });
  expect(textOf(row!.where)).toBe('only a.example, every UDP port but 53, 80, 443, 5353');
});

function count(seen: { opening: number; unjudged: number; counted: number }, review: Review): void {
  if (review.traffic.some(({ effect }) => effect === 'broadening')) seen.opening += 1;
  if (!review.isComplete) seen.unjudged += 1;
  if (screenOf(review).rows.some(isRest)) seen.counted += 1;
}

describe('of pairs of random models', () => {
  const KINDS: readonly (readonly [what: string, pairs: number, make: (dice: Dice) => Models])[] = [
    ['in which all is known', 22, (dice) => pairOf(dice, 0)],
    ['in which something is not known', 18, (dice) => pairOf(dice, 0.08)],
    [
      'in which much contends',
      120,
      (dice) => {
        const before = contendedModel(dice);
        return { before, after: shuffled(dice, before) };
      },
    ],
  ];

  test.each(KINDS)('every row is true of every flow that it names, and no opening is hidden: %s', (_, pairs, make) => {
    const dice = new Dice(17);
    const seen = { flows: 0, products: 0, perhaps: 0, reached: 0 };
    for (let number = 0; number < pairs; number++) {
      const models = make(dice);
      const { review, told } = reviewOf(models);
      const report: Report = { formatVersion: '2.0', verdict: review.verdict, plans: [review] };
      expect({ number, faults: faultsIn(report) }).toEqual({ number, faults: [] });
      for (const row of screenOf(review).rows.filter((one) => !isRest(one))) {
        const own = told.filter(({ line }) => row.changes.includes(line.id));
        if (textOf(row.where).startsWith('in whole or in part: ')) {
          expect(isReached(row, own, models)).toBe(true);
          seen.reached += 1;
          continue;
        }
        for (let again = 0; again < 3; again++) {
          const flow = flowIn(row, own, dice);
          if (flow === undefined) continue;
          for (const one of [flow, ...elsewhereIn(row, flow)]) {
            const lies = liesOf(row, one, models);
            if (lies.length > 0) throw new Error(JSON.stringify({ number, lies, one, row, own, models }, undefined, 1));
          }
          seen.flows += 1;
          if (row.before.startsWith('perhaps')) seen.perhaps += 1;
          if (new Set(own.map(({ line }) => line.destinations)).size > 1 && !isEach(row)) seen.products += 1;
        }
      }
    }
    expect(seen.flows).toBeGreaterThan(25);
    expect(seen.products).toBeGreaterThan(5);
    expect(seen.perhaps).toBeGreaterThan(0);
  });
});

function pairOf(dice: Dice, doubtful: number): Models {
  const random = new RandomModel(dice, doubtful, 4);
  const before = random.model();
  return { before, after: random.changed(before) };
}

/** The review of two models, without what only a plan tells. */
function reviewOf({ before, after }: Models): { review: Review; told: readonly ToldChange[] } {
  const models: PlannedModels = { before, after, changed: new Set(), notJudged: [] };
  const comparison = compare(before, after);
  const told = toldBy(comparison, new CollateralFinder(models, new Set()), (value) => value);
  const traffic = told.list.map(({ line }) => line);
  const notJudged = comparison.notCovered;
  const isComplete = notJudged.length === 0;
  const none = { create: 0, update: 1, replace: 0, destroy: 0, forget: 0, read: 0, import: 0, move: 0, drift: 0 };
  const review: Review = {
    ...{ name: 'models', source: '', verdict: verdictOf(traffic, isComplete), isComplete, notJudged, reservations: [] },
    ...{ counts: none, removals: [], groups: groupsOf(models, told.list), traffic, destinations: told.destinations },
    ...{
      reassigned: reassignedIn(comparison, models),
      matrices: [],
      findings: [],
      suppressed: 0,
      tests: [],
      others: [],
    },
    ...{ drift: [], imports: [], moves: [], changes: [], rollout: [], approvals: [], approving: { stack: 'models' } },
    does: { actions: [], acts: [], unseen: [], tenants: [], traffic: '0'.repeat(32), tenant: true },
  };
  return { review, told: told.list };
}
