/** How the table of processes by ports looks on terminals of all widths, and on the page: nothing is cut, nothing lies. */
import { describeHosts, describeProcesses, legendOf } from '../../review/document/words';
import { describeUnchanged, shownTables } from '../../review/document/cells';
import type { Span } from '../../review/document/document';
import { tablesForTerminal } from '../../review/render/terminal-table';
import type { Case, Cell, Effect, Judgement, Matrix, MatrixRow } from '../../review/report';
import { render, reviewPlans } from '../../review';
import { widthOf, type Fate } from '../../steering';
import { app, blocked, DEFAULT, planOf, port } from './support/plan';

const sure = (fate: Fate): Judgement =>
  fate === 'bypass_direct'
    ? { outcome: 'bypass', via: 'direct', possible: [fate] }
    : { outcome: fate === 'bypass_tunnel' ? 'bypass' : fate, possible: [fate] };

const caseOf = (effect: Effect, before: Fate, after: Fate, hosts: readonly string[] = []): Case => ({
  effect,
  certain: true,
  before: sure(before),
  after: sure(after),
  turns: [{ before, after }],
  flows: hosts.length === 0 ? [] : [{ dimension: 'host', values: hosts }],
});

const cellOf = (cases: readonly Case[], stays: Fate = 'direct', isCollateral = false): Cell => ({
  before: sure(stays),
  after: sure(stays),
  ...(cases[0] !== undefined && { effect: cases[0].effect }),
  isCollateral,
  cases,
  moreCases: 0,
  unchanged: { names: [sure(stays)], addresses: [sure(stays)] },
  lines: [],
});

const rowOf = (process: string, cells: readonly Cell[], alike: readonly string[] = []): MatrixRow => ({
  process,
  kind: process.startsWith('any') ? 'others' : 'name',
  alike,
  cells,
});
const OTHERS = 'any process that no exception names';

const matrixOf = (over: Partial<Matrix> = {}): Matrix => ({
  platforms: ['windows'],
  transport: 'tcp',
  ports: ['80, 443', '5222'],
  rows: [
    rowOf('Telegram.exe', [
      cellOf([caseOf('broadening', 'block', 'bypass_direct', ['partner.example.com'])], 'block'),
      cellOf([caseOf('narrowing', 'direct', 'block', ['whatsapp.com and below', 'whatsapp.net and below'])]),
    ]),
    rowOf(OTHERS, [
      cellOf([], 'steer'),
      cellOf([caseOf('narrowing', 'direct', 'steer', ['whatsapp.com and below'])], 'direct', true),
    ]),
  ],
  more: { processes: 0, ports: 0 },
  ...over,
});

const plain = (_style: string, text: string) => text;
const inTerminal = (matrices: readonly Matrix[], columns: number) => tablesForTerminal(matrices, columns, plain);
const text = (spans: readonly Span[]) => spans.map((span) => span.text).join('');

describe('on a terminal', () => {
  test('a table that fits has a line for each case, with a sign in front', () => {
    expect(inTerminal([matrixOf()], 120)[0]).toBe(
      [
        '  Windows, TCP                          ports 80, 443                                   port 5222',
        '  Telegram.exe                          ▲ partner.example.com: block → bypass (direct)  ▼ whatsapp.com and below, ',
      ].join('\n'),
    );
  });
});
