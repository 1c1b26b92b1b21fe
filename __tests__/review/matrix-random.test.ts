/** No cell of a matrix says of any flow what a decision does not. */
import { CollateralFinder } from '../../review/traffic/collateral';
import { toldBy } from '../../review/traffic/lines';
import { matricesOf } from '../../review/traffic/matrix';
import type { Cell, Judgement, Matrix } from '../../review/report';
import { compare, fatesOf, possibilitiesFor, type Comparison, type Model, type WholeFlow } from '../../steering';
import { readHost } from '../steering/decide/brute-force/host-by-hand';
import { Dice } from '../steering/random/dice';
import { randomWholeFlow } from '../steering/random/random-flow';
import { RandomModel } from '../steering/random/random-model';
import { EXACT_NAMES, PATTERNS } from '../steering/random/words';
import { contendedModel, shuffled } from '../steering/compare/readings/contended';
import { isSoak, runs, SOAK_MS } from '../support/runs';
import { casesAbout, namingExceptions, portIn, transportOf, type Knows } from './support/cells';

jest.setTimeout(isSoak ? SOAK_MS : 180_000);

const FLOWS_OF_A_CELL = 6;
/** What no exact name of a random model is, and no pattern matches in any case, but those that match everything. */
const OTHERS = ['qqqqqqqqq', 'qq-qq-qq-qq', 'QQ QQ QQ QQ'];

interface Pair {
  readonly before: Model;
  readonly after: Model;
}

const KINDS: readonly (readonly [what: string, pairs: number, make: (dice: Dice) => Pair])[] = [
  ['in which all is known', runs(30, 120), (dice) => pairOf(dice, 0)],
  ['in which something is not known', runs(30, 120), (dice) => pairOf(dice, 0.08)],
  [
    'in which much contends',
    runs(125, 500),
    (dice) => {
      const before = contendedModel(dice);
      return { before, after: shuffled(dice, before) };
    },
  ],
];

function pairOf(dice: Dice, doubtful: number): Pair {
  const random = new RandomModel(dice, doubtful, 4);
  const before = random.model();
  return { before, after: random.changed(before) };
}

test.each(KINDS)('every cell is true of every flow that belongs to it, on pairs of models %s', (_, pairs, make) => {
  const dice = new Dice(31);
  const seen = { cells: 0, changed: 0, told: 0, unchanged: 0 };
  for (let number = 0; number < pairs; number++) {
    const models = { ...make(dice), changed: new Set<string>(), notJudged: [] };
    const comparison = compare(models.before, models.after);
    const told = toldBy(comparison, new CollateralFinder(models, new Set()), (value) => value).list;
    for (const matrix of matricesOf(comparison, told, models).list) {
      for (const { process, kind, alike, cells } of matrix.rows) {
        const names = [process, ...alike].flatMap((title) => nameOf(title) ?? []);
        cells.forEach((cell, column) => {
          seen.cells += 1;
          for (let again = 0; again < FLOWS_OF_A_CELL; again++) {
            const flow: WholeFlow = {
              ...randomWholeFlow(dice),
              platform: dice.oneOf(matrix.platforms),
              process:
                kind === 'others' && (names.length === 0 || dice.chance(0.5)) ? dice.oneOf(OTHERS) : dice.oneOf(names),
              port: portIn(matrix.ports[column]!, dice),
              transport: transportOf(matrix, dice),
            };
            const found = check({ models, comparison, matrix, cell, flow, number });
            if (found !== undefined) seen[found] += 1;
          }
        });
      }
    }
  }
  expect(seen.cells).toBeGreaterThan(runs(200, 800));
  expect(seen.told).toBeGreaterThan(runs(250, 1_000));
  expect(seen.unchanged).toBeGreaterThan(runs(250, 1_000));
});

/** Names that a title is about; of a pattern, its example. */
function nameOf(title: string): string | undefined {
  if (title.startsWith('any process')) return undefined;
  return title.startsWith('pattern ') ? title.split(', such as ').at(-1) : title;
}

interface Asked {
  readonly models: Pair;
  readonly comparison: Comparison;
  readonly matrix: Matrix;
  readonly cell: Cell;
  readonly flow: WholeFlow;
  readonly number: number;
}

function check({ models, comparison, matrix, cell, flow, number }: Asked): 'told' | 'unchanged' | undefined {
  const both = [models.before, models.after];
  const [was, is] = both.map((model) => fatesOf(possibilitiesFor(model, flow))) as [
    Judgement['possible'],
    Judgement['possible'],
  ];
  const fail = (what: string, ...about: unknown[]): never => {
    throw new Error(
      JSON.stringify({ number, what, flow, was, is, cell, about, matrix: matrix.ports, models }, undefined, 1),
    );
  };
  if (was.some((fate) => !cell.before.possible.includes(fate))) fail('before, the cell leaves something out');
  if (is.some((fate) => !cell.after.possible.includes(fate))) fail('after, the cell leaves something out');
  const { key, turns } = comparison.classOf(flow);
  const knows: Knows = {
    isSameClient: (one, asking) => comparison.classOf({ ...one, ...asking }).key === key,
    isNamedAlike: (one, names) => namingExceptions(both, one) === namingExceptions(both, names),
  };
  const cases = casesAbout(cell, flow, knows);
  for (const one of cases) {
    if (one.before.possible.join() !== was.join() || one.after.possible.join() !== is.join()) {
      // An address that some exception names is no other address, which the texts do not tell.
      if (readHost(flow.host).kind !== 'name') return undefined;
      fail('a case says otherwise', one);
    }
  }
  if (cases.length > 0) return 'told';
  if (cell.moreCases > 0) return undefined;
  // What exceptions name may be told by other names that they have.
  if (cell.cases.some(({ flows }) => flows.some(({ dimension }) => dimension === 'belonging'))) return undefined;
  if (turns.length > 0) fail('a change is in no case', turns);
  const stays = readHost(flow.host).kind === 'name' ? cell.unchanged.names : cell.unchanged.addresses;
  if (!stays.some(({ possible }) => possible.join() === is.join())) fail('what stays is not told', stays);
  return 'unchanged';
}

test('the names of other processes are those of none', () => {
  // Where it is not known whether an element is a pattern, or where it ends, a part of it may be found in a name.
  const parts = [...EXACT_NAMES, ...Object.keys(PATTERNS)].flatMap((element) => [element, ...element.split(',')]);
  for (const other of OTHERS.map((name) => name.toLowerCase())) {
    expect(parts.filter((part) => other.includes(part.trim().toLowerCase()))).toEqual([]);
    for (const pattern of Object.values(PATTERNS)) expect(pattern?.test(other) ?? false).toBe(false);
  }
});
