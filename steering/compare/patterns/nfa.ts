/**
 * How do many process patterns become one nondeterministic automaton? It is made of RE2's own compiled programs, so
 * that a pattern means here what it means when RE2 runs it. Each pattern belongs to a group; only groups are told
 * apart.
 */
import { compileProcessPattern } from '../../domain/processes';

/** The instructions of an RE2 program, by their numbers in re2js. */
const OP = {
  ALT: 1,
  ALT_MATCH: 2,
  CAPTURE: 3,
  EMPTY_WIDTH: 4,
  MATCH: 6,
  NOP: 7,
  RUNE: 8,
  RUNE_ANY: 10,
  RUNE_ANY_NOT_NL: 11,
};
const RUNE1 = 9;
/** The flag of an instruction for one character that means its other cases too. */
const FOLDS_CASE = 1;
const NEW_LINE = 10;

interface Instruction {
  readonly op: number;
  readonly out: number;
  readonly arg: number;
  readonly runes: ArrayLike<number>;
  matchRune(rune: number): boolean;
}

/** A set of characters that a node takes. */
export interface CharacterSet {
  readonly key: string;
  /** The first and the last character of each range, one after the other. */
  readonly ranges: readonly number[];
  /** Whether the set is one character in all its cases. */
  readonly folds: boolean;
  has(rune: number): boolean;
}

/**
 * A pattern of a group. It is `certain` as it is written; without regard to case it is not, since nobody published
 * whether case counts.
 */
export interface GroupedPattern {
  readonly source: string;
  readonly group: number;
  readonly certain: boolean;
}

type Node =
  /** A node that takes a character of the set. */
  | { readonly kind: 'take'; readonly set: CharacterSet; readonly out: number }
  | { readonly kind: 'split'; readonly outs: readonly number[] }
  /**
   * A node that goes on where assertions hold, as bits of RE2: begin and end of line and text, word boundary or none.
   */
  | { readonly kind: 'assert'; readonly bits: number; readonly out: number }
  | { readonly kind: 'match' }
  | { readonly kind: 'fail' };

/** A nondeterministic automaton. */
export interface Nfa {
  readonly nodes: readonly Node[];
  /** The owner of each node: twice the number of its group, plus one where its pattern is not certain. */
  readonly owners: readonly number[];
  readonly starts: readonly number[];
  /** The bits of all assertions that occur. */
  readonly assertions: number;
}

/** One compiled pattern, whose nodes are numbered from 0. */
interface Fragment {
  readonly nodes: readonly Node[];
  readonly start: number;
  readonly assertions: number;
}

/** The compiled patterns, each compiled once, with all sets of characters that they tell apart. */
export class Fragments {
  private readonly known = new Map<string, Fragment>();
  private readonly found = new Map<string, CharacterSet>();

  get sets(): readonly CharacterSet[] {
    return [...this.found.values()];
  }

  /** Returns the compiled form of a pattern. @throws for a pattern that RE2 cannot run: the caller leaves these out */
  of(source: string): Fragment {
    let fragment = this.known.get(source);
    if (fragment === undefined) this.known.set(source, (fragment = this.compile(source)));
    return fragment;
  }

  private compile(source: string): Fragment {
    const compiled = compileProcessPattern(source);
    if (!compiled.ok) throw new Error(`a pattern that RE2 cannot run: ${source}`);
    const { prog } = compiled.pattern.re2() as unknown as { prog: { inst: readonly Instruction[]; start: number } };
    const nodes = prog.inst.map((instruction) => nodeOf(instruction, this.found));
    const assertions = nodes.reduce((bits, node) => (node.kind === 'assert' ? bits | node.bits : bits), 0);
    return { nodes, start: prog.start, assertions };
  }
}

/** Joins patterns into one automaton. */
export function buildNfa(patterns: readonly GroupedPattern[], fragments: Fragments): Nfa {
  const nodes: Node[] = [];
  const owners: number[] = [];
  const starts: number[] = [];
  let assertions = 0;
  for (const { source, group, certain } of patterns) {
    const fragment = fragments.of(source);
    const offset = nodes.length;
    for (const node of fragment.nodes) {
      nodes.push(redirect(node, (index) => offset + index));
      owners.push(2 * group + (certain ? 0 : 1));
    }
    starts.push(offset + fragment.start);
    assertions |= fragment.assertions;
  }
  return merged({ nodes, owners, starts, assertions });
}

