import { emitDocs, type DocsSources } from '../../../tools/generate/docs/emit-docs';
import { EXAMPLE_TEXTS, probe } from './support/probe-provider';

const sources: DocsSources = {
  example: (path) => EXAMPLE_TEXTS[path],
  guides: [{ path: 'guides/first-steps.md', title: 'First steps', group: 'Guides' }],
  marks: { doc: 'the documentation', assumed: 'a guess', seed: 'an article' },
};
const pages = emitDocs(probe, sources);
const page = (path: string) => pages.find((one) => one.path === path)?.text ?? '';

it('writes a page for the provider and for each resource, data source and function', () => {
  expect(pages.map(({ path }) => path)).toEqual([
    'index.md',
    'resources/thing.md',
    'resources/bare.md',
    'data-sources/things.md',
    'functions/parse_sizes.md',
  ]);
});

it('opens with front matter in plain text, the description and the example', () => {
  expect(page('resources/thing.md')).toMatch(
    `---
page_title: "probe_thing Resource - probe"
subcategory: ""
description: |-
  A thing: bold and coded. More of it. [doc]
---

# probe_thing (Resource)

A thing: **bold** and \`coded\`. More of it. [doc]

## Example Usage

\`\`\`terraform
# resources/probe_thing/resource.tf
\`\`\`

## Schema

### Required
`,
  );
});

it('says where names are dropped that are misspelt, on pages on which any can be', () => {
  const caution = 'Terraform drops a name that it does not know, without an error';
  expect(pages.filter(({ text }) => text.includes(caution)).map(({ path }) => path)).toEqual(['resources/thing.md']);
});

/** The line of an attribute on the page of the thing. */
function lineOf(name: string): string | undefined {
  return page('resources/thing.md')
    .split('\n')
    .find((line) => line.startsWith(`- \`${name}\` `));
}

it.each([
  ['what replaces the resource', 'name', '(String) Its name. Changing it replaces the resource.'],
  [
    'what replaces it sometimes',
    'size',
    '(Number) How big it is, so the default is `0`. Some changes of it replace the resource.',
  ],
  ['a default that no word names', 'mode', '(String) How it works. [assumed] Default: `fast`.'],
  ['what the provider sets otherwise', 'color', '(String) Its colour. If you leave it out, the provider sets it.'],
  [
    'what is hidden or never stored',
    'secret',
    '(String, Sensitive, Write-only) Its key. It is never stored, and needs Terraform 1.11 or later.',
  ],
  ['what is deprecated', 'old', '(Boolean, Deprecated) Something. **Deprecated:** Use `mode`.'],
  ['collections of collections', 'sizes', '(Map of List of Number) Something.'],
  ['values of any type', 'anything', '(Dynamic) Something.'],
  ['tuples', 'pair', '(Tuple of String and Boolean) Something.'],
  ['objects', 'records', '(List of Object) Something. (see [below for nested schema](#nestedatt--records))'],
  [
    'nested attributes',
    'parts',
    '(Attributes List) Its parts. Changing it replaces the resource. (see [below for nested schema](#nestedatt--parts))',
  ],
  ['what is read only', 'id', '(String) Its `id`, such as `7`.'],
])('describes %s', (_, name, expected) => {
  expect(lineOf(name)).toBe(`- \`${name}\` ${expected}`);
});

it('groups attributes by who writes them, nested ones in sections behind anchors', () => {
  const headings = [...page('resources/thing.md').matchAll(/^(?:#{2,3} .*|\S*:|<a id.*)$/gm)].map(([line]) => line);
  expect(headings).toEqual([
    '## Example Usage',
    '## Schema',
    '### Required',
    '### Optional',
    '### Read-Only',
    '<a id="nestedatt--records"></a>',
    '### Nested Schema for `records`',
    '<a id="nestedatt--records--inner"></a>',
    '### Nested Schema for `records.inner`',
    '<a id="nestedatt--parts"></a>',
    '### Nested Schema for `parts`',
    'Required:',
    'Optional:',
    '<a id="nestedatt--parts--deeper"></a>',
    '### Nested Schema for `parts.deeper`',
    'Read-Only:',
    '## Import',
    '## Marks',
  ]);
});

it('leads every link to an anchor on its page', () => {
  const text = page('resources/thing.md');
  const links = [...text.matchAll(/\(#(nestedatt--[^)]+)\)/g)].map(([, target]) => target ?? '');
  const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, target]) => target ?? '');
  expect(links.length).toBeGreaterThan(0);
  expect([...links].sort()).toEqual([...anchors].sort());
});

it('shows how to import with the form of the id, the block and the command', () => {
  const text = page('resources/thing.md');
  expect(text).toContain('Import by `id`. Its `id`, such as `7`.');
  expect(text).toContain(`\`\`\`terraform\nimport {\n  to = probe_thing.it\n  id = "7"\n}\n\`\`\``);
  expect(text).toContain('```shell\nterraform import probe_thing.it 7\n```');
  expect(page('resources/bare.md')).not.toContain('## Import');
});

it('says what is deprecated as a whole, and leaves out a schema without attributes', () => {
  expect(page('resources/bare.md')).toContain('~> **Deprecated** Use `probe_thing`.\n\nNothing in it.');
  expect(page('resources/bare.md')).not.toContain('## Schema');
});

it('explains the marks that stand on a page, and no others', () => {
  expect(page('resources/thing.md')).toContain('## Marks\n\n- [doc] the documentation\n- [assumed] a guess\n');
  expect(page('data-sources/things.md')).not.toContain('## Marks');
});

it('describes data sources like resources, but for what only a plan does', () => {
  const text = page('data-sources/things.md');
  expect(text).toContain('page_title: "probe_things Data Source - probe"');
  expect(text).toContain('# data-sources/probe_things/data-source.tf');
  expect(text).toContain('### Optional\n\n- `filter` (String) Something.\n');
  expect(text).toContain('### Read-Only\n\n- `ids` (List of String) What was found.');
});

it('describes functions by signature and arguments', () => {
  const text = page('functions/parse_sizes.md');
  expect(text).toContain('description: |-\n  Reads sizes.\n');
  expect(text).toContain('# function: parse_sizes\n\nReads sizes from text.\n\nAnd again.');
  expect(text).toContain('`provider::probe::parse_sizes`');
  expect(text).toContain('```text\nparse_sizes(text string, more list of bool...) list of number\n```');
  expect(text).toContain(
    '1. `text` (String, Nullable) Such as `1,2`.\n2. `more` (List of Boolean, Variadic) Further ones.',
  );
});

it('lists everything on the first page', () => {
  const text = page('index.md');
  expect(text).toContain('# probe Provider\n\nProbes. All of them.');
  expect(text).toContain('- `region` (String) Where.');
  expect(text).toContain('- [probe_thing](resources/thing.md): A thing: **bold** and `coded`.\n');
  expect(text).toContain('## Data Sources\n\n- [probe_things](data-sources/things.md): All things.');
  expect(text).toContain('## Functions\n\n- [parse_sizes](functions/parse_sizes.md): Reads sizes.');
  expect(text).toContain('## Guides\n\n- [First steps](guides/first-steps.md)');
});

it('does without data sources and functions', () => {
  const { name, version, schema, resources } = probe;
  const written = emitDocs({ name, version, schema, resources }, { ...sources, guides: [] });
  expect(written.map(({ path }) => path)).toEqual(['index.md', 'resources/thing.md', 'resources/bare.md']);
  expect(written[0]?.text).not.toMatch(/## (Data Sources|Functions|Guides)/);
});
