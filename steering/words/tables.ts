/** This file lays out tables for a terminal and for Markdown. The caller makes the texts of the cells inert first. */

/**
 * A cell of a table for a terminal: one text, or several below each other, or a character that fills the width of the
 * column.
 */
export type TableCell =
  | string
  | {
      readonly lines?: readonly string[];
      readonly fill?: string;
      /** A function that puts colour around each line, which takes no room. */
      readonly paint?: (text: string) => string;
    };

/** Returns the lines of a table whose columns are as wide as their longest text. No line ends in a space. */
export function layOutColumns(rows: readonly (readonly TableCell[])[], between = '   '): string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { lines: [cell] } : cell)));
  const widths: number[] = [];
  for (const row of cells) {
    row.forEach(({ lines = [] }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, ...lines.map(({ length }) => length));
    });
  }
  return cells.flatMap((row) => {
    const height = Math.max(1, ...row.map(({ lines = [] }) => lines.length));
    return Array.from({ length: height }, (_, index) => {
      let [line, gap] = ['', ''];
      row.forEach(({ lines, fill = '', paint = String }, column) => {
        const width = widths[column] ?? 0;
        const text = lines === undefined ? fill.repeat(width) : (lines[index] ?? '');
        if (text !== '') [line, gap] = [line + gap + paint(text), ''];
        gap += ' '.repeat(width - text.length) + between;
      });
      return line;
    });
  });
}

/**
 * Returns a table in Markdown.
 * @param columns what the columns after the first hold; numbers stand to the right
 */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  columns: 'texts' | 'numbers' = 'texts',
): string {
  const rule = header.map((_, column) => (columns === 'numbers' && column > 0 ? '---:' : '---'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
