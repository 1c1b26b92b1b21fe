/**
 * Possible worlds. Whatever a model, a flow or the vendor leaves open is a question with a few possible answers, and a world
 * answers all of them. A decision is written as if all were known, and asks its world; `everyWorld` runs it in all worlds.
 */
import type { Names, Value } from '../../../../steering/model/model';
import type { Rule } from './rules';

interface Choice {
  readonly count: number;
  index: number;
}

/** One world. The same question has the same answer wherever it is asked. */
export class World {
  private readonly answers = new Map<string, unknown>();
  private readonly open = new Set<string>();
  private asked = 0;

  constructor(
    private readonly choices: Choice[],
    private readonly used: Set<Rule>,
    /** A rule that does not hold in any of these worlds: a test leaves it out to see who notices. */
    private readonly leftOut: Rule | undefined,
    private readonly apart: boolean,
  ) {}

  /** @param by who asks: asked apart, each gets an answer of its own */
  ask<T>(asked: string, answers: readonly T[], by = ''): T {
    const question = this.apart && by !== '' ? `${asked}, asked by ${by}` : asked;
    if (this.answers.has(question)) return this.answers.get(question) as T;
    if (answers.length > 1) this.open.add(question);
    const answer = answers.length === 1 ? answers[0] : answers[this.choose(answers.length)];
    this.answers.set(question, answer);
    return answer as T;
  }

  /** A question that is answered by yes or no. */
  is(question: string, by?: string): boolean {
    return this.ask(question, [false, true], by);
  }

  /** What a value of the model is in this world. @param all of its type, where nothing narrower is known */
  valueOf<T>(question: string, value: Value<T>, all: readonly T[]): T {
    return value.known ? value.value : this.ask(question, value.candidates ?? all);
  }

  /**
   * What a reference of the model is to: one of the keys that it may be to, or something that is not among them. With a single
   * key, too, it is not known whether it is to that one.
   */
  referenceOf(question: string, reference: Value<string>, keys: readonly string[]): string | undefined {
    return reference.known ? reference.value : this.ask(question, [...(reference.candidates ?? keys), undefined]);
  }

  /** Whether an object of the model is there. */
  hasObject({ key, doubt }: { readonly key: string; readonly doubt?: string }): boolean {
    return doubt === undefined || this.is(`${key} is there`);
  }

  /** Whether a list names something: what it shows is there, and what it does not show may be. */
  names(question: string, { items, open }: Names, isMeant: (item: string) => boolean): boolean {
    return items.some(isMeant) || (open !== undefined && this.is(`${question}: another one`));
  }

  /** Whether a list names nothing at all. One that shows nothing and is open may. */
  isEmpty(question: string, { items, open }: Names): boolean {
    return items.length === 0 && (open === undefined || !this.is(`${question}: there are some`));
  }

  /** Whether a rule holds. All do but one that a test leaves out; that it was needed is written down. */
  holds(rule: Rule): boolean {
    this.used.add(rule);
    return rule !== this.leftOut;
  }

  /** What was asked and could have been answered otherwise, with the answers of this world. */
  openQuestions(): readonly (readonly [question: string, answer: unknown])[] {
    return [...this.answers].filter(([question]) => this.open.has(question));
  }

  private choose(count: number): number {
    const choice = this.choices[this.asked] ?? { count, index: 0 };
    this.choices[this.asked] = choice;
    this.asked += 1;
    return choice.index;
  }
}

export interface Options {
  /** Receives the rules that were needed in any world. */
  readonly used?: Set<Rule>;
  readonly leftOut?: Rule;
  /**
   * What is asked of one thing by several objects is answered for each of them by itself. So it is to whoever looks at one
   * object at a time, and may take more to be possible than is.
   */
  readonly apart?: boolean;
}

/** Runs a decision once in each world, as far as its questions tell worlds apart. */
export function everyWorld(
  run: (world: World) => void,
  { used = new Set(), leftOut, apart = false }: Options = {},
): void {
  const choices: Choice[] = [];
  do run(new World(choices, used, leftOut, apart));
  while (moveOn(choices));
}

/** The last question that has an answer left gets the next one, and what was asked after it is asked anew. */
function moveOn(choices: Choice[]): boolean {
  for (let last = choices.pop(); last !== undefined; last = choices.pop()) {
    if (last.index + 1 === last.count) continue;
    choices.push({ count: last.count, index: last.index + 1 });
    return true;
  }
  return false;
}
