import { Decimal, Dynamic, Unknown, type Value } from 'terraform-plugin-sdk-ts';
import type { Attribute, Schema } from '../../../providers/plugin-sdk/schema';
import { planSentences } from './plan-behaviour';
import { legendOf } from '../../../steering/words/marks';
import type { ProviderToGenerate } from '../provider-to-generate';

/**
 * A value of a schema, such as a default, in the spelling of JSON, which HCL reads too. Numbers keep all their digits.
 */
export function spellValue(value: Value): string {
  if (value instanceof Unknown) throw new Error('an unknown value cannot be written down');
  if (value instanceof Dynamic) return spellValue(value.value);
  if (typeof value === 'bigint' || value instanceof Decimal) return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spellValue).join(',')}]`;
  const entries = Object.entries(value).map(
    ([key, part]: [string, Value]) => `${JSON.stringify(key)}:${spellValue(part)}`,
  );
  return `{${entries.join(',')}}`;
}

/**
 * What a page says of an attribute, as Markdown sentences on one line: its description, and what only the schema knows.
 * `isPlanned` says that the attribute belongs to a resource; Terraform runs plan modifiers nowhere else.
 */
export function describe(attribute: Attribute, isPlanned: boolean): string {
  const { description, deprecated, optional, computed, writeOnly } = attribute.options;
  const defaultValue = defaultOf(attribute);
  const sentences = [
    description,
    defaultValue !== undefined && defaultInProse(description) === undefined && `Default: \`${defaultValue}\`.`,
    defaultValue === undefined &&
      optional &&
      computed &&
      !/\bIf you leave it out\b|\bGive this or\b/.test(description) &&
      'If you leave it out, the provider sets it.',
    writeOnly && 'It is never stored, and needs Terraform 1.11 or later.',
    ...(isPlanned ? planSentences(attribute) : []),
    deprecated !== undefined && `**Deprecated:** ${deprecated}`,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}

/** The default that the schema declares, as HCL would write it, but text without its quotes. */
export function defaultOf({ options }: Attribute): string | undefined {
  const value = options.default;
  if (value === undefined) return undefined;
  return typeof value === 'string' && value !== '' ? value : spellValue(value);
}

/** The default that a description names, as in "Default `x`" or "the default is `x`". */
export function defaultInProse(description: string): string | undefined {
  return /\bdefault(?:s to| is|:)? `([^`]+)`/i.exec(description)?.[1];
}

/** The paths of a provider's examples below `examples/`, in the registry's layout. */
export const EXAMPLES = {
  provider: 'provider/provider.tf',
  resource: (name: string) => `resources/${name}/resource.tf`,
  import: (name: string) => `resources/${name}/import.tf`,
  dataSource: (name: string) => `data-sources/${name}/data-source.tf`,
  ephemeralResource: (name: string) => `ephemeral-resources/${name}/ephemeral-resource.tf`,
  function: (name: string) => `functions/${name}/function.tf`,
} as const;

/** The paths of every example that the provider's pages quote. */
export function examplesOf({
  resources,
  dataSources = [],
  functions = [],
  ephemeralResources = [],
}: ProviderToGenerate): string[] {
  return [
    EXAMPLES.provider,
    ...resources.flatMap(({ name, importState }) =>
      importState === undefined ? [EXAMPLES.resource(name)] : [EXAMPLES.resource(name), EXAMPLES.import(name)],
    ),
    ...dataSources.map(({ name }) => EXAMPLES.dataSource(name)),
    ...ephemeralResources.map(({ name }) => EXAMPLES.ephemeralResource(name)),
    ...functions.map(({ name }) => EXAMPLES.function(name)),
  ];
}

/**
 * What all pages have in common: front matter, title, quoted examples, and the legend of the marks that stand in them.
 */
export interface DocsPage {
  /** The title that the registry shows in its navigation. */
  readonly pageTitle: string;
  readonly title: string;
  /** One line of text. It may hold Markdown, which is removed for the front matter. */
  readonly summary: string;
  /** The sections in Markdown. Empty ones are left out. */
  readonly sections: readonly string[];
}

/**
 * What each mark means: `{ doc: 'the documentation of …' }` explains `[doc]`. A mark says how strong a statement is.
 */
export type Marks = Readonly<Record<string, string>>;

export function renderPage({ pageTitle, title, summary, sections }: DocsPage, marks: Marks): string {
  const body = [`# ${title}`, ...sections].filter((section) => section !== '').join('\n\n');
  const legend = legendOf(body, marks);
  const frontMatter = [
    '---',
    `page_title: ${JSON.stringify(pageTitle)}`,
    'subcategory: ""',
    'description: |-',
    `  ${plainText(summary)}`,
    '---',
  ].join('\n');
  return [frontMatter, body, ...(legend === '' ? [] : ['## Marks', legend])].join('\n\n') + '\n';
}

export function exampleSection(hcl: string, title = '## Example Usage'): string {
  return `${title}\n\n${fenced('terraform', hcl)}`;
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

/** The first sentence of a text, for lists of pages. */
export function firstSentence(markdown: string): string {
  return /^[^]*?\.(?=\s|$)/.exec(markdown)?.[0] ?? markdown;
}

function plainText(markdown: string): string {
  return markdown.replace(/[`*]/g, '').replace(/\s+/g, ' ');
}

/**
 * The section on how an existing object becomes a resource: the example's `import` block, and the command that does the
 * same. An example must have a plain `to` and `id`; the error about another one names its `path`.
 */
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