function nodeOf(instruction: Instruction, sets: Map<string, CharacterSet>): Node {
  const { op, out, arg } = instruction;
  switch (op) {
    case OP.ALT:
    case OP.ALT_MATCH:
      return { kind: 'split', outs: [out, arg] };
    case OP.CAPTURE:
    case OP.NOP:
      return { kind: 'split', outs: [out] };
    case OP.EMPTY_WIDTH:
      return { kind: 'assert', bits: arg, out };
    case OP.MATCH:
      return { kind: 'match' };
    case OP.RUNE:
    case RUNE1:
    case OP.RUNE_ANY:
    case OP.RUNE_ANY_NOT_NL:
      return { kind: 'take', set: setOf(instruction, sets), out };
    default:
      return { kind: 'fail' };
  }
}

function setOf(instruction: Instruction, sets: Map<string, CharacterSet>): CharacterSet {
  const { op, arg } = instruction;
  const runes = Array.from(instruction.runes);
  const single = runes.length === 1;
  const folds = single && op !== RUNE1 && (arg & FOLDS_CASE) !== 0;
  const key = `${op >= OP.RUNE_ANY ? op : 0} ${folds} ${runes.join()}`;
  let set = sets.get(key);
  if (set === undefined) {
    const [only = 0] = runes;
    const ranges = op >= OP.RUNE_ANY ? [NEW_LINE, NEW_LINE] : single ? [only, only] : runes;
    const has =
      op === OP.RUNE_ANY
        ? () => true
        : op === OP.RUNE_ANY_NOT_NL
          ? (rune: number) => rune !== NEW_LINE
          : (rune: number) => instruction.matchRune(rune);
    sets.set(key, (set = { key, ranges, folds, has }));
  }
  return set;
}

/** Merges nodes of one owner from which the same follows: `.*\.exe$` after many beginnings is one tail. */
function merged(nfa: Nfa): Nfa {
  const { nodes, owners } = nfa;
  const own = numbered(nodes.map((node, index) => `${owners[index]} ${ownOf(node)}`));
  const outs = nodes.map(outsOf);
  let block = own.numbers;
  for (let count = own.count; ;) {
    const sequences = new Sequences(own.count, nodes.length);
    const followed = nodes.map((_, index) =>
      (outs[index] ?? []).reduce((before, out) => sequences.of(before, block[out] ?? 0), own.numbers[index] ?? 0),
    );
    const next = numbered(followed);
    block = next.numbers;
    if (next.count === count) break;
    count = next.count;
  }
  const result: Node[] = [];
  const resultOwners: number[] = [];
  const to = (index: number) => block[index] ?? 0;
  nodes.forEach((node, index) => {
    if (result[to(index)] !== undefined) return;
    result[to(index)] = redirect(node, to);
    resultOwners[to(index)] = owners[index] ?? 0;
  });
  return { ...nfa, nodes: result, owners: resultOwners, starts: [...new Set(nfa.starts.map(to))] };
}

/** Returns a text with all of a node but where it leads. */
function ownOf(node: Node): string {
  if (node.kind === 'take') return `take ${node.set.key}`;
  return node.kind === 'assert' ? `assert ${node.bits}` : node.kind;
}

function outsOf(node: Node): readonly number[] {
  if (node.kind === 'split') return node.outs;
  return 'out' in node ? [node.out] : [];
}

/** Numbers values from 0 on, in the order in which they first appear; equal values have the same number. */
function numbered<T>(values: readonly T[]): { numbers: readonly number[]; count: number } {
  const known = new Map<T, number>();
  const numbers = values.map((value) => {
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    return number;
  });
  return { numbers, count: known.size };
}

/** Numbers sequences of numbers. A sequence is given by the number of its beginning, and by its last number. */
class Sequences {
  private readonly known = new Map<number, number>();

  /**
   * @param firsts the limit below which a number is a sequence of one; longer ones have numbers from there on
   * @param limit the limit below which every number that is added lies
   */
  constructor(
    private readonly firsts: number,
    private readonly limit: number,
  ) {}

  of(before: number, next: number): number {
    const key = before * this.limit + next;
    const number = this.known.get(key) ?? this.firsts + this.known.size;
    this.known.set(key, number);
    return number;
  }
}

function redirect(node: Node, to: (index: number) => number): Node {
  switch (node.kind) {
    case 'take':
    case 'assert':
      return { ...node, out: to(node.out) };
    case 'split':
      return { ...node, outs: [...new Set(node.outs.map(to))] };
    default:
      return node;
  }
}
