/**
 * A review as people read it, whatever the format: sections of items of spans, in words and in order. Renderers decide how a
 * span looks and make it inert; what is said stands in this folder.
 */
import type { Matrix, Verdict } from '../review';

/** `prose`: our words, in which names of others may stand; `name`: nothing but what others wrote. */
export interface Span {
  readonly kind: 'prose' | 'name' | 'strong';
  readonly text: string;
}

export type Tone = 'danger' | 'warning' | 'good' | 'quiet';

export interface Item {
  /** Others refer to it. */
  readonly id?: string;
  readonly tone: Tone;
  /** A word or two, in front. */
  readonly badge: string;
  readonly head: readonly Span[];
  readonly details: readonly (readonly Span[])[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
  /** How many items are left out, where not all are shown. */
  readonly leftOut: number;
}

export interface Part {
  readonly name: string;
  readonly verdict: Verdict;
  /** Whether all of it could be judged. */
  readonly isComplete: boolean;
  readonly tone: Tone;
  readonly summary: readonly Span[];
  readonly reservations: readonly (readonly Span[])[];
  readonly sections: readonly Section[];
  /** Before this section; there are none in some formats. */
  readonly matrices: readonly Matrix[];
}

export const prose = (text: string): Span => ({ kind: 'prose', text });
export const name = (text: string): Span => ({ kind: 'name', text });
export const strong = (text: string): Span => ({ kind: 'strong', text });

/** Spans with something between them. */
export function joined(spans: readonly Span[], between: string): Span[] {
  return spans.flatMap((span, index) => (index === 0 ? [span] : [prose(between), span]));
}

/** At most so many items in each section; what is left out is counted. */
export function shorten(part: Part, most: number): Part {
  const sections = part.sections.map(({ title, items, leftOut }) => ({
    title,
    items: items.slice(0, most),
    leftOut: leftOut + Math.max(0, items.length - most),
  }));
  return { ...part, sections };
}
