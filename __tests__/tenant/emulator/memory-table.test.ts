import fc from 'fast-check';
import { MemoryTable } from '../../../tenant/emulator/state/memory-table';

interface Row {
  id: number;
  parent: string;
  type: string;
}

const letters = fc.constantFrom('a', 'b', 'c');
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ id: fc.nat(20), parent: letters, type: letters }) },
  { weight: 1, arbitrary: fc.nat(20) },
);

describe('a table in memory', () => {
  it('answers every page like a plain list in the order of creation, whatever was put and removed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(10), fc.nat(10), (steps, offset, limit) => {
        const table = new MemoryTable<Row, 'parent' | 'type'>(({ parent, type }) => ({ parent, type }));
        let list: Row[] = [];
        for (const one of steps) {
          if (typeof one === 'number') {
            table.remove(one);
            list = list.filter(({ id }) => id !== one);
          } else {
            table.put(one.id, one);
            list = list.some(({ id }) => id === one.id)
              ? list.map((row) => (row.id === one.id ? one : row))
              : [...list, one];
          }
        }
        for (const where of [{}, { parent: 'a' }, { parent: 'a', type: 'b' }, { type: 'z' }]) {
          const found = list.filter((row) =>
            Object.entries(where).every(([key, value]) => row[key as 'parent'] === value),
          );
          expect(table.page(where, offset, limit)).toEqual({
            rows: found.slice(offset, offset + limit),
            total: found.length,
          });
        }
        expect(table.last()).toBe(list.at(-1));
        for (let id = 0; id <= 20; id++) expect(table.get(id)).toBe(list.find((row) => row.id === id));
      }),
    );
  });
});
