import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { terraformrc } from '../../cli/terraformrc';

const REPOSITORY = join(__dirname, '..', '..');

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'cli/index.ts', ...args], { cwd: REPOSITORY, encoding: 'utf8' });

describe('the program', () => {
  test('says its version', () => {
    const { version } = jest.requireActual<{ version: string }>('../../package.json');
    expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
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

  test('refuses a command that it does not have', () => {
    const { status, stdout, stderr } = run('terraformr');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain("unknown command 'terraformr'");
    expect(stderr).toContain('Did you mean terraformrc?');
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
