/**
 * What does the text of a pattern say of the names that it matches? The end of a pattern is often literal, and a name
 * that it matches has this text: that is enough to see that no process of a platform has such a name.
 */
import { compileProcessPattern } from '../domain/processes';

/** The literal text at the end of what a pattern matches, in one of its alternatives. */
export interface PatternEnd {
  readonly text: string;
  /** Whether the name ends with the text, because the pattern is anchored there. */
  readonly isAnchored: boolean;
  /** Whether the text begins where the name begins, so that it is all of the name. */
  readonly isWhole: boolean;
}

interface End extends PatternEnd {
  /** Whether what stands further left belongs to the text. */
  readonly isOpen: boolean;
}

/** A part of a pattern. `unknown` is whatever matches several texts. */
interface PatternPart {
  readonly kind: 'text' | 'group' | 'start' | 'end' | 'unknown';
  readonly text: string;
  readonly alternatives: readonly (readonly PatternPart[])[];
  readonly isOptional: boolean;
}

/** How deep groups may stand within others, and how many alternatives may be told apart. */
const DEEPEST = 8;
const MOST_ENDS = 64;

const UNKNOWN: PatternPart = { kind: 'unknown', text: '', alternatives: [], isOptional: false };
const NOTHING_KNOWN: End = { text: '', isAnchored: false, isWhole: false, isOpen: false };
const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/y;
const ANCHORS: Readonly<Record<string, 'start' | 'end'>> = {
  '^': 'start',
  '\\A': 'start',
  $: 'end',
  '\\z': 'end',
  '\\Z': 'end',
};

/**
 * Returns the ends of all alternatives of a pattern. There are none where nothing is known of the pattern, because RE2
 * does not run it, or it is too deep.
 */
export function endsOf(pattern: string): readonly PatternEnd[] {
  if (!compileProcessPattern(pattern).ok) return [];
  const alternatives = new Reading(pattern.replace(/^\(\?i\)/, '')).read();
  if (alternatives === undefined) return [];
  return endsOfAll(alternatives, { text: '', isAnchored: false, isWhole: false, isOpen: true });
}

/** Returns a pattern without escapes and sets, with a mark in place of each. */
export function withoutEscapes(pattern: string): string {
  return pattern.replace(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]/g, '\u0000');
}

class Reading {
  private at = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  /** Reads the whole pattern; undefined where something is in it that is not read here. */
  read(): PatternPart[][] | undefined {
    const found = this.alternatives();
    return found !== undefined && this.at === this.source.length ? found : undefined;
  }

  private alternatives(): PatternPart[][] | undefined {
    const found: PatternPart[][] = [[]];
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.source[this.at] === '|') {
        this.at++;
        found.push([]);
        continue;
      }
      const item = this.item();
      if (item === undefined) return undefined;
      found.at(-1)?.push(...this.quantified(item));
    }
    return found;
  }

  private item(): PatternPart | undefined {
    const character = this.source.charAt(this.at);
    if (character === '(') return this.group();
    if (character === '[') return this.set();
    const text = this.take(character === '\\' ? 2 : 1);
    const anchor = ANCHORS[text];
    if (anchor !== undefined) return { ...UNKNOWN, kind: anchor };
    if (text === '\\b') return { ...UNKNOWN, kind: 'text' };
    if (text === '.' || /^\\[\dA-Za-z]$/.test(text)) return UNKNOWN;
    return { ...UNKNOWN, kind: 'text', text: text.length > 1 ? text.slice(1) : text };
  }

  private group(): PatternPart | undefined {
    const isPlain = this.source[this.at + 1] !== '?';
    if (!isPlain && this.source[this.at + 2] !== ':') return undefined;
    if (++this.depth > DEEPEST) return undefined;
    this.take(isPlain ? 1 : 3);
    const alternatives = this.alternatives();
    if (alternatives === undefined || this.take(1) !== ')') return undefined;
    this.depth--;
    return { ...UNKNOWN, kind: 'group', alternatives };
  }

  /** Reads a set; one of a single character, such as `[.]`, is that character. */
  private set(): PatternPart | undefined {
    const found = /\[\^?\]?(?:\[:\w+:\]|\\[^]|[^\]\\])*\]/y;
    found.lastIndex = this.at;
    const text = found.exec(this.source)?.[0];
    if (text === undefined) return undefined;
    this.take(text.length);
    const only = /^\[\\?([^\w^\\\]])\]$/.exec(text)?.[1];
    return only === undefined ? UNKNOWN : { ...UNKNOWN, kind: 'text', text: only };
  }

  private quantified(item: PatternPart): PatternPart[] {
    QUANTIFIER.lastIndex = this.at;
    const [text = ''] = QUANTIFIER.exec(this.source) ?? [];
    if (text === '') return [item];
    this.take(text.length);
    if (/^\?|^\{0,1\}/.test(text)) return [{ ...item, isOptional: true }];
    return text.startsWith('+') ? [UNKNOWN, item] : [UNKNOWN];
  }

  private take(length: number): string {
    const text = this.source.slice(this.at, this.at + length);
    this.at += length;
    return text;
  }
}

function endsOfAll(alternatives: readonly (readonly PatternPart[])[], after: End): End[] {
  return limited(alternatives.flatMap((items) => endsOfSequence(items, after)));
}

function endsOfSequence(items: readonly PatternPart[], after: End): End[] {
  let ends: End[] = [after];
  for (const item of [...items].reverse())
    ends = limited(ends.flatMap((end) => (end.isOpen ? before(item, end) : [end])));
  return ends;
}

function before(item: PatternPart, end: End): End[] {
  const found = withPart(item, end);
  return item.isOptional ? [end, ...found] : found;
}

function withPart({ kind, text, alternatives }: PatternPart, end: End): End[] {
  if (kind === 'text') return [{ ...end, text: text + end.text }];
  if (kind === 'group') return endsOfAll(alternatives, end);
  if (kind === 'start') return [{ ...end, isWhole: true, isOpen: false }];
  if (kind === 'end' && end.text === '') return [{ ...end, isAnchored: true }];
  return [{ ...end, isOpen: false }];
}

function limited(ends: End[]): End[] {
  return ends.length > MOST_ENDS ? [NOTHING_KNOWN] : ends;
}
