import { possibilitiesFor, fatesOf, decide } from '../../steering';
import type { Fate } from '../../steering/outcome';
import { fatesByHand } from './brute-force/decide-by-hand';
import { Dice } from './random/dice';
import { RandomModel } from './random/random-model';
import { randomFlow } from './random/random-flow';

const MODELS = 2_500;
const FLOWS = 40;

describe('decide', () => {
  test('says of 100,000 random flows on random models what the same rules say by hand', () => {
    const dice = new Dice(20_261);
    const outcomes = new Map<string, number>();
    const disagreements: unknown[] = [];
    for (let number = 0; number < MODELS; number++) {
      const model = new RandomModel(dice, number % 2 === 0 ? 0 : 0.15).model();
      for (let again = 0; again < FLOWS; again++) {
        const flow = randomFlow(dice);
        const decided = fatesOf(possibilitiesFor(model, flow)).join();
        const byHand = inOrder(fatesByHand(model, flow)).join();
        outcomes.set(decided, (outcomes.get(decided) ?? 0) + 1);
        if (decided !== byHand && disagreements.length < 3) disagreements.push({ decided, byHand, flow, model });
      }
    }
    expect(disagreements).toEqual([]);
    // Random models reach all that there is: each definite fate, and what nobody can say.
    for (const fate of ORDER) expect(outcomes.get(fate)).toBeGreaterThan(100);
    expect(outcomes.size).toBeGreaterThan(15);
  });

  test('says the same with a trace and without', () => {
    const dice = new Dice(7);
    for (let number = 0; number < 300; number++) {
      const model = new RandomModel(dice).model();
      const flow = randomFlow(dice);
      expect(decide(model, flow).possible).toEqual(fatesOf(possibilitiesFor(model, flow)));
    }
  });
});

const ORDER: readonly Fate[] = ['block', 'bypass_direct', 'bypass_tunnel', 'steer', 'direct'];

function inOrder(fates: ReadonlySet<Fate>): Fate[] {
  return ORDER.filter((fate) => fates.has(fate));
}
