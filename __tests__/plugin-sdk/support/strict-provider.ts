/** A provider of which everything has the same schema, with required and read-only attributes in every place. */
import {
  attribute,
  block,
  dataSource,
  Dynamic,
  ephemeralResource,
  provider,
  providerFunction,
  resource,
  schema,
  t,
  Unknown,
} from 'terraform-plugin-sdk-ts';
import type { Provider, Schema, Value } from 'terraform-plugin-sdk-ts';

const description = 'd';
const optional = { description, optional: true } as const;
const inner = {
  must: attribute.string({ description, required: true }),
  may: attribute.string(optional),
  made: attribute.string({ description, computed: true }),
};

export const places = schema({
  description,
  attributes: {
    ...inner,
    any: attribute.dynamic({ description, required: true }),
    filled: attribute.string({ description, optional: true, computed: true, default: 'by default' }),
    list: attribute.list(t.string, optional),
    table: attribute.map(t.list(t.string), optional),
    plain: attribute.of(t.object({ part: t.string, parts: t.set(t.string) }), optional),
    one: attribute.single(inner, optional),
    rows: attribute.listOf(inner, optional),
    tags: attribute.setOf(inner, optional),
    named: attribute.mapOf(inner, optional),
    deep: attribute.single({ rows: attribute.listOf(inner, { description, required: true }) }, optional),
    block_one: block.single(inner, { description }),
    block_rows: block.list({ ...inner, one: attribute.single(inner, optional) }, { description }),
    block_tags: block.set(inner, { description }),
    block_named: block.map(inner, { description }),
  },
});

/** `called` names the author's code that ran. With `withMeta`, modules may say something in `provider_meta`. */
export function strictProvider(): { readonly served: Provider<null>; readonly called: string[] } {
  const called: string[] = [];
  const answer = (what: string) => async (request: object) => {
    called.push(what);
    const { planned, config, state } = request as Readonly<Record<'planned' | 'config' | 'state', Value>>;
    return settle(planned ?? state ?? config) as never;
  };
  const served = provider<Schema, null>({
    name: 'x',
    version: '1.0.0',
    schema: places,
    meta: places,
    resources: [
      resource<Schema, null>({
        name: 'x_thing',
        schema: places,
        modifyPlan: async ({ plan }) => (called.push('modifyPlan'), plan),
        create: answer('create'),
        read: answer('read'),
        update: answer('update'),
        delete: async () => void called.push('delete'),
        importState: async ({ id }) => ({ ...IMPORTED, made: id }),
      }),
    ],
    dataSources: [dataSource<Schema, null>({ name: 'x_found', schema: places, read: answer('read data') })],
    ephemeralResources: [ephemeralResource<Schema, null>({ name: 'x_open', schema: places, open: answer('open') })],
    functions: [
      providerFunction({
        name: 'join',
        summary: 'Joins.',
        description,
        parameters: [{ name: 'table', type: t.map(t.list(t.string)), description }],
        variadic: { name: 'more', type: t.dynamic, description },
        returns: t.string,
        run: (table) => (called.push('join'), Object.values(table).flat().join()),
      }),
    ],
    configure: async () => (called.push('configure'), null),
  });
  return { served, called };
}

const IMPORTED = {
  must: 'm',
  any: new Dynamic(t.string, 'a'),
  filled: 'by default',
  one: { must: 'm', made: 'x' },
  rows: [{ must: 'm', made: 'x' }],
  tags: [{ must: 'm', made: 'x' }],
  named: { k: { must: 'm', made: 'x' } },
  block_rows: [{ must: 'm', made: 'x' }],
};

/** What nobody knows yet becomes a text. */
function settle(value: Value): unknown {
  if (value instanceof Unknown) return 'made';
  if (Array.isArray(value)) return value.map(settle);
  if (value === null || Object.getPrototypeOf(Object.getPrototypeOf(value) ?? {}) !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, Value]) => [key, settle(part)]));
}
