import { DataNullDataSource } from '@cdktf/provider-null/lib/data-null-data-source';
import * as cdktf from 'cdktf';
import fc from 'fast-check';
import { attribute, schema, t } from 'terraform-plugin-sdk-ts';
import { emitL1 } from '../../../tools/generate/l1/emit-l1';
import type { ProviderToGenerate } from '../../../tools/generate/provider-to-generate';
import { randomAttributes } from '../../plugin-sdk/support/random-schemas';
import { compile, load, synthesize } from './support/generated-code';

const NAMES = { source: 'example.test/probe/probe', className: 'ProbeProvider' };
const bare = { name: 'probe', version: '1.2.3', schema: schema({ description: 'Settings.', attributes: {} }) };
const emit = (parts: Partial<ProviderToGenerate>) => emitL1({ ...bare, resources: [], ...parts }, NAMES);
const computed = { computed: true, description: 'Found.' } as const;

const apps = schema({
  description: 'Apps that a filter finds.',
  deprecated: 'Use probe_things.',
  attributes: {
    filter: attribute.single(
      { names: attribute.set(t.string, { optional: true, description: 'Names.' }) },
      { optional: true, description: 'Which ones.' },
    ),
    apps: attribute.listOf({ id: attribute.string(computed), tags: attribute.map(t.string, computed) }, computed),
  },
});

/** Data sources as the SDK will hand them over, the one that is named like its provider among them. */
const files = emit({
  dataSources: [
    { name: 'probe_apps', schema: apps },
    {
      name: 'probe',
      schema: schema({
        description: 'A request.',
        attributes: {
          url: attribute.string({ required: true, description: 'Where.' }),
          body: attribute.string(computed),
        },
      }),
    },
  ],
});

it('names them as prebuilt providers name theirs', () => {
  expect(files.map(({ name }) => name)).toEqual(['data-probe.ts', 'data-probe-apps.ts', 'provider.ts', 'index.ts']);
  expect(files.at(-1)?.text).toContain("export * as dataProbeApps from './data-probe-apps';");
});

it('compiles under the strictest settings', () => {
  expect(compile(files)).toEqual([]);
}, 30_000);

it('writes the data block, and refers to what is found', () => {
  type DataProbeApps = cdktf.TerraformDataSource & {
    readonly filter: { readonly names: string[] };
    readonly apps: { get(index: number): { readonly id: string; readonly tags: unknown } };
  };
  type Construct = new (scope: cdktf.TerraformStack, id: string, config?: object) => DataProbeApps;
  const { DataProbeApps } = load<{ DataProbeApps: Construct }>(files, 'data-probe-apps.ts');
  const { ProbeProvider } = load<{ ProbeProvider: Construct }>(files, 'provider.ts');
  const { data, output } = synthesize((stack) => {
    new ProbeProvider(stack, 'probe');
    const checked = { condition: true, errorMessage: 'Never.' };
    new DataProbeApps(stack, 'All');
    const some = new DataProbeApps(stack, 'Some', {
      filter: { names: ['a'] },
      lifecycle: { postcondition: [checked] },
    });
    const values = { first: some.apps.get(0).id, tags: some.apps.get(1).tags, names: some.filter.names };
    for (const [name, value] of Object.entries(values)) new cdktf.TerraformOutput(stack, name, { value });
  });
  expect(data).toEqual({
    probe_apps: { All: {}, Some: { filter: { names: ['a'] }, lifecycle: { postcondition: [expect.anything()] } } },
  });
  expect(Object.values(output).map(({ value }) => value)).toEqual([
    '${data.probe_apps.Some.apps[0].id}',
    '${tolist(data.probe_apps.Some.filter.names)}',
    '${data.probe_apps.Some.apps[1].tags}',
  ]);
});

it('says what is deprecated', () => {
  const text = files.find(({ name }) => name === 'data-probe-apps.ts')?.text.replace(/\s+/g, ' ');
  expect(text).toContain('* Apps that a filter finds. * * @deprecated Use probe_things. */ export class DataProbeApps');
});

it('has the members of a prebuilt data source, except those for HCL output and for an import that Terraform has not', () => {
  const nullDataSource = schema({
    description: 'The data source of hashicorp/null.',
    attributes: {
      has_computed_default: attribute.string({ optional: true, computed: true, description: 'Text.' }),
      id: attribute.string(computed),
      inputs: attribute.map(t.string, { optional: true, description: 'Map.' }),
      outputs: attribute.map(t.string, computed),
      random: attribute.string(computed),
    },
  });
  const written = emit({ name: 'null', dataSources: [{ name: 'null_data_source', schema: nullDataSource }] });
  const ours = load<Record<string, typeof DataNullDataSource>>(written, 'data-null-data-source.ts')[
    'DataNullDataSource'
  ];
  const members = Object.getOwnPropertyNames(DataNullDataSource.prototype);
  expect(members.length).toBeGreaterThan(10);
  expect(Object.getOwnPropertyNames(ours?.prototype)).toEqual(
    expect.arrayContaining(members.filter((name) => name !== 'synthesizeHclAttributes')),
  );
  expect(ours?.tfResourceType).toBe(DataNullDataSource.tfResourceType);
});

it('refuses two things that would share a file', () => {
  const schemas = { schema: apps };
  expect(() => emit({ resources: [{ name: 'probe_provider', ...schemas }] })).toThrow(
    'two files would be named provider.ts',
  );
});

it('writes code that compiles for the schemas of 20 random providers', () => {
  const samples = fc.sample(randomAttributes, { numRuns: 20, seed: 7 }).map((attributes, index) => ({
    name: `probe_thing_${index}`,
    schema: schema({ description: 'd', attributes }),
  }));
  const half = samples.length / 2;
  expect(compile(emit({ resources: samples.slice(half), dataSources: samples.slice(0, half) }))).toEqual([]);
}, 60_000);
