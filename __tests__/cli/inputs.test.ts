/** What a user names for a file: regular ones up to a bound; all else is refused at once, with what to do. */
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { madeUpApps, planThatBlocks } from '../../benchmarks/review-plans';
import { bundleCli } from '../support/bundled-tenant';
import { temporaryFolder } from '../tenant/support/temporary-folder';
import { run } from './support/run';
import { PLAN, STACK, STEERING, stackFolders } from './support/stack';

const folders = stackFolders();
const { path: folder, remove } = temporaryFolder('inputs');
const program = bundleCli();
const socket = createServer().listen(join(folder, 'socket'));
afterAll(() => {
  socket.close();
  program.remove();
  folders.remove();
  remove();
});

const fifo = join(folder, 'fifo');
spawnSync('mkfifo', [fifo]);
const plan = join(folders.make({ plan: PLAN }), 'plan.json');
const huge = join(folder, 'huge');
writeFileSync(huge, '');
truncateSync(huge, 2 ** 40);

const FLOW = ['--process', 'a.exe', '--host', 'a.example', '--port', '443'];
const KINDS: readonly [what: string, path: string, says: string][] = [
  ['a pipe', fifo, 'cannot be read: it is a pipe, which may never end.'],
  ['a device', '/dev/zero', 'cannot be read: it is a device, which may never end.'],
  ['a socket', join(folder, 'socket'), 'cannot be read: it is a socket, which may never end.'],
  ['a folder', folder, 'cannot be read: it is a folder. Name a file in it.'],
  ['a file without end', huge, 'has 1048576 MB, more than'],
];
const PLACES: readonly [name: string, command: 'decide' | 'check' | 'review', args: (path: string) => string[]][] = [
  ['decide --plan', 'decide', (path) => [...FLOW, '--plan', path]],
  ['check --plan', 'check', (path) => ['--plan', path]],
  ['review', 'review', (path) => [path]],
  ['review --approvals', 'review', (path) => [plan, '--approvals', path]],
  ['review --same-as', 'review', (path) => [plan, '--same-as', path]],
];
const CASES = PLACES.flatMap(([name, command, args]) =>
  KINDS.filter(([what]) => name !== 'review' || what !== 'a folder').map(
    ([what, path, says]) => [what, name, command, args(path), says] as const,
  ),
);

