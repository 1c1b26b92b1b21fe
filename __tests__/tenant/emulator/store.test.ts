import fc from 'fast-check';
import { rmSync } from 'node:fs';
import Database from 'libsql';
import { keepNothing } from '../../../tenant/emulator/state/keeper';
import { createStore } from '../../../tenant/emulator/state/memory-store';
import { openData } from '../../../tenant/emulator/state/sqlite/open-data';
import { schema } from '../../../tenant/emulator/state/sqlite/read-kept';
import { createSqliteKeeper } from '../../../tenant/emulator/state/sqlite/sqlite-keeper';
import type { Store, StoredException } from '../../../tenant/emulator/state/store';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder('store');
afterAll(() => folder.remove());

interface Kind {
  open(): Store;
  /** The store as the next process finds it, where there is one. */
  reopen?: () => Store;
}

const inMemory: Kind = { open: () => createStore() };
const onDisk: Kind = {
  open() {
    rmSync(folder.path, { recursive: true, force: true });
    return createStore(openData(folder.path));
  },
  reopen: () => createStore(openData(folder.path)),
};

function exception(id: number, config_id: number, type: 'dns' | 'domains'): StoredException {
  return { id: String(id), config_id, type, notes: '', location: null, etag: 'v1' };
}

type Step = { put: StoredException } | { remove: string } | { next: 'row' | 'exc' };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(20), fc.nat(2), fc.constantFrom('dns' as const, 'domains' as const))
      .map(([...row]) => ({ put: exception(...row) })),
  },
  { weight: 1, arbitrary: fc.nat(20).map((id) => ({ remove: String(id) })) },
  { weight: 1, arbitrary: fc.constantFrom('row' as const, 'exc' as const).map((next) => ({ next })) },
);
const transactions = fc.array(fc.record({ steps: fc.array(step, { maxLength: 8 }), fails: fc.boolean() }), {
  maxLength: 12,
});

/** The same in the plainest way: a list in the order of creation. */
class Model {
  rows: StoredException[] = [];
  numbers = { row: 0, exc: 0 };

  apply(one: Step): void {
    if ('next' in one) this.numbers[one.next] += 1;
    else if ('remove' in one) this.rows = this.rows.filter(({ id }) => id !== one.remove);
    else if (this.rows.some(({ id }) => id === one.put.id))
      this.rows = this.rows.map((row) => (row.id === one.put.id ? one.put : row));
    else this.rows = [...this.rows, one.put];
  }
}

function carryOut(store: Store, one: Step): void {
  if ('next' in one) store.next(one.next);
  else if ('remove' in one) store.exceptions.remove(one.remove);
  else store.exceptions.put(one.put.id, one.put);
}

function expectSame(store: Store, { rows }: Model, offset: number, limit: number): void {
  for (const where of [{}, { config_id: 1 }, { config_id: 1, type: 'dns' }, { type: 'category' }]) {
    const found = rows.filter((row) => Object.entries(where).every(([key, value]) => row[key as 'type'] === value));
    expect(store.exceptions.page(where, offset, limit)).toEqual({
      rows: found.slice(offset, offset + limit),
      total: found.length,
    });
  }
  expect(store.exceptions.last()).toEqual(rows.at(-1));
  for (let id = 0; id <= 20; id++) expect(store.exceptions.get(id)).toEqual(rows.find((row) => row.id === String(id)));
}

describe.each<[string, Kind, number]>([
  ['in memory', inMemory, 60],
  ['on disk', onDisk, 25],
])('a store %s', (_, { open, reopen }, numRuns) => {
  it('answers like a plain list, keeps transactions that return, and takes back those that throw', () => {
    fc.assert(
      fc.property(transactions, fc.nat(10), fc.nat(10), (all, offset, limit) => {
        let store = open();
        const model = new Model();
        for (const { steps, fails } of all) {
          const run = () =>
            store.transaction(() => {
              for (const one of steps) carryOut(store, one);
              if (fails) throw new Error('refused');
            });
          if (fails) expect(run).toThrow('refused');
          else run();
          if (!fails) for (const one of steps) model.apply(one);
          expectSame(store, model, offset, limit);
        }
        store.close();
        if (reopen) {
          store = reopen();
          expectSame(store, model, offset, limit);
        }
        if (reopen || all.length === 0)
          expect([store.next('row'), store.next('exc')]).toEqual([model.numbers.row + 1, model.numbers.exc + 1]);
        store.close();
      }),
      { numRuns },
    );
  });

  it('keeps every change outside of a transaction by itself', () => {
    const store = open();
    store.exceptions.put('1', exception(1, 0, 'dns'));
    store.exceptions.put('2', exception(2, 0, 'dns'));
    store.exceptions.remove('1');
    expect(store.next('exc')).toBe(1);
    store.close();
    const later = reopen?.();
    expect(later?.exceptions.page({}, 0, 10) ?? store.exceptions.page({}, 0, 10)).toEqual({
      rows: [exception(2, 0, 'dns')],
      total: 1,
    });
    if (later) expect(later.next('exc')).toBe(2);
    later?.close();
  });

  it('keeps any text as it is', () => {
    const store = open();
    const notes = ['', '\u0000', '\ud800', '😀\u202e', "'; DROP TABLE object; --", '__proto__', '\n\r\t"\\'];
    for (const [index, text] of notes.entries())
      store.exceptions.put(text || index, { ...exception(index, 0, 'dns'), notes: text });
    store.close();
    const read = reopen?.() ?? store;
    expect(read.exceptions.page({}, 0, 10).rows.map((row) => row.notes)).toEqual(notes);
    if (reopen) read.close();
  });
});

describe('a change that cannot be kept', () => {
  it('is taken back', () => {
    const store = createStore({
      ...keepNothing,
      keep() {
        throw new Error('disk full');
      },
    });
    expect(() => store.exceptions.put('1', exception(1, 0, 'dns'))).toThrow('disk full');
    expect(() => store.next('exc')).toThrow('disk full');
    expect(store.exceptions.page({}, 0, 10)).toEqual({ rows: [], total: 0 });
  });

  it('is a refusal that says why, and the file stays as it was', () => {
    const database = new Database(':memory:');
    database.exec(schema);
    const keeper = createSqliteKeeper(database);
    const store = createStore(keeper);
    store.exceptions.put('1', exception(1, 0, 'dns'));
    database.exec('PRAGMA query_only = 1');
    expect(() => store.transaction(() => store.exceptions.remove('1'))).toThrow(
      /^The change could not be kept on disk \(.*readonly.*\), so nothing of it was carried out\.$/,
    );
    database.exec('PRAGMA query_only = 0');
    expect(createStore(keeper).exceptions.get('1')).toEqual(store.exceptions.get('1'));
    store.close();
  });
});
