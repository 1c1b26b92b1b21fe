/** .ci/debian-packages on machines that have this and lack that; apt-get and its kin are stand-ins that say what they were asked. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const SCRIPT = resolve(__dirname, '../../.ci/debian-packages');

interface Machine {
  /** What is there before. */
  readonly has?: readonly ('initdb' | 'chromium' | 'PostgreSQL off the PATH')[];
  /** What most machines have, and it has not before. */
  readonly misses?: 'unzip' | 'gpg';
  readonly user?: 'root' | 'user';
  /** Programs that this machine does not have. */
  readonly lacks?: readonly ('apt-get' | 'sudo')[];
  readonly lists?: 'current' | 'missing' | 'stale' | 'useless';
  /** What an installation brings. */
  readonly brings?: readonly string[];
}

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'debian-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(path: string, script = ''): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/bash\n${script}\n`, { mode: 0o755 });
}

function run({
  has = [],
  user = 'root',
  lacks = [],
  lists = 'current',
  brings = ['initdb', 'chromium', 'unzip', 'gpg'],
  misses,
}: Machine) {
  const bin = join(folder, 'bin');
  const asked = join(folder, 'asked');
  const current = join(folder, 'lists');
  const postgresql = join(folder, 'postgresql');
  mkdirSync(bin);
  if (lists === 'current') writeFileSync(current, '');
  for (const one of has) program(one.includes(' ') ? join(postgresql, '15', 'bin', 'initdb') : join(bin, one));
  for (const one of ['unzip', 'gpg']) if (one !== misses) program(join(bin, one));
  for (const one of ['env', 'bash', 'touch', 'chmod']) symlinkSync(join('/usr/bin', one), join(bin, one));

  const said = `echo "$(id -u): \${0##*/} $*" >>${asked}`;
  const make = brings.map((one) => `touch ${join(bin, one)}; chmod +x ${join(bin, one)}`).join('\n');
  const install = `[[ -e ${current} ]] || { echo '404  Not Found'; exit 100; }\n${make}`;
  const stubs: Record<string, string> = {
    id: `echo "\${AS:-${user === 'root' ? 0 : 1000}}"`,
    sudo: 'AS=0 exec "$@"',
    'apt-cache': lists === 'missing' ? `[[ -e ${current} ]]` : '',
    'apt-get': `${said}\nif [[ $1 == update ]]; then ${lists === 'useless' ? ':' : `touch ${current}`}; exit; fi\n[[ $DEBIAN_FRONTEND == noninteractive ]] || exit 1\n${install}`,
  };
  for (const [name, script] of Object.entries(stubs)) {
    if (!(lacks as readonly string[]).includes(name)) program(join(bin, name), script);
  }
  const env = { PATH: bin, POSTGRESQL: postgresql, CHROMIUM: join(bin, 'chromium') };
  const { status, stdout, stderr } = spawnSync('/bin/bash', [SCRIPT], { env, encoding: 'utf8' });
  const requests = existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : [];
  return { status, stdout, stderr, requests };
}

const update = '0: apt-get update -q';
const install = (...names: string[]) => `0: apt-get install -q -y --no-install-recommends ${names.join(' ')}`;

const MACHINES: readonly [what: string, machine: Machine, requests: string[]][] = [
  ['has all', { has: ['initdb', 'chromium'] }, []],
  ['has all and no apt-get', { has: ['initdb', 'chromium'], lacks: ['apt-get', 'sudo'], user: 'user' }, []],
  ['has PostgreSQL where Debian puts it', { has: ['PostgreSQL off the PATH', 'chromium'] }, []],
  ['lacks both', {}, [install('postgresql', 'chromium')]],
  ['lacks the browser', { has: ['initdb'] }, [install('chromium')]],
  ['lacks the database', { has: ['chromium'] }, [install('postgresql')]],
  ['lacks what unpacks an archive', { has: ['initdb', 'chromium'], misses: 'unzip' }, [install('unzip')]],
  ['lacks what signs', { has: ['initdb', 'chromium'], misses: 'gpg' }, [install('gnupg')]],
  ['has no lists yet', { lists: 'missing' }, [update, install('postgresql', 'chromium')]],
  ['has lists of another day', { lists: 'stale', has: ['initdb'] }, [install('chromium'), update, install('chromium')]],
  ['asks as a user with sudo', { user: 'user', lists: 'missing', has: ['initdb'] }, [update, install('chromium')]],
];

it.each(MACHINES)('asks for what is missing, as root, and says so, where a machine %s', (_what, machine, requests) => {
  const result = run(machine);
  expect(result).toMatchObject({ status: 0, stderr: '', requests });
  expect(result.stdout).toContain(requests.length === 0 ? 'are there' : 'system packages: installing');
});

const FAILURES: readonly [what: string, machine: Machine, message: RegExp][] = [
  [
    'there is no apt',
    { has: ['chromium'], lacks: ['apt-get'] },
    /^system packages: postgresql: missing, and so is apt-get\. Install what provides postgresql in this system's own way/,
  ],
  [
    'only a user runs it',
    { user: 'user', lacks: ['sudo'] },
    /only root can install them\. Run "apt-get install postgresql chromium" as root, or install sudo\./,
  ],
  [
    'no list names the package',
    { has: ['initdb'], lists: 'useless' },
    /apt-get could not install chromium; it says above why\. Install what provides chromium/,
  ],
  ['the package brings no program', { has: ['initdb'], brings: [] }, /installed chromium, but not the programs/],
];

it.each(FAILURES)('says what to do where %s', (_what, machine, message) => {
  const { status, stderr } = run(machine);
  expect(stderr).toMatch(message);
  expect(status).toBe(1);
});

it('is run before the tests that need it', () => {
  const text = readFileSync(resolve(SCRIPT, '../run'), 'utf8');
  expect(text.indexOf('\n.ci/debian-packages\n')).toBeGreaterThan(0);
  expect(text.indexOf('\nnpm run test:system\n')).toBeGreaterThan(text.indexOf('\n.ci/debian-packages\n'));
});
