/**
 * A provider with one of everything, for the real terraform: words in a file, which keeps them in capitals, in an order of
 * its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  ArgumentError,
  attribute,
  dataSource,
  DiagnosticError,
  error,
  identity,
  path,
  provider,
  providerFunction,
  requiresReplace,
  resource,
  schema,
  t,
  useStateForUnknown,
} from 'terraform-plugin-sdk-ts';
import type { State } from 'terraform-plugin-sdk-ts';

const description = 'd';
const lower = (text: string) => text.toLowerCase();

const settings = schema({
  description,
  attributes: { file: attribute.string({ description, required: true }) },
});

const word = schema({
  description,
  attributes: {
    name: attribute.string({ description, required: true, normalize: lower, planModifiers: [requiresReplace()] }),
    tags: attribute.set(t.string, { description, optional: true, normalize: (tags) => tags.map(lower) }),
    uses: attribute.setOf(
      {
        where: attribute.string({ description, required: true, normalize: lower }),
        page: attribute.integer({ description, optional: true }),
        id: attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] }),
      },
      { description, optional: true },
    ),
    revision: attribute.integer({ description, computed: true }),
  },
});
type Word = State<typeof word>;

/** Terraform before 1.12 does not ask for it, and must not mind that it is there. */
const wordIdentity = identity({ attributes: { name: attribute.string({ description, required: true }) } });

function crash(): never {
  throw new TypeError('nobody caught this');
}

class WordsFile {
  constructor(private readonly file: string) {}

  get(name: string): Word | undefined {
    return this.read()[lower(name)];
  }

  put({ name, tags, uses }: Pick<Word, 'name' | 'tags'> & { uses: readonly Omit<Use, 'id'>[] | null }): Word {
    const kept: Word = {
      name: name.toUpperCase(),
      tags: tags && [...new Set(tags.map((tag) => tag.toUpperCase()))].reverse(),
      uses:
        uses &&
        uses.map(({ where, page }) => ({ where: where.toUpperCase(), page, id: `${lower(where)}-${page}` })).reverse(),
      revision: (this.get(name)?.revision ?? 0) + 1,
    };
    this.write({ ...this.read(), [lower(name)]: kept });
    return kept;
  }

  remove(name: string): void {
    const { [lower(name)]: _, ...others } = this.read();
    this.write(others);
  }

  private read(): Record<string, Word> {
    return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, Word>;
  }

  private write(words: Record<string, Word>): void {
    writeFileSync(this.file, JSON.stringify(words));
  }
}
type Use = NonNullable<Word['uses']>[number];

const found = schema({
  description,
  attributes: {
    name: attribute.string({ description, required: true, normalize: lower }),
    missing: attribute.string({ description, optional: true, computed: true, default: 'fails' }),
    tags: attribute.set(t.string, { description, computed: true, nullable: true }),
  },
});

export const words = provider({
  name: 'words',
  version: '1.0.0',
  schema: settings,
  configure: async ({ file }) => new WordsFile(typeof file === 'string' ? file : ''),
  resources: [
    resource<typeof word, WordsFile, typeof wordIdentity>({
      name: 'words_word',
      schema: word,
      create: async ({ client, planned }) => {
        if (lower(planned.name) === 'crash') setImmediate(() => crash());
        return lower(planned.name) === 'crash' ? new Promise(() => undefined) : client.put(planned);
      },
      read: async ({ client, state }) => client.get(state.name ?? '') ?? null,
      update: async ({ client, planned }) => client.put(planned),
      delete: async ({ client, prior }) => client.remove(prior.name),
      importState: async ({ id }) => ({ name: id }),
      identity: wordIdentity,
      identityOf: ({ name }) => ({ name: lower(name) }),
      importIdentity: async ({ identity: { name } }) => ({ name }),
    }),
  ],
  dataSources: [
    dataSource<typeof found, WordsFile>({
      name: 'words_word',
      schema: found,
      async read({ client, config: { name, missing } }) {
        const there = client.get(name);
        if (there === undefined && missing === 'fails') {
          throw new DiagnosticError(error('No such word', `There is no word ${name}.`, path('name')));
        }
        return { name: there?.name ?? name, missing, tags: there?.tags ?? null };
      },
    }),
  ],
  functions: [
    providerFunction({
      name: 'shout',
      summary: 'Shouts.',
      description,
      parameters: [{ name: 'word', type: t.string, description }],
      variadic: { name: 'marks', type: t.integer, description },
      returns: t.object({ said: t.string, marks: t.list(t.integer) }),
      run(text, ...marks) {
        if (marks.some((mark) => mark > 9))
          throw new ArgumentError(1 + marks.findIndex((mark) => mark > 9), 'Too loud.');
        return { said: text.toUpperCase() + '!'.repeat(marks.reduce((sum, mark) => sum + mark, 0)), marks };
      },
    }),
  ],
});
