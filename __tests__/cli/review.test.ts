import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTenant } from '../../tenant/emulator';
import { app, blocked, DEFAULT, planOf, port, type Made } from '../review/support/plan';
import { run } from './support/run';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const APP = app('A', ['A.exe']);
const there: Made = { type: 'certificate_pinned_app', name: 'a', before: APP, after: APP };
const NARROWS = planOf(DEFAULT, there, { name: 'e', after: blocked('e', APP.id) });
const BROADENS = planOf(DEFAULT, there, { name: 'e', after: blocked('e', APP.id, 'bypass_direct', ['a.example']) });
const REACHES = planOf(DEFAULT, { type: 'non_standard_port', name: 'p', after: port(5222, []) });

function file(name: string, content: object | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const review = (...args: string[]) => run('review', args);

it.each([
  [NARROWS, [], 0, ''],
  [BROADENS, [], 11, /Stopped by the gate broadening: 2 changes of traffic let more go/],
  [BROADENS, ['--fail-on', 'never'], 0, ''],
  [BROADENS, ['--fail-on', 'collateral'], 0, ''],
  [REACHES, [], 10, /Stopped by the gate collateral: \d changes of traffic reach what nobody named/],
  [REACHES, ['--fail-on', 'warning'], 13, /Stopped by the gate warning: 1 warning/],
] as const)('ends as gates say, whatever else it says (%#)', async (plan, flags, code, says) => {
  const ended = await review(file('plan.json', plan), ...flags);
  expect(ended.code).toBe(code);
  expect(ended.stderr).toMatch(says);
  expect(ended.stdout).toMatch(/^plan: (Narrowing|Broadening|Collateral)\n/);
});

it('reads stdin, and a plan with a byte order mark', () => {
  const input = `\uFEFF${JSON.stringify(NARROWS)}`;
  const args = ['--import', 'tsx', 'cli/index.ts', 'review', '-'];
  const ended = spawnSync(process.execPath, args, { cwd: join(__dirname, '../..'), input, encoding: 'utf8' });
  expect([ended.status, ended.stdout.split('\n')[0]]).toEqual([0, 'plan: Narrowing']);
});

it('reads the folder of a stack: its plan, construct paths, tests and suppressions, and changes none of them', async () => {
  const stack = join(folder, 'emea');
  mkdirSync(stack);
  const path = { '//': { metadata: { path: 'emea/House/Exception/Resource', uniqueId: 'e' } } };
  const test = {
    name: 'A is stopped',
    construct: 'emea/Test',
    flow: { platform: 'windows', process: 'A.exe', host: 'a.example', port: 443 },
    expect: 'block',
  };
  const steering = {
    version: 1,
    suppressions: [{ rule: 'wildcard-with-bypass', reason: 'none there' }],
    trafficTests: [test],
    invariants: [],
    premises: { trafficModes: [] },
  };
  const files = {
    'plan.json': JSON.stringify(NARROWS),
    'cdk.tf.json': JSON.stringify({ resource: { netskopesteering_exception: { e: path } } }),
    'steering.json': JSON.stringify(steering),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(stack, name), content);
  const { stdout, code } = await review(stack, '--format', 'json');
  const [plan] = JSON.parse(stdout).plans;
  expect(code).toBe(0);
  expect(plan).toMatchObject({
    name: 'emea',
    source: 'cdk.tf.json',
    tests: [{ name: 'A is stopped', result: 'passed' }],
  });
  expect(plan.traffic[0].causes).toContainEqual({
    address: 'netskopesteering_exception.e',
    construct: 'emea/House/Exception',
    id: '0/e',
  });
  expect(plan.findings.map(({ rule }: { rule: string }) => rule)).toContain('suppression');
  for (const [name, content] of Object.entries(files))
    expect(hash(readFileSync(join(stack, name)))).toBe(hash(content));
});

it('a failed traffic test stops the gate for errors', async () => {
  const stack = join(folder, 'failing');
  mkdirSync(stack);
  const test = {
    name: 'A goes on',
    construct: 'x/Test',
    flow: { platform: 'windows', process: 'A.exe', host: 'a.example', port: 443 },
    expect: 'steer',
  };
  writeFileSync(join(stack, 'plan.json'), JSON.stringify(NARROWS));
  writeFileSync(
    join(stack, 'steering.json'),
    JSON.stringify({
      version: 1,
      suppressions: [],
      trafficTests: [test],
      invariants: [],
      premises: { trafficModes: [] },
    }),
  );
  const { code, stdout } = await review(stack);
  expect(code).toBe(12);
  expect(stdout).toMatch(/failed {2}A goes on: .*block, and not steer/);
});

it('writes to a file, and reviews several plans at once, each by its name', async () => {
  const output = join(folder, 'review.md');
  const plans = [file('one.json', NARROWS), file('two.json', REACHES)];
  const ended = await review(...plans, '--format', 'markdown', '--fail-on', 'never', '--output', output);
  expect(ended).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(output, 'utf8')).toMatch(
    /^### `one`\n\n🟢 \*\*Narrowing\.\*\*[^]*\n### `two`\n\n🔴 \*\*Collateral\.\*\*/,
  );
});

