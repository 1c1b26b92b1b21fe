import { isMet, report } from '../../benchmarks/report';

const finding = { what: 'reads per second', measured: 'x', goal: 2000 } as const;

describe('a finding', () => {
  it.each([
    [1999, undefined, true],
    [2000, undefined, true],
    [2001, 'at most', false],
    [1999, 'at least', false],
    [2000, 'at least', true],
    [NaN, 'at least', false],
    [NaN, 'at most', false],
  ] as const)('of %d with a goal of 2000 "%s" meets it: %j', (figure, bound, met) => {
    expect(isMet({ ...finding, figure, ...(bound && { bound }) })).toBe(met);
  });

  it('is shown beside its goal, with the side that it must be on', () => {
    const shown = report([
      { ...finding, figure: 2500.129, bound: 'at least' },
      { ...finding, figure: 2500, bound: 'at most' },
    ]);
    expect(shown).toMatch(/2500\.13\s+>= 2000\s+\S*met/);
    expect(shown).toMatch(/2500\s+<= 2000\s+\S*missed/);
  });
});
