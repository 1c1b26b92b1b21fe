/**
 * Which of many patterns does a text match? This deterministic automaton searches for all of them at once, and is built
 * as far as it is asked for. A state knows which groups have matched for good, and forgets what could only match them
 * again.
 */
import type { CharacterClass } from './alphabet';
import type { Machine, MachineState } from './machine';
import type { CharacterSet, Nfa } from './nfa';

export interface AutomatonState extends MachineState {
  /** The nodes that wait for the next character, ascending. Beside them the search starts anew at every character. */
  readonly nodes: readonly number[];
  /**
   * The owners (see `Nfa`) that have matched, ascending. Of a group that has matched for certain, only that is kept.
   */
  readonly matched: readonly number[];
  readonly after: PatternContext;
  /** The next states by the index of a character class, once they were asked for. */
  next: readonly AutomatonState[] | undefined;
}

/** The text before a state, as far as assertions ask about it. */
interface PatternContext {
  readonly key: number;
  readonly isStart: boolean;
  readonly isWord: boolean;
  readonly isNewLine: boolean;
}

const ASSERT = { BEGIN_LINE: 1, END_LINE: 2, BEGIN_TEXT: 4, END_TEXT: 8, BOUNDARY: 16, NO_BOUNDARY: 32 };
const WORDS = ASSERT.BOUNDARY | ASSERT.NO_BOUNDARY;
/** A number above every set of assertions. */
const ASSERTIONS = 64;
const NOTHING: readonly number[] = [];
/** The cost of looking for a state, in steps from node to node. */
const COST_OF_STATE = 20;

/** The nodes and owners that are reached from a node without taking a character. */
interface Closure {
  readonly takes: readonly number[];
  readonly matches: readonly number[];
}

/** The nodes to which each character leads, if any, and the owners that match before it. */
interface Moves {
  readonly nodes: (number[] | undefined)[];
  readonly matches: (number[] | undefined)[];
}

interface AssertionsAfter {
  readonly byCharacter: readonly number[];
  readonly distinct: readonly number[];
}

const START: PatternContext = { key: 4, isStart: true, isWord: false, isNewLine: false };
const NOTHING_BEFORE: PatternContext = { key: 0, isStart: false, isWord: false, isNewLine: false };

export class Automaton implements Machine<AutomatonState> {
  readonly start: AutomatonState;
  readonly owners: number;
  /** The work done so far, in steps from node to node. */
  work = 0;
  private readonly states = new Map<string, AutomatonState>();
  private readonly closures = new Map<number, Closure>();
  private readonly assertions = new Map<number, AssertionsAfter>();
  private readonly startMoves = new Map<number, Moves>();
  /** The state to which each character leads when nothing is waiting, by what has matched. */
  private readonly restarts = new Map<string, (AutomatonState | undefined)[]>();
  /** The classes that each node takes. */
  private readonly taken: readonly (readonly number[])[];
  private readonly eternal: (boolean | undefined)[] = [];
  /** Whether what is searched for can begin in the middle of a text. */
  private floats: boolean | undefined;
  private readonly endings = new Map<AutomatonState, readonly number[]>();
  private readonly letters = new Map<string, readonly number[]>();

  constructor(
    private readonly nfa: Nfa,
    readonly alphabet: readonly CharacterClass[],
  ) {
    const classes = (has: (rune: number) => boolean) =>
      alphabet.flatMap(({ rune }, index) => (has(rune) ? [index] : NOTHING));
    const tables = new Map<CharacterSet, readonly number[]>();
    const classesIn = (set: CharacterSet) => {
      let table = tables.get(set);
      if (table === undefined) tables.set(set, (table = classes((rune) => set.has(rune))));
      return table;
    };
    this.taken = nfa.nodes.map((node) => (node.kind === 'take' ? classesIn(node.set) : NOTHING));
    this.owners = nfa.owners.reduce((most, owner) => Math.max(most, (owner | 1) + 1), 0);
    this.start = this.intern([], [], START);
  }

  /** Returns the classes of a letter of an exact name, in every case. */
  classesOf(letter: string): readonly number[] {
    let classes = this.letters.get(letter);
    if (classes === undefined) {
      classes = this.alphabet.flatMap(({ folded }, index) => (folded === letter ? [index] : NOTHING));
      this.letters.set(letter, classes);
    }
    return classes;
  }

