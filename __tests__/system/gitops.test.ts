/** The steps of the pipelines in examples/gitops, run here: two tenants, state in a real PostgreSQL, several jobs at once. */
import { readTenant, type TenantAddress } from '../../cli/tenant-reader';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Evidence, type Secret } from '../support/evidence';
import { waitUntil } from '../support/wait-until';
import { startGate, type Gate } from './support/gate';
import { GitopsProject, type Run } from './support/gitops-project';
import { startPostgres, type Postgres } from './support/postgres';

const STACKS = ['emea', 'apac'] as const;
type Stack = (typeof STACKS)[number];

let postgres: Postgres;
let project: GitopsProject;
let tenants: Record<Stack, LocalTenant>;
let gate: Gate;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

beforeEach(async () => {
  postgres.query('CREATE DATABASE states');
  project = GitopsProject.create();
  const [emea, apac] = await Promise.all(STACKS.map(() => startTenant({ trafficMode: 'web' })));
  tenants = { emea: emea!, apac: apac! };
  gate = await startGate(tenants.emea.serverUrl);
});
afterEach(async () => {
  await gate?.close();
  await Promise.all(Object.values(tenants ?? {}).map((tenant) => tenant.close()));
  project?.remove();
  postgres.query('DROP DATABASE states WITH (FORCE)');
});

const addressOf = (stack: Stack): TenantAddress => ({
  serverUrl: tenants[stack].serverUrl,
  apiKey: tenants[stack].token,
});

/** What the environment of a job holds: of one tenant, and of the state. */
function environmentOf(stack: Stack, change: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { serverUrl, apiKey } = addressOf(stack);
  const access = { NETSKOPE_SERVER_URL: serverUrl, NETSKOPE_API_KEY: apiKey };
  return { ...postgres.env, PGDATABASE: 'states', ...access, ...change };
}

const run = (script: string, stack: Stack, change?: NodeJS.ProcessEnv): Promise<Run> =>
  project.run(script, [stack], environmentOf(stack, change));

async function pass(running: Promise<Run>): Promise<string> {
  const { exitCode, output } = await running;
  expect({ exitCode, output: exitCode === 0 ? '' : output }).toEqual({ exitCode: 0, output: '' });
  return output;
}

/** The part of ci/check.sh on which the others depend, and the fast one. */
const synthesize = () => pass(project.npm('run', 'synth'));

async function review(stack: Stack): Promise<void> {
  await pass(run('propose.sh', stack));
  project.bringReview(stack);
}

/** The platforms on which a tenant blocks WhatsApp, of each exception that is ours. */
async function blockedOn(stack: Stack): Promise<string[][]> {
  const { exceptions } = await readTenant(addressOf(stack));
  return exceptions
    .filter(({ certificate_pinned_app: app }) => app?.app_name === 'WhatsApp')
    .map(({ certificate_pinned_app: app }) => ['windows', 'mac'].filter((platform) => platform in (app ?? {})));
}

const stateOf = (stack: Stack) =>
  postgres.query(`SELECT data FROM netskope_steering_${stack}.states`, 'states').join('\n');

test('two tenants: checked without a token, planned, reviewed, applied, and then nothing is to be done', async () => {
  expect(await pass(project.run('check.sh', []))).toContain('The configuration is valid');
  expect(await pass(project.run('stacks.sh', []))).toBe('["apac","emea"]\n');

  await Promise.all(STACKS.map(review));
  expect(project.list('reviews')).toEqual(
    ['apac', 'emea'].flatMap((name) => [`${name}.html`, `${name}.json`, `${name}.md`]),
  );
  for (const stack of STACKS) expect(project.list(`cdktf.out/stacks/${stack}`)).not.toContain('plan');
  expect(await Promise.all(STACKS.map(blockedOn))).toEqual([[], []]);

  await Promise.all(STACKS.map((stack) => pass(run('apply.sh', stack))));
  expect(await Promise.all(STACKS.map(blockedOn))).toEqual([[['windows', 'mac']], [['windows']]]);
  for (const stack of STACKS) {
    expect(JSON.parse(stateOf(stack))).toMatchObject({ resources: { length: 4 } });
    expect(project.list(`cdktf.out/stacks/${stack}`).filter((file) => /^plan|tfstate/.test(file))).toEqual([]);
    expect(await pass(run('apply.sh', stack))).toBe(`${stack}: nothing to do.\n`);
  }

  const evidence = new Evidence();
  await evidence.addFolder(project.folder);
  for (const stack of STACKS) evidence.add(`state of ${stack}`, stateOf(stack));
  expect(evidence.textOf('cdk.tf.json')).toContain('netskope_steering_apac');
  const secrets = [postgres.password, ...STACKS.map((stack) => tenants[stack].token)];
  expect(secrets.map((secret) => evidence.leaksOf(whole(secret)))).toEqual([[], [], []]);
});

