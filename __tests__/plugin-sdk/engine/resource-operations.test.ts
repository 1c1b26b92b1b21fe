import { DiagnosticError, error, path, warning } from '../../../providers/plugin-sdk/diagnostics';
import type { Environment } from '../../../providers/plugin-sdk/engine/operation';
import { resource, upgradeFrom, type ResourceDefinition } from '../../../providers/plugin-sdk/engine/resource';
import { applyResource, planResource, readResource } from '../../../providers/plugin-sdk/engine/resource-operations';
import { importResource } from '../../../providers/plugin-sdk/engine/import-resource';
import { upgradeState } from '../../../providers/plugin-sdk/engine/upgrade';
import { validateConfiguration } from '../../../providers/plugin-sdk/engine/validate';
import { attribute, schema, t, useStateForUnknown } from '../../../providers/plugin-sdk/schema';
import { UNKNOWN, type ValueRecord } from '../../../providers/plugin-sdk/values';

const description = 'd';
const note = schema({
  description,
  version: 2,
  attributes: {
    id: attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] }),
    text: attribute.string({ description, required: true }),
    tags: attribute.set(t.string, { description, optional: true }),
  },
});
const oldNote = schema({
  description,
  version: 0,
  attributes: { body: attribute.string({ description, required: true }) },
});

type Definition = ResourceDefinition<typeof note, string>;
const stored = { id: '1', text: 'a', tags: null };

function define(changes: Partial<Definition> = {}) {
  return resource<typeof note, string>({
    name: 'x_note',
    schema: note,
    create: ({ planned }) => Promise.resolve({ ...planned, id: '1' }),
    read: ({ state }) => Promise.resolve({ ...stored, ...state, text: state.text ?? 'read', id: '1' }),
    update: ({ planned, prior }) => Promise.resolve({ ...planned, id: prior.id }),
    delete: () => Promise.resolve(),
    ...changes,
  });
}

const bugs: unknown[] = [];
const environment: Environment<string> = {
  client: 'client',
  signal: new AbortController().signal,
  onBug: (cause) => void bugs.push(cause),
};
beforeEach(() => void bugs.splice(0));

const none = new Uint8Array();
const config: ValueRecord = { id: null, text: 'a', tags: null };
const create = (definition = define(), planned: ValueRecord | null = { ...config, id: UNKNOWN }) =>
  applyResource(definition, environment, { config, prior: null, planned, privateBytes: none });

it('stores what create returns, sets without duplicates', async () => {
  const { state, diagnostics } = await create(
    define({ create: ({ planned }) => Promise.resolve({ ...planned, id: '1', tags: ['x', 'x', 'y'] }) }),
  );
  expect(diagnostics).toEqual([]);
  expect(state).toEqual({ ...stored, tags: ['x', 'y'] });
});

it('stores nothing when a create fails at once', async () => {
  const refused = new DiagnosticError(error('Refused', 'Because.', path('text')));
  const { state, diagnostics } = await create(define({ create: () => Promise.reject(refused) }));
  expect(state).toBeNull();
  expect(diagnostics).toEqual(refused.diagnostics);
  expect(bugs).toEqual([]);
});

it('stores the partial state, and private state, of a create that fails half-way', async () => {
  const { state, privateBytes, diagnostics } = await create(
    define({
      create: ({ saveState, privateState }) => {
        privateState.set('etag', 'e1');
        saveState(stored);
        return Promise.reject(new TypeError('x is not a function'));
      },
    }),
  );
  expect(state).toEqual(stored);
  expect(JSON.parse(Buffer.from(privateBytes).toString())).toEqual({ etag: 'e1' });
  expect(diagnostics).toMatchObject([{ severity: 'error', summary: 'The provider failed unexpectedly' }]);
  expect(bugs).toHaveLength(1);
});

it('keeps the prior state of an update or delete that fails', async () => {
  const failing = define({
    update: () => Promise.reject(new Error('no')),
    delete: () => Promise.reject(new Error('no')),
  });
  const request = { config, prior: stored, privateBytes: none };
  expect((await applyResource(failing, environment, { ...request, planned: { ...stored, text: 'b' } })).state).toEqual(
    stored,
  );
  expect((await applyResource(failing, environment, { ...request, planned: null })).state).toEqual(stored);
  expect((await applyResource(define(), environment, { ...request, planned: null })).state).toBeNull();
});

it.each<[string, object]>([
  ['an unknown value', { ...stored, id: UNKNOWN }],
  ['an attribute that the schema does not know', { ...stored, colour: 'red' }],
  ['a value of another type', { ...stored, tags: 'x' }],
  ['a number that is none', { ...stored, text: Number.NaN }],
])('calls it a bug when a result has %s, without losing what was saved', async (_, result) => {
  const { state, diagnostics } = await create(
    define({
      create: ({ saveState }) => {
        saveState(stored);
        return Promise.resolve(result as typeof stored);
      },
    }),
  );
  expect(state).toEqual(stored);
  expect(diagnostics).toMatchObject([{ summary: 'The provider failed unexpectedly' }]);
});

it('keeps what is right of a result that is wrong in one attribute, so that the object is not lost', async () => {
  const { state, diagnostics } = await create(
    define({ create: () => Promise.resolve({ id: '7', text: UNKNOWN, tags: ['x'] } as never) }),
  );
  expect(state).toEqual({ id: '7', text: null, tags: ['x'] });
  expect(diagnostics).toMatchObject([{ detail: expect.stringContaining('result leaves text unknown') as string }]);
});

