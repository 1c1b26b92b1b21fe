/** The five organisations among the examples: each is planned, reviewed, applied and asked about, on a local tenant. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { accessTo, CLI_CONFIG_FILE, mustRunTerraform, runTerraform } from '../../tools/terraform/terraform';
import { startTenant, type LocalTenant } from '../../tenant/emulator';

const ROOT = resolve(__dirname, '../..');
const CLI = join(ROOT, 'dist/cli.cjs');
const run = promisify(execFile);

let tenant: LocalTenant;
let folder: string;
beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  folder = await mkdtemp(join(tmpdir(), 'organisation-'));
});
afterEach(async () => {
  await tenant.close();
  await rm(folder, { recursive: true, force: true });
});

const access = () => accessTo({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
const options = (stack: string) => ({ cwd: folderOf(stack), cliConfigFile: CLI_CONFIG_FILE, env: access() });
const folderOf = (stack: string) => join(folder, 'cdktf.out/stacks', stack);

async function synthesize(example: string, stack: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const path = join(ROOT, 'examples/organisations', `${example}.ts`);
  const variables = { ...process.env, CDKTF_OUTDIR: join(folder, 'cdktf.out'), ...env };
  await run(process.execPath, ['--import', 'tsx', path], { cwd: ROOT, env: variables });
  await unhurry(stack);
}

/** The local tenant limits nobody; tests need not wait for the rate that a real one allows. */
async function unhurry(stack: string): Promise<void> {
  const file = join(folderOf(stack), 'cdk.tf.json');
  const written = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(
    file,
    JSON.stringify({ ...written, provider: { netskopesteering: [{ requests_per_second: 1000 }] } }),
  );
}

