/** The steps of the pipelines in examples/gitops, run here: two tenants, state in a real PostgreSQL, several jobs at once. */
import { readFileSync } from 'node:fs';
import { Evidence, type Secret } from '../support/evidence';
import { waitUntil } from '../support/wait-until';
import { Landscape, mustPass, STACKS, StateServer } from './support/landscape';

const READER = { PGUSER: 'steering_plan' };

let server: StateServer;
let here: Landscape;

beforeAll(async () => {
  server = await StateServer.start();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  here = await Landscape.create(server);
});
afterEach(() => here?.remove());

test('two tenants: checked without a token, planned, reviewed, applied, and then nothing is to be done', async () => {
  const { project } = here;
  expect(await mustPass(project.run('check.sh', []))).toContain('The configuration is valid');
  expect(await mustPass(project.run('stacks.sh', []))).toBe('["apac","emea"]\n');

  await Promise.all(STACKS.map((stack) => here.review(stack)));
  expect(project.list('reviews')).toEqual(
    ['apac', 'emea'].flatMap((name) => [`${name}.html`, `${name}.json`, `${name}.md`]),
  );
  for (const stack of STACKS) {
    expect(project.reviewOf(stack).verdict).toBe('narrowing');
    expect(project.list(`cdktf.out/stacks/${stack}`)).not.toContain('plan');
  }
  expect(await Promise.all(STACKS.map((stack) => here.blockedOn(stack)))).toEqual([[], []]);

  await Promise.all(STACKS.map((stack) => mustPass(here.run('apply.sh', stack))));
  expect(await Promise.all(STACKS.map((stack) => here.blockedOn(stack)))).toEqual([
    [['windows', 'mac']],
    [['windows']],
  ]);
  for (const stack of STACKS) {
    expect(JSON.parse(here.stateOf(stack))).toMatchObject({ resources: { length: 4 } });
    expect(project.list(`cdktf.out/stacks/${stack}`).filter((file) => /^plan|tfstate/.test(file))).toEqual([]);
    expect(await mustPass(here.run('apply.sh', stack))).toBe(`${stack}: nothing to do.\n`);
  }

  const evidence = new Evidence();
  await evidence.addFolder(project.folder);
  for (const stack of STACKS) evidence.add(`state of ${stack}`, here.stateOf(stack));
  expect(evidence.textOf('cdk.tf.json')).toContain('netskope_steering_apac');
  const secrets = [server.postgres.password, ...STACKS.map((stack) => here.tenants[stack].token)];
  expect(secrets.map((secret) => evidence.leaksOf(whole(secret)))).toEqual([[], [], []]);
});

test('a job that plans can write neither the state nor the tenant', async () => {
  await here.synthesize();
  await here.review('apac');
  const { NETSKOPE_API_KEY } = here.environmentOf('propose.sh', 'apac');
  const tenant = await here.run('apply.sh', 'apac', { NETSKOPE_API_KEY });
  expect(tenant.output).toMatch(/403/);
  expect(() => server.postgres.query("UPDATE netskope_steering_apac.states SET data = ''", 'states', READER)).toThrow(
    'permission denied',
  );
  expect(tenant.exitCode).toBe(1);
  expect(await here.blockedOn('apac')).toEqual([]);
});

test('what nobody reviewed, or what is not what was reviewed, is not applied', async () => {
  await here.synthesize();
  const unreviewed = await here.run('apply.sh', 'apac');
  expect(unreviewed.output).toContain('apac: nobody has reviewed what this plan does. Run the pipeline by hand');
  await here.review('apac');
  here.project.configure(({ tenants: [, apac] }) => void apac!.block[0]!.platforms.push('mac_os'));
  await here.synthesize();
  const other = await here.run('apply.sh', 'apac');
  expect(other.output).toContain('apac: this plan is not the one that was reviewed');
  expect([unreviewed.exitCode, other.exitCode]).toEqual([20, 20]);
  expect(await here.blockedOn('apac')).toEqual([]);
});

