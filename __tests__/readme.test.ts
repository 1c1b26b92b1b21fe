import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const read = (file: string) => readFile(resolve(__dirname, '..', file), 'utf8');

it('quotes its example from the file that tests compile and apply, which keeps to the executables of the article', async () => {
  const line = /^ *communityExecutables: false,.*\n/m;
  const whole = (await read('examples/whatsapp/main.ts')).trimEnd();
  expect(whole).toMatch(line);
  const example = whole.replace(line, '');
  expect(await read('README.md')).toContain(`\`\`\`ts\n${example}\n\`\`\``);
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
