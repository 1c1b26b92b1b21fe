import { Decimal, UNKNOWN, Unknown, type Diagnostic, type DiagnosticError, type Value } from 'terraform-plugin-sdk-ts';
import { ApplyError, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { noteProvider, noteState, type NoteDefinition, type NoteState } from './support/note-provider';

const NOTE = 'sample_note';
const drivers: ProviderDriver[] = [];
afterEach(async () => {
  await Promise.all(drivers.splice(0).map((driver) => driver.close()));
});

async function start(changes: Partial<NoteDefinition> = {}) {
  const notes = noteProvider(changes);
  const driver = await ProviderDriver.start(notes.provider);
  drivers.push(driver);
  return { driver, ...notes };
}

/** What an operation is refused with. */
async function refusal(run: Promise<unknown>): Promise<DiagnosticError> {
  return run.then(
    () => {
      throw new Error('it was not refused');
    },
    (cause: unknown) => cause as DiagnosticError,
  );
}

const summaries = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ summary }) => summary);
const privateOf = ({ privateBytes }: { privateBytes: Uint8Array }): unknown =>
  JSON.parse(Buffer.from(privateBytes).toString());

describe('the life of an object', () => {
  it('goes from create through empty plans, update and replacement to destroy', async () => {
    const { driver, stored } = await start();
    expect(await driver.plan(NOTE, { text: 'a' })).toMatchObject({
      action: 'create',
      planned: { id: UNKNOWN, text: 'a' },
    });
    const created = await driver.apply(NOTE, { text: 'a', tags: ['x', 'y'] });
    expect(created?.state).toMatchObject({ id: 'note-1', text: 'a', revision: 1 });
    expect((await driver.plan(NOTE, { text: 'a', tags: ['y', 'x'] }, created)).action).toBe('no-op');
    expect(await driver.apply(NOTE, { text: 'a', tags: ['y', 'x'] }, created)).toBe(created);

    const updated = await driver.apply(NOTE, { text: 'b' }, created);
    expect(updated?.state).toMatchObject({ id: 'note-1', text: 'b', tags: null, revision: 2 });

    const replacing = { text: 'b', folder: 'f' };
    expect(await driver.plan(NOTE, replacing, updated)).toMatchObject({
      action: 'replace',
      requiresReplace: [[{ kind: 'attribute', name: 'folder' }]],
    });
    const replaced = await driver.apply(NOTE, replacing, updated);
    expect(replaced?.state).toMatchObject({ folder: 'f', revision: 1 });

    expect((await driver.plan(NOTE, null, replaced)).action).toBe('delete');
    expect(await driver.apply(NOTE, null, replaced)).toBeNull();
    expect(stored.size).toBe(0);
  });

  it('sees drift and disappearance in a read', async () => {
    const { driver, stored } = await start();
    const created = await driver.apply(NOTE, { text: 'a' });
    stored.set('note-1', noteState({ text: 'theirs' }));
    const drifted = await driver.read(NOTE, created!);
    expect(drifted?.state).toMatchObject({ text: 'theirs' });
    expect((await driver.plan(NOTE, { text: 'a' }, drifted)).action).toBe('update');
    stored.clear();
    expect(await driver.read(NOTE, drifted!)).toBeNull();
  });

  it('imports by id and reads what is there; nothing there is null', async () => {
    const { driver, stored } = await start();
    stored.set('note-9', noteState({ id: 'note-9', text: 'found' }));
    expect((await driver.importResource(NOTE, 'note-9'))?.state).toMatchObject({ id: 'note-9', text: 'found' });
    expect(await driver.importResource(NOTE, 'note-8')).toBeNull();
  });

  it('carries private state from create through reads and plans', async () => {
    const { driver } = await start();
    const created = await driver.apply(NOTE, { text: 'a' });
    expect(privateOf(created!)).toEqual({ born: 7 });
    const read = await driver.read(NOTE, created!);
    expect(privateOf(read!)).toEqual({ born: 7, reads: 1 });
    expect(privateOf(await driver.plan(NOTE, { text: 'b' }, read))).toEqual({ born: 7, reads: 1 });
  });

  it('collects warnings, of plans and of applies', async () => {
    const { driver } = await start();
    await driver.apply(NOTE, { text: 'warn', old: 'x' });
    expect(driver.warnings).toContainEqual({
      severity: 'warning',
      summary: 'Careful',
      detail: 'It is new.',
      path: [{ kind: 'attribute', name: 'text' }],
    });
    expect(summaries(driver.warnings)).toContain('Attribute deprecated');
  });

  it('says what a create left behind that failed half-way', async () => {
    const { driver } = await start();
    const failed = await refusal(driver.apply(NOTE, { text: 'fail' }));
    expect(failed).toBeInstanceOf(ApplyError);
    expect((failed as ApplyError).instance?.state).toMatchObject({ id: 'note-1', text: 'fail' });
    expect(failed.diagnostics).toEqual([
      {
        severity: 'error',
        summary: 'Half done',
        detail: 'The disk is full.',
        path: [{ kind: 'attribute', name: 'text' }],
      },
    ]);
  });

  it('aborts what is running when it is told to stop', async () => {
    let begun = () => {};
    const running = new Promise<void>((resolve) => (begun = resolve));
    const { driver } = await start({
      create: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
          begun();
        }),
    });
    const failed = refusal(driver.apply(NOTE, { text: 'a' }));
    await running;
    await driver.stop();
    expect((await failed).message).toContain('stopped');
  });
});

