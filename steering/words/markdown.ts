/**
 * This file writes texts of others into Markdown for GitHub and GitLab. Names stand in code spans, where markup, links
 * and mentions do not work. In prose, a word with anything except letters and plain punctuation stands in a code span, too.
 */
import { inert } from '../inert';

/** Makes a code span that nothing in it can end. */
export function codeSpan(text: string): string {
  const shown = inert(text);
  if (shown === '') return '` `';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A word of letters, digits and characters that do nothing in Markdown; the arrow and the ellipsis are our own. */
const HARMLESS = /^[\p{L}\p{N}.,;'"()→…·[\]-]*$/u;

/** A plain word that GitHub or GitLab turns into a link: `GH-1`, keys of other trackers, and what may be a commit. */
const REFERENCE = /[\p{L}_]\w*-\d|^[\da-f]{7,40}$/iu;

/** The most characters of a word; in a longer one, which nobody reads as a word, nothing is looked for. */
const MOST_OF_WORD = 200;

/** Writes a sentence in which others may have had words: a word that could be markup stands in a code span. */
export function markdownProse(text: string): string {
  return inert(text)
    .split(' ')
    .map((word) => {
      // It stands in the way to a screen, and is markup only where it begins a line.
      if (word === '>') return '\\>';
      if (word.length > MOST_OF_WORD) return codeSpan(word);
      // Quotes, brackets and punctuation around a name in a sentence do not belong to the name.
      const [, before = '', core = '', after = ''] = /^(["'(]*)(.*?)([.,;:)"']*)$/su.exec(word) ?? [];
      return isPlain(word, core)
        ? word.replace(/[[\]]/g, '\\$&')
        : `${before}${codeSpan(core === '' ? ' ' : core)}${after}`;
    })
    .join(' ');
}

function isPlain(word: string, core: string): boolean {
  if (/^(\d+[.)]|[-+])$/.test(word)) return false;
  return HARMLESS.test(core) && !REFERENCE.test(core) && !/www\.|\]\(|\]\[/i.test(word);
}
