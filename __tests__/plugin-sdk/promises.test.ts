/**
 * Null for what is required, a value for what is read-only, a null element: Terraform lets them through, so each call that a
 * configuration comes with refuses them, before the author's code runs. Calls on their own, without the validation before.
 */
import { Dynamic, pathText, t, UNKNOWN, type Value } from 'terraform-plugin-sdk-ts';
import { methodsOf } from '../../providers/plugin-sdk/server';
import { complete, encode, NOTHING } from '../../providers/plugin-sdk/testing/objects';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { diagnosticFromProto } from '../../providers/plugin-sdk/wire/from-proto';
import type { Diagnostic, DynamicValue } from '../../providers/plugin-sdk/wire/gen/tfplugin6';
import { encodeValue } from '../../providers/plugin-sdk/wire/msgpack';
import { places, strictProvider } from './support/strict-provider';

type Config = Readonly<Record<string, unknown>>;
const GOOD: Config = { must: 'm', any: new Dynamic(t.string, 'a') };
const bytes = (config: Config | null): DynamicValue =>
  encode(places, config === null ? null : complete(places, { ...GOOD, ...config }));

async function connect() {
  const { served, called } = strictProvider();
  const client = ProviderClient.inProcess(methodsOf(served, true));
  await client.call('ConfigureProvider', { config: bytes({}) });
  called.length = 0;
  return { client, called };
}

interface Answer {
  readonly diagnostics: readonly Diagnostic[];
}
type Call = (client: ProviderClient, config: DynamicValue) => Promise<Answer>;
const [thing, found, open] = [{ typeName: 'x_thing' }, { typeName: 'x_found' }, { typeName: 'x_open' }];
const STORED = { made: 'stored' };
const nothing = () => bytes(null);

const CALLS: readonly (readonly [string, Call])[] = [
  ['ValidateResourceConfig', (client, config) => client.call('ValidateResourceConfig', { ...thing, config })],
  [
    'PlanResourceChange of a new object',
    (client, config) =>
      client.call('PlanResourceChange', { ...thing, config, proposedNewState: config, priorState: nothing() }),
  ],
  [
    'ApplyResourceChange of a new object',
    (client, config) =>
      client.call('ApplyResourceChange', { ...thing, config, plannedState: bytes({}), priorState: nothing() }),
  ],
  [
    'ApplyResourceChange of a stored object',
    (client, config) =>
      client.call('ApplyResourceChange', { ...thing, config, plannedState: bytes(STORED), priorState: bytes(STORED) }),
  ],
  ['ValidateDataResourceConfig', (client, config) => client.call('ValidateDataResourceConfig', { ...found, config })],
  ['ReadDataSource', (client, config) => client.call('ReadDataSource', { ...found, config })],
  [
    'ValidateEphemeralResourceConfig',
    (client, config) => client.call('ValidateEphemeralResourceConfig', { ...open, config }),
  ],
  ['OpenEphemeralResource', (client, config) => client.call('OpenEphemeralResource', { ...open, config })],
  ['ValidateProviderConfig', (client, config) => client.call('ValidateProviderConfig', { config })],
  ['ConfigureProvider', (client, config) => client.call('ConfigureProvider', { config })],
];

const m = { must: 'm' };
const MISSING = 'Missing required argument';
const READ_ONLY = 'Value for unconfigurable attribute';
const NULL_ELEMENT = 'Null element';

