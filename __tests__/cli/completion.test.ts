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

it('know every command, option and choice that the program has, also those of commands of a command', async () => {
  const program = await programWith(() => true);
  const scripts = { bash: bashScript(words), zsh: zshScript(words), fish: fishScript(words) };
  const own = program.commands.flatMap((command) => command.commands);
  expect(program.commands.length).toBeGreaterThanOrEqual(8);
  expect(own.length).toBeGreaterThanOrEqual(6);
  for (const command of [...program.commands, ...own]) {
    for (const [shell, script] of Object.entries(scripts)) {
      const lines = script.split('\n').filter((line) => line.includes(command.name()));
      expect([shell, command.name(), lines.length > 0]).toEqual([shell, command.name(), true]);
      for (const { long, argChoices = [] } of command.options) {
        const name = shell === 'fish' ? `-l ${long?.slice(2)} ` : (long ?? '');
        expect([shell, command.name(), long, script.includes(name)]).toEqual([shell, command.name(), long, true]);
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

/**
 * What each shell offers, were the last of these words just being written. zsh itself asks a terminal, so its functions
 * are replaced by some that print what they are given.
 */
const SHELLS: Readonly<Record<string, (...line: string[]) => readonly [script: string, args: readonly string[]]>> = {
  bash: (...line) => [
    `${bashScript(words)}
COMP_WORDS=("netskope-steering" "$@"); COMP_CWORD=$#
__netskope_steering
printf '%s\\n' "\${COMPREPLY[@]}"`,
    ['bash', ...line],
  ],
  zsh: (...line) => [
    `compdef() {}
_describe() { print -l -- \${commands%%:*} }
_arguments() {
  local argument
  for argument in "$@"; do
    [[ $argument == \\** ]] && print -- "\${\${argument#\\*}%%\\[*}"
    [[ $words[-2] == "\${\${argument#\\*}%%\\[*}" && $argument == *\\) ]] && print -l -- \${=\${\${argument##*\\(}%\\)}}
  done
}
${zshScript(words)}
words=(netskope-steering "$@"); CURRENT=$#words
_netskope_steering`,
    ['zsh', ...line],
  ],
  fish: (...line) => [`${fishScript(words)}complete -C '${['netskope-steering', ...line].join(' ')}'`, []],
};
// bash is everywhere; the others are asked where they are installed.
const INSTALLED = Object.keys(SHELLS).filter((shell) => spawnSync(shell, ['--version']).status === 0);

function offered(shell: string, ...line: string[]): string[] {
  const [script, args] = SHELLS[shell]!(...line);
  const { stdout, stderr } = spawnSync(shell, ['-c', script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder },
  });
  expect(stderr).toBe('');
  const begun = line.at(-1) ?? '';
  return stdout
    .split('\n')
    .map((word) => word.replace(/\t.*/, ''))
    .filter((word) => word !== '' && word.startsWith(begun));
}

describe.each(INSTALLED)('in %s', (shell) => {
  it.each<[line: string[], offers: string[]]>([
    [['de'], ['decide']],
    [['t'], ['tenant', 'terraformrc']],
    [['--v'], ['--version']],
    [
      ['decide', '--pl'],
      ['--plan', '--platform'],
    ],
    [['decide', '--platform', 'w'], ['windows']],
    [['decide', '--json', '--no-g'], ['--no-group']],
    [['live', 'ob'], ['observe']],
    [['live', 'e'], ['export']],
    [
      ['live', 'observe', '--s'],
      ['--save', '--snapshot'],
    ],
    [['live', 'export', '--f'], ['--format']],
    [['live', 'export', '--format', 'h'], ['hcl']],
    [['live', 'runbook', '--without'], []],
  ])('completes %j', (line, offers) => {
    expect(offered(shell, ...line).sort()).toEqual(offers);
  });
});

it.each<[line: string[], offers: string[]]>([
  [['decide', '--plan', 'a'], ['a plan.json']],
  [['decide', '--stack', 's'], ['stacks']],
  [['decide', '--host', ''], []],
  [['init', 's'], ['stacks']],
  [['review', 'a'], ['a plan.json']],
  [['review', 'a plan.json', '--format', 'mark'], ['markdown']],
  [['review', 'a plan.json', '--w'], ['--write-approvals']],
  [['review', 'a plan.json', '--write-approvals', 'a'], ['a plan.json']],
  [['review', 'a plan.json', '--approve', ''], []],
  [['tenant', '--data', 's'], ['stacks']],
  [['live', 'observe', '--snapshot', 'a'], ['a plan.json']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['help', 'ch'], ['check']],
  [['apps', 'w'], []],
])('complete %j in bash', (line, offers) => {
  expect(offered('bash', ...line)).toEqual(offers);
});
