import { possibilitiesFor, fatesOf, decide } from '../../../steering';
import type { Fate } from '../../../steering/decide/outcome';
import type { Flow } from '../../../steering/model/flow';
import type { Model } from '../../../steering/model/model';
import { fatesByHand } from './brute-force/decide-by-hand';
import { RULE_NAMES, type Rule } from './brute-force/rules';
import { everyWorld, type Options } from './brute-force/worlds';
import { isSoak, runs, SOAK_MS } from '../../support/runs';
import { Dice } from '../random/dice';
import { RandomModel } from '../random/random-model';
import { randomFlow } from '../random/random-flow';

jest.setTimeout(isSoak ? SOAK_MS : 240_000);

const MODELS = runs(690, 2_750);
const FLOWS = 40;
/** Flows on which each rule must be needed, and those on which an engine without it must be noticed. */
const NEEDED = runs(25, 100);
const NOTICED = runs(12, 50);
/** Answers of the engine that name more than is possible, at most. */
const MOST_WIDER = runs(12, 50);

describe('decide', () => {
  test(`says of ${MODELS * FLOWS} random flows on random models what the same rules say by hand`, () => {
    const outcomes = new Map<string, number>();
    const disagreements: unknown[] = [];
    let wider = 0;
    for (const { model, flow } of cases(MODELS)) {
      const decided = fatesOf(possibilitiesFor(model, flow));
      const answer = decided.join();
      outcomes.set(answer, (outcomes.get(answer) ?? 0) + 1);
      const byHand = answerByHand(model, flow);
      if (answer === byHand) continue;
      // The engine looks at one object at a time: it may find possible what no single device does. It misses nothing for that.
      const isWider = byHand.split(',').every((fate) => decided.includes(fate as Fate));
      if (isWider && answer === answerByHand(model, flow, { apart: true })) wider += 1;
      else if (disagreements.length < 3) disagreements.push({ decided, byHand, flow, model });
    }
    expect(disagreements).toEqual([]);
    expect(wider).toBeLessThan(MOST_WIDER);
    // Random models reach all that there is: each definite fate, and what nobody can say.
    for (const fate of ORDER) expect(outcomes.get(fate)).toBeGreaterThan(NEEDED);
    expect(outcomes.size).toBeGreaterThan(15);
  });

  test('would be noticed without any of the rules', () => {
    const needed = new Map<Rule, number>();
    const noticed = new Map<Rule, number>();
    for (const { model, flow } of cases(MODELS)) {
      const used = new Set<Rule>();
      const byHand = answerByHand(model, flow, { used });
      for (const rule of used) {
        needed.set(rule, (needed.get(rule) ?? 0) + 1);
        const found = noticed.get(rule) ?? 0;
        if (found < NOTICED && answerByHand(model, flow, { leftOut: rule }) !== byHand) noticed.set(rule, found + 1);
      }
    }
    expect(RULE_NAMES.filter((rule) => (needed.get(rule) ?? 0) < NEEDED)).toEqual([]);
    expect(RULE_NAMES.filter((rule) => (noticed.get(rule) ?? 0) < NOTICED)).toEqual([]);
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

describe('worlds', () => {
  test('are as many as there are answers, and agree on what was asked before', () => {
    const seen: string[] = [];
    everyWorld((world) => {
      const first = world.ask('first', ['a', 'b']);
      const second = first === 'a' ? world.is('second') : world.ask('third', [1, 2, 3]);
      expect(world.ask('first', ['a', 'b'])).toBe(first);
      seen.push(`${first} ${second}`);
    });
    expect(seen).toEqual(['a false', 'a true', 'b 1', 'b 2', 'b 3']);
  });
});

const ORDER: readonly Fate[] = ['block', 'bypass_direct', 'bypass_tunnel', 'steer', 'direct'];

function* cases(models: number): Generator<{ readonly model: Model; readonly flow: Flow }> {
  const dice = new Dice(20_261);
  for (let number = 0; number < models; number++) {
    const model = new RandomModel(dice, number % 2 === 0 ? 0 : 0.15).model();
    for (let again = 0; again < FLOWS; again++) yield { model, flow: randomFlow(dice) };
  }
}

function answerByHand(model: Model, flow: Flow, options?: Options): string {
  const fates = fatesByHand(model, flow, options);
  return ORDER.filter((fate) => fates.has(fate)).join();
}