/** Where Terraform has no path, it ends at the set. */
const BROKEN: readonly (readonly [Config, summary: string, at: string])[] = [
  [{ must: null }, MISSING, 'must'],
  [{ any: null }, MISSING, 'any'],
  [{ any: new Dynamic(t.string, null) }, MISSING, 'any'],
  [{ one: { must: null } }, MISSING, 'one.must'],
  [{ rows: [m, { must: null }] }, MISSING, 'rows[1].must'],
  [{ tags: [{ must: null }] }, MISSING, 'tags'],
  [{ named: { 'a b': { must: null } } }, MISSING, 'named["a b"].must'],
  [{ deep: { rows: null } }, MISSING, 'deep.rows'],
  [{ deep: { rows: [{ must: null }] } }, MISSING, 'deep.rows[0].must'],
  [{ block_one: { must: null } }, MISSING, 'block_one.must'],
  [{ block_rows: [{ ...m, one: { must: null } }] }, MISSING, 'block_rows[0].one.must'],
  [{ block_tags: [{ must: null }] }, MISSING, 'block_tags'],
  [{ block_named: { a: { must: null } } }, MISSING, 'block_named["a"].must'],
  [{ made: 'x' }, READ_ONLY, 'made'],
  [{ one: { ...m, made: '' } }, READ_ONLY, 'one.made'],
  [{ rows: [m, { ...m, made: 'x' }] }, READ_ONLY, 'rows[1].made'],
  [{ tags: [{ ...m, made: 'x' }] }, READ_ONLY, 'tags'],
  [{ named: { a: { ...m, made: 'x' } } }, READ_ONLY, 'named["a"].made'],
  [{ deep: { rows: [{ ...m, made: 'x' }] } }, READ_ONLY, 'deep.rows[0].made'],
  [{ block_one: { ...m, made: 'x' } }, READ_ONLY, 'block_one.made'],
  [{ block_rows: [{ ...m, one: { ...m, made: 'x' } }] }, READ_ONLY, 'block_rows[0].one.made'],
  [{ block_tags: [{ ...m, made: 'x' }] }, READ_ONLY, 'block_tags'],
  [{ block_named: { a: { ...m, made: 'x' } } }, READ_ONLY, 'block_named["a"].made'],
  [{ list: ['a', null] }, NULL_ELEMENT, 'list[1]'],
  [{ table: { k: null } }, NULL_ELEMENT, 'table["k"]'],
  [{ table: { k: [null] } }, NULL_ELEMENT, 'table["k"][0]'],
  [{ plain: { part: null, parts: [null] } }, NULL_ELEMENT, 'plain.parts'],
  [{ rows: [null] }, NULL_ELEMENT, 'rows[0]'],
  [{ tags: [null] }, NULL_ELEMENT, 'tags'],
  [{ named: { a: null } }, NULL_ELEMENT, 'named["a"]'],
];

const said = ({ diagnostics }: Answer) =>
  diagnostics.map(diagnosticFromProto).map(({ summary, path = [] }) => [summary, pathText(path)]);

it.each(CALLS)('%s refuses each, at its path, and the author’s code does not run', async (_, call) => {
  const { client, called } = await connect();
  for (const [config, summary, at] of BROKEN) {
    expect([config, said(await call(client, bytes(config)))]).toEqual([config, [[summary, at]]]);
  }
  expect(called).toEqual([]);
});

it('the texts say what to do', async () => {
  const { client } = await connect();
  const answer = await client.call('ValidateResourceConfig', { ...thing, config: bytes({ must: null, made: 'x' }) });
  expect(answer.diagnostics.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^must is required, and null does not set it\. Give it a value/),
    expect.stringContaining('The provider decides it; a configuration cannot set it. Remove it.'),
  ]);
});

it.each(CALLS)('%s lets through null for what is optional, and what is not known yet', async (name, call) => {
  const { client } = await connect();
  const known: readonly Config[] = [
    { one: null, rows: null, deep: null, plain: null, filled: null, list: [], block_one: null },
    {
      one: { ...m, may: null, made: null },
      plain: { part: null, parts: null },
      made: new Dynamic(t.string, null).value,
    },
  ];
  const early: readonly Config[] = [{ must: UNKNOWN, one: UNKNOWN, rows: [UNKNOWN], list: [UNKNOWN] }];
  const mustBeKnown = name.startsWith('Read') || name.startsWith('Open') || name.startsWith('Apply');
  for (const config of mustBeKnown ? known : [...known, ...early])
    expect([config, said(await call(client, bytes(config)))]).toEqual([config, []]);
});

it('a read-only value that is not known yet is refused too: nothing makes it right but null', async () => {
  const { client } = await connect();
  const answer = await client.call('ValidateResourceConfig', { ...thing, config: bytes({ made: UNKNOWN }) });
  expect(said(answer)).toEqual([[READ_ONLY, 'made']]);
});