  /** Returns the state after one more character, by its class. */
  step(state: AutomatonState, index: number): AutomatonState {
    const next = (state.next ??= this.successors(state))[index];
    if (next === undefined) throw new Error(`no character class ${index}`);
    return next;
  }

  isAlive({ nodes, matched }: AutomatonState): boolean {
    return (this.floats ??= this.findFloats()) || nodes.length > 0 || matched.length > 0;
  }

  accepted(state: AutomatonState): readonly number[] {
    let owners = this.endings.get(state);
    if (owners === undefined) this.endings.set(state, (owners = this.findAccepted(state)));
    return owners;
  }

  private findAccepted(state: AutomatonState): readonly number[] {
    const bits = this.assertionsBetween(state.after, undefined);
    const matches = new Set(state.matched);
    for (const nodes of [state.nodes, this.nfa.starts]) {
      for (const node of nodes) for (const match of this.closure(node, bits).matches) matches.add(match);
    }
    return reduced(matches);
  }

  /** Returns the states after each character. Each node is looked at once, for the few characters that it takes. */
  private successors(state: AutomatonState): AutomatonState[] {
    const anew = this.startMovesAfter(state.after);
    const moves = this.movesOf(state.nodes, state.after);
    const restarts = this.restartsOf(state);
    const after = (character: CharacterClass, index: number): AutomatonState => {
      const nodes = union(moves.nodes[index], anew.nodes[index]);
      const matches = union(moves.matches[index], anew.matches[index]);
      this.work += COST_OF_STATE + nodes.length;
      return this.intern(nodes, union(state.matched, matches), contextAfter(character, this.nfa.assertions));
    };
    return this.alphabet.map((character, index) => {
      // After most characters nothing of what was waiting is left: many states lead to the same one.
      const isRestart = moves.nodes[index] === undefined && moves.matches[index] === undefined;
      return isRestart ? (restarts[index] ??= after(character, index)) : after(character, index);
    });
  }

  private restartsOf({ matched, after }: AutomatonState): (AutomatonState | undefined)[] {
    const key = `${matched.join()}|${after.key}`;
    let restarts = this.restarts.get(key);
    if (restarts === undefined) this.restarts.set(key, (restarts = []));
    return restarts;
  }

  private startMovesAfter(after: PatternContext): Moves {
    let moves = this.startMoves.get(after.key);
    if (moves === undefined) this.startMoves.set(after.key, (moves = this.movesOf(this.nfa.starts, after)));
    return moves;
  }

  private movesOf(nodes: readonly number[], after: PatternContext): Moves {
    const moves: Moves = { nodes: [], matches: [] };
    const { byCharacter, distinct } = this.assertionsAfter(after);
    for (const node of nodes) {
      for (const bits of distinct) {
        const { takes, matches } = this.closure(node, bits);
        if (matches.length > 0) {
          byCharacter.forEach((one, index) => one === bits && (moves.matches[index] ??= []).push(...matches));
        }
        for (const take of takes) this.moveBy(take, bits, byCharacter, moves);
      }
    }
    return moves;
  }

  private moveBy(take: number, bits: number, byCharacter: readonly number[], { nodes }: Moves): void {
    const node = this.nfa.nodes[take];
    const taken = this.taken[take] ?? NOTHING;
    this.work += taken.length;
    if (node?.kind !== 'take') return;
    for (const index of taken) if (byCharacter[index] === bits) (nodes[index] ??= []).push(node.out);
  }

  /** Returns the assertions that hold before each class of characters. */
  private assertionsAfter(after: PatternContext): AssertionsAfter {
    let found = this.assertions.get(after.key);
    if (found === undefined) {
      const byCharacter = this.alphabet.map((character) => this.assertionsBetween(after, character));
      this.assertions.set(after.key, (found = { byCharacter, distinct: [...new Set(byCharacter)] }));
    }
    return found;
  }

  private findFloats(): boolean {
    return this.nfa.starts.some((start) => {
      const { takes, matches } = this.closure(start, this.nfa.assertions & ~ASSERT.BEGIN_TEXT);
      return takes.length > 0 || matches.length > 0;
    });
  }

  private closure(node: number, bits: number): Closure {
    const key = node * ASSERTIONS + bits;
    let closure = this.closures.get(key);
    if (closure === undefined) this.closures.set(key, (closure = this.findClosure(node, bits)));
    return closure;
  }

