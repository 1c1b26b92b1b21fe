/**
 * This file says what PCRE makes of a pattern, as far as the shape of the pattern tells: whether no version of PCRE
 * compiles it, and whether PCRE reads something in it otherwise than RE2. Where a construct is not known here, nothing
 * is claimed of what follows it.
 */

export interface PcreReading {
  /** Why no version of PCRE compiles the pattern; left out where one may. */
  readonly broken?: string;
  /** What PCRE reads otherwise than RE2, or refuses although RE2 takes it; left out where nothing is known to be so. */
  readonly otherwise?: string;
}

/** The thing before a quantifier, which the quantifier would repeat. */
type Before = 'nothing' | 'item' | 'assertion' | 'quantifier';

const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:,(\d*))?\})[+?]?/y;
/** Matches what is a quantifier since PCRE2 10.43, and text before that and in RE2. */
const LATER_QUANTIFIER = /\{[ \t]*(?:\d+[ \t]*(?:,[ \t]*\d*)?|,[ \t]*\d+)[ \t]*\}/y;
/** Matches the whole of an escape, so that nothing in it is taken for a quantifier or the end of a range. */
const ESCAPE =
  /\\(?:c[^]|[xopPgku]\{[^{}\\]*\}|N\{(?!\d+(?:,\d*)?\})[^{}\\]*\}|x[\dA-Fa-f]{1,2}|[pP][A-Za-z]|0[0-7]{0,2}|[1-9]\d*|[^])/y;
const LITERAL = /\\Q([^]*?)(?:\\E|$)/y;
const ASSERTION = /^\\[bBAZzGK]$/;
const SET = /^\\[dDsSwWhHvVRNXpP]/;
/**
 * Matches `[:alpha:]` and its like. PCRE takes them within brackets only, and of the three forms only the one with
 * colons.
 */
const POSIX = /\[([:.=])(?:(?!\[\1)[^\]\\]|\\(?:[\]\\]|(?![\]\\])))*?\1\]/y;

