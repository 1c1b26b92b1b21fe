/** Text files of this machine as resources. With `main.ts`, all of a provider in forty lines. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { attribute, DiagnosticError, error, provider, resource, schema } from 'terraform-plugin-sdk-ts';
import { requiresReplace, type State } from 'terraform-plugin-sdk-ts';

const attributes = {
  path: attribute.string({ required: true, description: 'Where it lies.', planModifiers: [requiresReplace()] }),
  text: attribute.string({ optional: true, computed: true, default: '', description: 'What it says.' }),
};
const file = schema({ description: 'A text file.', attributes });

const refuse = ({ message }: Error) => {
  throw new DiagnosticError(error('File not written', `${message}. Free that path, or choose another.`, 'path'));
};
const nothing = (cause: NodeJS.ErrnoException) => (cause.code === 'ENOENT' ? null : Promise.reject(cause));
const write = (it: State<typeof file>, flag: string) => writeFile(it.path, it.text, { flag }).then(() => it, refuse);

export const minimal = provider({
  name: 'minimal',
  version: '1.0.0',
  schema: schema({ description: 'Text files.', attributes: {} }),
  configure: async () => null,
  resources: [
    resource<typeof file, null>({
      name: 'minimal_file',
      schema: file,
      create: ({ planned }) => write(planned, 'wx'), // fails where something is
      update: ({ planned }) => write(planned, 'w'),
      async read({ state: { path } }) {
        const text = await readFile(path ?? '', 'utf8').catch(nothing);
        return path === null || text === null ? null : { path, text };
      },
      delete: ({ prior: { path } }) => rm(path, { force: true }),
      importState: async ({ id }) => ({ path: id }),
    }),
  ],
});
