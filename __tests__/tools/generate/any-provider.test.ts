/** The generators serve whatever provider is written with the SDK: the minimal one, and one with all that it has not. */
import type * as cdktf from 'cdktf';
import { minimal } from '../../../examples/minimal-provider/provider';
import {
  attribute,
  block,
  dataSource,
  ephemeralResource,
  exactlyOneOf,
  provider,
  providerFunction,
  requiresReplaceIf,
  resource,
  schema,
  t,
} from 'terraform-plugin-sdk-ts';
import { emitDocs } from '../../../tools/generate/docs/emit-docs';
import { examplesOf } from '../../../tools/generate/docs/page';
import { emitL1 } from '../../../tools/generate/l1/emit-l1';
import type { ProviderToGenerate } from '../../../tools/generate/provider-to-generate';
import { compile, load, synthesize } from './support/generated-code';

const optional = { optional: true, description: 'Something.' } as const;
const range = t.custom(t.string, { name: 'CIDR block' });
const net = schema({
  description: 'A network.',
  attributes: {
    range: attribute.of(range, {
      ...optional,
      planModifiers: [requiresReplaceIf(({ planned }) => planned === null, 'it goes')],
    }),
    pool: attribute.list(range, optional),
    rule: block.list(
      { port: attribute.integer(optional), any: attribute.bool(optional) },
      {
        description: 'What may pass.',
        max: 2,
        rules: [exactlyOneOf('port', 'any')],
      },
    ),
    limits: block.group({ rate: attribute.number(optional) }, { description: 'How much.' }),
    tag: block.map({ text: attribute.string(optional) }, { description: 'Tags.' }),
  },
  rules: [exactlyOneOf('range', 'pool')],
});
const key = schema({
  description: 'A key.',
  attributes: { text: attribute.string({ computed: true, sensitive: true, description: 'The key.' }) },
});
const never = () => Promise.reject(new Error('not used'));

const full = provider({
  name: 'full',
  version: '1.0.0',
  schema: schema({ description: 'Networks.', attributes: {} }),
  configure: async () => null,
  resources: [
    resource<typeof net, null>({
      name: 'full_net',
      schema: net,
      create: never,
      read: never,
      update: never,
      delete: never,
    }),
  ],
  dataSources: [dataSource<typeof key, null>({ name: 'full_key', schema: key, read: never })],
  ephemeralResources: [ephemeralResource<typeof key, null>({ name: 'full_key', schema: key, open: never })],
  functions: [
    providerFunction({
      name: 'contains',
      summary: 'Whether a network contains another.',
      description: 'Whether a network contains another.',
      parameters: [{ name: 'outer', type: range, description: 'The outer one.', allowNull: true }],
      returns: t.bool,
      run: () => true,
    }),
  ],
});

const IMPORT = 'import {\n  to = minimal_file.it\n  id = "/tmp/a.txt"\n}\n';
function pagesOf(of: ProviderToGenerate): Readonly<Record<string, string>> {
  const examples = examplesOf(of);
  const example = (path: string) =>
    examples.includes(path) ? (path.endsWith('import.tf') ? IMPORT : `# ${path}\n`) : undefined;
  return Object.fromEntries(emitDocs(of, { example, guides: [], marks: {} }).map(({ path, text }) => [path, text]));
}

describe('of the minimal provider', () => {
  it('pages say what its attributes do, and how a file is imported', () => {
    const pages = pagesOf(minimal);
    expect(Object.keys(pages)).toEqual(['index.md', 'resources/file.md']);
    expect(pages['resources/file.md']).toContain('- `path` (String) Where it lies. Changing it replaces the resource.');
    expect(pages['resources/file.md']).toContain('- `text` (String) What it says. Default: `""`.');
    expect(pages['resources/file.md']).toContain('terraform import minimal_file.it /tmp/a.txt');
  });

  it('constructs compile under the strictest settings, and synthesize what terraform takes', () => {
    const files = emitL1(minimal, { source: 'terraform.local/example/minimal', className: 'MinimalProvider' });
    expect(files.map(({ name }) => name)).toEqual(['file.ts', 'provider.ts', 'index.ts']);
    expect(compile(files)).toEqual([]);
    type Construct = new (scope: cdktf.TerraformStack, id: string, config: object) => cdktf.TerraformElement;
    const { MinimalProvider } = load<{ MinimalProvider: Construct }>(files, 'provider.ts');
    const { File } = load<{ File: Construct }>(files, 'file.ts');
    const { resource } = synthesize((stack) => {
      new MinimalProvider(stack, 'minimal', {});
      new File(stack, 'it', { path: 'a.txt', text: 'hello' });
    });
    expect(resource['minimal_file']?.['it']).toMatchObject({ path: 'a.txt', text: 'hello' });
  });
});

describe('of a provider with everything else', () => {
  const pages = pagesOf(full);

  it('pages show blocks, rules, types of its own, and in what words a change replaces', () => {
    const page = pages['resources/net.md'] ?? '';
    expect(page).toContain('## Schema\n\nExactly one of `range` and `pool` must be set.\n');
    expect(page).toContain('- `range` (CIDR block) Something. Changing it replaces the resource if it goes.\n');
    expect(page).toContain('- `pool` (List of CIDR block) Something.\n');
    expect(page).toContain('- `rule` (Block List, Max: 2) What may pass. (see');
    expect(page).toContain('### Nested Schema for `rule`\n\nExactly one of `port` and `any` must be set.\n');
    expect(page).toContain('- `limits` (Block) How much. (see');
    expect(page).toContain('- `tag` (Block Map) Tags. (see');
  });

  it('pages show ephemeral resources and functions that take null', () => {
    expect(pages['ephemeral-resources/key.md']).toContain('# full_key (Ephemeral Resource)');
    expect(pages['ephemeral-resources/key.md']).toContain('# ephemeral-resources/full_key/ephemeral-resource.tf');
    expect(pages['index.md']).toContain('## Ephemeral Resources\n\n- [full_key](ephemeral-resources/key.md): A key.');
    expect(pages['functions/contains.md']).toContain('1. `outer` (CIDR block, Nullable) The outer one.');
  });

  it('constructs write blocks as terraform reads them in JSON', () => {
    const files = emitL1(full, { source: 'terraform.local/example/full', className: 'FullProvider' });
    expect(compile(files)).toEqual([]);
    expect(files.find(({ name }) => name === 'provider-functions.ts')?.text).toContain('outer: string | null');
    type Construct = new (scope: cdktf.TerraformStack, id: string, config: object) => cdktf.TerraformElement;
    const { Net } = load<{ Net: Construct }>(files, 'net.ts');
    const { FullProvider } = load<{ FullProvider: Construct }>(files, 'provider.ts');
    const { resource } = synthesize((stack) => {
      new FullProvider(stack, 'full', {});
      new Net(stack, 'it', {
        pool: ['10.0.0.0/8'],
        rule: [{ port: 1 }],
        limits: { rate: 2 },
        tag: { a: { text: 'b' } },
      });
    });
    expect(resource['full_net']?.['it']).toMatchObject({
      rule: [{ port: 1 }],
      limits: { rate: 2 },
      tag: { a: { text: 'b' } },
    });
  });
});
