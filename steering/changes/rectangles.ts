/** Slots of traffic as few products of ports, transports, memberships and managed or not. */
import type { Transport } from '../model/flow';
import { columnOf, isManaged, type Slot } from '../partition/context-partition';
import type { Column } from '../partition/traffic-space';

/** Numbers are indexes of groups of ports and of memberships. */
export interface Rectangle {
  readonly ports: readonly number[];
  readonly transports: readonly Transport[];
  readonly memberships: readonly number[];
  readonly managed: readonly boolean[];
}

type Cell = Column & { readonly managed: boolean };

export function rectanglesOf(slots: readonly Slot[], columns: readonly Column[]): Rectangle[] {
  const cells = slots.flatMap((slot): Cell[] => {
    const column = columns[columnOf(slot)];
    return column === undefined ? [] : [{ ...column, managed: isManaged(slot) }];
  });
  const byPort = alike(cells, 'port', (cell) => `${cell.transport} ${cell.membership} ${cell.managed}`);
  return byPort.flatMap(([ports, ofPorts]) =>
    alike(ofPorts, 'transport', (cell) => `${cell.membership} ${cell.managed}`).flatMap(([transports, ofTransports]) =>
      alike(ofTransports, 'membership', (cell) => String(cell.managed)).map(([memberships, rest]) => ({
        ports,
        transports,
        memberships,
        managed: rest.map(({ managed }) => managed),
      })),
    ),
  );
}

/** The values of a dimension, those together that go with the same in the dimensions that are left, and the cells of one. */
function alike<K extends keyof Cell>(
  cells: readonly Cell[],
  dimension: K,
  restOf: (cell: Cell) => string,
): [Cell[K][], Cell[]][] {
  const byValue = new Map<Cell[K], Cell[]>();
  for (const cell of cells) {
    const own = byValue.get(cell[dimension]);
    if (own === undefined) byValue.set(cell[dimension], [cell]);
    else own.push(cell);
  }
  const found = new Map<string, [Cell[K][], Cell[]]>();
  for (const [value, own] of byValue) {
    const key = own.map(restOf).join();
    const same = found.get(key);
    if (same === undefined) found.set(key, [[value], own]);
    else same[0].push(value);
  }
  return [...found.values()];
}
