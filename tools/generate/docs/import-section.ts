/** How an existing object becomes a resource: the example's `import` block, and the command that does the same. */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { fenced } from './page';

/** `path` names the example in the error that one without a plain `to` and `id` gets. */
export function importSection({ attributes }: Schema, hcl: string, path: string): string {
  const to = /^\s*to\s*=\s*(\S+)\s*$/m.exec(hcl)?.[1];
  const id = /^\s*id\s*=\s*"([^"$%\\]+)"\s*$/m.exec(hcl)?.[1];
  if (to === undefined || id === undefined)
    throw new Error(`${path}: an import block with "to" and a plain "id" is needed`);
  const form = attributes['id']?.options.description;
  return [
    '## Import',
    form === undefined ? 'The import id is the id of the object.' : `Import by \`id\`. ${form}`,
    'With an [`import` block](https://developer.hashicorp.com/terraform/language/import), Terraform 1.5 or later:',
    fenced('terraform', hcl),
    'With the [`terraform import` command](https://developer.hashicorp.com/terraform/cli/commands/import):',
    fenced('shell', `terraform import ${to} ${/^[\w./:-]+$/.test(id) ? id : `'${id.replaceAll("'", `'\\''`)}'`}`),
  ].join('\n\n');
}
