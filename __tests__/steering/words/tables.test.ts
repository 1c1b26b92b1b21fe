import { layOutColumns, markdownTable } from '../../../steering';

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