describe('a stored state', () => {
  it('is read as it is at the same version: every digit kept, old attributes left out, new ones null', async () => {
    const { driver } = await start();
    const json = '{"id":"1","text":"a","size":123456789012345678901234567890,"gone":[1],"revision":3}';
    expect(await driver.upgrade(NOTE, 2, json)).toEqual({
      ...noteState({ id: '1', size: 123456789012345678901234567890n, revision: 3 }),
    });
  });

  it('is upgraded from an older version, and refused where nobody can', async () => {
    const { driver } = await start();
    const upgraded = await driver.upgrade(NOTE, 0, '{"id":"1","body":0.1000000000000000000000001}');
    expect(upgraded).toMatchObject({ id: '1', text: 'from 0', revision: 0 });
    expect(upgraded?.['size']).toEqual(new Decimal('0.1000000000000000000000001'));
    expect((await refusal(driver.upgrade(NOTE, 1, {}))).diagnostics).toMatchObject([
      { summary: 'State cannot be upgraded', detail: expect.stringContaining('intermediate version') },
    ]);
    expect((await refusal(driver.upgrade(NOTE, 3, {}))).message).toContain('newer version');
    expect((await refusal(driver.upgrade(NOTE, 2, 'junk'))).message).toContain('not valid JSON');
  });
});

describe('a configuration that is not known yet', () => {
  it('is planned with what is known about it, then applied with the rest', async () => {
    const { driver } = await start();
    const beta = new Unknown({ notNull: true, stringPrefix: 'beta-' });
    const early = await driver.plan(NOTE, { text: beta, tags: [UNKNOWN, 'x'], parts: UNKNOWN });
    expect(early.planned).toMatchObject({ text: beta, parts: UNKNOWN });
    const created = await driver.applyPlan(NOTE, { text: 'beta-1', tags: ['x'], parts: [] }, null, early);
    expect(created?.state).toMatchObject({ text: 'beta-1', tags: ['x'], parts: [] });
  });

  it('must not turn out to be something else', async () => {
    const { driver } = await start();
    const early = await driver.plan(NOTE, { text: new Unknown({ notNull: true, stringPrefix: 'beta-' }) });
    const { diagnostics } = await refusal(driver.applyPlan(NOTE, { text: 'gamma' }, null, early));
    expect(summaries(diagnostics)).toEqual(['Provider produced inconsistent final plan']);
  });
});

describe('findings', () => {
  const attributeStep = (name: string) => ({ kind: 'attribute', name });

  it('keep their path below attributes, lists and maps, and end at a set; the text names the place', async () => {
    const { driver } = await start();
    const found = await driver.validate(NOTE, {
      text: 'a',
      parts: [{ words: null }, { words: [{ word: 'a b' }] }],
      labels: { 'my "label"': { colour: 'c d' } },
    });
    expect(found.map(({ path }) => path)).toEqual([
      [attributeStep('parts'), { kind: 'index', index: 1 }, attributeStep('words')],
      [attributeStep('labels'), { kind: 'key', key: 'my "label"' }, attributeStep('colour')],
    ]);
    expect(found.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^"a b" has a space\. Remove it\.\n\nAt parts\[1\]\.words/),
      expect.stringContaining('At labels["my \\"label\\""].colour.'),
    ]);
  });

  it('are Terraform’s own where the configuration breaks the schema', async () => {
    const { driver } = await start();
    expect(summaries(await driver.validate(NOTE, {}))).toEqual(['Missing required argument']);
    expect(summaries(await driver.validate(NOTE, { text: 'a', id: '1' }))).toEqual([
      'Value for unconfigurable attribute',
    ]);
    expect(await driver.validate(NOTE, { text: 'a', labels: { x: {} } })).toMatchObject([
      { path: [attributeStep('labels'), { kind: 'key', key: 'x' }, attributeStep('colour')] },
    ]);
    expect(await driver.validate(NOTE, { text: UNKNOWN, labels: UNKNOWN })).toEqual([]);
  });
});

