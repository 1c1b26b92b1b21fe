/** The smallest provider of the examples: how small it is, and that terraform can start it. Its own test lies beside it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mustRunTerraform } from '../../tools/terraform/terraform';
import { installPlugin, onlyMirrors } from '../../tools/build/install-plugin';
import { compile, complaintsAbout } from '../support/type-check';

const EXAMPLE = resolve(__dirname, '../../examples/minimal-provider');
const FILES = ['provider.ts', 'main.ts'];

it('has forty lines at most, of 120 characters', async () => {
  const texts = await Promise.all(FILES.map((file) => readFile(join(EXAMPLE, file), 'utf8')));
  const lines = texts.flatMap((text) => text.trimEnd().split('\n'));
  expect(lines.length).toBeLessThanOrEqual(40);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
});

it('compiles', () => {
  const paths = FILES.map((file) => join(EXAMPLE, file));
  expect(complaintsAbout(compile(paths), paths)).toEqual([]);
});

it('is started by terraform, and creates, changes nothing more, and destroys', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minimal-'));
  try {
    const source = 'terraform.local/example/minimal';
    const entry = 'examples/minimal-provider/main.ts';
    await installPlugin(join(folder, 'mirror'), { entry, source, version: '1.0.0' });
    const cliConfigFile = join(folder, 'terraformrc');
    await writeFile(cliConfigFile, onlyMirrors(join(folder, 'mirror')));
    const path = join(folder, 'greeting.txt');
    await writeFile(
      join(folder, 'main.tf'),
      `terraform {
  required_providers {
    minimal = { source = "${source}" }
  }
}
resource "minimal_file" "greeting" {
  path = "${path}"
  text = "hello"
}
`,
    );
    const terraform = (...args: string[]) => mustRunTerraform(args, { cwd: folder, cliConfigFile });
    await terraform('init');
    await terraform('apply', '-auto-approve');
    expect(await readFile(path, 'utf8')).toBe('hello');
    await terraform('plan', '-detailed-exitcode');
    await terraform('destroy', '-auto-approve');
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
