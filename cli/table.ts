/** A plain table for a terminal. Cells are texts without anything active; colour is put around them, not in them. */
import { type Palette, paletteOfStdout } from './palette';

export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** @param color for titles and rules */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | Cell)[])[],
  color: Palette = paletteOfStdout(),
): string {
  const cells = rows.map((row) => row.map((cell): Cell => (typeof cell === 'string' ? { text: cell } : cell)));
  const widths = header.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.text.length ?? 0)),
  );
  const line = (row: readonly Cell[]) => {
    const padded = row.map(({ text, paint = String }, column) => {
      const gap = column === row.length - 1 ? 0 : (widths[column] ?? 0) - text.length;
      return paint(text) + ' '.repeat(gap);
    });
    return `  ${padded.join('   ')}`;
  };
  const rule = color.dim(`  ${widths.map((width) => '─'.repeat(width)).join('   ')}`);
  const body = cells.length === 0 ? [color.dim('  (none)')] : cells.map(line);
  return [line(header.map((text) => ({ text, paint: color.bold }))), rule, ...body].join('\n');
}
