/**
 * What terraform says of a configuration before it asks the provider: the test driver refuses the same and no more, above all
 * not null for what is required, nor a value for what is read-only. The provider of this test lets everything through.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attribute, block, schema, t, type Attributes } from 'terraform-plugin-sdk-ts';
import { serveMethodsForDebugging } from '../../../providers/plugin-sdk/debug-provider';
import { methodsOf } from '../../../providers/plugin-sdk/server';
import type { Configuration } from 'terraform-plugin-sdk-ts/testing';
import { ProviderClient } from '../../../providers/plugin-sdk/testing/provider-client';
import { ResourceDriver } from '../../../providers/plugin-sdk/testing/resource-driver';
import { TerraformWorkspace } from 'terraform-plugin-sdk-ts/testing/terraform';
import * as proto from '../../../providers/plugin-sdk/wire/gen/tfplugin6';
import { memoryProviderOf } from '../support/memory-provider';
import { documentOf } from '../support/terraform-json';

const description = 'd';
const [optional, required] = [{ description, optional: true } as const, { description, required: true } as const];
const made = attribute.string({ description, computed: true });
const inner = { must: attribute.string(required), may: attribute.string(optional), made };
const one = { one: attribute.single(inner, optional) };
const rows = { rows: attribute.listOf(inner, optional) };
const tags = { tags: attribute.setOf(inner, optional) };
const named = { named: attribute.mapOf(inner, optional) };
const deep = { deep: attribute.single({ rows: attribute.listOf(inner, required) }, optional) };
const plain = { plain: attribute.of(t.list(t.object({ a: t.string })), optional) };
const list = { list: attribute.list(t.string, required) };
const secret = { secret: attribute.string({ ...required, writeOnly: true }) };
const block_one = { one: block.single(inner, { description }) };
const block_must = { one: block.single(inner, { description, required: true }) };
const block_group = { group: block.group(inner, { description }) };
const block_rows = { rows: block.list({ ...inner, ...one }, { description, min: 1, max: 2 }) };
const block_tags = { tags: block.set(inner, { description, max: 2 }) };
const block_named = { named: block.map(inner, { description }) };
const [m, n] = [{ must: 'm' }, { must: 'n' }];

/** A schema, with what is refused and what is let through. */
const CASES: readonly (readonly [Attributes, refused: readonly Configuration[], accepted: readonly Configuration[]])[] =
  [
    [inner, [{}, { may: null }], [m, { must: null }, { must: null, made: 'x' }, { ...m, may: null, made: null }]],
    [list, [{}], [{ list: null }, { list: [null] }]],
    [secret, [{}], [{ secret: null }, { secret: 's' }]],
    [
      one,
      [{ one: {} }, { one: { may: 'x' } }],
      [{}, { one: null }, { one: { must: null } }, { one: { ...m, made: 'x' } }],
    ],
    [rows, [{ rows: [m, {}] }], [{ rows: [] }, { rows: [null] }, { rows: [{ must: null, made: 'x' }] }]],
    [tags, [{ tags: [{}] }], [{ tags: [null] }, { tags: [{ must: null, made: 'x' }] }]],
    [named, [{ named: { a: {} } }], [{ named: { a: null } }, { named: { a: { must: null, made: 'x' } } }]],
    [deep, [{ deep: {} }, { deep: { rows: [{}] } }], [{ deep: { rows: null } }, { deep: { rows: [{ must: null }] } }]],
    [plain, [{ plain: [{}] }], [{ plain: [] }, { plain: [null, { a: null }] }]],
    [block_one, [{ one: {} }], [{}, { one: m }, { one: { must: null, made: 'x' } }]],
    [block_must, [{}, { one: null }, { one: {} }], [{ one: { must: null } }]],
    [block_group, [{ group: {} }], [{}, { group: { must: null, made: 'x' } }]],
    [
      block_rows,
      [{}, { rows: [] }, { rows: [{}] }, { rows: [m, m, m] }, { rows: [{ ...m, one: {} }] }],
      [{ rows: [m, m] }],
    ],
    [block_rows, [], [{ rows: [{ must: null, made: 'x', one: { must: null, made: 'x' } }] }]],
    [block_tags, [{ tags: [{}] }, { tags: [m, m, m] }], [{ tags: [m, n] }, { tags: [{ must: null, made: 'x' }] }]],
    [block_named, [{ named: { a: {} } }], [{ named: { a: { must: null, made: 'x' } } }]],
  ];

it('terraform and the test driver let the same through', async () => {
  const all = CASES.flatMap(([attributes, refused, accepted]) => [
    ...refused.map((config) => ({
      attributes: schema({ description, attributes }).attributes,
      config,
      isRefused: true,
    })),
    ...accepted.map((config) => ({
      attributes: schema({ description, attributes }).attributes,
      config,
      isRefused: false,
    })),
  ]).map((one, index) => ({ ...one, type: `memory_t${index}` }));
  const { provider } = memoryProviderOf(Object.fromEntries(all.map(({ type, attributes }) => [type, attributes])));
  const methods = () => ({
    ...methodsOf(provider),
    '/tfplugin6.Provider/ValidateResourceConfig': async () =>
      proto.ValidateResourceConfig_Response.encode({ diagnostics: [] }).finish(),
  });

  const client = ProviderClient.inProcess(methods());
  const byDriver = await Promise.all(
    provider.resources.map(async (resource, index) => {
      const driver = new ResourceDriver(client, resource, () => undefined);
      return (await driver.validate(all[index]!.config)).length > 0;
    }),
  );

  const source = 'terraform.local/test/memory';
  const server = await serveMethodsForDebugging(source, methods);
  const workspace = await TerraformWorkspace.around(server, 'memory', { source });
  try {
    const resources = all.map(({ type, config }) => ({ type, name: 'it', body: JSON.stringify(config) }));
    await writeFile(join(workspace.folder, 'cases.tf.json'), documentOf(resources));
    const { stdout } = await workspace.run('validate', '-json');
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { range: { start: { line: number } } }[] };
    // The document has a line for each resource, after its first one.
    const lines = new Set(diagnostics.map(({ range }) => range.start.line));
    const verdicts = all.map(({ attributes, config, isRefused }, index) => ({
      names: Object.keys(attributes).join(),
      config,
      verdicts: [isRefused, lines.has(index + 2), byDriver[index]],
    }));
    expect(verdicts.filter(({ verdicts: [wanted, ...found] }) => found.some((one) => one !== wanted))).toEqual([]);
  } finally {
    await workspace.remove();
  }
});
