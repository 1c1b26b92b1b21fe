/** A small provider as an author would write it, for the tests of the driver: notes in memory, `sample_note`. */
import {
  attribute,
  DiagnosticError,
  error,
  path,
  provider,
  requiresReplace,
  resource,
  schema,
  t,
  upgradeFrom,
  useStateForUnknown,
  warning,
} from 'terraform-plugin-sdk-ts';
import type { Diagnostic, Provider, ResourceDefinition, State } from 'terraform-plugin-sdk-ts';

const description = 'd';

export const note = schema({
  description,
  version: 2,
  attributes: {
    id: attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] }),
    text: attribute.string({ description, required: true }),
    folder: attribute.string({ description, optional: true, planModifiers: [requiresReplace()] }),
    size: attribute.number({ description, optional: true }),
    tags: attribute.set(t.string, { description, optional: true }),
    old: attribute.string({ description, optional: true, deprecated: 'Use text.' }),
    parts: attribute.listOf(
      {
        words: attribute.setOf(
          { word: attribute.string({ description, required: true, validators: [noSpace] }) },
          { description, optional: true },
        ),
      },
      { description, optional: true },
    ),
    labels: attribute.mapOf(
      { colour: attribute.string({ description, required: true, validators: [noSpace] }) },
      { description, optional: true },
    ),
    revision: attribute.integer({ description, computed: true }),
  },
});

function noSpace(value: string, at: Parameters<typeof error>[2]): Diagnostic[] {
  return value.includes(' ') ? [error('A space', `${JSON.stringify(value)} has a space. Remove it.`, at)] : [];
}

/** Version 0, whose attribute `body` became `text`. */
const noteV0 = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true }),
    body: attribute.number({ description, required: true }),
  },
});

type Note = typeof note;
export type NoteState = State<Note>;
export type NoteDefinition = ResourceDefinition<Note, null>;

export interface Notes {
  readonly provider: Provider<null>;
  readonly stored: Map<string, NoteState>;
}

/** The provider; `changes` replaces parts of the resource, to make it misbehave. */
export function noteProvider(changes: Partial<NoteDefinition> = {}): Notes {
  const stored = new Map<string, NoteState>();
  const put = (state: NoteState): NoteState => {
    stored.set(state.id, state);
    return state;
  };
  const sample = resource<Note, null>({
    name: 'sample_note',
    schema: note,
    async create({ planned, privateState, saveState, warn }) {
      privateState.set('born', 7);
      if (planned.text === 'warn') warn(warning('Careful', 'It is new.', 'text'));
      const state = put({ ...planned, id: `note-${stored.size + 1}`, revision: 1 });
      saveState(state);
      if (planned.text === 'fail') throw new DiagnosticError(error('Half done', 'The disk is full.', path('text')));
      return state;
    },
    async read({ state, privateState }) {
      privateState.set('reads', Number(privateState.get('reads') ?? 0) + 1);
      return stored.get(state.id ?? '') ?? null;
    },
    async update({ planned, prior }) {
      return put({ ...planned, id: prior.id, revision: prior.revision + 1 });
    },
    async delete({ prior }) {
      stored.delete(prior.id);
    },
    importState: ({ id }) => Promise.resolve({ id }),
    upgrades: {
      0: upgradeFrom(noteV0, ({ id, body }) => ({ ...NOTHING, id, text: 'from 0', size: body })),
    },
    ...changes,
  });
  const definition = provider({
    name: 'sample',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources: [sample],
    configure: () => Promise.resolve(null),
  });
  return { provider: definition, stored };
}

const NOTHING = { folder: null, size: null, tags: null, old: null, parts: null, labels: null, revision: 0 };

/** A whole state, for tests that return one. */
export const noteState = (changes: Partial<NoteState> = {}): NoteState => ({
  ...NOTHING,
  id: 'note-1',
  text: 'a',
  revision: 1,
  ...changes,
});