test('what was reviewed on one tenant is not applied on another', async () => {
  await here.synthesize();
  await here.review('apac');
  const { NETSKOPE_SERVER_URL, NETSKOPE_API_KEY } = here.environmentOf('apply.sh', 'emea');
  const { exitCode, output } = await here.run('apply.sh', 'apac', { NETSKOPE_SERVER_URL, NETSKOPE_API_KEY });
  expect(output).toContain(
    `It was reviewed for ${here.gates.apac.serverUrl}, and now it is for ${here.gates.emea.serverUrl}`,
  );
  expect(exitCode).toBe(20);
  expect(await Promise.all(STACKS.map((stack) => here.blockedOn(stack)))).toEqual([[], []]);
});

test('a stack that does more than steering is refused before anything of it runs', async () => {
  const taken = `${here.project.folder}/taken`;
  const code = readFileSync(`${here.project.folder}/main.ts`, 'utf8');
  const more = `stack.addOverride('data.external.x', { program: ['sh', '-c', 'env >${taken}; echo {}'] });`;
  here.project.write('main.ts', code.replace('keepState(stack, state);', `keepState(stack, state);\n  ${more}`));
  await here.synthesize();
  for (const script of ['propose.sh', 'apply.sh']) {
    const { exitCode, output } = await here.run(script, 'apac');
    expect(output).toContain('apac: a data source of type "external" is not allowed.');
    expect(exitCode).toBe(20);
  }
  expect(here.project.list('.')).not.toContain('taken');
  expect(here.project.list('cdktf.out/stacks/apac')).not.toContain('.terraform');
});

test('the code of a request sees no token and not what started it', async () => {
  const code = readFileSync(`${here.project.folder}/main.ts`, 'utf8');
  here.project.write(
    'main.ts',
    `import { writeFileSync } from 'node:fs';\n${code}\nwriteFileSync('seen.json', JSON.stringify(process.env));\n`,
  );
  const secrets = {
    NETSKOPE_API_KEY: 'the-token',
    PG_CONN_STR: 'the-state',
    GITHUB_EVENT_NAME: 'push',
    CI_PIPELINE_SOURCE: 'web',
  };
  await mustPass(here.project.run('check.sh', [], secrets));
  const seen = JSON.parse(readFileSync(`${here.project.folder}/seen.json`, 'utf8')) as NodeJS.ProcessEnv;
  expect(Object.keys(secrets).filter((name) => seen[name] !== undefined)).toEqual([]);
});

test('what somebody does to the tenant after the review is not applied over', async () => {
  await here.synthesize();
  await here.review('apac');
  const { status, data } = await here.ask('apac', 'POST', '/steering/apps/certpinned', {
    app_name: 'Made by hand',
    platforms: { windows: { match: 'exact', processes: ['WhatsApp.exe'] } },
  });
  const bypass = { app_id: data.id, custom_app_domains: ['whatsapp.net'], windows: { action: 'bypass' } };
  const made = await here.ask('apac', 'POST', '/steering/configurations/0/exceptions', {
    type: 'certificate_pinned_app',
    certificate_pinned_app: bypass,
  });
  expect([status, made.status]).toEqual([201, 201]);

  const { exitCode, output } = await here.run('apply.sh', 'apac');
  expect(output).toContain('It changes traffic in another way.');
  expect(exitCode).toBe(20);
  expect(await here.blockedOn('apac')).toEqual([]);
});

