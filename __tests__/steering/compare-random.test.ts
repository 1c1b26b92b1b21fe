import { compare, fatesOf, possibilitiesFor, type FlowClass, type Model, type WholeFlow } from '../../steering';
import { Dice } from './random/dice';
import { randomWholeFlow } from './random/random-flow';
import { RandomModel } from './random/random-model';

const PAIRS = 300;
/** Flows of each class that are looked at, and flows from anywhere of each pair. */
const OF_CLASS = 2;
const ANYWHERE = 4;

describe('compare, on 10,000 random pairs of models', () => {
  test('parts all flows into classes: every flow is in one, and has its outcomes', () => {
    const dice = new Dice(5);
    const seen = { classes: 0, changed: 0, flows: 0 };
    for (let number = 0; number < PAIRS; number++) {
      const random = new RandomModel(dice, number % 2 === 0 ? 0 : 0.08);
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
    expect(seen.changed).toBeGreaterThan(PAIRS);
  });
});

function expectOutcome(number: number, before: Model, after: Model, flow: WholeFlow, found: FlowClass): void {
  const decided = [before, after].map((model) => fatesOf(possibilitiesFor(model, flow)).join());
  const said = [found.before, found.after].map(({ possible }) => possible.join());
  if (decided.join('>') !== said.join('>')) fail(number, 'a class says otherwise', flow, { decided, said, found });
}

function fail(pair: number, what: string, ...about: unknown[]): never {
  throw new Error(`pair ${pair}: ${what}: ${JSON.stringify(about, undefined, 1)}`);
}
