/** A provider that is nobody's, with one of everything that a page can show. */
import { attribute, requiresReplace, requiresReplaceIf, schema, t, useStateForUnknown } from 'terraform-plugin-sdk-ts';
import type { ProviderToGenerate } from '../../../../tools/generate/provider-to-generate';
import { examplesOf } from '../../../../tools/generate/docs/page';

const optional = { optional: true, description: 'Something.' } as const;

const thing = schema({
  description: 'A thing: **bold** and `coded`. More of it. [doc]',
  attributes: {
    name: attribute.string({
      required: true,
      description: 'Its name.',
      planModifiers: [useStateForUnknown(), requiresReplace()],
    }),
    mode: attribute.string({ optional: true, computed: true, default: 'fast', description: 'How it works. [assumed]' }),
    size: attribute.integer({
      optional: true,
      computed: true,
      default: 0,
      description: 'How big it is, so the default is `0`.',
      planModifiers: [requiresReplaceIf(({ planned }) => planned === null)],
    }),
    color: attribute.string({ optional: true, computed: true, description: 'Its colour.' }),
    secret: attribute.string({ optional: true, sensitive: true, writeOnly: true, description: 'Its key.' }),
    old: attribute.bool({ ...optional, deprecated: 'Use `mode`.' }),
    sizes: attribute.map(t.list(t.number), optional),
    anything: attribute.dynamic(optional),
    pair: attribute.of(t.tuple([t.string, t.bool]), optional),
    records: attribute.of(t.list(t.object({ text: t.string, inner: t.object({ flag: t.bool }) })), optional),
    parts: attribute.listOf(
      {
        label: attribute.string({ required: true, description: 'Its label.' }),
        deeper: attribute.single({ flag: attribute.bool({ computed: true, description: 'A flag.' }) }, optional),
      },
      { optional: true, description: 'Its parts.', planModifiers: [requiresReplace()] },
    ),
    id: attribute.string({
      computed: true,
      description: 'Its `id`, such as `7`.',
      planModifiers: [useStateForUnknown()],
    }),
  },
});

export const probe = {
  name: 'probe',
  version: '1.2.3',
  schema: schema({
    description: 'Probes. All of them.',
    attributes: { region: attribute.string({ required: true, description: 'Where.' }) },
  }),
  resources: [
    { name: 'probe_thing', schema: thing, importState: () => Promise.resolve({}) },
    {
      name: 'probe_bare',
      schema: schema({ description: 'Nothing in it.', deprecated: 'Use `probe_thing`.', attributes: {} }),
    },
  ],
  dataSources: [
    {
      name: 'probe_things',
      schema: schema({
        description: 'All things.',
        attributes: {
          // As when it shares its declaration with a resource.
          filter: attribute.string({ ...optional, planModifiers: [requiresReplace()] }),
          ids: attribute.list(t.string, { computed: true, description: 'What was found.' }),
        },
      }),
    },
  ],
  functions: [
    {
      name: 'parse_sizes',
      summary: 'Reads sizes.',
      description: 'Reads sizes from text.\n\nAnd again.',
      parameters: [{ name: 'text', type: t.string, description: 'Such as `1,2`.', allowNull: true }],
      variadic: { name: 'more', type: t.list(t.bool), description: 'Further ones.' },
      returns: t.list(t.number),
    },
  ],
} satisfies ProviderToGenerate;

const IMPORT = 'import {\n  to = probe_thing.it\n  id = "7"\n}\n';

/** An example for everything, with its own path as its text. */
export const EXAMPLE_TEXTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(examplesOf(probe).map((path) => [path, `# ${path}\n`])),
  'resources/probe_thing/import.tf': IMPORT,
};
