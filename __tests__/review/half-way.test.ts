/** Plans whose apply may end half way, or leave another order than the one that is written. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewPlans, stopOf, type Report } from '../../review';
import { DEMANDS_NOTHING, writeSteeringJson, type Steering } from '../../steering';
import { run } from '../cli/support/run';
import { app, blocked, DEFAULT, planOf, port, type Made } from './support/plan';

const review = (made: readonly Made[]): Report =>
  reviewPlans([{ name: 'plan', source: 'plan.json', plan: JSON.stringify(planOf(...made)) }], { today: '2026-11-24' });
const planned = (report: Report) => report.plans[0]!;

const APP = app('A', ['A.exe']);
const same = (type: string, value: Made['after']): Made => ({ type, name: 'it', before: value!, after: value! });
const there = same('certificate_pinned_app', APP);

describe('the gate of errors stops a plan that breaks half way', () => {
  const made = (name: string): Made => ({
    ...{ type: 'certificate_pinned_app', name, after: { ...APP, id: null } },
    change: { after_unknown: { id: true } },
  });
  const moved: Made[] = [
    DEFAULT,
    { ...there, name: 'old', after: null },
    made('new'),
    { name: 'old', before: blocked('e', APP.id) },
    {
      name: 'new',
      after: { ...blocked('e', ''), app_id: null },
      change: { after_unknown: { app_id: true, id: true } },
    },
  ];
  const only = (made: readonly Made[]) => {
    const { findings, verdict } = planned(review(made));
    const errors = findings.filter(({ severity }) => severity === 'error');
    return {
      verdict,
      messages: errors.map(({ message }) => message),
      at: errors.flatMap(({ at }) => at.map(({ address }) => address)),
    };
  };
  const APP_TYPE = 'netskopesteering_certificate_pinned_app';

  it('because a name is destroyed under one address and made under another, though no traffic changes', () => {
    expect(stopOf(review(moved), ['error'])?.gate).toBe('error');
    const { verdict, messages, at } = only(moved);
    expect([verdict, at]).toEqual(['no_traffic_change', [`${APP_TYPE}.new`]]);
    expect(messages[0]).toContain(`"A" is destroyed as ${APP_TYPE}.old and made again as ${APP_TYPE}.new.`);
    for (const said of [
      'Terraform does both at once',
      'after that the old one is gone',
      'write a moved block',
      `moveFromId("${APP_TYPE}.old")`,
      'docs/guides/refactor.md',
    ])
      expect(messages[0]).toContain(said);
  });

  it('and so does netskope-steering check', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'half-way-'));
    try {
      const plan = join(folder, 'plan.json');
      writeFileSync(plan, JSON.stringify(planOf(...moved)));
      const { code, stdout } = await run('check', ['--plan', plan]);
      expect([code, stdout]).toEqual([
        1,
        expect.stringContaining(
          `duplicate-name: Two objects of one name, or two entries of one port\n  ${APP_TYPE}.new\n    "A" is destroyed as`,
        ),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('because two objects of one name are made', () => {
    const twice: Made[] = [DEFAULT, made('it'), made('again')];
    expect(stopOf(review(twice), ['error'])?.gate).toBe('error');
    expect(only(twice).messages).toEqual([
      expect.stringContaining(`${APP_TYPE}.it and ${APP_TYPE}.again are certificate pinned apps of one name, "A"`),
    ]);
  });

  it.each<[what: string, made: readonly Made[]]>([
    ['replaces an app at its address', [DEFAULT, { ...there, change: { actions: ['create', 'delete'] } }]],
    ['replaces it the other way round', [DEFAULT, { ...there, change: { actions: ['delete', 'create'] } }]],
    ['moves an app', [DEFAULT, { ...there, more: { previous_address: `${APP_TYPE}.old` } }]],
    [
      'replaces a configuration and makes what is in it again, under another address',
      [
        DEFAULT,
        {
          ...{ type: 'configuration', name: 'c', before: { id: '7', name: 'C' }, after: { name: 'C' } },
          change: { actions: ['delete', 'create'], after_unknown: { id: true, priority: true } },
        },
        { type: 'non_standard_port', name: 'old', before: { ...port(8443, ['a.example']), configuration_id: '7' } },
        {
          ...{ type: 'non_standard_port', name: 'new', after: { port: 8443, domains: ['a.example'] } },
          change: { after_unknown: { configuration_id: true, id: true } },
        },
      ],
    ],
  ])('but no plan that %s', (_what, made) => {
    expect(only(made).messages).toEqual([]);
  });

  it('because a stack insists on another order of configurations than the tenant has', () => {
    const configuration = (name: string, priority: number): Made =>
      same('configuration', { id: name, name, priority, enabled: true, user_groups: [name], traffic_mode: 'web' });
    const made = [DEFAULT, { ...configuration('it', 2), name: 'it' }, { ...configuration('all', 1), name: 'all' }];
    const address = (name: string) => `netskopesteering_configuration.${name}`;
    const configured = {
      root_module: {
        resources: [{ address: address('it') }, { address: address('all'), depends_on: [address('it')] }],
      },
    };
    const plan = JSON.stringify({
      ...planOf(...made, { name: 'e', after: blocked('e', 'x') }),
      configuration: configured,
    });
    const order = { construct: 'tenant/All', configuration: address('all'), after: [address('it')] };

    const found = (orders: Steering['orders']) => {
      const input = {
        name: 'plan',
        source: 'plan.json',
        plan,
        steering: writeSteeringJson({ ...DEMANDS_NOTHING, orders }),
      };
      const report = reviewPlans([input], { today: '2026-11-24' });
      const { findings } = planned(report);
      return {
        gate: stopOf(report, ['error'])?.gate,
        order: findings.filter(({ rule }) => rule === 'configuration-order').map((one) => [one.severity, one.message]),
      };
    };
    expect(found([])).toEqual({
      gate: undefined,
      order: [
        [
          'warning',
          expect.stringMatching(
            /^"all" is written after "it", but the priority of "all" is 1, and that of "it" is 2\. Who matches both \(user groups "all", and user groups "it"\) gets "all"\./,
          ),
        ],
      ],
    });
    expect(found([order])).toEqual({
      gate: 'error',
      order: [['error', expect.stringContaining(`tenant/All states that "all" comes after "it", but`)]],
    });
  });
});
