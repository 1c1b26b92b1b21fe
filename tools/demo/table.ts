/** A plain table for a terminal. */
import color from 'picocolors';

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd()}`;
  const rule = color.dim(line(widths.map((width) => '─'.repeat(width))));
  const body = rows.length === 0 ? [color.dim('  (none)')] : rows.map(line);
  return [color.bold(line(header)), rule, ...body].join('\n');
}
