/** The real terraform, and a provider with one of everything, which it starts itself. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WordsWorkspace } from './support/words/terraform';

jest.setTimeout(120_000);

let workspace: WordsWorkspace;
beforeAll(async () => {
  workspace = await WordsWorkspace.create();
});
afterAll(() => workspace?.remove());
beforeEach(async () => {
  await workspace.setWords({});
});
afterEach(() => workspace.apply(''));

/** What terraform said, in one line, so that its wrapping does not matter. */
async function failure(hcl: string): Promise<string> {
  await workspace.write(hcl);
  const { exitCode, stdout, stderr } = await workspace.try('plan');
  expect(exitCode).toBe(1);
  return (stdout + stderr).replace(/[│╷╵\s]+/g, ' ');
}

const word = (name: string, more = '') => `
resource "words_word" "it" {
  name = ${name}
  ${more}
}
`;
const uses = (...parts: [where: string, page: string][]) =>
  `uses = [${parts.map(([where, page]) => `{ where = "${where}", page = ${page} }`).join()}]`;

it('spellings: what a user wrote stays, other ways to write it plan empty, another word is replaced', async () => {
  const written = word('"Fox"', `tags = ["Red", "quick"]\n${uses(['Book', '1'], ['Song', '2'])}`);
  await workspace.apply(written);
  expect(await workspace.words()).toMatchObject({ fox: { name: 'FOX', tags: ['QUICK', 'RED'] } });
  expect(await workspace.plan(written)).toEqual({});
  const other = word('"FOX"', `tags = ["QUICK", "RED", "red"]\n${uses(['SONG', '2'], ['book', '1'])}`);
  expect(await workspace.plan(other)).toEqual({});
  await workspace.apply(word('"foX"', `tags = ["blue"]\n${uses(['BOOK', '7'])}`));
  expect(await workspace.run('state', 'show', 'words_word.it')).toMatch(/"Fox"[^]*"blue"[^]*"Book"/);
  expect(await workspace.plan(word('"Dog"'))).toEqual({ 'words_word.it': ['delete', 'create'] });
});

it('spellings: what is not known in the plan may turn out to be what is stored, or not', async () => {
  const after = (input: string, where: string) => `
resource "terraform_data" "before" {
  input = "${input}"
}
${word('"F${terraform_data.before.output}"', uses([where, 'length(terraform_data.before.output)']))}`;
  await workspace.apply(after('ox', 'Book'));
  await workspace.apply(after('OX', 'BOOK'));
  expect(await workspace.words()).toMatchObject({ fox: { revision: 1 } });
  await workspace.apply(after('oxes', 'bOOK'));
  expect(await workspace.words()).toMatchObject({ foxes: { uses: [{ where: 'BOOK', page: 4 }] } });
});

it('an object is imported by its id, in whatever spelling, and an identity is no matter for this terraform', async () => {
  await workspace.setWords({ fox: { name: 'FOX', tags: null, uses: null, revision: 1 } });
  await workspace.write(word('"Fox"'));
  await workspace.run('import', 'words_word.it', 'fOx');
  expect(await workspace.plan(word('"Fox"'))).toEqual({});
});

it('a data source is read in the plan, or put off until what it depends on is known', async () => {
  await workspace.setWords({ fox: { name: 'FOX', tags: ['RED'], uses: null, revision: 1 } });
  await workspace.apply(`
data "words_word" "it" {
  name = "Fox"
}
data "words_word" "later" {
  name    = words_word.it.name
  missing = "is fine"
  depends_on = [words_word.it]
}
${word('"Dog"', 'tags = [data.words_word.it.name]')}
output "it" {
  value = data.words_word.it
}
output "later" {
  value = data.words_word.later
}`);
  expect(await workspace.outputs()).toEqual({
    it: { name: 'Fox', missing: 'fails', tags: ['RED'] },
    later: { name: 'Dog', missing: 'is fine', tags: ['FOX'] },
  });
  const said = await failure('data "words_word" "it" {\n  name = "Cat"\n}\n');
  expect(said).toMatch(
    /No such word with data.words_word.it, on main.tf line \d+, in .*: name = "Cat" There is no word Cat\./,
  );
});

it('functions are called, and complain at their arguments', async () => {
  const output = (call: string) => `output "said" {\n  value = provider::words::shout(${call})\n}\n`;
  await workspace.apply(output('"fox", 1, 2'));
  expect(await workspace.outputs()).toEqual({ said: { said: 'FOX!!!', marks: [1, 2] } });
  await workspace.apply(output('"fox"'));
  expect(await workspace.outputs()).toEqual({ said: { said: 'FOX', marks: [] } });
  expect(await failure(output('"fox", 1, 10'))).toMatch(/Invalid value for "marks" parameter: Too loud\.(?!\.)/);
  expect(await failure(output('"fox", 1.5'))).toContain('Invalid value for "marks" parameter: Not a whole number');
  expect(await failure(output('null'))).toContain('argument must not be null');
});

describe('the process of a provider', () => {
  const fox = word('"Fox"');
  it('is reached over TCP where there are no sockets in the file system', async () => {
    await workspace.write(fox);
    const env = { WORDS_NODE: `-r ${join(__dirname, 'support/words/as-windows.cjs')}`, TF_LOG: 'DEBUG' };
    const { exitCode, stderr } = await workspace.tryIn(env, 'plan', '-detailed-exitcode');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/provider.*: listening: .*\bhost=127\.0\.0\.1\b/);
  });

  it('finds another place for its socket where that of temporary files has too long a name', async () => {
    const long = join(workspace.folder, 'x'.repeat(110));
    await mkdir(long);
    await workspace.write(fox);
    const { exitCode, stderr } = await workspace.tryIn({ TMPDIR: long, TF_LOG: 'DEBUG' }, 'plan', '-detailed-exitcode');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/provider.*: listening: .*\bpath=\/tmp\/plugin-/);
  });

  it('that ends with an error which nobody caught shows its stack, as terraform shows crashes', async () => {
    await workspace.write(word('"Crash"'));
    const { exitCode, stderr } = await workspace.tryIn({}, 'apply', '-auto-approve');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /Stack trace from the terraform-provider-words_v1\.0\.0 plugin:\s+panic: TypeError: nobody caught this\s+at crash/,
    );
    expect(stderr).toContain('Error: The terraform-provider-words_v1.0.0 plugin crashed!');
    expect(await workspace.words()).toEqual({});
  });
});