it('keeps elements of a set apart while they are not known', async () => {
  const tags = [UNKNOWN, UNKNOWN, 'x', 'x'];
  const { state } = await planResource(define({ modifyPlan: async ({ plan }) => ({ ...plan, tags }) }), environment, {
    config: { ...config, tags },
    prior: null,
    proposed: { ...config, tags },
    privateBytes: none,
  });
  expect(state?.['tags']).toEqual([UNKNOWN, UNKNOWN, 'x']);
});

it('gives back private values as they were set', async () => {
  const list = [1];
  const definition = define({
    create: async ({ privateState, planned }) => {
      privateState.set('list', list);
      list.push(2);
      privateState.set('gone', 1);
      privateState.set('gone', undefined);
      return { ...planned, id: JSON.stringify([privateState.get('list'), privateState.get('gone') ?? null]) };
    },
  });
  const { state, privateBytes } = await create(definition);
  expect(state).toMatchObject({ id: '[[1],null]' });
  expect(Buffer.from(privateBytes).toString()).toBe('{"list":[1]}');
});

it('asks for rules across attributes beside warnings, not beside errors', () => {
  const { attributes } = schema({
    description,
    attributes: {
      old: attribute.string({
        description,
        optional: true,
        deprecated: 'Use new.',
        validators: [(value, at) => (value === 'bad' ? [error('Bad', 'It is bad.', at)] : [])],
      }),
    },
  });
  const ruled = {
    ...define(),
    schema: { version: 0, description, attributes },
    validate: () => [error('Rule', 'Broken.')],
  };
  const found = (old: string) => validateConfiguration(ruled, { old }).map(({ summary }) => summary);
  expect(found('x')).toEqual(['Attribute deprecated', 'Rule']);
  expect(found('bad')).toEqual(['Attribute deprecated', 'Bad']);
});

it('reads: gone is null, a failed read keeps the state, private state goes along', async () => {
  const read = (definition = define(), privateBytes: Uint8Array = none) =>
    readResource(definition, environment, { state: stored, privateBytes });
  expect((await read(define({ read: () => Promise.resolve(null) }))).state).toBeNull();
  expect(await read(define({ read: () => Promise.reject(new Error('no')) }))).toMatchObject({ state: stored });
  const counting = define({
    read: ({ privateState }) => {
      privateState.set('reads', Number(privateState.get('reads') ?? 0) + 1);
      return Promise.resolve(stored);
    },
  });
  const again = await read(counting, (await read(counting)).privateBytes);
  expect(Buffer.from(again.privateBytes).toString()).toBe('{"reads":2}');
  expect((await read(counting, Buffer.from('\u0000 not json'))).diagnostics).toEqual([]);
});

it('plans: the resource may modify the plan, warn, and ask for a replacement once per path', async () => {
  const modifying = define({
    modifyPlan: ({ plan, prior, requireReplace, warn }) => {
      warn(warning('Careful', 'It hurts.', 'text'));
      requireReplace(path('text'));
      requireReplace(path('text'));
      return Promise.resolve({ ...plan, id: prior?.id ?? plan.id });
    },
  });
  const request = {
    config: { ...config, text: 'b' },
    prior: stored,
    proposed: { ...stored, text: 'b' },
    privateBytes: none,
  };
  expect(await planResource(modifying, environment, request)).toMatchObject({
    state: { ...stored, text: 'b' },
    requiresReplace: [[{ kind: 'attribute', name: 'text' }]],
    diagnostics: [{ severity: 'warning', summary: 'Careful' }],
  });
});

it('plans a destroy as null, without asking the resource', async () => {
  const never = define({ modifyPlan: () => Promise.reject(new Error('asked')) });
  const destroy = { config: {}, prior: stored, proposed: null, privateBytes: none };
  expect(await planResource(never, environment, destroy)).toMatchObject({ state: null, diagnostics: [] });
});

it('imports what is known from an id, and says when it cannot', async () => {
  const importing = define({ importState: ({ id }) => Promise.resolve({ id }) });
  expect((await importResource(importing, environment, { id: '7' })).state).toEqual({
    id: '7',
    text: null,
    tags: null,
  });
  expect(await importResource(define(), environment, { id: '7' })).toMatchObject({
    state: null,
    diagnostics: [{ summary: 'Import not supported' }],
  });
});

it('upgrades a stored state straight to the current version', () => {
  const upgrading = define({
    upgrades: { 0: upgradeFrom(oldNote, ({ body }) => ({ id: body, text: body, tags: [] })) },
  });
  expect(upgradeState(upgrading, 2, () => ({ ...stored }))).toEqual({ state: stored });
  expect(upgradeState(upgrading, 0, (attributes) => ({ body: Object.keys(attributes).join() }))).toEqual({
    state: { id: 'body', text: 'body', tags: [] },
  });
  expect(upgradeState(upgrading, 1, () => ({}))).toMatchObject({
    diagnostics: [{ summary: 'State cannot be upgraded' }],
  });
  expect(upgradeState(upgrading, 3, () => ({}))).toMatchObject({
    diagnostics: [{ detail: expect.stringContaining('newer version') as string }],
  });
});