test('a reading role of the database is enough to plan, and cannot write', async () => {
  await synthesize();
  await review('apac');
  await pass(run('apply.sh', 'apac'));
  postgres.query('DROP ROLE IF EXISTS reader');
  postgres.query("CREATE ROLE reader LOGIN PASSWORD 'reader'");
  postgres.query('GRANT USAGE ON SCHEMA netskope_steering_apac TO reader', 'states');
  postgres.query('GRANT SELECT ON netskope_steering_apac.states TO reader', 'states');
  const created = ['SCHEMA', 'TABLE', 'INDEX'].map((what) => [`PG_SKIP_${what}_CREATION`, 'true'] as const);
  const reader = { PGUSER: 'reader', PGPASSWORD: 'reader', ...Object.fromEntries(created) };
  project.configure(({ tenants: [, apac] }) => void (apac!.block[0]!.notes = 'Another note.'));
  await synthesize();
  await pass(run('propose.sh', 'apac', reader));
  project.bringReview('apac');
  const { exitCode, output } = await run('apply.sh', 'apac', reader);
  expect(exitCode).not.toBe(0);
  expect(output).toContain('permission denied');
  await pass(run('apply.sh', 'apac'));
});

test('what nobody reviewed, or what is not what was reviewed, is not applied', async () => {
  await synthesize();
  const unreviewed = await run('apply.sh', 'apac');
  expect(unreviewed.output).toContain('apac: nobody has reviewed what this plan does. Run the pipeline by hand');
  await review('apac');
  project.configure(({ tenants: [, apac] }) => void apac!.block[0]!.platforms.push('mac_os'));
  await synthesize();
  const other = await run('apply.sh', 'apac');
  expect(other.output).toContain('apac: this plan is not the one that was reviewed');
  expect([unreviewed.exitCode, other.exitCode]).toEqual([1, 1]);
  expect(await blockedOn('apac')).toEqual([]);
});

test('while one job applies, another fails on the lock, a third waits for it, and nothing is lost', async () => {
  await synthesize();
  await review('emea');
  gate.shut();
  const throughGate = { NETSKOPE_SERVER_URL: gate.serverUrl };
  const first = run('apply.sh', 'emea', throughGate);
  await waitUntil('the first job writes to the tenant', () => gate.waiting() > 0);

  const { exitCode, output } = await run('apply.sh', 'emea', { LOCK_TIMEOUT: '0s' });
  expect(output).toContain('Error acquiring the state lock');
  expect(exitCode).toBe(1);

  const before = clientsOfStates();
  const third = run('apply.sh', 'emea');
  await waitUntil('the third job has reached the state', () => clientsOfStates() > before);
  gate.open();
  await pass(first);
  expect(await pass(third)).toBe('emea: nothing to do.\n');
  expect(await blockedOn('emea')).toEqual([['windows', 'mac']]);
  expect(JSON.parse(stateOf('emea'))).toMatchObject({ resources: { length: 4 } });
});

test('of two jobs at once, whatever their order, one applies, and the other has nothing to do or is refused', async () => {
  await synthesize();
  await review('emea');
  const [one, other] = await Promise.all([run('apply.sh', 'emea'), run('apply.sh', 'emea')]);
  const refused = [one, other].filter(({ exitCode }) => exitCode !== 0);
  if (refused.length > 1) console.log(one, other);

  expect(refused.length).toBeLessThan(2);
  for (const { output } of refused) expect(output).toMatch(/Saved plan is stale|not the one that was reviewed/);
  expect(await blockedOn('emea')).toEqual([['windows', 'mac']]);
  expect(await pass(run('apply.sh', 'emea'))).toBe('emea: nothing to do.\n');
});

function clientsOfStates(): number {
  return Number(postgres.query("SELECT count(*) FROM pg_stat_activity WHERE datname = 'states'")[0]);
}

const whole = (value: string): Secret => ({ value, traces: [Buffer.from(value)] });
