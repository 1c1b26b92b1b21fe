import {
  compare,
  decide,
  fatesOf,
  possibilitiesFor,
  type FlowClass,
  type Model,
  type TrafficChange,
  type WholeFlow,
} from '../../../steering';
import { isSoak, runs, SOAK_MS } from '../../support/runs';
import { Dice } from '../random/dice';
import { randomWholeFlow } from '../random/random-flow';
import { RandomModel } from '../random/random-model';
import { isAround, isSimple } from './region-by-hand';

jest.setTimeout(isSoak ? SOAK_MS : 180_000);

const PAIRS = runs(2_500, 10_000);
/** Pairs of which every line is looked at. */
const LOOKED_AT = runs(250, 500);
/** Flows of each class that are looked at, and flows from anywhere of each pair. */
const OF_CLASS = 1;
const ANYWHERE = 4;
/** Few enough for thousands of pairs; others come and go between the two. */
const EXCEPTIONS = 4;

describe(`compare, on ${PAIRS} random pairs of models`, () => {
  test.each([1, 2, 3, 4])(
    'parts all flows into classes: every flow is in one, and has its outcomes (part %i of 4)',
    (part) => {
      const dice = new Dice(part);
      const seen = { classes: 0, changed: 0, flows: 0 };
      for (let number = 0; number < PAIRS / 4; number++) {
        const random = new RandomModel(dice, number % 2 === 0 ? 0 : 0.08, EXCEPTIONS);
        const before = random.model();
        const after = random.changed(before);
        const flows = Array.from({ length: ANYWHERE }, () => randomWholeFlow(dice));
        const platforms = [dice.oneOf(flows).platform];
        const comparison = compare(before, after, { platforms });
        const classes = new Map<string, FlowClass>();
        for (const one of comparison.eachClass()) {
          if (classes.has(one.key)) throw new Error(`pair ${number}: two classes have one key: ${one.key}`);
          classes.set(one.key, one);
          for (let again = 0; again < OF_CLASS; again++) {
            const flow = one.sample((count) => dice.below(count));
            seen.flows += 1;
            const { key } = comparison.classOf(flow);
            if (key !== one.key) fail(number, 'a flow of a class is in another', flow, { of: one.key, in: key });
            expectOutcome(number, before, after, flow, one);
          }
        }
        seen.classes += classes.size;
        seen.changed += comparison.changedClasses;
        for (const flow of flows) {
          if (!platforms.includes(flow.platform)) continue;
          const found = classes.get(comparison.classOf(flow).key);
          if (found === undefined) return fail(number, 'no class has the flow', flow, comparison.classOf(flow));
          expectOutcome(number, before, after, flow, found);
        }
      }
      expect(seen.changed).toBeGreaterThan(PAIRS / 4);
    },
  );

  test('tells every change in a line that is true of its witness and names what changed', () => {
    const dice = new Dice(11);
    let [lines, told] = [0, 0];
    for (let number = 0; number < LOOKED_AT; number++) {
      const random = new RandomModel(dice, number % 2 === 0 ? 0 : 0.08, EXCEPTIONS);
      const before = random.model();
      const after = random.changed(before);
      const flow = randomWholeFlow(dice);
      const comparison = compare(before, after, { platforms: [flow.platform] });
      for (const line of comparison.changes) {
        lines += 1;
        const { witness, causes } = line;
        expect({ number, ...expectedOf(line) }).toEqual({ number, ...decidedOn(before, after, witness) });
        if (!isAround(line.region, witness)) fail(number, 'a line is not about its witness', line);
        if (causes.length === 0) fail(number, 'a line names no cause', line);
      }
      const found = comparison.classOf(flow);
      const around = comparison.changes.filter((line) => isAround(line.region, flow));
      const decided = JSON.stringify(decidedOn(before, after, flow));
      if (found.isChanged) {
        told += 1;
        const isTold = around.some((line) => JSON.stringify(expectedOf(line)) === decided);
        if (!isTold) fail(number, 'a change is in no line', flow, decided, comparison.changes);
      } else if (around.some(({ region }) => isSimple(region)))
        fail(number, 'a line has what does not change', flow, around);
    }
    expect(lines).toBeGreaterThan(LOOKED_AT);
    expect(told).toBeGreaterThan(LOOKED_AT / 25);
  });
});

function expectOutcome(number: number, before: Model, after: Model, flow: WholeFlow, found: FlowClass): void {
  const decided = [before, after].map((model) => fatesOf(possibilitiesFor(model, flow)).join());
  const said = [found.before, found.after].map(({ possible }) => possible.join());
  if (decided.join('>') !== said.join('>')) fail(number, 'a class says otherwise', flow, { decided, said, found });
}

function expectedOf({ before, after }: TrafficChange): object {
  return { before, after };
}

function decidedOn(before: Model, after: Model, flow: WholeFlow): object {
  const [first, second] = [before, after].map((model) => {
    const { outcome, via, possible } = decide(model, flow);
    return { outcome, ...(via !== undefined && { via }), possible };
  });
  return { before: first, after: second };
}

function fail(pair: number, what: string, ...about: unknown[]): never {
  throw new Error(`pair ${pair}: ${what}: ${JSON.stringify(about, undefined, 1)}`);
}
