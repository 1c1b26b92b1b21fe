import { layOutColumns, markdownTable, widthOf, wrapWords } from '../../../steering';

describe('columns for a terminal', () => {
  it('are as wide as their longest text, whatever is painted around it', () => {
    const red = (text: string) => `<red>${text}</red>`;
    const rows = [['a', 'long title', 'b'], ['longer', { lines: ['x'], paint: red }, 'y'], ['c']];
    expect(layOutColumns(rows)).toEqual([
      'a        long title   b', //
      `longer   <red>x</red>            y`,
      'c',
    ]);
  });

  it('hold cells of several lines, and end in no space', () => {
    const rows = [[{ lines: ['one', 'two', 'three'] }, { lines: ['a', '', 'c'] }, ''], ['x']];
    expect(layOutColumns(rows, '  ')).toEqual(['one    a', 'two', 'three  c', 'x']);
  });

  it('keep the line of an empty row', () => {
    expect(layOutColumns([['a'], [], ['']])).toEqual(['a', '', '']);
    expect(layOutColumns([])).toEqual([]);
  });
});

describe('the room that a text takes on a terminal', () => {
  test.each([
    ['', 0],
    ['plain text', 10],
    ['\u001b[1;31mred\u001b[0m', 3],
    ['日本語.exe', 10],
    ['한국어', 6],
    ['ＡＢ', 4],
    ['👍🏽 ok', 5],
    ['👩‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['e\u0301tude', 5],
    ['a → b …', 7],
    ['▲ ▼ ◆ ⚠', 7],
  ])('%j takes %i cells', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('counts in columns, too', () => {
    expect(
      layOutColumns(
        [
          ['日本', 'x'],
          ['abc', 'y'],
        ],
        ' ',
      ),
    ).toEqual(['日本 x', 'abc  y']);
  });
});

describe('a text in lines', () => {
  it('ends its lines between words', () => {
    expect(wrapWords('the client lets it go', 10)).toEqual(['the client', 'lets it go']);
    expect(wrapWords('a b c', 3)).toEqual(['a b', 'c']);
    expect(wrapWords('', 10)).toEqual(['']);
  });

  it('hangs all lines but the first', () => {
    expect(wrapWords('one two three', 6, 2)).toEqual(['one', '  two', '  thre', '  e']);
  });

  it('cuts only a word that is longer than a line, and no character', () => {
    expect(wrapWords('to abcdefghij.example', 8)).toEqual(['to', 'abcdefgh', 'ij.examp', 'le']);
    expect(wrapWords('日本語日本語', 5)).toEqual(['日本', '語日', '本語']);
    expect(wrapWords('e\u0301e\u0301', 1)).toEqual(['e\u0301', 'e\u0301']);
    expect(wrapWords('日本', 1)).toEqual(['日', '本']);
    expect(wrapWords('ab cd', 0)).toEqual(['a', 'b', 'c', 'd']);
  });
});

it('a table in Markdown has a rule, which says where its numbers stand', () => {
  expect(
    markdownTable(
      ['app', 'ports'],
      [
        ['A', '1'],
        ['B', ''],
      ],
    ),
  ).toBe('| app | ports |\n| --- | --- |\n| A | 1 |\n| B |  |');
  expect(markdownTable(['', 'all'], [['A', '1']], 'numbers')).toBe('|  | all |\n| --- | ---: |\n| A | 1 |');
});
