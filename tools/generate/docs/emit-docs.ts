/**
 * Emits reference pages in the Terraform registry's layout, for any provider written with the plugin SDK. This folder
 * turns schemas and examples into Markdown, and knows nothing about what a provider manages.
 */
import {
  type DataSourceToGenerate,
  type EphemeralResourceToGenerate,
  type FunctionToGenerate,
  type ParameterToGenerate,
  type ProviderToGenerate,
  type ResourceToGenerate,
  withoutPrefix,
} from '../provider-to-generate';
import {
  type DocsPage,
  EXAMPLES,
  type Marks,
  exampleSection,
  fenced,
  firstSentence,
  importSection,
  renderPage,
} from './page';
import { schemaSection, spellType } from './schema-section';
import { complaintsAbout } from './complaints';

/** The page of a function: how it is called, its arguments, and what it returns. */
function functionPage(providerName: string, definition: FunctionToGenerate, example: string): DocsPage {
  const { name, summary, description, parameters, variadic, returns } = definition;
  const all = [...parameters, ...(variadic === undefined ? [] : [variadic])];
  const typed = all.map(
    (parameter) => `${parameter.name} ${lowerCase(spellType(parameter.type))}${parameter === variadic ? '...' : ''}`,
  );
  const listed = all.map((parameter, index) => `${index + 1}. ${describe(parameter, parameter === variadic)}`);
  return {
    pageTitle: `${name} function - ${providerName}`,
    title: `function: ${name}`,
    summary,
    sections: [
      description,
      `Called as \`provider::${providerName}::${name}\`, with Terraform 1.8 or later.`,
      exampleSection(example),
      '## Signature',
      fenced('text', `${name}(${typed.join(', ')}) ${lowerCase(spellType(returns))}`),
      ...(all.length === 0 ? [] : ['## Arguments', listed.join('\n')]),
    ],
  };
}

function describe({ name, type, description, allowNull }: ParameterToGenerate, variadic: boolean): string {
  const traits = [spellType(type), ...(allowNull ? ['Nullable'] : []), ...(variadic ? ['Variadic'] : [])];
  return `\`${name}\` (${traits.join(', ')}) ${description}`;
}

function lowerCase(type: string): string {
  return type.replaceAll('Boolean', 'bool').toLowerCase();
}

export interface DocsSources {
  /** The text of a file below `examples/`; undefined where there is no such file. */
  readonly example: (path: string) => string | undefined;
  /** Further examples of a resource, each with its title. The default is none. */
  readonly further?: (name: string) => readonly Example[];
  /** Pages that are not of the schema. The first page lists them, by groups in the order in which these appear. */
  readonly guides: readonly Guide[];
  readonly marks: Marks;
}

export interface Guide {
  readonly path: string;
  readonly title: string;
  /** The heading below which the first page lists it. */
  readonly group: string;
}

export interface Example {
  readonly title: string;
  readonly hcl: string;
}

interface Emitted {
  readonly path: string;
  readonly page: DocsPage;
}

/**
 * The pages by their paths below `docs/`, not formatted yet.
 * @throws one error that lists everything that is missing: descriptions and examples
 */
export function emitDocs(
  provider: ProviderToGenerate,
  { example, further = () => [], guides, marks }: DocsSources,
): { readonly path: string; readonly text: string }[] {
  const complaints = complaintsAbout(provider, example);
  if (complaints.length > 0) throw new Error(`the reference pages cannot be written:\n${complaints.join('\n')}`);
  const quote = (path: string) => example(path) ?? '';
  const { name, schema, resources, dataSources = [], functions = [], ephemeralResources = [] } = provider;
  const groups: readonly (readonly [title: string, pages: readonly Emitted[]])[] = [
    ['Resources', resources.map((resource) => emitResource(name, resource, quote, further(resource.name)))],
    ['Data Sources', dataSources.map((dataSource) => emitDataSource(name, dataSource, quote))],
    ['Ephemeral Resources', ephemeralResources.map((resource) => emitEphemeral(name, resource, quote))],
    [
      'Functions',
      functions.map((one) => ({
        path: `functions/${one.name}.md`,
        page: functionPage(name, one, quote(EXAMPLES.function(one.name))),
      })),
    ],
  ];
  const index: DocsPage = {
    pageTitle: `${name} Provider`,
    title: `${name} Provider`,
    summary: schema.description,
    sections: [
      schema.description,
      exampleSection(quote(EXAMPLES.provider)),
      schemaSection(schema, false),
      ...groups.map(([title, pages]) =>
        listOf(
          title,
          pages.map(({ path, page }) => `[${nameIn(page)}](${path}): ${firstSentence(page.summary)}`),
        ),
      ),
      ...[...new Set(guides.map(({ group }) => group))].map((group) =>
        listOf(
          group,
          guides.filter((guide) => guide.group === group).map(({ path, title }) => `[${title}](${path})`),
        ),
      ),
    ],
  };
  return [{ path: 'index.md', page: index }, ...groups.flatMap(([, pages]) => pages)].map(({ path, page }) => ({
    path,
    text: renderPage(page, marks),
  }));
}

type Quote = (path: string) => string;

function emitResource(
  provider: string,
  { name, schema, importState }: ResourceToGenerate,
  quote: Quote,
  further: readonly Example[],
): Emitted {
  const importPath = EXAMPLES.import(name);
  return {
    path: `resources/${withoutPrefix(provider, name)}.md`,
    page: {
      ...titled(provider, name, 'Resource', schema),
      sections: [
        ...opening(schema),
        exampleSection(quote(EXAMPLES.resource(name))),
        ...further.map(({ title, hcl }) => exampleSection(hcl, `### ${title}`)),
        schemaSection(schema, true),
        importState === undefined ? '' : importSection(schema, quote(importPath), importPath),
      ],
    },
  };
}

function emitDataSource(provider: string, { name, schema }: DataSourceToGenerate, quote: Quote): Emitted {
  return {
    path: `data-sources/${withoutPrefix(provider, name)}.md`,
    page: {
      ...titled(provider, name, 'Data Source', schema),
      sections: [...opening(schema), exampleSection(quote(EXAMPLES.dataSource(name))), schemaSection(schema, false)],
    },
  };
}

function emitEphemeral(provider: string, { name, schema }: EphemeralResourceToGenerate, quote: Quote): Emitted {
  return {
    path: `ephemeral-resources/${withoutPrefix(provider, name)}.md`,
    page: {
      ...titled(provider, name, 'Ephemeral Resource', schema),
      sections: [
        ...opening(schema),
        'It is stored in no plan and in no state, and needs Terraform 1.10 or later.',
        exampleSection(quote(EXAMPLES.ephemeralResource(name))),
        schemaSection(schema, false),
      ],
    },
  };
}

type Described = DataSourceToGenerate['schema'];

function titled(provider: string, name: string, kind: string, { description }: Described) {
  return { pageTitle: `${name} ${kind} - ${provider}`, title: `${name} (${kind})`, summary: description };
}

function opening({ description, deprecated }: Described): string[] {
  return [deprecated === undefined ? '' : `~> **Deprecated** ${deprecated}`, description];
}

function nameIn({ title }: DocsPage): string {
  return title.replace(/^function: | \(.*\)$/g, '');
}

function listOf(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}