describe('a provider that breaks a rule is caught:', () => {
  const modifying = (changes: object): Partial<NoteDefinition> => ({
    modifyPlan: async ({ plan }) => ({ ...plan, ...changes }),
  });
  const config = { text: 'a', parts: [{ words: [{ word: 'w' }] }], labels: { x: { colour: 'c' } } };

  it.each<[string, object, string]>([
    ['a configured value is changed', { text: 'b' }, 'neither the configured nor the prior'],
    ['a configured value becomes unknown', { text: UNKNOWN }, 'neither the configured nor the prior'],
    ['a value is invented', { folder: 'f' }, 'neither configured nor computed'],
    ['a nested object is dropped', { parts: null }, 'absence'],
    ['a nested object is invented', { parts: UNKNOWN }, 'unknown for a configured value'],
    ['an element of a list is added', { parts: [{ words: null }, { words: null }] }, 'other elements'],
    ['a key of a map is renamed', { labels: { y: { colour: 'c' } } }, 'other elements'],
    ['an element of a set is added', { parts: [{ words: [{ word: 'w' }, { word: 'v' }] }] }, 'number of elements'],
    ['a value below a map is changed', { labels: { x: { colour: 'd' } } }, 'neither the configured nor the prior'],
  ])('invalid plan: %s', async (_, changes, why) => {
    const { driver } = await start(modifying(changes));
    const { diagnostics } = await refusal(driver.plan(NOTE, config));
    expect(summaries(diagnostics)).toContain('Provider produced invalid plan');
    expect(diagnostics.map(({ detail }) => detail).join()).toContain(why);
  });

  it('invalid plan: a replacement for the sake of a path that does not exist', async () => {
    const { driver } = await start({
      modifyPlan: async ({ plan, requireReplace }) => {
        requireReplace([attributeStepOf('parts'), { kind: 'index', index: 3 }]);
        return plan;
      },
    });
    const created = await driver.apply(NOTE, { text: 'a' });
    expect((await refusal(driver.plan(NOTE, { text: 'b' }, created))).message).toContain('path that does not exist');
  });

  it('a replacement for the sake of what did not change is none', async () => {
    const { driver } = await start({
      modifyPlan: async ({ plan, requireReplace }) => {
        requireReplace([attributeStepOf('folder')]);
        return plan;
      },
    });
    const created = await driver.apply(NOTE, { text: 'a', folder: 'f' });
    expect((await driver.plan(NOTE, { text: 'b', folder: 'f' }, created)).action).toBe('update');
  });

  const attributeStepOf = (name: string) => ({ kind: 'attribute', name }) as const;
  const returning = (changes: Partial<Record<keyof NoteState, Value>>): Partial<NoteDefinition> => ({
    create: async ({ planned }) => ({ ...planned, id: '1', revision: 1, ...changes }) as NoteState,
  });

  it.each<[string, Partial<NoteDefinition>, string]>([
    ['another value', returning({ text: 'b' }), 'another value than planned'],
    ['a value that was planned as null', returning({ folder: 'f' }), 'was absent, but is now present'],
    ['null for a planned value', returning({ tags: null }), 'was present, but is now absent'],
    ['a lost element', returning({ tags: ['x'] }), 'lost a planned element'],
    ['one element too many', returning({ tags: ['x', 'y', 'z'] }), 'gained an element'],
    ['a shorter list', returning({ parts: [] }), 'had 1 elements, now 0'],
    ['another key', returning({ labels: { y: { colour: 'c' } } }), 'has vanished'],
  ])('inconsistent result: %s', async (_, changes, why) => {
    const { driver } = await start(changes);
    const failed = await refusal(driver.apply(NOTE, { ...config, tags: ['x', 'y'] }));
    expect(failed).toBeInstanceOf(ApplyError);
    expect(summaries(failed.diagnostics)).toContain('Provider produced inconsistent result after apply');
    expect(failed.message).toContain(why);
    expect((failed as ApplyError).instance).not.toBeNull();
  });

  it('inconsistent final plan: the second plan of an apply breaks the promise of the first', async () => {
    let plans = 0;
    const { driver } = await start({
      modifyPlan: async ({ plan }) => ({ ...plan, revision: ++plans }),
    });
    expect(summaries((await refusal(driver.apply(NOTE, { text: 'a' }))).diagnostics)).toEqual([
      'Provider produced inconsistent final plan',
    ]);
  });

  it('what a result leaves unknown is named, and the rest of it is stored', async () => {
    const { driver } = await start(returning({ revision: UNKNOWN }));
    const failed = (await refusal(driver.apply(NOTE, { text: 'a' }))) as ApplyError;
    expect(failed.message).toContain('leaves revision unknown');
    expect(failed.instance?.state).toMatchObject({ id: '1', text: 'a', revision: null });
  });
});