it.each(CASES)('%s is refused at once by %s', async (_what, _name, command, args, says) => {
  const { code, stdout, stderr } = await run(command, args);
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toContain(says);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

it('says of a pipe what to do instead', async () => {
  expect((await run('review', [fifo])).stderr).toContain('Pipe the plan in, and write - instead of the file.');
  expect((await run('review', [plan, '--approvals', fifo])).stderr).toContain('into a file, and name that.');
});

it.each(['plan.json', 'cdk.tf.json', 'steering.json'])(
  'a pipe for %s in the folder of a stack is refused',
  async (name) => {
    for (const command of ['check', 'review'] as const) {
      const stack = folders.make({ plan: PLAN, stack: STACK, steering: STEERING });
      spawnSync('sh', ['-c', 'rm "$1" && mkfifo "$1"', 'sh', join(stack, name)]);
      const { code, stderr } = await run(command, command === 'check' ? ['--stack', stack] : [stack]);
      expect(code).toBe(3);
      expect(stderr).toContain(`${name} cannot be read: it is a pipe`);
    }
  },
);

/** By the program itself: stdin, and what a shell makes. */
const shell = (script: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync('bash', ['-c', `cli() { node ${program.path} "$@"; }; ${script}`], {
    encoding: 'utf8',
    timeout: 50_000,
    env: { ...process.env, ...program.env, PLAN: plan, ...env },
  });

it('a pipe that a shell makes is refused, with stdin as the way', () => {
  const { status, stderr } = shell('cli review <(cat "$PLAN")');
  expect(status).toBe(3);
  expect(stderr).toMatch(/\/dev\/fd\/\d+ cannot be read: it is a pipe, .* write - instead of the file\.\n$/);
});

it('stdin is read, and has a bound', () => {
  expect(shell('cat "$PLAN" | cli review - --fail-on never').status).toBe(0);
  const large = shell('(cat "$PLAN"; head -c 40000000 /dev/zero) | cli check --plan -', {
    NODE_OPTIONS: '--max-old-space-size=160',
  });
  expect(large.stderr).toMatch(
    /^netskope-steering check: The plan on stdin has \d+ MB or more, more than fits into the memory that Node may use\. Run it with NODE_OPTIONS=--max-old-space-size=\d+\.\n$/,
  );
  expect([large.status, large.stdout]).toEqual([3, '']);
});

it('a plan whose review needs more memory than there is is refused before it is spent, with the way', () => {
  const path = join(folder, 'many.json');
  writeFileSync(path, JSON.stringify(planThatBlocks(madeUpApps(600))));
  const ended = shell(`cli review ${path}`, { NODE_OPTIONS: '--max-old-space-size=160' });
  expect(ended.stderr).toMatch(
    /^netskope-steering review: many has so many hosts and ports that to compare them takes about \d+ MB of memory.*\nRun it with NODE_OPTIONS=--max-old-space-size=\d+, or divide the stack\.\n$/,
  );
  expect([ended.status, ended.stdout]).toEqual([3, '']);
});

describe('what stands in names, options and values does nothing', () => {
  const EVIL = 'x\n::error::y\u001b[2J\r\u202e';
  it.each<[what: string, command: 'decide' | 'check' | 'review', args: string[]]>([
    ['a plan', 'review', [EVIL]],
    ['a plan of check', 'check', ['--plan', EVIL]],
    ['a stack', 'check', ['--stack', EVIL]],
    ['approvals', 'review', [plan, '--approvals', EVIL]],
    ['what was reviewed', 'review', [plan, '--same-as', EVIL]],
    ['an output', 'review', [plan, '--output', join(folder, 'none', EVIL)]],
    ['an unknown option', 'decide', [`--${EVIL}`]],
    ['an unknown option that is nearly one', 'decide', [...FLOW, `--hos\n::error::`]],
    ['a value', 'decide', [...FLOW, '--platform', EVIL]],
    ['a port', 'decide', ['--process', 'a', '--host', 'a', '--port', EVIL]],
    ['a gate', 'review', [plan, '--fail-on', EVIL]],
    ['a day', 'review', [plan, '--date', EVIL]],
    ['a process', 'decide', ['--process', EVIL, '--host', 'a', '--port', '1', '--plan', plan]],
    ['a host', 'decide', ['--process', 'a', '--host', EVIL, '--port', '1', '--plan', plan]],
    ['a configuration', 'decide', [...FLOW, '--plan', plan, '--configuration', EVIL]],
    ['a group', 'decide', [...FLOW, '--plan', plan, '--group', EVIL]],
    ['an argument too many', 'check', ['--plan', plan, EVIL]],
  ])('of %s', async (_, command, args) => {
    const { code, stdout, stderr } = await run(command, args);
    expect([code === 2 || code === 3, stdout]).toEqual([true, '']);

    expect(stderr).not.toMatch(/^\s*::|[\u0000-\u0009\u000b-\u001f\u202e]/m);
    expect(stderr).toMatch(/\n$/);
  });

  it('of the folder of a stack whose demands are out of order, which is told line by line', async () => {
    const stack = join(folder, `a\n::error::b`);
    mkdirSync(stack);
    writeFileSync(join(stack, 'cdk.tf.json'), JSON.stringify(STACK));
    writeFileSync(join(stack, 'steering.json'), JSON.stringify({ ...STEERING, trafficTests: [{}] }));
    const { code, stderr } = await run('check', ['--stack', stack]);
    expect(code).toBe(3);
    expect(stderr).toContain('a\\u000a::error::b');
    expect(stderr).toContain('\n- trafficTests[0].flow: is missing.');
    expect(stderr).not.toMatch(/^::/m);
  });

  it('of commands and options of the program, the local tenant and the others', () => {
    for (const args of [
      `$'x\\n::error::y'`,
      `$'--x\\n::error::y'`,
      `tenant $'--x\\n::error::y'`,
      `tenant --data $'/proc/\\n::error::y'`,
      `terraformrc $'--x\\n::error::y'`,
    ]) {
      const { status, stderr } = shell(`cli ${args}`);
      expect(status).not.toBe(0);
      expect(stderr).toContain('\\u000a::error::y');
      expect(stderr).not.toMatch(/^::/m);
    }
  });
});

describe('--output', () => {
  const file = (name: string, content: object | string) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const stack = () => {
    const made = mkdtempSync(join(folder, 'written-'));
    for (const name of ['plan.json', 'main.tf']) writeFileSync(join(made, name), JSON.stringify(PLAN));
    return made;
  };
  const linked = (link: typeof linkSync, from: string) => {
    const path = join(mkdtempSync(join(folder, 'links-')), 'link');
    link(from, path);
    return path;
  };
  const inputs = () => ({
    plan: file('plan.json', PLAN),
    approvals: file('approvals.json', { approvals: [] }),
    reviewed: file('reviewed.json', '{}'),
    stack: stack(),
  });
  type Inputs = ReturnType<typeof inputs>;

  it.each<[what: string, output: (from: Inputs) => string, input: keyof Inputs | undefined]>([
    ['the plan', ({ plan }) => plan, 'plan'],
    ['the file of approvals', ({ approvals }) => approvals, 'approvals'],
    ['what was reviewed', ({ reviewed }) => reviewed, 'reviewed'],
    ['a plan in the folder of a stack', (from) => join(from.stack, 'plan.json'), undefined],
    ['a configuration in the folder of a stack', (from) => join(from.stack, 'main.tf'), undefined],
    ['a path of another spelling', ({ plan }) => join(plan, '..', '.', 'plan.json'), 'plan'],
    ['a relative path', ({ plan }) => relative(process.cwd(), plan), 'plan'],
    ['a symbolic link', ({ approvals }) => linked(symlinkSync, approvals), 'approvals'],
    ['a hard link', ({ approvals }) => linked(linkSync, approvals), 'approvals'],
  ])('never overwrites an input: %s', async (_what, output, input) => {
    const from = inputs();
    const path = output(from);
    const before = readFileSync(path, 'utf8');
    const args = [from.plan, from.stack, '--approvals', from.approvals, '--same-as', from.reviewed];
    const ended = await run('review', [...args, '--output', path]);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(`would overwrite ${input === undefined ? from.stack : from[input]}`);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('writes over an older review, also beside the plan', async () => {
    const made = stack();
    const path = join(made, 'review.json');
    writeFileSync(path, 'old');
    expect((await run('review', [made, '--format', 'json', '--output', path, '--fail-on', 'never'])).code).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8')).plans).toHaveLength(1);
  });
});