/** Plans, and lets the command line program judge the plan. @returns the exit code and what was said */
async function judge(stack: string, command: 'check' | 'review', ...more: string[]) {
  const where = command === 'check' ? ['--stack', folderOf(stack)] : [folderOf(stack)];
  const env = { ...process.env, ...access(), NO_COLOR: '1' };
  return run(process.execPath, [CLI, command, ...where, ...more], { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (cause: { code: number; stdout: string; stderr: string }) => ({
      code: cause.code,
      said: `${cause.stdout}${cause.stderr}`,
    }),
  );
}

async function plan(stack: string): Promise<void> {
  if (!existsSync(join(folderOf(stack), '.terraform'))) await mustRunTerraform(['init'], options(stack));
  await mustRunTerraform(['plan', '-out', 'tfplan'], options(stack));
  const { stdout } = await runTerraform(['show', '-json', 'tfplan'], options(stack));
  await writeFile(join(folderOf(stack), 'plan.json'), stdout);
}

async function apply(stack: string): Promise<void> {
  await mustRunTerraform(['apply', 'tfplan'], options(stack));
  // Exit code 2 would say that there are changes.
  const { exitCode } = await runTerraform(['plan', '-detailed-exitcode'], options(stack));
  expect(exitCode).toBe(0);
}

interface Asked {
  readonly process: string;
  readonly host: string;
  readonly group?: string;
  readonly managed?: boolean;
}

/** What the tenant itself does with a flow. */
async function decide({ process: name, host, group, managed }: Asked): Promise<string> {
  const flow = ['--platform', 'windows', '--process', name, '--host', host, '--port', '443'];
  const user = [
    ...(group === undefined ? [] : group.split(',').flatMap((one) => ['--group', one])),
    ...(managed === undefined ? [] : ['--managed', String(managed)]),
  ];
  const env = { ...process.env, ...access(), NO_COLOR: '1' };
  const { stdout } = await run(process.execPath, [CLI, 'decide', ...flow, ...user, '--json'], { env });
  return (JSON.parse(stdout) as { outcome: string }).outcome;
}

/**
 * [example, stack, what `review` ends with, the questions and their answers][]. Who gets a configuration of their own, of
 * which the default one may have blocked more, goes more freely as far as the plan alone tells.
 */
const ORGANISATIONS: readonly (readonly [string, string, number, readonly (readonly [Asked, string])[]])[] = [
  [
    'hospital-contractors',
    'hospital',
    11,
    [
      [{ process: 'Signal.exe', host: 'chat.signal.org', group: 'Contractors' }, 'block'],
      [{ process: 'Signal.exe', host: 'chat.signal.org', group: 'IT,Contractors' }, 'steer'],
    ],
  ],
  [
    'bank-managed-zoom',
    'bank',
    10,
    [
      [{ process: 'Zoom.exe', host: 'zoom.us', group: 'Staff', managed: true }, 'bypass'],
      [{ process: 'Zoom.exe', host: 'zoom.us', group: 'Staff', managed: false }, 'block'],
    ],
  ],
  [
    'retailer-regions',
    'regions',
    11,
    [
      [{ process: 'WhatsApp.exe', host: 'g.whatsapp.net', group: 'EMEA' }, 'block'],
      [{ process: 'WhatsApp.exe', host: 'g.whatsapp.net', group: 'APAC' }, 'block'],
      [{ process: 'Signal.exe', host: 'chat.signal.org', group: 'APAC' }, 'block'],
      [{ process: 'Signal.exe', host: 'chat.signal.org', group: 'EMEA' }, 'steer'],
      [{ process: 'till.exe', host: 'api.payments.example', group: 'Americas' }, 'bypass'],
    ],
  ],
  ['bank-expiring-bypass', 'expiry', 11, [[{ process: 'tool.exe', host: 'api.vendor.example' }, 'bypass']]],
];

test.each(ORGANISATIONS)('%s', async (example, stack, verdict, questions) => {
  await synthesize(example, stack);
  await plan(stack);
  const checked = await judge(stack, 'check');
  expect(checked).toMatchObject({ code: 0 });
  expect(await judge(stack, 'review', '--date', '2026-11-01')).toMatchObject({ code: verdict });
  await apply(stack);
  for (const [asked, answer] of questions) expect([asked, await decide(asked)]).toEqual([asked, answer]);
});

test('retailer-phases goes forward and back, and no phase touches what an earlier one blocked', async () => {
  const telegram = { process: 'Telegram.exe', host: 'telegram.org' };
  const answers = async () => [
    await decide({ ...telegram, group: 'Pilot' }),
    await decide({ ...telegram, group: 'Stores' }),
    await decide({ ...telegram, group: 'Everyone' }),
  ];
  const phases = [
    ['pilot', ['block', 'steer', 'steer']],
    ['stores', ['block', 'block', 'steer']],
    ['everyone', ['block', 'block', 'block']],
    ['stores', ['block', 'block', 'steer']],
  ] as const;
  for (const [phase, expected] of phases) {
    await synthesize('retailer-phases', 'phases', { PHASE: phase });
    await plan('phases');
    expect(await judge('phases', 'check')).toMatchObject({ code: 0 });
    await apply('phases');
    expect([phase, await answers()]).toEqual([phase, expected]);
  }
});

test('bank-expiring-bypass is warned of before its last day, and an error after it', async () => {
  await synthesize('bank-expiring-bypass', 'expiry');
  await plan('expiry');
  await apply('expiry');
  await plan('expiry');
  expect(await judge('expiry', 'check', '--date', '2026-12-16')).toMatchObject({
    code: 0,
    said: expect.not.stringContaining('2026-12-31'),
  });
  expect(await judge('expiry', 'check', '--date', '2026-12-20')).toMatchObject({
    code: 0,
    said: expect.stringContaining('2026-12-31'),
  });
  // A plan that does nothing stops no gate of a review, so the check is what a nightly job runs.
  const late = { code: 1, said: expect.stringContaining('still there') };
  expect(await judge('expiry', 'check', '--date', '2027-01-01')).toMatchObject(late);
  expect(await judge('expiry', 'review', '--date', '2027-01-01')).toMatchObject({ ...late, code: 0 });
});
