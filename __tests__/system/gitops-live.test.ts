/** The pipelines of examples/gitops on live tenants: those that offer REST v1 alone, where a person writes. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runbook } from '../../live/runbook/runbook';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { readTenant } from '../../tools/terraform/tenant-reader';
import { startForge, type FakeForge } from '../examples/gitops/support/fake-forge';
import { variables } from '../examples/gitops/support/job';
import { Robot } from '../live/support/robot';
import { Evidence, makeSecret, type Secret } from '../support/evidence';
import { GitopsProject, type Run } from '../support/gitops-project';
import { mustPass } from './support/landscape';

const STACKS = ['amer', 'anz'] as const;
type Stack = (typeof STACKS)[number];

const ISSUES = '/repos/acme/steering/issues';
let project: GitopsProject;
let tenants: Readonly<Record<Stack, LocalTenant>>;
let secrets: Readonly<Record<Stack, Secret>>;
/** What the forge answers, which changes as issues are opened and closed. */
let answers: Record<string, unknown>;
let forge: FakeForge;
let opened = 0;
const evidence = new Evidence();

beforeAll(async () => {
  secrets = { amer: makeSecret(), anz: makeSecret() };
  const start = (stack: Stack) =>
    startTenant({ trafficMode: 'web', restV1Only: true, token: secrets[stack].value, restV1Codes: { block: '3' } });
  const [amer, anz] = await Promise.all(STACKS.map(start));
  tenants = { amer: amer!, anz: anz! };
  answers = { [ISSUES]: [] };
  forge = await startForge(answers);
  project = GitopsProject.create();
  const file = JSON.parse(readFileSync(join(project.folder, 'tenants.json'), 'utf8')) as { tenants: object[] };
  const live = STACKS.map((name) => ({
    ...file.tenants.at(-1),
    name,
    block: [{ app: 'WhatsApp', platforms: ['windows'], notes: 'CHG-4711' }],
  }));
  project.write('tenants.json', JSON.stringify({ ...file, tenants: [...file.tenants.slice(0, -1), ...live] }));
  git('init', '--quiet', '--initial-branch=main');
  commit('The repository');
  await mustPass(project.npm('run', 'synth'));
});
afterAll(async () => {
  project?.remove();
  await forge?.close();
  await Promise.all(Object.values(tenants ?? {}).map((tenant) => tenant.close()));
});

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@acme.example'];
  return execFileSync('git', [...identity, ...args], { cwd: project.folder, encoding: 'utf8' }).trim();
}

/** Commits all that is not ignored, and names the commit. */
function commit(subject: string): string {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', subject);
  return git('rev-parse', 'HEAD');
}

/** Runs a script as its job does: only the one that observes holds the token. What it says is kept as evidence. */
async function run(script: string, ...args: string[]): Promise<Run> {
  const tenant = tenants[args[0] as Stack];
  const url = tenant?.serverUrl.replace('/api/v2', '');
  const token = script === 'observe.sh' ? { NETSKOPE_TENANT_URL: url, NETSKOPE_REST_V1_TOKEN: tenant?.token } : {};
  const done = await project.run(script, args, token);
  evidence.add(`log of ${script}`, done.output);
  return done;
}

/** What the pipeline of the main branch does for live tenants, or for some, to the issues as well. Names what it writes there. */
async function pipeline(stacks: readonly Stack[] = STACKS): Promise<string[]> {
  const before = forge.written.length;
  const GITHUB_SHA = git('rev-parse', 'HEAD');
  await Promise.all(
    stacks.map(async (stack) => {
      await mustPass(run('observe.sh', stack));
      await mustPass(run('runbook.sh', stack));
    }),
  );
  const said = project.node('issue.mjs', ['github'], { ...variables('github', forge.url), GITHUB_SHA });
  evidence.add('log of issue.mjs', await mustPass(said));
  forge.sent.slice(before).forEach((sent, index) => keep(forge.written[before + index]!.request, sent));
  return forge.written.slice(before).map(({ request: one }) => one);
}

interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly user: { readonly type: 'Bot' };
}
const open = () => answers[ISSUES] as Issue[];