describe('where changes are ignored, Terraform plans an update with what is stored in place of what is configured:', () => {
  const plan = async (config: Config, prior: Config) => {
    const { client, called } = await connect();
    const request = { ...thing, config: bytes(config), proposedNewState: bytes(config), priorState: bytes(prior) };
    const answer = await client.call('PlanResourceChange', request);
    return { said: said(answer), called, planned: answer.plannedState };
  };

  it('read-only values in it are nobody’s, and are planned as ever', async () => {
    const stored = { one: { ...m, made: '1' }, rows: [{ ...m, made: '2' }], tags: [{ ...m, made: '3' }], made: '4' };
    const { made: _, ...ignored } = stored;
    const changed = await plan({ ...ignored, may: 'changed', made: null }, stored);
    expect(changed.said).toEqual([]);
    const unknown = { made: UNKNOWN, may: null };
    expect(changed.planned).toEqual(
      bytes({
        made: UNKNOWN,
        may: 'changed',
        filled: 'by default',
        one: { ...m, ...unknown },
        rows: [{ ...m, ...unknown }],
        tags: [{ ...m, ...unknown }],
      }),
    );
  });

  it('null is refused as ever', async () => {
    const { said: found, called } = await plan({ one: { must: null } }, { one: { must: 'm', made: '1' } });
    expect(found).toEqual([[MISSING, 'one.must']]);
    expect(called).toEqual([]);
  });
});

it('a destroy is planned and done, whatever is stored', async () => {
  const { client, called } = await connect();
  const priorState = bytes({ must: null, list: [null] });
  const destroy = { ...thing, config: nothing(), priorState };
  expect(said(await client.call('PlanResourceChange', { ...destroy, proposedNewState: nothing() }))).toEqual([]);
  expect(said(await client.call('ApplyResourceChange', { ...destroy, plannedState: nothing() }))).toEqual([]);
  expect(called).toEqual(['delete']);
});

it('what a module says in provider_meta is held to its schema where an operation gets it; the text names the place', async () => {
  const { client, called } = await connect();
  const [state, providerMeta] = [bytes({}), bytes({ one: { must: null } })];
  const change = { ...thing, config: state, priorState: state, providerMeta };
  const answers: readonly Answer[] = [
    await client.call('ReadResource', { ...thing, currentState: state, providerMeta }),
    await client.call('PlanResourceChange', { ...change, proposedNewState: state }),
    await client.call('ApplyResourceChange', { ...change, plannedState: state }),
    await client.call('ReadDataSource', { ...found, config: state, providerMeta }),
  ];
  for (const { diagnostics } of answers) {
    const at = expect.stringContaining('At provider_meta.one.must.') as string;
    expect(diagnostics).toMatchObject([{ summary: MISSING, attribute: undefined, detail: at }]);
  }
  expect(called).toEqual([]);
  const fine = { ...thing, currentState: state, providerMeta: bytes({}) };
  expect(said(await client.call('ReadResource', fine))).toEqual([]);
});

it.each<[string, readonly Value[], number, string]>([
  ['null', [null], 0, 'table must not be null'],
  ['a null list in a map', [{ a: null }], 0, 'Null element'],
  ['a null text in a list in a map', [{ a: ['x', null] }], 0, 'Null element'],
  ['a null variadic one', [{}, new Dynamic(t.string, 'x'), null], 2, 'more must not be null'],
  ['null that has a type', [{}, new Dynamic(t.string, null)], 1, 'more must not be null'],
])('a function refuses an argument that is %s', async (_, args, functionArgument, text) => {
  const { client, called } = await connect();
  const types = [t.map(t.list(t.string)), t.dynamic, t.dynamic] as const;
  const encoded = args.map((value, index) => ({ msgpack: encodeValue(value, types[index]!), json: NOTHING }));
  const answer = await client.call('CallFunction', { name: 'join', arguments: encoded });
  expect(answer.error).toMatchObject({ functionArgument, text: expect.stringContaining(text) as string });
  expect(called).toEqual([]);
});
