/** Finds what keeps a provider's pages from being written: missing or broken descriptions, and missing examples. */
import { isNested, type Attribute, type Attributes } from '../../../providers/plugin-sdk/schema';
import type { FunctionToGenerate, ProviderToGenerate } from '../provider-to-generate';
import { defaultInProse, defaultOf, examplesOf } from './page';

/** The complaints, each as `where: what`. There are none for a provider whose pages can be written. */
export function complaintsAbout(provider: ProviderToGenerate, example: (path: string) => string | undefined): string[] {
  const { name, schema, resources, dataSources = [], functions = [], ephemeralResources = [] } = provider;
  const described = [
    { where: `provider ${name}`, schema },
    ...resources.map((resource) => ({ where: `resource ${resource.name}`, schema: resource.schema })),
    ...dataSources.map((source) => ({ where: `data source ${source.name}`, schema: source.schema })),
    ...ephemeralResources.map((one) => ({ where: `ephemeral resource ${one.name}`, schema: one.schema })),
  ];
  return [
    ...described.flatMap((one) => [
      ...about(one.where, complaintAboutText(one.schema.description)),
      ...aboutAttributes(one.schema.attributes, `${one.where}, `),
    ]),
    ...functions.flatMap(aboutFunction),
    ...examplesOf(provider)
      .filter((path) => (example(path) ?? '').trim() === '')
      .map((path) => `${path}: write this example; the page quotes it`),
  ];
}

function aboutAttributes(attributes: Attributes, prefix: string): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const where = `${prefix}${name}`;
    const { description } = attribute.options;
    const inner = isNested(attribute.shape) ? aboutAttributes(attribute.shape.attributes, `${where}.`) : [];
    return [...about(where, complaintAboutLine(description) ?? complaintAboutDefault(attribute)), ...inner];
  });
}

function aboutFunction({ name, summary, description, parameters, variadic }: FunctionToGenerate): string[] {
  const where = `function ${name}`;
  const all = [...parameters, ...(variadic === undefined ? [] : [variadic])];
  return [
    ...about(`${where}, summary`, complaintAboutLine(summary)),
    ...about(where, complaintAboutText(description)),
    ...all.flatMap((parameter) => about(`${where}, ${parameter.name}`, complaintAboutLine(parameter.description))),
  ];
}

function about(where: string, complaint: string | undefined): string[] {
  return complaint === undefined ? [] : [`${where}: ${complaint}`];
}

/**
 * A complaint about text that stands in a line of a list. Sentences of the schema follow it, so it must consist of
 * whole sentences.
 */
function complaintAboutLine(text: string): string | undefined {
  return text.includes('\n') ? 'the description breaks its line; the page shows it as one' : complaintAboutText(text);
}

function complaintAboutText(text: string): string | undefined {
  if (text.trim() === '') return 'it has no description';
  if (text !== text.trim()) return 'the description has white space around it';
  // Marks such as [doc] may follow the last sentence.
  if (!/[.!?]\**$/.test(text.replace(/(\s*\[[a-z ,.\d]+\])+$/, ''))) return 'the description does not end its sentence';
  if (text.split('`').length % 2 === 0) return 'the description opens a ` and does not close it';
  return undefined;
}

function complaintAboutDefault(attribute: Attribute): string | undefined {
  const named = defaultInProse(attribute.options.description);
  const declared = defaultOf(attribute);
  if (named === undefined || declared === undefined || named === declared) return undefined;
  return `the description says that the default is \`${named}\`, the schema says \`${declared}\``;
}
