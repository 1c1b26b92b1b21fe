/** What keeps reference pages from being written: one error with everything that is missing. */
import { attribute, schema, t } from 'terraform-plugin-sdk-ts';
import { emitDocs } from '../../../tools/generate/docs/emit-docs';
import { importSection } from '../../../tools/generate/docs/page';
import type { ProviderToGenerate } from '../../../tools/generate/provider-to-generate';
import { EXAMPLE_TEXTS, probe } from './support/probe-provider';

function complaints(provider: Partial<ProviderToGenerate>, examples = EXAMPLE_TEXTS): string[] {
  try {
    emitDocs({ ...probe, ...provider }, { example: (path) => examples[path], guides: [], marks: {} });
    return [];
  } catch (cause) {
    return (cause as Error).message.split('\n').slice(1);
  }
}

const described = (description: string) =>
  complaints({
    schema: schema({ description: 'd.', attributes: { a: attribute.string({ required: true, description }) } }),
  });

it.each([
  'Ends.',
  'Ends! [doc]',
  'Ends. [doc] [community]',
  '**Ends.**',
  'Ends `so`?',
  'Since then. [doc, release 99]',
])('takes the description %j', (description) => expect(described(description)).toEqual([]));

it.each([
  ['', 'it has no description'],
  ['  ', 'it has no description'],
  ['Ends. ', 'the description has white space around it'],
  ['Never ends', 'the description does not end its sentence'],
  ['Lists:', 'the description does not end its sentence'],
  ['Never ends [doc]', 'the description does not end its sentence'],
  ['Ends.\nAnd again.', 'the description breaks its line; the page shows it as one'],
  ['Opens `code.', 'the description opens a ` and does not close it'],
])('refuses the description %j', (description, complaint) => {
  expect(described(description)).toEqual([`provider probe, a: ${complaint}`]);
});

it('finds what is missing at any depth, in every kind of thing, and every example', () => {
  const bad = schema({
    description: '',
    attributes: {
      outer: attribute.listOf(
        { inner: attribute.string({ computed: true, description: '' }) },
        { optional: true, description: 'O.' },
      ),
    },
  });
  const parameter = { name: 'p', type: t.string, description: '' };
  const provider = {
    schema: bad,
    resources: [{ name: 'probe_new', schema: bad, importState: true }],
    dataSources: [{ name: 'probe_new', schema: bad }],
    functions: [
      { name: 'f', summary: '', description: '', parameters: [parameter], variadic: parameter, returns: t.string },
    ],
  };
  expect(complaints(provider, {})).toEqual([
    'provider probe: it has no description',
    'provider probe, outer.inner: it has no description',
    'resource probe_new: it has no description',
    'resource probe_new, outer.inner: it has no description',
    'data source probe_new: it has no description',
    'data source probe_new, outer.inner: it has no description',
    'function f, summary: it has no description',
    'function f: it has no description',
    'function f, p: it has no description',
    'function f, p: it has no description',
    'provider/provider.tf: write this example; the page quotes it',
    'resources/probe_new/resource.tf: write this example; the page quotes it',
    'resources/probe_new/import.tf: write this example; the page quotes it',
    'data-sources/probe_new/data-source.tf: write this example; the page quotes it',
    'functions/f/function.tf: write this example; the page quotes it',
  ]);
});

it.each([
  ['Default `fast`.', []],
  ['So the default is `fast`.', []],
  ['Nothing about it.', []],
  [
    'Defaults to `slow`.',
    ['provider probe, a: the description says that the default is `slow`, the schema says `fast`'],
  ],
])('holds %j against the default in the schema', (description, expected) => {
  const a = attribute.string({ optional: true, computed: true, default: 'fast', description });
  expect(complaints({ schema: schema({ description: 'd.', attributes: { a } }) })).toEqual(expected);
});

it.each([
  ['no id', 'import {\n  to = probe_thing.it\n}\n'],
  ['no address', 'import {\n  id = "7"\n}\n'],
  ['an expression for its id', 'import {\n  to = probe_thing.it\n  id = "${var.id}"\n}\n'],
])('refuses an import example with %s', (_, hcl) => {
  expect(() => importSection(probe.schema, hcl, 'import.tf')).toThrow(
    'import.tf: an import block with "to" and a plain "id"',
  );
});

it('quotes an import id for the shell where it must be', () => {
  const hcl = 'import {\n  to = probe_thing.it\n  id = "it\'s 7"\n}\n';
  expect(importSection(probe.schema, hcl, 'import.tf')).toContain(`terraform import probe_thing.it 'it'\\''s 7'`);
});
