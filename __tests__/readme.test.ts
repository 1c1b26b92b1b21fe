import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const read = (file: string) => readFile(resolve(__dirname, '..', file), 'utf8');

it('quotes its example from the file that tests compile and apply', async () => {
  const example = (await read('examples/whatsapp/main.ts')).trimEnd();
  expect(await read('README.md')).toContain(`\`\`\`ts\n${example}\n\`\`\``);
});

it('names only files that exist', async () => {
  const links = [...(await read('README.md')).matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? '');
  const files = links.filter((target) => !target.includes('://'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) await expect(access(resolve(__dirname, '..', file))).resolves.toBeUndefined();
});
