/** Terraform's own file of a plan: terraform shows it, without a token and up to a bound. A folder of stacks is told from a stack. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { bundleCli } from '../support/bundled-tenant';
import { temporaryFolder } from '../tenant/support/temporary-folder';
import { run } from './support/run';
import { PLAN, STACK, STEERING, stackFolders } from './support/stack';

const folders = stackFolders();
const { path: folder, remove } = temporaryFolder('own-plans');
const program = bundleCli();
afterAll(() => {
  program.remove();
  folders.remove();
  remove();
});

const plan = join(folders.make({ plan: PLAN }), 'plan.json');
const FLOW = ['--process', 'a.exe', '--host', 'a.example', '--port', '443'];

/** By the program itself. */
const shell = (script: string, env: NodeJS.ProcessEnv) =>
  spawnSync('bash', ['-c', `cli() { node ${program.path} "$@"; }; ${script}`], {
    encoding: 'utf8',
    timeout: 50_000,
    env: { ...process.env, ...program.env, ...env },
  });

describe("terraform's own file of a plan", () => {
  /** A program in the place of terraform. It notes how it is called, and answers as the script says. */
  function terraform(script: string): NodeJS.ProcessEnv {
    const bin = mkdtempSync(join(folder, 'bin-'));
    const path = join(bin, 'tf');
    writeFileSync(path, `#!/bin/sh\n{ pwd; printf '%s\\n' "$@"; env | sort; } > '${bin}/called'\n${script}\n`, {
      mode: 0o755,
    });
    return { TERRAFORM_BINARY_NAME: path, CALLED: join(bin, 'called') };
  }
  const shows = () => terraform(`cat '${plan}'`);
  const called = (env: NodeJS.ProcessEnv) => readFileSync(env['CALLED'] ?? '', 'utf8').split('\n');

  const OWN = 'PK\u0003\u0004';
  function stackOf(files: Readonly<Record<string, string>>): string {
    const stack = realpathSync(folders.make({ stack: STACK, steering: STEERING }));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(stack, name), content);
    return stack;
  }
  function withEnv<T>(env: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
    const before = { ...process.env };
    Object.assign(process.env, env);
    return work().finally(() => (process.env = before));
  }
  const review = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    withEnv(env, () => run('review', [...args, '--fail-on', 'never', '--format', 'json']));

  it.each(['plan', 'tfplan'])(
    'is shown where the folder of a stack has it as %s, in that folder, and nothing is written',
    async (name) => {
      const env = shows();
      const stack = stackOf({ [name]: OWN });
      const before = readdirSync(stack);
      const { code, stdout, stderr } = await review({ ...env, TF_VAR_region: 'emea' }, stack);
      expect([code, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout).plans[0]).toMatchObject({
        name: basename(stack),
        traffic: expect.arrayContaining([expect.anything()]) as unknown,
      });
      expect(called(env).slice(0, 4)).toEqual([stack, 'show', '-json', '-no-color']);
      expect(called(env)).toEqual(expect.arrayContaining([name, 'TF_VAR_region=emea']));
      expect(readdirSync(stack)).toEqual(before);
    },
  );

  it.each<[what: string, ages: Readonly<Record<string, number>>, shown: string | undefined]>([
    ['a plan.json that is older', { 'plan.json': 1, plan: 2 }, 'plan'],
    ['a plan.json that is younger', { 'plan.json': 2, plan: 1 }, undefined],
    ['a plan.json of the same time', { 'plan.json': 2, plan: 2 }, undefined],
    ['two of them, of which one is younger', { plan: 1, tfplan: 2 }, 'tfplan'],
  ])('or not, beside %s', async (_what, ages, shown) => {
    const env = shows();
    const stack = stackOf({});
    for (const [name, age] of Object.entries(ages)) {
      writeFileSync(join(stack, name), name === 'plan.json' ? JSON.stringify(PLAN) : OWN);
      utimesSync(join(stack, name), age, age);
    }
    expect((await review(env, stack)).code).toBe(0);
    expect(existsSync(env['CALLED'] ?? '') ? called(env)[4] : undefined).toBe(shown);
  });

  it('is shown where it is named itself, by decide and check, too', async () => {
    const stack = stackOf({ '-my plan': OWN });
    const path = join(stack, '-my plan');
    for (const [command, args] of [
      ['review', [path, '--fail-on', 'never']],
      ['check', ['--plan', path]],
      ['decide', [...FLOW, '--plan', path]],
    ] as const) {
      const env = shows();
      const { code, stderr } = await withEnv(env, () => run(command, args));
      expect([command, code, stderr]).toEqual([command, 0, expect.not.stringContaining('cannot be read')]);
      expect(called(env).slice(0, 5)).toEqual([stack, 'show', '-json', '-no-color', './-my plan']);
    }
  });

  it('is shown in the working folder where only that is initialized', async () => {
    const env = shows();
    const project = realpathSync(mkdtempSync(join(folder, 'project-')));
    mkdirSync(join(project, '.terraform'));
    mkdirSync(join(project, 'plans'));
    writeFileSync(join(project, 'plans', 'p'), OWN);
    const { status } = shell(`cd '${project}' && cli review plans/p --fail-on never`, env);
    expect([status, ...called(env).slice(0, 5)]).toEqual([0, project, 'show', '-json', '-no-color', 'plans/p']);
  });

  it('needs no token: terraform gets none, and none is printed', async () => {
    const secrets = { NETSKOPE_API_KEY: 'a-token-of-the-tenant', TF_TOKEN_app_terraform_io: 'a-token-of-the-state' };
    const env = { ...terraform('env >&2; echo a-token-of-the-tenant >&2; exit 1'), ...secrets };
    const { code, stdout, stderr } = await withEnv(env, () =>
      run('review', [stackOf({ plan: OWN })], { NETSKOPE_API_KEY: secrets.NETSKOPE_API_KEY }),
    );
    expect([code, stdout]).toEqual([3, '']);
    expect(called(env).join()).not.toContain(secrets.NETSKOPE_API_KEY);
    expect(called(env).join()).toContain(secrets.TF_TOKEN_app_terraform_io);
    for (const secret of Object.values(secrets)) expect(stderr).not.toContain(secret);
  });

  it.each<[what: string, env: () => NodeJS.ProcessEnv, says: RegExp]>([
    [
      'terraform is missing',
      () => ({ TERRAFORM_BINARY_NAME: 'no-such-terraform' }),
      /"no-such-terraform", which would show it, cannot be run: there is no such program\. Install terraform, or name it in TERRAFORM_BINARY_NAME\. Write what it shows by hand, and name that file: terraform -chdir=\S+ show -json plan > plan\.json/,
    ],
    [
      'the program cannot be run',
      () => ({ TERRAFORM_BINARY_NAME: '/dev/null' }),
      /cannot be run: spawn \/dev\/null EACCES/,
    ],
    [
      'terraform fails',
      () => terraform("printf '\\033[31mError: no schema\\n::error::x' >&2; exit 1"),
      /show -json" ended with 1\. It said:\n.*Error: no schema\n::error::x\n/,
    ],
    ['terraform fails without a word', () => terraform('exit 3'), /ended with 3\. It said:\n\(nothing\)\n/],
    ['terraform is ended', () => terraform('kill -9 $$'), /was ended by SIGKILL\. It said:/],
    ['what it shows is no plan', () => terraform('echo no'), /This is no plan in JSON|It is not JSON/],
  ])('is refused where %s', async (_what, env, says) => {
    const { code, stdout, stderr } = await review(env(), stackOf({ plan: OWN }));
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('\u001b');
  });

  it.each(['decide', 'check'] as const)('is refused by %s, too, and no advice empties the file', async (command) => {
    const path = join(stackOf({ 'plan.json': OWN }), 'plan.json');
    const args = ['--plan', path, ...(command === 'decide' ? FLOW : [])];
    const { code, stdout, stderr } = await withEnv(terraform('exit 1'), () => run(command, args));
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('show -json plan.json > shown.json');
  });

  it('is refused by the program at once where terraform is missing', () => {
    const env = { TERRAFORM_BINARY_NAME: 'no-such-terraform' };
    expect(shell(`cli review '${stackOf({ plan: OWN })}'`, env).status).toBe(3);
  });

  it('is read up to a bound, whatever terraform goes on to say', () => {
    const env = { ...terraform('trap "" PIPE TERM; yes >&2 & exec yes'), NODE_OPTIONS: '--max-old-space-size=160' };
    const { status, stderr } = shell(`cli review '${stackOf({ plan: OWN })}'`, env);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/has \d+ MB, more than fits into the memory/)]);
  });
});

it.each(['cdktf.out', join('cdktf.out', 'stacks'), '.'])(
  'names the stacks of a folder that holds some, such as %s',
  async (name) => {
    const project = mkdtempSync(join(folder, 'project-'));
    const named = ['apac', 'emea'].map((stack) => {
      const path = join(project, 'cdktf.out', 'stacks', stack);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(STACK));
      return path;
    });
    const path = join(project, name);
    for (const [command, args] of [
      ['review', [path]],
      ['check', ['--stack', path]],
      ['decide', [...FLOW, '--stack', path]],
    ] as const) {
      const { code, stdout, stderr } = await run(command, args);
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain(`${path} is not the folder of one stack. Name a stack: ${named.join(', ')}.`);
    }
  },
);