/** Keeps what was written to the forge, as a forge does. */
function keep(what: string, sent: Readonly<Record<string, unknown>>): void {
  const number = Number(/(\d+)$/.exec(what)?.[1]);
  if (what === `POST ${ISSUES}`) {
    opened += 1;
    answers[ISSUES] = [...open(), { number: opened, user: { type: 'Bot' }, ...sent }];
  } else if (what.startsWith('PATCH')) {
    const changed = open().map((one) => (one.number === number ? { ...one, ...sent } : one));
    answers[ISSUES] = changed.filter((one) => !('state' in one));
  }
}

const runbookOf = (stack: Stack) => JSON.parse(fileOf(`runbooks/${stack}.json`)) as Runbook;
const fileOf = (path: string) => readFileSync(join(project.folder, path), 'utf8');

/** A person does what the runbook says. */
async function carryOut(stack: Stack): Promise<void> {
  const robot = new Robot(tenants[stack]);
  for (const step of runbookOf(stack).steps) await robot.follow(step);
}

/** What somebody does by hand, past all runbooks: the block of WhatsApp is taken away. */
async function unblock(stack: Stack): Promise<void> {
  const { serverUrl, consoleToken } = tenants[stack];
  const tenant = { serverUrl, apiKey: consoleToken };
  const { exceptions } = await readTenant(tenant);
  const [found] = exceptions.filter(({ certificate_pinned_app: app }) => app?.app_name === 'WhatsApp');
  const headers = { 'Netskope-Api-Token': consoleToken };
  const url = `${serverUrl}/steering/configurations/0/exceptions/${found?.id}`;
  expect((await fetch(url, { method: 'DELETE', headers })).ok).toBe(true);
}

/** Runs the program as a person in the repository does, without a token. */
const live = (...args: string[]) => project.steering('live', ...args);

/** What an administrator collects on an endpoint, where these connections were tried. */
async function collect(stack: Stack, file: string, ...flows: string[]): Promise<void> {
  const { serverUrl, consoleToken } = tenants[stack];
  const query = new URLSearchParams([['os_family', 'windows'], ...flows.map((flow) => ['flow', flow])]);
  const headers = { 'Netskope-Api-Token': consoleToken };
  const answer = await fetch(new URL(`/__local/clients/bundle.zip?${query.toString()}`, serverUrl), { headers });
  expect(answer.status).toBe(200);
  writeFileSync(join(project.folder, file), Buffer.from(await answer.arrayBuffer()));
}

test('a request is reviewed beside what the tenant showed, without a token, a state or terraform', async () => {
  const unseen = await run('propose.sh', 'amer');
  expect([unseen.exitCode, unseen.output]).toEqual([1, expect.stringContaining('there is no snapshots/amer.json')]);
  await mustPass(run('observe.sh', 'amer'));
  // What other steps leave beside a stack: here, what ci/check.sh does, and a plan of long ago.
  for (const left of ['.terraform.lock.hcl', 'plan.json']) project.write(`cdktf.out/stacks/amer/${left}`, '{}');
  expect(await mustPass(run('propose.sh', 'amer'))).toContain(
    'amer: more is blocked or inspected, and nothing is opened.',
  );
  expect(project.list('reviews')).toEqual(['amer.html', 'amer.json', 'amer.md']);
  expect(project.reviewOf('amer').verdict).toBe('narrowing');
});

