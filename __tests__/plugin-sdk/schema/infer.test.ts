import {
  attribute,
  schema,
  t,
  type Config,
  type Plan,
  type Planned,
  type Query,
  type State,
} from '../../../providers/plugin-sdk/schema';
import type { TfNumber, Unknown } from '../../../providers/plugin-sdk/values';
import { same } from '../support/same';

const description = 'd';
const _declared = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true }),
    name: attribute.string({ description, required: true }),
    notes: attribute.string({ description, optional: true }),
    port: attribute.integer({ description, optional: true, computed: true, default: 443 }),
    ratio: attribute.number({ description, optional: true, computed: true }),
    found: attribute.string({ description, computed: true, nullable: true }),
    secret: attribute.string({ description, optional: true, writeOnly: true }),
    hosts: attribute.set(t.string, { description, required: true }),
    pairs: attribute.of(t.map(t.object({ a: t.bool })), { description, optional: true }),
    windows: attribute.single(
      { match: attribute.string({ description, optional: true, computed: true, default: 'exact' }) },
      { description, optional: true },
    ),
  },
});
type S = typeof _declared;

it('infers the configuration: unknown anywhere, null where nothing must be set', () => {
  same<Config<S>['id'], null>();
  same<Config<S>['name'], string | Unknown>();
  same<Config<S>['notes'], string | Unknown | null>();
  same<Config<S>['port'], number | Unknown | null>();
  same<Config<S>['secret'], string | Unknown | null>();
  same<Config<S>['hosts'], readonly (string | Unknown)[] | Unknown>();
  same<Config<S>['windows'], { readonly match: string | Unknown | null } | Unknown | null>();
});

it('infers the plan: defaults and computed values are never null', () => {
  same<Plan<S>['id'], string | Unknown>();
  same<Plan<S>['port'], number | Unknown>();
  same<Plan<S>['found'], string | Unknown | null>();
  same<Plan<S>['secret'], null>();
});

it('infers what create and update meet: only computed attributes may be unknown', () => {
  same<Planned<S>['id'], string | Unknown>();
  same<Planned<S>['name'], string>();
  same<Planned<S>['notes'], string | null>();
  same<Planned<S>['hosts'], readonly string[]>();
});

it('infers what a data source is asked: everything known, null where neither configuration nor default says anything', () => {
  same<Query<S>['id'], null>();
  same<Query<S>['name'], string>();
  same<Query<S>['notes'], string | null>();
  same<Query<S>['port'], number>();
  same<Query<S>['ratio'], TfNumber | null>();
  same<Query<S>['found'], null>();
  same<Query<S>['hosts'], readonly string[]>();
  same<Query<S>['windows'], { readonly match: string } | null>();
});

it('infers the state: everything known', () => {
  same<State<S>['id'], string>();
  same<State<S>['port'], number>();
  same<State<S>['ratio'], TfNumber>();
  same<State<S>['found'], string | null>();
  same<State<S>['pairs'], Readonly<Record<string, { readonly a: boolean | null }>> | null>();
  same<State<S>['windows'], { readonly match: string } | null>();
});

it('hands normalize the value of its attribute, and takes no other back', () => {
  const both = { description, optional: true } as const;
  attribute.string({ ...both, normalize: (value) => (same<typeof value, string>(), value) });
  attribute.integer({ ...both, normalize: (value) => (same<typeof value, number>(), value) });
  attribute.set(t.string, { ...both, normalize: (value) => (same<typeof value, readonly string[]>(), value) });
  const pair = t.object({ a: t.bool });
  attribute.of(pair, { ...both, normalize: (value) => (same<typeof value, { readonly a: boolean | null }>(), value) });
  // @ts-expect-error the normal form of a text is a text
  attribute.string({ ...both, normalize: (value) => value.length });
  const nested = { ...both, normalize: (value: object) => value };
  // @ts-expect-error the normal form of an object is in its attributes
  attribute.single({}, nested);
});

it('refuses declarations that contradict themselves', () => {
  const declare = (options: object) => () =>
    schema({ description, attributes: { a: attribute.string({ description, ...options }) } });
  expect(declare({})).toThrow('attribute a must be required, optional or computed');
  expect(declare({ required: true, computed: true })).toThrow('neither optional nor computed');
  expect(declare({ optional: true, default: 'x' })).toThrow('must be optional and computed');
  expect(declare({ optional: true, writeOnly: true, normalize: String })).toThrow('no stored value');
  const nested = attribute.single({}, { description, optional: true, normalize: Object } as never);
  expect(() => schema({ description, attributes: { nested } })).toThrow('normalize belongs to those');
  expect(() => schema({ description, attributes: { Bad: attribute.string({ description, required: true }) } })).toThrow(
    'snake_case',
  );
});
