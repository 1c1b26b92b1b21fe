import { execFileSync } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const read = (file: string) => readFile(resolve(__dirname, '..', file), 'utf8');

it('quotes its example from the file that tests compile and apply, which keeps to the executables of the article', async () => {
  const line = /^ *communityExecutables: false,.*\n/m;
  const whole = (await read('examples/whatsapp/main.ts')).trimEnd();
  expect(whole).toMatch(line);
  const example = whole.replace(line, '');
  expect(await read('README.md')).toContain(`\`\`\`ts\n${example}\n\`\`\``);
});

describe('of the package', () => {
  const pack = ['pack', '--dry-run', '--json', '--ignore-scripts', '--silent'];
  const output = execFileSync('npm', pack, { cwd: resolve(__dirname, '..'), encoding: 'utf8', maxBuffer: 2 ** 26 });
  const [packed] = JSON.parse(output) as [{ files: { path: string }[] }];
  const files = packed.files.map(({ path }) => path);
  const isThere = (path: string) =>
    files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));

  it('each document leads only to files that the package has too', async () => {
    const documents = files.filter((path) => /^(?!dist\/).*\.md$/.test(path));
    expect(documents.length).toBeGreaterThan(60);
    const dead = [];
    for (const path of documents) {
      const targets = [...(await read(path)).matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target);
      const missing = targets.filter((target) => !target.includes('://') && !isThere(join(dirname(path), target)));
      dead.push(...missing.map((target) => `${path} -> ${target}`));
    }
    expect(dead).toEqual([]);
  });
});

it('has the commands of the project that init writes', async () => {
  const commandsOf = (text: string) =>
    [...text.matchAll(/^```sh\n([^]*?)^```$/gm)]
      .flatMap(([, block = '']) => block.trim().split('\n'))
      .map((line) => line.replace(/ #.*/, ''));
  const use = /\n## Use it\n([^]*?)\n### /.exec(await read('README.md'))?.[1] ?? '';
  // The question at the end is left to the README of the project.
  const commands = commandsOf(await read('examples/project/README.md')).slice(0, -1);
  expect(commands).toEqual(expect.arrayContaining(['npm test', 'npx cdktf deploy']));
  expect(commandsOf(use).join('\n')).toContain(commands.join('\n'));
});

/** What a person may read of this project: documents, examples, and the texts of programs. */
const TEXTS = [
  'README.md',
  'CONTRIBUTING.md',
  'docs',
  'examples',
  'cli',
  'constructs',
  'live',
  'providers',
  'review',
  'steering',
  'tenant',
];

it('no text has npx ask a registry for a name that is not ours', async () => {
  const root = resolve(__dirname, '..');
  const { devDependencies } = jest.requireActual<{ devDependencies: object }>('../package.json');
  // The program of a package of that name, what is installed already, or a file.
  const allowed = ['--no-install netskope-steering', './cdktf-netskope-steering-', ...Object.keys(devDependencies)];
  const found: string[] = [];
  for (const place of TEXTS) {
    const paths = place.endsWith('.md') ? [''] : await readdir(join(root, place), { recursive: true });
    for (const path of paths.filter((one) => /^$|\.(md|ts|mjs|sh|tf|ya?ml|json|tmpl)$/.test(one))) {
      if (/(^|\/)(node_modules|dist|gen)\//.test(path)) continue;
      for (const [, called = ''] of (await read(join(place, path))).matchAll(/\bnpx ((?:-[^\s`]+ )*[^\s`'"]+)/g)) {
        // `…` stands for any command, and the option alone is spoken of.
        if (called !== '…' && called !== '--no-install') found.push(`${join(place, path)}: npx ${called}`);
      }
    }
  }
  const isAllowed = (line: string) => allowed.some((name) => line.split(': npx ')[1]?.startsWith(name));
  expect(found.filter(isAllowed).length).toBeGreaterThan(15);
  expect(found.filter((line) => !isAllowed(line))).toEqual([]);
});

it('maps files and folders that exist', async () => {
  const map = await read('docs/architecture.md');
  const rooms = /`((?:steering|providers|constructs|tenant|review|cli|tools|docs|examples|__tests__)\/[^`\s]*)`/g;
  const paths = [...map.matchAll(rooms)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(60);
  for (const path of paths) await expect(access(resolve(__dirname, '..', path))).resolves.toBeUndefined();
});

it('sends contributors to files and folders that exist, and to commands that package.json has', async () => {
  const words = [...(await read('CONTRIBUTING.md')).matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
  // Of what is still to be made, the folder exists; without its name, a folder of many is meant.
  const paths = words
    .filter((word) => /^[.\w-]+\/\S+$/.test(word))
    .map((path) => path.replace(/(^|\/)[^/]*<.*$/, ''))
    .filter((path) => !path.startsWith('coverage/'));
  expect(paths.length).toBeGreaterThan(40);
  for (const path of paths) await expect(access(resolve(__dirname, '..', path))).resolves.toBeUndefined();

  const { scripts } = jest.requireActual<{ scripts: Record<string, string> }>('../package.json');
  const commands = words.flatMap((word) => /^npm run ([\w:]+)/.exec(word)?.[1] ?? []);
  expect(commands.length).toBeGreaterThan(10);
  for (const command of commands) expect(Object.keys(scripts)).toContain(command);
});