test('a live tenant: a runbook, done by a person, proved, and watched', async () => {
  // Observed before the first request, and opened to nobody but its readers.
  expect(await pipeline()).toEqual([`POST ${ISSUES}`, `POST ${ISSUES}`]);
  expect(open().map(({ title }) => title)).toEqual([
    'Netskope steering: amer is not as the code wants it',
    'Netskope steering: anz is not as the code wants it',
  ]);
  const [first] = open();
  expect(first!.body).toContain('- [ ] **4.** Block the app WhatsApp in Default tenant config.');
  expect(first!.body).toContain(`ci/done.sh amer ${git('rev-parse', 'HEAD')}`);
  expect(project.list('runbooks')).toContain('amer.html');

  // Two of the steps are checked, and stay so when the issue is written anew.
  answers[ISSUES] = open().map((one) => ({ ...one, body: one.body.replace(/- \[ \] (\*\*[12]\.)/g, '- [x] $1') }));
  expect(await pipeline(['amer'])).toEqual([`PATCH ${ISSUES}/1`, `PATCH ${ISSUES}/2`]);
  expect(open().map(({ body }) => body.match(/^- \[x\] /gm)?.length)).toEqual([2, 2]);

  // A person does it. What REST v1 does not show stays to be done until somebody writes it down.
  const carriedOut = git('rev-parse', 'HEAD');
  await carryOut('amer');
  expect(await pipeline(['amer'])).toEqual([`PATCH ${ISSUES}/1`, `PATCH ${ISSUES}/2`]);
  expect(open()[0]!.body).toContain(
    'The tenant is as the code wants it, as far as it is observed; REST v1 does not show',
  );
  expect(runbookOf('amer').steps.map(({ object: { kind } }) => kind)).toContain('port_entry');
  await mustPass(run('done.sh', 'amer', carriedOut));
  commit('The runbook is carried out');
  expect(git('ls-files', 'live')).toBe('live/amer/done/cdk.tf.json\nlive/amer/done/steering.json');
  const closed = (number: number) => [`POST ${ISSUES}/${number}/comments`, `PATCH ${ISSUES}/${number}`];
  expect(await pipeline(['amer'])).toEqual([...closed(1), `PATCH ${ISSUES}/2`]);
  expect(open().map(({ number }) => number)).toEqual([2]);

  // An endpoint proves it. What the code of a block means is learnt from the snapshot, and kept for all.
  const flows = [
    'WhatsApp.exe,g.whatsapp.net,443',
    'WhatsApp.exe,g.whatsapp.net,5222',
    'chrome.exe,web.whatsapp.com,443',
  ];
  await collect('amer', 'exported.zip', ...flows);
  const proof = await mustPass(live('verify', 'cdktf.out/stacks/amer', '--endpoint', 'exported.zip'));
  expect(proof).toContain('of 7 blocks and tests, 3 proved, 0 contradicted, 4 not seen');
  const known = ['--app', 'WhatsApp', '--platform', 'windows', '--action', 'block'];
  expect(await mustPass(live('calibrate', '--snapshot', 'snapshots/amer.json', ...known))).toContain('Learnt for');
  commit('What a block is called on amer');
  expect(await pipeline(['amer'])).toEqual([`PATCH ${ISSUES}/2`]);
  expect(fileOf('runbooks/amer.diff.md')).toContain('The action of all its blocks that are there (1) was seen.');

  await mustPass(run('propose.sh', 'amer'));
  expect(project.reviewOf('amer').verdict).toBe('no_traffic_change');

  // Somebody changes a tenant by hand: one issue, of this tenant, until it is as wanted again.
  await unblock('amer');
  expect(await pipeline(['amer'])).toEqual([`POST ${ISSUES}`, `PATCH ${ISSUES}/2`]);
  expect(open().at(-1)!.body).toContain('The tenant is not as the code wants it: 1 missing.');
  const differs = await live('diff', 'cdktf.out/stacks/amer', '--snapshot', 'snapshots/amer.json');
  expect(differs.exitCode).toBe(30);
  await collect('amer', 'exported.zip', ...flows);
  expect((await live('verify', 'cdktf.out/stacks/amer', '--endpoint', 'exported.zip')).exitCode).toBe(30);
  expect(runbookOf('amer').steps.map(({ title }) => title)).toEqual([
    'Block the app WhatsApp in Default tenant config.',
  ]);
  await carryOut('amer');
  expect(await pipeline(['amer'])).toEqual([...closed(3), `PATCH ${ISSUES}/2`]);

  // The tokens are nowhere: not in what is kept, committed, said or sent.
  await evidence.addFolder(project.folder);
  evidence.add('what the forge was sent', JSON.stringify(forge.sent));
  expect(evidence.textOf('amer.md')).toContain('Runbook: `amer`');
  expect(STACKS.map((stack) => evidence.leaksOf(secrets[stack]))).toEqual([[], []]);
});
