/** What the scripts of examples/gitops say to whoever calls them wrongly, and what they leave. What they do: system/gitops.test.ts. */
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startTenant } from '../../../tenant/emulator';
import { app, blocked, DEFAULT, planOf } from '../../review/support/plan';
import { GitopsProject } from '../../support/gitops-project';

let project: GitopsProject;
beforeAll(() => (project = GitopsProject.create()));
afterAll(() => project?.remove());

const SCRIPTS = ['plan.sh', 'propose.sh', 'review.sh', 'apply.sh', 'runbook.sh'];
const NO_NAME = 'name a stack: a letter, then a-z, 0-9 and "-".';

it.each([
  ['no stack', [], NO_NAME],
  ['a folder elsewhere', ['../../etc'], NO_NAME],
  ['an option', ['-destroy'], NO_NAME],
  ['a command', ['emea;id'], NO_NAME],
  ['two lines', ['emea\nid'], NO_NAME],
  ['a stack that is not synthesized', ['emea'], 'there is no stack emea in cdktf.out. Run ci/check.sh first.'],
])('every script refuses %s', async (_what, args, message) => {
  const runs = await Promise.all(SCRIPTS.map((script) => project.run(script, args)));
  expect(runs).toEqual(SCRIPTS.map((script) => ({ exitCode: 1, output: `${script}: ${message}\n` })));
});

it.each([
  [
    'nothing says where the server of the state is',
    {},
    'and PG_CONN_STR does not say where. Set it, as in postgres://',
  ],
  [
    'something does',
    { PG_CONN_STR: 'postgres://127.0.0.1:1/x?sslmode=disable' },
    '127.0.0.1:1: connect: connection refused',
  ],
])('a state in PostgreSQL, where %s', async (_what, env, message) => {
  const here = project.copy();
  try {
    here.write('cdktf.out/stacks/emea/cdk.tf.json', '{ "terraform": { "backend": { "pg": {} } } }');
    here.write('ci/check-stack.mjs', '');
    const { exitCode, output } = await here.run('plan.sh', ['emea'], { PG_CONN_STR: '', PGHOST: '', ...env });
    expect([exitCode, output]).toEqual([1, expect.stringContaining(message)]);
  } finally {
    here.remove();
  }
});

describe('a report of an earlier run is gone, whatever fails:', () => {
  const REPORTS = ['emea.html', 'emea.json', 'emea.md'];
  const OTHERS = ['apac.md', 'emea.txt'];
  const TERRAFORM = `#!/bin/sh\ncase "$*" in *" $FAILS "*) exit 1;; *" show "*) cat "$PLAN";; *" plan "*) exit 2;; esac\n`;
  const PLAN = planOf(DEFAULT, { name: 'e', after: blocked('e', 'app-A') });
  let here: GitopsProject;
  beforeEach(() => {
    here = project.copy();
    for (const name of [...REPORTS, ...OTHERS]) here.write(`reviews/${name}`, 'old');
    here.write('cdktf.out/stacks/emea/cdk.tf.json', '{}');
    here.write('ci/check-stack.mjs', '');
    here.write('bin/terraform', TERRAFORM);
    here.write('plan.txt', JSON.stringify(PLAN));
    chmodSync(join(here.folder, 'bin/terraform'), 0o755);
  });
  afterEach(() => here.remove());
  const left = () => here.list('reviews');
  const run = (args: readonly string[] = ['emea'], env: NodeJS.ProcessEnv = {}, script = 'propose.sh') =>
    here.run(script, args, {
      PATH: `${join(here.folder, 'bin')}:${process.env['PATH']}`,
      PLAN: join(here.folder, 'plan.txt'),
      FAILS: 'nothing',
      ...env,
    });

  it.each<[what: string, fail: () => void, env: NodeJS.ProcessEnv]>([
    ['the program is not installed', () => rmSync(join(here.folder, 'node_modules'), { recursive: true }), {}],
    ['no stack is synthesized', () => rmSync(join(here.folder, 'cdktf.out'), { recursive: true }), {}],
    ['the stack does too much', () => here.write('ci/check-stack.mjs', 'process.exitCode = 20'), {}],
    ['terraform is not initialized', () => undefined, { FAILS: 'init' }],
    ['a postcondition fails', () => undefined, { FAILS: 'plan' }],
    ['the plan cannot be shown', () => undefined, { FAILS: 'show' }],
    ['the plan cannot be read', () => here.write('plan.txt', 'no plan'), {}],
    ['the tenant cannot be read', () => undefined, {}],
  ])('%s', async (_what, fail, env) => {
    fail();
    const { exitCode } = await run(['emea'], env);
    expect([exitCode === 0, left()]).toEqual([false, OTHERS]);
  });

  it('but never one of another stack, nor a file elsewhere', async () => {
    here.write('x.md', 'mine');
    for (const name of ['../x', 'emea/../apac', '*', '']) await run([name]);
    expect([left(), here.list('.')]).toEqual([[...OTHERS, ...REPORTS].sort(), expect.arrayContaining(['x.md'])]);
  });

  it('and a run that does not fail says its verdict, where the page is, and how it is accepted', async () => {
    const tenant = await startTenant({ trafficMode: 'web' });
    const env = { NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token };
    try {
      const APP = app('A', ['A.exe']);
      const made = { type: 'certificate_pinned_app', name: 'a', before: APP, after: APP };
      const opens = planOf(made, { name: 'e', after: blocked('e', APP.id, 'bypass_direct', ['a.example']) });
      here.write('plan.txt', JSON.stringify(opens));
      const stopped = await run(['emea'], env);
      expect([stopped.exitCode, left()]).toEqual([11, [...OTHERS, ...REPORTS].sort()]);
      expect(stopped.output.trimEnd().split('\n').slice(-2)).toEqual([
        'emea: something is opened: it was blocked or inspected before. The page is reviews/emea.html, the comment reviews/emea.md.',
        'emea: stopped (exit code 11). What can be accepted, this writes into approvals/emea.json: ci/propose.sh emea --reason "WHY" --expires YYYY-MM-DD',
      ]);
      const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
      const refused = await run(['emea', '--reason', 'CHG-1'], env);
      expect([refused.exitCode, left()]).toEqual([2, OTHERS]);
      expect(refused.output).toContain('review.sh: emea: there is no review (exit code 2).');
      const accepted = await run(['emea', '--reason', 'CHG-1', '--expires', expires], env);
      expect([accepted.exitCode, here.list('approvals')]).toEqual([0, ['emea.json']]);
      const again = await run(['emea'], env);
      expect([again.exitCode, again.output]).toEqual([0, expect.stringMatching(/^emea: something is opened.*\n$/)]);
      expect(here.reviewOf('emea').plans[0]?.approvals.map(({ status }) => status)).toContain('used');
    } finally {
      await tenant.close();
    }
  });

  it('check.sh leaves no stack of an earlier run', async () => {
    here.write('package.json', JSON.stringify({ scripts: { check: 'exit 1' } }));
    expect([(await run([], {}, 'check.sh')).exitCode, here.list('.').includes('cdktf.out')]).toEqual([1, false]);
  });
});