const COMMENT = /\(\?#[^)]*(\)?)/y;
const OPENING = /\((?!\?|\*)|\(\?(?:[:=!>|*]|<[=!*]|P?<(\d?)\w+>|'\w+'|[\^a-wyzA-Z-]*:)|\(\*[a-z_]+:/y;
const REFERENCE = /\(\?(?:R|[+-]?\d+|&\w+|P[>=]\w+)\)/y;
const FLAGS = /\(\?\^?[imsnJU-]*\)/y;
const VERB = /\(\*(?:[A-Z][A-Z\d_]*(?:[:=][^)]*)?|:[^)]+)\)/y;
const CONDITION = /\(\?\((?:(?=[?*])|[^)]*(\)?))/y;

/** Reads a pattern once from its beginning, in time that is linear in its length. */
export function readPcre(source: string): PcreReading {
  return new PatternReading(source).read();
}

class PatternReading {
  private at = 0;
  private before: Before = 'nothing';
  /** The positions where the groups open that are not closed yet. */
  private readonly groups: number[] = [];
  private broken: string | undefined;
  private otherwise: string | undefined;
  /** Whether the rest is not clear, so that nothing is claimed of it. */
  private isUnclear = false;

  constructor(private readonly source: string) {}

  read(): PcreReading {
    while (this.at < this.source.length && this.broken === undefined && !this.isUnclear) this.step();
    const open = this.groups.at(-1);
    if (open !== undefined && !this.isUnclear) this.broken ??= `the group that opens ${place(open)} is never closed`;
    const { broken, otherwise } = this;
    return { ...(broken !== undefined && { broken }), ...(otherwise !== undefined && { otherwise }) };
  }

  private step(): void {
    const character = this.source[this.at];
    if (character === '\\') this.escape();
    else if (character === '[') this.brackets();
    else if (character === '(') this.group();
    else if (character === ')') this.close();
    else if (character === '|') this.take(1, 'nothing');
    else if (character === '^' || character === '$') this.take(1, 'assertion');
    else if (!this.quantifier()) this.take(1, 'item');
  }

  private quantifier(): boolean {
    const found = this.match(QUANTIFIER);
    if (found === undefined) {
      const later = this.match(LATER_QUANTIFIER);
      if (later === undefined) return false;
      this.otherwise ??= `${later[0]} is a quantifier to some versions of PCRE and text to others`;
      this.take(later[0].length, 'item');
      return true;
    }
    const [text, least, most] = found;
    const written = `the quantifier ${text} ${place(this.at)}`;
    if (this.before === 'nothing') this.broken = `${written} has nothing before it that it could repeat`;
    else if (this.before === 'quantifier') this.broken = `${written} repeats another quantifier`;
    else if (most && Number(least) > Number(most)) this.broken = `the range of ${written} is out of order`;
    else if (this.before === 'assertion') this.otherwise ??= `PCRE does not take ${written}, behind what has no length`;
    this.take(text.length, 'quantifier');
    return true;
  }

  private escape(): void {
    const literal = this.match(LITERAL);
    if (literal !== undefined) return literal[1] === '' ? this.skip(literal[0]) : this.take(literal[0].length, 'item');
    const [text] = this.match(ESCAPE) ?? ['\\'];
    if (text === '\\') this.broken = 'a backslash at its end escapes nothing';
    if (text === '\\v') this.otherwise ??= '\\v is any vertical white space to PCRE, and one character to RE2';
    if (/^\\[1-9]\d/.test(text))
      this.otherwise ??= `${text} may be a back-reference to PCRE, and is a character to RE2`;
    if (text === '\\E') return this.skip(text);
    this.take(text.length, ASSERTION.test(text) ? 'assertion' : 'item');
  }

  /** Reads from `[` to `]`. */
  private brackets(): void {
    const begin = this.at;
    const posix = this.match(POSIX)?.[0];
    if (posix !== undefined) return this.refused(posix);
    this.take(this.source[begin + 1] === '^' ? 2 : 1, 'item');
    /** The member that a range could begin with. */
    let from: number | 'set' | 'unknown' | undefined;
    for (let isFirst = true; ; isFirst = false) {
      const character = this.source[this.at];
      if (character === ']' && !isFirst) return this.take(1, 'item');
      const isRange = character === '-' && from !== undefined && this.source[this.at + 1] !== ']';
      if (isRange) this.take(1, 'item');
      const end = this.at;
      const to = this.member(isRange);
      if (this.broken !== undefined || this.isUnclear) return;
      if (to === 'end') return void (this.broken = `the bracket that opens ${place(begin)} is never closed`);
      if (isRange && (from === 'set' || to === 'set'))
        this.otherwise ??= `a set stands at an end of the range ${place(end)}, which PCRE may not take`;
      if (isRange && typeof from === 'number' && typeof to === 'number' && from > to)
        this.broken = `the range that ends ${place(end)} is out of order`;
      from = isRange ? undefined : to;
    }
  }

  /** Reads one member of a set: the code of a character, or what else the member is. */
  private member(endsRange: boolean): number | 'set' | 'unknown' | 'end' {
    const posix = this.match(POSIX);
    if (posix !== undefined) {
      if (posix[1] === ':' && !endsRange) this.take(posix[0].length, 'item');
      else this.refused(posix[0]);
      return 'set';
    }
    const character = this.source[this.at];
    if (character === undefined) return 'end';
    if (character !== '\\') {
      this.take(1, 'item');
      return codeOf(character);
    }
    const start = this.at;
    this.escape();
    const text = this.source.slice(start, this.at);
    // Little is written about quoted text within brackets.
    if (/^\\[QE]/.test(text)) this.isUnclear = true;
    if (SET.test(text)) return 'set';
    return /^\\[^\dA-Za-z]$/.test(text) ? codeOf(text.charAt(1)) : 'unknown';
  }

  private group(): void {
    const begin = this.at;
    const comment = this.match(COMMENT);
    if (comment !== undefined) {
      if (comment[1] === '') this.broken = `the comment that opens ${place(begin)} is never closed`;
      return this.skip(comment[0]);
    }
    const opening = this.match(OPENING);
    if (opening !== undefined) {
      if (opening[1]) this.otherwise ??= 'PCRE does not take a name that begins with a digit';
      this.groups.push(begin);
      return this.take(opening[0].length, 'nothing');
    }
    const whole = this.match(REFERENCE) ?? this.match(VERB);
    if (whole !== undefined) return this.take(whole[0].length, 'item');
    const flags = this.match(FLAGS);
    if (flags !== undefined) return this.take(flags[0].length, this.before === 'nothing' ? 'nothing' : 'assertion');
    const condition = this.match(CONDITION);
    if (condition !== undefined) {
      this.groups.push(begin);
      // An assertion that is the condition is a group of its own.
      if (condition[1] === undefined) return this.take('(?'.length, 'item');
      return this.take(condition[0].length, 'item');
    }
    if (/^\(\*(?![A-Za-z_:])/.test(this.source.slice(begin, begin + 3))) return this.take(1, 'nothing');
    // This may be a callout, the extended mode, or something new: whatever it is, a parenthesis closes it.
    if (!this.source.includes(')', begin)) this.groups.push(begin);
    else this.isUnclear = true;
    this.at = this.source.length;
  }

  private close(): void {
    if (this.groups.pop() === undefined) this.broken = `the parenthesis ${place(this.at)} closes no group`;
    this.take(1, 'item');
  }

  /** Notes that PCRE does not take what RE2 takes. The pattern is not broken for everybody then. */
  private refused(text: string): void {
    this.otherwise ??= `PCRE does not take ${text} there`;
    this.isUnclear = true;
  }

  /** Passes over a text that matches nothing. Whether a quantifier before it goes on behind it is not claimed. */
  private skip(text: string): void {
    this.take(text.length, this.before === 'quantifier' ? 'item' : this.before);
  }

  private take(length: number, before: Before): void {
    this.at += length;
    this.before = before;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source) ?? undefined;
  }
}

/**
 * Returns the code of a character. A range of characters beyond ASCII depends on how the client reads bytes, so their
 * codes are unknown.
 */
function codeOf(character: string): number | 'unknown' {
  const code = character.charCodeAt(0);
  return code < 0x80 ? code : 'unknown';
}

/** Returns a position in words, counted in characters from 1. */
function place(at: number): string {
  return `at character ${at + 1}`;
}