it('says whether a fresh plan is what was reviewed', async () => {
  const plan = file('plan.json', BROADENS);
  const reviewed = join(folder, 'reviewed.json');
  await review(plan, '--format', 'json', '--fail-on', 'never', '--output', reviewed);
  expect(await review(plan, '--fail-on', 'never', '--same-as', reviewed)).toMatchObject({ code: 0, stderr: '' });
  const other = await review(file('plan.json', NARROWS), '--fail-on', 'never', '--same-as', reviewed);
  expect(other.code).toBe(20);
  expect(other.stderr).toContain('The plan is not what was reviewed.\n');
});

it('lets pass what is approved until the day after the last', async () => {
  const plan = file('plan.json', BROADENS);
  const { stdout } = await review(plan, '--format', 'json', '--fail-on', 'never');
  const ids: string[] = JSON.parse(stdout).plans[0].traffic.map(({ id }: { id: string }) => id);
  const approvals = file('approvals.json', {
    approvals: ids.map((change) => ({ change, reason: 'CHG-7', expires: '2026-12-31' })),
  });
  const on = async (date: string) => (await review(plan, '--approvals', approvals, '--date', date)).code;
  expect([await on('2026-12-31'), await on('2027-01-01')]).toEqual([0, 11]);
});

it('looks at the tenant as well, where that is asked for', async () => {
  const tenant = await startTenant({ trafficMode: 'web' });
  try {
    const environment = { NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token };
    const plan = file('plan.json', planOf(there, { name: 'e', after: blocked('e', APP.id) }));
    const alone = JSON.parse((await review(plan, '--format', 'json')).stdout).plans[0];
    const { stdout } = await run('review', [plan, '--format', 'json', '--tenant'], environment);
    const [with_] = JSON.parse(stdout).plans;
    expect([alone.traffic[0].certain, with_.traffic[0].certain]).toEqual([false, true]);
    expect([alone.does.tenant, with_.does.tenant]).toEqual([false, true]);
  } finally {
    await tenant.close();
  }
});

it.each([
  [['nowhere.json'], 3, /The plan nowhere\.json cannot be read: there is no such file\./],
  [['FOLDER'], 3, /plan\.json cannot be read: there is no such file\. Write it with: terraform -chdir=/],
  [['BINARY'], 3, /it is terraform's own file of a plan, not JSON\. Show it first: terraform show -json/],
  [['PLAN', '--approvals', 'nowhere.json'], 3, /The file of approvals nowhere\.json cannot be read/],
  [['PLAN', '--same-as', 'PLAN'], 3, /What was reviewed is no review\./],
  [['PLAN', '--fail-on', 'anything'], 2, /Write never alone, or some of collateral, broadening, error, warning/],
  [['PLAN', '--fail-on', 'never,error'], 2, /Write never alone/],
  [['PLAN', '--format', 'pdf'], 2, /Allowed choices are terminal, markdown, json, sarif, html/],
  [['PLAN', '--date', 'soon'], 2, /Write a day as 2026-12-31/],
  [['PLAN', '--tenant'], 2, /--tenant looks at a tenant, and NETSKOPE_SERVER_URL and NETSKOPE_API_KEY are not set/],
  [['PLAN', '--output', 'FOLDER'], 2, /cannot be written/],
  [[], 2, /missing required argument/],
] as const)('refuses %j', async (args, code, says) => {
  const paths: Record<string, string> = {
    FOLDER: mkdtempSync(join(folder, 'empty-')),
    PLAN: file('plan.json', NARROWS),
    BINARY: file('tfplan', 'PK\u0003\u0004'),
  };
  const ended = await review(...args.map((one) => paths[one] ?? one));
  expect([ended.code, ended.stdout]).toEqual([code, '']);
  expect(ended.stderr).toMatch(says);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
});

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
