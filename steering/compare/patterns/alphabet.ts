/**
 * Which characters need not be told apart? Those that patterns and names treat alike are one class, with one character
 * as sample.
 */
import { foldCharacter } from '../../domain/processes';
import type { CharacterSet } from './nfa';

/** Characters that no pattern and no name tells apart. */
export interface CharacterClass {
  readonly key: string;
  /** A character of the class, one that reads well where there is one. */
  readonly sample: string;
  readonly rune: number;
  /** The small letter of the character, if names contain it in any case. */
  readonly folded: string | undefined;
  readonly isWord: boolean;
  readonly isNewLine: boolean;
}

const LAST = 0x10ffff;
const NEW_LINE = 10;
/** The characters that a reader likes in an example, the best first. */
const READABLE = [...'xabcdefghijklmnopqrstuvwyz0123456789XABCDEFGHIJKLMNOPQRSTUVWYZ-_. '].map(
  (one) => one.codePointAt(0) ?? 0,
);

/** All characters, in classes. */
export class Alphabet {
  readonly classes: readonly CharacterClass[];
  private readonly letters: ReadonlySet<string>;
  private readonly byKey: ReadonlyMap<string, number>;
  private readonly known = new Map<string, number>();

  /** @param letters small letters of the exact names, which are compared without case */
  constructor(
    private readonly sets: readonly CharacterSet[],
    letters: Iterable<string>,
  ) {
    this.letters = new Set(letters);
    this.classes = buildAlphabet(sets, this.letters);
    this.byKey = new Map(this.classes.map(({ key }, index) => [key, index]));
  }

  /** Returns the index of the class that a character is in. */
  indexOf(character: string): number {
    let index = this.known.get(character);
    if (index === undefined) {
      const { key } = describe(character, this.sets, (small) => this.letters.has(small));
      index = this.byKey.get(key);
      if (index === undefined) throw new Error(`no class for ${JSON.stringify(character)}`);
      this.known.set(character, index);
    }
    return index;
  }
}

function buildAlphabet(sets: readonly CharacterSet[], folded: ReadonlySet<string>): CharacterClass[] {
  const starts = new Set<number>([0, NEW_LINE, NEW_LINE + 1]);
  const cut = (first: number, last: number) => {
    starts.add(first);
    if (last < LAST) starts.add(last + 1);
  };
  for (const rune of READABLE) cut(rune, rune);
  for (const { ranges, folds } of sets) {
    for (let index = 0; index < ranges.length; index += 2)
      cut(ranges[index] ?? 0, ranges[index + 1] ?? ranges[index] ?? 0);
    if (folds) for (const rune of otherCases(ranges[0] ?? 0)) cut(rune, rune);
  }
  for (const letter of folded) for (const rune of otherCases(letter.codePointAt(0) ?? 0)) cut(rune, rune);
  const classes = new Map<string, CharacterClass>();
  const sorted = [...starts].sort((a, b) => a - b);
  // Readable characters come first, because the first of a class stands for it.
  for (const rune of [...READABLE, ...sorted]) {
    const one = describe(String.fromCodePoint(rune), sets, (small) => folded.has(small));
    if (!classes.has(one.key)) classes.set(one.key, one);
  }
  return [...classes.values()];
}

function describe(
  sample: string,
  sets: readonly CharacterSet[],
  isInNames: (small: string) => boolean,
): CharacterClass {
  const rune = sample.codePointAt(0) ?? 0;
  const small = foldCharacter(sample);
  const isNewLine = rune === NEW_LINE;
  const isWord = /^\w$/.test(sample);
  const folded = isInNames(small) ? small : undefined;
  const key = `${sets.map((set) => (set.has(rune) ? 1 : 0)).join('')} ${isWord} ${isNewLine} ${folded ?? ''}`;
  return { key, sample, rune, folded, isWord, isNewLine };
}

let families: ReadonlyMap<string, readonly number[]> | undefined;

/**
 * Returns a character, and all that are the same letter in another case, in any sense of case that RE2 or names know.
 */
function otherCases(rune: number): readonly number[] {
  families ??= findFamilies();
  return families.get(familyOf(String.fromCodePoint(rune))) ?? [rune];
}

function findFamilies(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let rune = 0; rune <= LAST_WITH_CASE; rune++) {
    const character = String.fromCodePoint(rune);
    const family = familyOf(character);
    const members = found.get(family);
    if (members !== undefined) members.push(rune);
    else if (family !== character || character.toLowerCase() !== character) found.set(family, [rune]);
  }
  return found;
}

/** The last character that has case (Unicode 16). */
const LAST_WITH_CASE = 0x1ffff;

/**
 * Returns the capitals of the small letter. They may be several characters: those of U+0390 and U+1FD3 are the same
 * three.
 */
function familyOf(character: string): string {
  return foldCharacter(character).toUpperCase();
}
