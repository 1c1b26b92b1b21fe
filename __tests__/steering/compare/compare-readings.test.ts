/** What is unknown before and after is not unchanged for that: whatever is not published, the same reading of it holds on both sides. */
import { compare, known, type Fate, type Model, type WholeFlow } from '../../../steering';
import { isSoak, runs, SOAK_MS } from '../../support/runs';
import { Dice } from '../random/dice';
import { randomWholeFlow } from '../random/random-flow';
import { RandomModel } from '../random/random-model';
import { contendedFlow, contendedModel, shuffled } from './readings/contended';
import { ordersOf, readerOf, subsetsOf } from './readings/orders';

jest.setTimeout(isSoak ? SOAK_MS : 120_000);

const PAIRS = runs(600, 2_400);
const FLOWS = 20;
const MOST_ORDERED = 5;

describe('compare, under every order of exceptions and configurations', () => {
  test.each(['small models in which much contends', 'models of all kinds'] as const)(
    'tells a change where some order makes one, and none where no order does: %s',
    (what) => {
      const dice = new Dice(5);
      const seen = { changed: 0, unknownAndChanged: 0, unknownAndSame: 0 };
      for (let number = 0; number < PAIRS; number++) {
        const [before, after, flows] = what === 'models of all kinds' ? ofAllKinds(dice) : contending(dice);
        const comparison = compare(before, after, { platforms: [...new Set(flows.map(({ platform }) => platform))] });
        for (const flow of flows) {
          const expected = turnsOf(before, after, flow);
          if (expected === undefined) continue;
          const found = comparison.classOf(flow);
          const told = found.turns.map((turn) => `${turn.before} > ${turn.after}`);
          if (told.sort().join() !== [...expected].sort().join())
            throw new Error(JSON.stringify({ number, flow, told, expected: [...expected], before, after }));
          if (expected.size > 0) seen.changed += 1;
          if (found.before.possible.length > 1 && found.after.possible.length > 1)
            seen[expected.size > 0 ? 'unknownAndChanged' : 'unknownAndSame'] += 1;
        }
      }
      expect(seen.changed).toBeGreaterThan(PAIRS / 6);
      if (what === 'models of all kinds') return;
      expect(seen.unknownAndChanged).toBeGreaterThan((PAIRS * 5) / 6);
      expect(seen.unknownAndSame).toBeGreaterThan((PAIRS * 5) / 12);
    },
  );

  test('finds nothing between a model and itself, in another order and with other notes, whatever is not known', () => {
    const dice = new Dice(6);
    for (let number = 0; number < runs(125, 500); number++) {
      const model = new RandomModel(dice, 0.2, 6).model();
      const again: Model = {
        ...structuredClone(model),
        exceptions: structuredClone(model.exceptions)
          .map((one) => ({ ...one, notes: known('other') }))
          .reverse(),
        ports: [...structuredClone(model.ports)].reverse(),
        apps: [...model.apps].reverse(),
      };
      const changed = [...compare(model, again).eachClass()].filter(({ isChanged }) => isChanged);
      if (changed.length > 0)
        throw new Error(JSON.stringify({ number, changed: changed.map((one) => ({ ...one })), model }, undefined, 1));
    }
  });
});

/** In which ways a flow changes under some order; undefined where something else is open, or too much. */
function turnsOf(before: Model, after: Model, flow: WholeFlow): Set<string> | undefined {
  const [was, is] = [readerOf(before, flow), readerOf(after, flow)];
  if (was === undefined || is === undefined) return undefined;
  const exceptions = new Set([...was.contenders, ...is.contenders]);
  const configurations = new Set([...was.configurations, ...is.configurations]);
  if (exceptions.size > MOST_ORDERED) return undefined;
  const classifications = subsetsOf([...was.classifications, ...is.classifications]);
  const turns = new Set<string>();
  for (const byConfiguration of ordersOf(configurations)) {
    for (const byException of ordersOf(exceptions)) {
      for (const classified of classifications) {
        const [first, second] = [was, is].map((reader) => reader.read(byException, byConfiguration, classified)) as [
          Fate,
          Fate,
        ];
        if (first !== second) turns.add(`${first} > ${second}`);
      }
    }
  }
  return turns;
}

type Pair = readonly [before: Model, after: Model, flows: readonly WholeFlow[]];

function contending(dice: Dice): Pair {
  const before = contendedModel(dice);
  return [before, shuffled(dice, before), Array.from({ length: FLOWS }, () => contendedFlow(dice))];
}

function ofAllKinds(dice: Dice): Pair {
  const random = new RandomModel(dice, 0, 5);
  const before = random.model();
  const { platform } = randomWholeFlow(dice);
  const flows = Array.from({ length: FLOWS }, () => ({ ...randomWholeFlow(dice), platform }));
  return [before, random.changed(before), flows];
}