test('what lets more traffic go is proposed only when somebody has approved it', async () => {
  await here.synthesize();
  await here.review('emea');
  await mustPass(here.run('apply.sh', 'emea'));
  here.project.configure(({ tenants: [emea] }) => void (emea!.block[0]!.platforms = ['windows']));
  await here.synthesize();
  const stopped = await here.run('propose.sh', 'emea');
  expect(stopped).toEqual({ exitCode: 11, output: expect.stringContaining('Stopped by the gate broadening') });

  const [{ traffic, approving } = { traffic: [], approving: {} }] = here.project.reviewOf('emea').plans;
  expect(approving).toEqual({ stack: 'emea', tenant: here.gates.emea.serverUrl });
  const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const approvals = traffic.map(({ id }) => ({ change: id, ...approving, reason: 'Agreed.', expires }));
  here.project.write('approvals/emea.json', JSON.stringify({ approvals }));
  await here.review('emea');
  await mustPass(here.run('apply.sh', 'emea'));
  expect(await here.blockedOn('emea')).toEqual([['windows']]);
});

test('while one job applies, another fails on the lock, a third waits for it, and nothing is lost', async () => {
  await here.synthesize();
  await here.review('emea');
  const gate = here.gates.emea;
  try {
    gate.shut();
    const first = here.run('apply.sh', 'emea');
    await waitUntil('the first job writes to the tenant', () => gate.waiting() > 0, 60_000);

    const { exitCode, output } = await here.runElsewhere('apply.sh', 'emea', { LOCK_TIMEOUT: '0s' });
    expect(output).toContain('Error acquiring the state lock');
    expect(exitCode).toBe(1);

    const before = here.clientsOfState();
    const third = here.runElsewhere('apply.sh', 'emea');
    await waitUntil('the third job has reached the state', () => here.clientsOfState() > before, 60_000);
    gate.open();
    await mustPass(first);
    expect(await mustPass(third)).toBe('emea: nothing to do.\n');
  } finally {
    gate.open();
  }
  expect(await here.blockedOn('emea')).toEqual([['windows', 'mac']]);
  expect(JSON.parse(here.stateOf('emea'))).toMatchObject({ resources: { length: 4 } });
});

test('a state that cannot be written after the tenant was changed is written once that is mended', async () => {
  await here.synthesize();
  await here.review('apac');
  const gate = here.gates.apac;
  const writing = (verb: string, word: string) =>
    server.postgres.query(`${verb} INSERT, UPDATE ON netskope_steering_apac.states ${word} steering_apply`, 'states');
  try {
    gate.shut();
    const job = here.run('apply.sh', 'apac', { SECONDS_BETWEEN: '1' });
    await waitUntil('the job writes to the tenant', () => gate.waiting() > 0, 60_000);
    writing('REVOKE', 'FROM');
    gate.open();
    const left = () => here.project.list('cdktf.out/stacks/apac').includes('errored.tfstate');
    await waitUntil('terraform has left the state', left, 60_000);
    writing('GRANT', 'TO');
    const { exitCode, output } = await job;
    expect(output).toContain('apac: writing the state once more');
    expect({ exitCode, left: left() }).toEqual({ exitCode: 1, left: false });
  } finally {
    gate.open();
  }
  expect(await here.blockedOn('apac')).toEqual([['windows']]);
  expect(await mustPass(here.run('apply.sh', 'apac'))).toBe('apac: nothing to do.\n');
});

test('of two jobs at once, whatever their order, one applies, and the other has nothing to do or is refused', async () => {
  await here.synthesize();
  await here.review('emea');
  const both = await Promise.all([here.run('apply.sh', 'emea'), here.runElsewhere('apply.sh', 'emea')]);
  const refused = both.filter(({ exitCode }) => exitCode !== 0);
  expect(refused.length > 1 ? both : []).toEqual([]);
  for (const { output } of refused) expect(output).toMatch(/Saved plan is stale|not the one that was reviewed/);
  expect(await here.blockedOn('emea')).toEqual([['windows', 'mac']]);
  expect(await mustPass(here.run('apply.sh', 'emea'))).toBe('emea: nothing to do.\n');
});

const whole = (value: string): Secret => ({ value, traces: [Buffer.from(value)] });
