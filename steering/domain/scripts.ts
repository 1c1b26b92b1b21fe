/**
 * Which scripts do the letters of a host name have? A label of several scripts, or one whose letters all look like
 * Latin ones, is often made to be taken for another name (UTS 39).
 */

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Hebrew', 'Arabic', 'Devanagari', 'Thai']
  .concat('Georgian', 'Ethiopic', 'Coptic', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo')
  .map((script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, 'u') }));

/** The scripts of East Asia, which are written together, and beside Latin. */
const EAST_ASIAN = new Set(['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo', 'Latin']);

/** Matches a label of letters that are drawn like Latin ones: Cyrillic, then Greek. */
const LIKE_LATIN = /^(?:[асеорхуіјѕһԁӏԛԝ0-9-]+|[οαικνρυχ0-9-]+)$/u;

/** Matches the dot, and the signs of other scripts that stand for it. */
const DOTS = /[.。．｡]/;

/** Returns the scripts of a label, in the order of a list. */
export function scriptsOf(label: string): string[] {
  return SCRIPTS.flatMap(({ script, letter }) => (letter.test(label) ? [script] : []));
}

/**
 * Returns the label of a name that looks as if it were made to be taken for another one; undefined where none does.
 * Letters that look like Latin ones are ordinary where the whole name is in their script.
 */
export function lookAlikeIn(name: string): string | undefined {
  const labels = name.split(DOTS);
  const isBesideAscii = /^[\u0000-\u007f]+$/.test(labels.at(-1) ?? '');
  return labels.find((label) => {
    const scripts = scriptsOf(label);
    if (scripts.length > 1) return !scripts.every((script) => EAST_ASIAN.has(script));
    return isBesideAscii && scripts.length === 1 && scripts[0] !== 'Latin' && LIKE_LATIN.test(label.toLowerCase());
  });
}
