/** Whoever reads what a command prints may go away: it ends without a word, and with the code that it would have had. */
import { spawnSync } from 'node:child_process';
import { bundleCli } from '../support/bundled-tenant';
import { PLAN, STACK, STEERING, stackFolders } from './support/stack';

const folders = stackFolders();
const program = bundleCli();
afterAll(() => {
  folders.remove();
  program.remove();
});

const folder = folders.make({ plan: PLAN, stack: STACK, steering: STEERING });
const PIPES = {
  stdout: '| true',
  'stdout, after a few bytes,': '| head -c 10 >/dev/null',
  'both streams': '2>&1 | true',
} as const;

/** @returns the code of the command, and what is seen of it on the stream that is still open */
function piped(command: string, pipe: string) {
  const script = `node ${program.path} ${command} ${pipe}\nexit \${PIPESTATUS[0]}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, ...program.env, FOLDER: folder, NETSKOPE_SERVER_URL: '', NETSKOPE_API_KEY: '' },
  });
  return { status, seen: stdout + stderr };
}

const MATRIX = Array.from({ length: 300 }, (_, index) => `--process p${index}.exe`).join(' ');

it.each<[what: string, command: string, code: number]>([
  [
    'decide --stack "$FOLDER" --process WhatsApp.exe --host g.whatsapp.net --port 443 --expect steer',
    'decide --stack "$FOLDER" --process WhatsApp.exe --host g.whatsapp.net --port 443 --expect steer',
    1,
  ],
  ['a large table', `decide --stack "$FOLDER" --host g.whatsapp.net --port 1-65535 --matrix --json ${MATRIX}`, 0],
  [
    'decide --stack "$FOLDER" --process /bin/x --host g.whatsapp.net --port 443',
    'decide --stack "$FOLDER" --process /bin/x --host g.whatsapp.net --port 443',
    2,
  ],
  ['decide --help', 'decide --help', 0],
  ['check --stack "$FOLDER" --json', 'check --stack "$FOLDER" --json', 0],
  ['check --stack /none', 'check --stack /none', 3],
  ['review "$FOLDER" --format json --fail-on warning', 'review "$FOLDER" --format json --fail-on warning', 13],
  ['review /none', 'review /none', 3],
  ['tenant --port 99999', 'tenant --port 99999', 2],
  ["tenant --data ''", "tenant --data ''", 2],
  ['apps', 'apps', 0],
  ['apps nothing of the kind', 'apps nothing of the kind', 1],
  ['completion bash', 'completion bash', 0],
  ['completion tcsh', 'completion tcsh', 2],
  ['terraformrc --help', 'terraformrc --help', 0],
  ['terraformr', 'terraformr', 2],
  ['--help', '--help', 0],
  ['--version', '--version', 0],
])(
  '%s ends in its own way',
  (_, command, code) => {
    for (const [name, pipe] of Object.entries(PIPES)) {
      const { status, seen } = piped(command, pipe);
      expect([name, status]).toEqual([name, code]);
      expect(seen).not.toMatch(/EPIPE|Unhandled|^\s+at /m);
    }
  },
  120_000,
);

it('the local tenant ends when nobody could read where it is', () => {
  for (const flags of ['', '--json']) {
    expect(piped(`tenant ${flags}`, PIPES.stdout)).toEqual({ status: 0, seen: '' });
  }
});

it('says that a full disk takes nothing', () => {
  const { status, seen } = piped('check --stack "$FOLDER"', '>/dev/full');
  expect([status, seen]).toEqual([
    2,
    expect.stringMatching(/^netskope-steering: what it prints cannot be written: ENOSPC/),
  ]);
});