  private findClosure(start: number, bits: number): Closure {
    const seen = new Set<number>([start]);
    const takes: number[] = [];
    const matches = new Set<number>();
    // The set grows while it is read.
    for (const index of seen) {
      const node = this.nfa.nodes[index];
      if (node?.kind === 'take') takes.push(index);
      else if (node?.kind === 'match') matches.add(this.nfa.owners[index] ?? 0);
      else if (node?.kind === 'split') for (const out of node.outs) seen.add(out);
      else if (node?.kind === 'assert' && (node.bits & bits) === node.bits) seen.add(node.out);
    }
    return { takes, matches: [...matches] };
  }

  /** Returns the assertions that hold between what came before and the next character, or the end. */
  private assertionsBetween({ isStart, isWord, isNewLine }: PatternContext, next: CharacterClass | undefined): number {
    if (this.nfa.assertions === 0) return 0;
    let bits = isWord !== (next?.isWord ?? false) ? ASSERT.BOUNDARY : ASSERT.NO_BOUNDARY;
    if (isStart) bits |= ASSERT.BEGIN_TEXT | ASSERT.BEGIN_LINE;
    if (isNewLine) bits |= ASSERT.BEGIN_LINE;
    if (next === undefined) bits |= ASSERT.END_TEXT | ASSERT.END_LINE;
    else if (next.isNewLine) bits |= ASSERT.END_LINE;
    return bits & this.nfa.assertions;
  }

  private intern(nodes: readonly number[], matches: readonly number[], after: PatternContext): AutomatonState {
    const matched = matches.length === 0 ? NOTHING : reduced(new Set(matches));
    const { owners } = this.nfa;
    const useful = matched.length === 0 ? [...nodes] : nodes.filter((node) => !isCovered(owners[node] ?? 0, matched));
    useful.sort((a, b) => a - b);
    const key = `${useful.join()}|${matched.join()}|${after.key}`;
    let state = this.states.get(key);
    if (state === undefined) {
      const commitments = this.commitmentsOf(useful, matched);
      const id = this.states.size;
      this.states.set(key, (state = { id, nodes: useful, matched, after, commitments, next: undefined }));
    }
    return state;
  }

  private commitmentsOf(nodes: readonly number[], matched: readonly number[]): number {
    const groups = new Set(matched.map((owner) => owner >> 1));
    for (const node of nodes) if (this.isEternal(node)) groups.add((this.nfa.owners[node] ?? 0) >> 1);
    return groups.size;
  }

  /** Whether a node waits on, whatever character comes, as `.*` does. */
  private isEternal(node: number): boolean {
    return (this.eternal[node] ??= this.closure(node, 0).takes.some((take) => this.takesAnything(take, node)));
  }

  private takesAnything(take: number, from: number): boolean {
    const node = this.nfa.nodes[take];
    // A new line is no part of a name that anybody has.
    const all = this.alphabet.filter(({ isNewLine }) => !isNewLine).length;
    const taken = (this.taken[take] ?? NOTHING).filter((index) => this.alphabet[index]?.isNewLine === false).length;
    if (node?.kind !== 'take' || taken < all) return false;
    return node.out === from || this.closure(node.out, 0).takes.includes(take);
  }
}

/**
 * Returns the context after a character. Only what some assertion asks is kept, so that states which differ in nothing
 * else are one.
 */
function contextAfter({ isWord, isNewLine }: CharacterClass, assertions: number): PatternContext {
  const word = isWord && (assertions & WORDS) !== 0;
  const line = isNewLine && (assertions & ASSERT.BEGIN_LINE) !== 0;
  if (!word && !line) return NOTHING_BEFORE;
  return { key: (word ? 1 : 0) + (line ? 2 : 0), isStart: false, isWord: word, isNewLine: line };
}

function union(a: readonly number[] = NOTHING, b: readonly number[] = NOTHING): readonly number[] {
  if (a.length === 0) return b;
  if (b.length === 0 && a.length === 1) return a;
  return [...new Set([...a, ...b])];
}

function reduced(matches: ReadonlySet<number>): number[] {
  return [...matches].filter((owner) => owner % 2 === 0 || !matches.has(owner - 1)).sort((a, b) => a - b);
}

function isCovered(owner: number, matched: readonly number[]): boolean {
  return matched.includes(owner) || (owner % 2 === 1 && matched.includes(owner - 1));
}
