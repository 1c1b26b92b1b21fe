import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../cli/complaint';
import { describeVersions } from '../../cli/package-root';
import { programWith } from '../../cli/program';
import { terraformrc } from '../../cli/terraformrc';

const REPOSITORY = join(__dirname, '..', '..');

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'cli/index.ts', ...args], { cwd: REPOSITORY, encoding: 'utf8' });

describe('the program', () => {
  test('says its version, and below it what a report of a fault needs', () => {
    const { version } = jest.requireActual<{ version: string }>('../../package.json');
    const { status, stdout, stderr } = run('--version');
    expect([status, stderr]).toEqual([0, '']);
    const [first, ...others] = stdout.split('\n');
    expect(first).toBe(version);
    expect(others).toEqual([
      `package    ${REPOSITORY}`,
      expect.stringMatching(/^provider {3}(not built|\S+ for \w+)/),
      `node       ${process.versions.node} on ${process.platform} ${process.arch}`,
      expect.stringMatching(/^terraform {2}\d+\.\d+\.\d+/),
      '',
    ]);
  });

  test('says its version where no terraform is', () => {
    const found = process.env['PATH'];
    try {
      process.env['PATH'] = __dirname;
      expect(describeVersions()).toMatch(/^terraform {2}not on the PATH$/m);
    } finally {
      process.env['PATH'] = found;
    }
  });

  test('lists its commands, with examples', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const name of ['decide', 'check', 'tenant', 'terraformrc']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
    expect(stdout).toContain('$ netskope-steering tenant --port 8080');
  });

  test.each([
    ['help', 'terraformrc'],
    ['terraformrc', '--help'],
  ])('explains a command by "%s %s"', (...args) => {
    const { status, stdout } = run(...args);
    expect(status).toBe(0);
    expect(stdout).toContain('export TF_CLI_CONFIG_FILE=');
  });

  test('decides, with a code of its own for options that make no sense', () => {
    const { status, stdout, stderr } = run('decide', '--process', 'WhatsApp.exe', '--port', '443');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain("required option '--host <host>' not specified");
  });

  test.each([
    [['terraformr'], "unknown command 'terraformr'\n(Did you mean terraformrc?)"],
    [['help', 'terraformr'], "unknown command 'terraformr'\n(Did you mean terraformrc?)"],
    [['live', 'dif'], "unknown command 'dif'\n(Did you mean diff?)"],
    [['help', 'live', 'dif'], "unknown command 'dif'\n(Did you mean diff?)"],
    [['--foo'], "unknown option '--foo'"],
    [['decide', '--proces', 'x'], "unknown option '--proces'\n(Did you mean --process?)"],
    [['decide', '--process', 'x'], "required option '--host <host>' not specified"],
    [['tenant', '--port', 'x'], "option '--port <number>' argument 'x' is invalid. It must be"],
    [['terraformrc', 'x'], "too many arguments for 'terraformrc'"],
    [[], 'Usage: netskope-steering'],
  ])('refuses %j with the code of options that make no sense', (args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });
});

describe('exit codes', () => {
  /** The codes that a text names, one at the beginning of a line or several on it. */
  const codesIn = (text: string) => [...text.matchAll(/(?:^|\s{2,})(\d+) /gm)].map(([, code]) => Number(code));
  const KNOWN = Object.values(EXIT);

  test('stand in the help of each command, and are those that commands have', async () => {
    const program = await programWith(() => true);
    const commands = program.commands.flatMap((command) =>
      command.commands.length > 0 ? command.commands : [command],
    );
    expect(commands.length).toBeGreaterThan(12);
    for (const command of commands) {
      let help = '';
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      const [, section = ''] = /\nExit codes:\n((?: {2}.*\n)+)/.exec(help) ?? [];
      const codes = codesIn(section);
      expect([command.name(), codes]).toEqual([command.name(), expect.arrayContaining([0, 2, 70])]);
      expect([command.name(), codes.filter((code) => !(KNOWN as number[]).includes(code))]).toEqual([
        command.name(),
        [],
      ]);
    }
  });

  test('are in the one table of the guide, all of them', () => {
    const guide = readFileSync(join(REPOSITORY, 'docs/guides/use-the-command-line.md'), 'utf8');
    const [, table = ''] = /\| exit code [^\n]*\n((?:\|.*\n)+)/.exec(guide) ?? [];
    const codes = [...table.matchAll(/^\| (\d+) /gm)].map(([, code]) => Number(code));
    expect(codes).toEqual([...KNOWN].sort((a, b) => a - b));
    const leads = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8').includes('use-the-command-line.md');
    expect(['README.md', 'docs/index.md'].filter(leads)).toEqual(['README.md', 'docs/index.md']);
  });
});

test('the CLI configuration sends our host to the mirror, and all others where they always went', () => {
  expect(terraformrc('/a folder/"mirror"')).toBe(`provider_installation {
  filesystem_mirror {
    path    = "/a folder/\\"mirror\\""
    include = ["terraform.local/*/*"]
  }
  direct {
    exclude = ["terraform.local/*/*"]
  }
}
`);
});
