import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTenant } from '../../tenant/emulator';
import { app, blocked, DEFAULT, planOf, port, type Made } from '../review/support/plan';
import { run } from './support/run';
import { STEERING } from './support/stack';

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
  [BROADENS, [], 11, /Stopped by the gate broadening: 2 changes of traffic open what was blocked or inspected/],
  [BROADENS, ['--fail-on', 'never'], 0, ''],
  [BROADENS, ['--fail-on', 'collateral'], 0, ''],
  [REACHES, [], 10, /Stopped by the gate collateral: \d changes of traffic reach what the plan does not name/],
  [REACHES, ['--fail-on', 'warning'], 13, /Stopped by the gate warning: 1 warning/],
] as const)('ends as gates say, whatever else it says (%#)', async (plan, flags, code, says) => {
  const ended = await review(file('plan.json', plan), ...flags);
  expect(ended.code).toBe(code);
  expect(ended.stderr).toMatch(says);
  expect(ended.stdout).toMatch(
    /^plan\n(Blocks more, opens nothing|Opens traffic|Reaches traffic that the change does not name)\b/,
  );
});

it('reads stdin, and a plan with a byte order mark', () => {
  const input = `\uFEFF${JSON.stringify(NARROWS)}`;
  const args = ['--import', 'tsx', 'cli/index.ts', 'review', '-'];
  const ended = spawnSync(process.execPath, args, { cwd: join(__dirname, '../..'), input, encoding: 'utf8' });
  expect(ended.status).toBe(0);
  expect(ended.stdout).toMatch(/^\S+\nBlocks more, opens nothing\. /);
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
    version: 2,
    suppressions: [{ rule: 'wildcard-with-bypass', reason: 'none there' }],
    trafficTests: [test],
    invariants: [],
    premises: { trafficModes: [], apps: [] },
    expiries: [],
    orders: [],
  };
  const files = {
    'plan.json': JSON.stringify(NARROWS),
    'cdk.tf.json': JSON.stringify({ resource: { netskopesteering_certificate_pinned_app_exception: { e: path } } }),
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
    address: 'netskopesteering_certificate_pinned_app_exception.e',
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
  writeFileSync(join(stack, 'steering.json'), JSON.stringify({ ...STEERING, trafficTests: [test] }));
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
    /^### `one`\n\n🟢 \*\*Blocks more, opens nothing\.\*\* [^]*\n### `two`\n\n🔴 \*\*Reaches traffic that the change does not name\. /,
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

const EMEA = { NETSKOPE_SERVER_URL: 'https://emea.goskope.com/api/v2' };

it('lets pass what is approved until the day after the last, on the tenant that it is approved for', async () => {
  const plan = file('plan.json', BROADENS);
  const { stdout } = await run('review', [plan, '--format', 'json', '--fail-on', 'never'], EMEA);
  const [{ traffic, approving }] = JSON.parse(stdout).plans;
  expect(approving).toEqual({ stack: 'plan', tenant: 'https://emea.goskope.com/api/v2' });
  const approvals = file('approvals.json', {
    approvals: traffic.map(({ id }: { id: string }) => ({
      ...{ change: id, ...approving },
      ...{ reason: 'CHG-7', expires: '2026-12-31' },
    })),
  });
  const on = async (date: string, env = EMEA) =>
    (await run('review', [plan, '--approvals', approvals, '--date', date], env)).code;
  expect([await on('2026-12-31'), await on('2027-01-01')]).toEqual([0, 11]);
  expect(await on('2026-12-31', { NETSKOPE_SERVER_URL: 'https://apac.goskope.com/api/v2' })).toBe(11);
});

it('is not what was reviewed where the environment names another tenant', async () => {
  const plan = file('plan.json', BROADENS);
  const reviewed = join(folder, 'reviewed-on-emea.json');
  await run('review', [plan, '--format', 'json', '--fail-on', 'never', '--output', reviewed], EMEA);
  const compare = (env: object) => run('review', [plan, '--fail-on', 'never', '--same-as', reviewed], env);
  expect(await compare(EMEA)).toMatchObject({ code: 0, stderr: '' });
  const other = await compare({ NETSKOPE_SERVER_URL: 'https://apac.goskope.com/api/v2' });
  expect(other.code).toBe(20);
  expect(other.stderr).toContain('It was reviewed for https://emea.goskope.com/api/v2, and now it is for https://apac');
});

it('is not what was reviewed where a file of the configuration is another, in the folder or in a module', async () => {
  const stack = mkdtempSync(join(folder, 'code-'));
  mkdirSync(join(stack, 'm'));
  mkdirSync(join(stack, '.terraform', 'modules'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(stack, name), text);
  write('plan.json', JSON.stringify(NARROWS));
  write('main.tf', 'a');
  write('m/main.tf', 'a');
  write('.terraform/modules/modules.json', '{"Modules":[{"Key":"","Dir":"."},{"Key":"m","Dir":"m"}]}');
  const reviewed = join(folder, 'reviewed-code.json');
  await review(stack, '--format', 'json', '--output', reviewed);
  const compare = async () => (await review(stack, '--same-as', reviewed)).code;
  expect(await compare()).toBe(0);
  write('notes.txt', 'no configuration');
  expect(await compare()).toBe(0);
  for (const name of ['m/main.tf', 'main.tf', 'more_override.tf.json']) {
    write(name, '{}');
    expect(await compare()).toBe(20);
    if (name === 'more_override.tf.json') rmSync(join(stack, name));
    else write(name, 'a');
  }
  expect(await compare()).toBe(0);
});

describe('a gate that stops says last', () => {
  it('which, with which code, why, and the command that accepts it', async () => {
    const made = join(folder, "it's emea");
    mkdirSync(made);
    writeFileSync(join(made, 'plan.json'), JSON.stringify(REACHES));
    const output = join(made, '..', 'page.html');
    const flags = ['--fail-on', 'collateral', '--approvals', file("it's emea.json", { approvals: [] })];
    const ended = await run('review', [made, ...flags, '--format', 'html', '--output', output], EMEA);
    const quoted = `'${made.replace("'", `'\\''`)}`;
    expect(ended.code).toBe(10);
    expect(ended.stderr.split('\n')).toEqual([
      expect.stringMatching(
        /^netskope-steering review: Stopped by the gate collateral: \d+ changes of traffic reach what the plan does not name \(exit code 10\)\.$/,
      ),
      `To accept what is meant: netskope-steering review ${quoted}' --fail-on collateral --write-approvals ${quoted}.json' --reason "WHY" --expires YYYY-MM-DD`,
      expect.stringMatching(
        /^It approves all \d+ that stop; --approve picks by id, resource or construct\. See "Approvals" in docs\/review\.md\.$/,
      ),
      'A traffic test that fails, and what cannot be judged, cannot be approved: change the test, or the plan.',
      `The review is in ${output}.`,
      '',
    ]);
  });

  it('below the review, where both are one terminal, and what has to be known for it', async () => {
    const { both, stdout, stderr } = await review(file('plan.json', BROADENS));
    expect(both).toBe(stdout + stderr);
    expect(stderr).toContain('set NETSKOPE_SERVER_URL to its address first');
  });
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
    const elsewhere = structuredClone(planOf(there)) as ReturnType<typeof JSON.parse>;
    const written = { full_name: 'terraform.local/community/netskopesteering' };
    for (const [url, says] of [
      [
        { constant_value: 'http://127.0.0.1:1/api/v2' },
        'but the plan acts on http://127.0.0.1:1/api/v2 (server_url of',
      ],
      [{ references: ['local.url'] }, 'but the plan does not show where the provider "netskopesteering.two" acts'],
    ] as const) {
      elsewhere.configuration.provider_config = {
        'netskopesteering.two': { ...written, expressions: { server_url: url } },
      };
      const refused = await run('review', [file('plan.json', elsewhere), '--tenant'], environment);
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain(`--tenant looks at ${tenant.serverUrl}, of NETSKOPE_SERVER_URL, ${says}`);
    }
  } finally {
    await tenant.close();
  }
});

it.each([
  [['nowhere.json'], 3, /The plan nowhere\.json cannot be read: there is no such file\./],
  [
    ['FOLDER'],
    3,
    /no such file, and no "plan" or "tfplan" .* beside it\. Plan it: cdktf plan empty-\w+, or terraform -chdir=/,
  ],
  [['BINARY'], 3, /it is terraform's own file, and "terraform show -json" ended with 1\. It said:\n/],
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
