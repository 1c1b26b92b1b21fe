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

/** Matches what sets colours, which takes no room. */

const COLOUR = /\u001b\[[\d;]*m/g;
/** Matches texts of which each character takes one cell. */
const NARROW = /^[ -~]*$/;
/** Matches characters that take two cells: those of East Asia, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18dff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\ufe0f]|\p{Emoji_Presentation}/u;
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u;
const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Returns the number of cells of a terminal that a text takes; colours take none. */
export function widthOf(text: string): number {
  const plain = text.replace(COLOUR, '');
  if (NARROW.test(plain)) return plain.length;
  return charactersOf(plain).reduce((sum, character) => sum + cellsOf(character), 0);
}

function charactersOf(text: string): string[] {
  return [...CHARACTERS.segment(text)].map(({ segment }) => segment);
}

function cellsOf(character: string): number {
  if (INVISIBLE.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/**
 * Breaks a text without colours into lines between its words. Only a word that is longer than a line is cut.
 * @param width the most cells of a line; a line has at least one character
 * @param hang the number of spaces before each line but the first
 */
export function wrapWords(text: string, width: number, hang = 0): string[] {
  const lines: string[] = [];
  let line = '';
  const indent = () => (lines.length === 0 ? '' : ' '.repeat(hang));
  const end = () => {
    lines.push(indent() + line);
    line = '';
  };
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const fits = (one: string) => widthOf(indent() + one) <= width;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') end();
    for (const character of fits(word) ? [word] : charactersOf(word)) {
      if (line !== '' && !fits(line + character)) end();
      line += character;
    }
  }
  end();
  return lines;
}

/** Returns the lines of a table whose columns are as wide as their longest text. No line ends in a space. */
export function layOutColumns(rows: readonly (readonly TableCell[])[], between = '   '): string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { lines: [cell] } : cell)));
  const widths: number[] = [];
  for (const row of cells) {
    row.forEach(({ lines = [] }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, ...lines.map(widthOf));
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
        gap += ' '.repeat(width - widthOf(text)) + between;
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
