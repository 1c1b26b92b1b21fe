/**
 * How is traffic numbered? A slot is a column of traffic on managed devices, or on others. There can be thousands of
 * columns for each of a thousand hosts, so lists of slots are told by the columns that they are made of.
 */
import { remembered } from '../collections';

/** The number of a column of traffic on managed devices (odd) or on others (even). */
export type Slot = number;

export const slotOf = (column: number, managed: boolean): Slot => 2 * column + (managed ? 1 : 0);
export const columnOf = (slot: Slot): number => slot >> 1;
export const isManaged = (slot: Slot): boolean => slot % 2 === 1;

/** Slots, told by columns and by whether devices are managed: there can be many, and few are looked at one by one. */
export class SlotList {
  readonly parts: (readonly [columns: readonly number[], managed: boolean])[] = [];
  private told: string | undefined;

  add(columns: readonly number[], managed: boolean): void {
    this.parts.push([columns, managed]);
  }

  /** A text that is the same for the same slots that are told in the same way. */
  get key(): string {
    return (this.told ??= this.parts.map(([columns, managed]) => `${managed}${textOf(columns)}`).join());
  }

  get size(): number {
    return this.parts.reduce((sum, [columns]) => sum + columns.length, 0);
  }

  at(index: number): Slot {
    let left = index;
    for (const [columns, managed] of this.parts) {
      const column = columns[left];
      if (column !== undefined) return slotOf(column, managed);
      left -= columns.length;
    }
    return 0;
  }
}

const textOf = remembered((columns: readonly number[]): string => columns.join());
