/** Scripts of completion: made of commander's own definitions, and tried in a real bash. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bashScript, fishScript, zshScript } from '../../cli/completion/shells';
import { wordsOf, type Words } from '../../cli/completion/words';
import { programWith } from '../../cli/program';
import { bundleCli } from '../support/bundled-tenant';
import { temporaryFolder } from '../tenant/support/temporary-folder';

const { path: folder, remove } = temporaryFolder('completion');
const cli = bundleCli();
afterAll(() => {
  remove();
  cli.remove();
});
writeFileSync(join(folder, 'a plan.json'), '');
mkdirSync(join(folder, 'stacks'));
mkdirSync(join(folder, 'tenant'));

const printed = (shell: string) => spawnSync(process.execPath, [cli.path, 'completion', shell], { encoding: 'utf8' });

let words: Words;
beforeAll(async () => {
  words = wordsOf(await programWith(() => true));
});

it('know every command, option and choice that the program has', async () => {
  const program = await programWith(() => true);
  const scripts = { bash: bashScript(words), zsh: zshScript(words), fish: fishScript(words) };
  expect(program.commands.length).toBeGreaterThanOrEqual(7);
  for (const command of program.commands) {
    for (const [shell, script] of Object.entries(scripts)) {
      const lines = script.split('\n').filter((line) => line.includes(command.name()));
      expect([shell, command.name(), lines.length > 0]).toEqual([shell, command.name(), true]);
      for (const { long, argChoices = [] } of command.options) {
        const name = shell === 'fish' ? `-l ${long?.slice(2)} ` : (long ?? '');
        expect([shell, long, script.includes(name)]).toEqual([shell, long, true]);
        for (const choice of argChoices) expect(script).toContain(choice);
      }
    }
  }
});

it.each(['bash', 'zsh', 'fish'] as const)('are printed by the program itself: %s', (shell) => {
  const { status, stdout, stderr } = printed(shell);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe({ bash: bashScript, zsh: zshScript, fish: fishScript }[shell](words));
});

it('are refused for a shell that is not known', () => {
  const { status, stderr } = printed('tcsh');
  expect([status, stderr]).toEqual([2, expect.stringContaining('Allowed choices are bash, zsh, fish.')]);
});

/** What bash would offer, were the last of these words just being written. */
function offered(...line: string[]): string[] {
  const script = `${bashScript(words)}
COMP_WORDS=("netskope-steering" "$@"); COMP_CWORD=$#
__netskope_steering
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...line], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

it.each<[line: string[], offers: string[]]>([
  [['de'], ['decide']],
  [['t'], ['tenant', 'terraformrc']],
  [['--v'], ['--version']],
  [
    ['decide', '--pl'],
    ['--plan', '--platform'],
  ],
  [['decide', '--platform', 'w'], ['windows']],
  [['decide', '--plan', 'a'], ['a plan.json']],
  [['decide', '--stack', 's'], ['stacks']],
  [['decide', '--host', ''], []],
  [['decide', '--json', '--no-g'], ['--no-group']],
  [['review', 'a'], ['a plan.json']],
  [['review', 'a plan.json', '--format', 'mark'], ['markdown']],
  [['review', 'a plan.json', '--w'], ['--write-approvals']],
  [['review', 'a plan.json', '--write-approvals', 'a'], ['a plan.json']],
  [['review', 'a plan.json', '--approve', ''], []],
  [['tenant', '--data', 's'], ['stacks']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['help', 'ch'], ['check']],
  [['apps', 'w'], []],
])('complete %j in bash', (line, offers) => {
  expect(offered(...line)).toEqual(offers);
});
