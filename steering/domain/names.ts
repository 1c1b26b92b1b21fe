/**
 * Which characters make a name another one than it seems to be? This file has the one rule about characters that nobody
 * sees, for all names that people write: of apps, groups, categories, processes and domains; and it says of which scripts
 * the letters of a host name are.
 */
import { quote } from '../inert';
import type { Complaint } from './vocabulary';

/** The scripts whose letters, with the marks on them, are drawn otherwise before a joiner. */
const JOINING = ['Arab', 'Beng', 'Deva', 'Gujr', 'Guru', 'Khmr', 'Knda', 'Mlym', 'Mong', 'Mymr', 'Nko', 'Orya', 'Sinh']
  .concat('Syrc', 'Taml', 'Telu', 'Tibt')
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
const EMOJI = '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f\\p{Emoji_Modifier}]*';
/**
 * The places where joiners, selectors and tags change what is seen: in such scripts, in emoji, and in variants of
 * ideographs.
 */
const SEEN = [
  `[${JOINING}][\\u200c\\u200d]`,
  '\\p{Script=Mong}[\\u180b-\\u180d\\u180f]',
  '\\p{Ideographic}[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
  '\\u{1f3f4}[\\u{e0020}-\\u{e007f}]+',
  '[0-9#*]\\ufe0f\\u20e3',
  `${EMOJI}(?:\\u200d${EMOJI})*`,
].join('|');
const DIRECTION = '\\p{Bidi_Control}';
/**
 * The invisible characters: fillers, joiners where nothing joins, soft hyphens, blanks of Braille, halves of
 * characters.
 */
const INVISIBLE = '[\\p{Default_Ignorable_Code_Point}\\p{Cs}\\u2800\\ufff9-\\ufffb]';

const SEEN_PARTS = new RegExp(SEEN, 'gu');
const SEEN_OR_INVISIBLE = new RegExp(`(${SEEN})|${INVISIBLE}`, 'gu');

/**
 * The parts of a text that nobody sees on a screen, and that a tenant may keep or cut. [assumed] The rule is for what
 * is written: a tenant may hold such names, and they are read as they are.
 */
const UNSEEN: readonly { readonly found: RegExp; readonly why: string }[] = [
  { found: /^\s|\s$/u, why: 'it begins or ends with white space' },
  { found: /[\p{Cc}\u2028\u2029]/u, why: 'it contains a control character, such as a line break or a tab' },
  { found: new RegExp(DIRECTION, 'u'), why: 'it contains a character that turns the direction of the text' },
  { found: new RegExp(INVISIBLE, 'u'), why: 'it contains an invisible character, such as a space of no width' },
];

/** Returns why a text cannot be meant as a name, as a part of a sentence; undefined where it can. */
export function unseenIn(text: string): string | undefined {
  if (/^[!-~]*$/.test(text)) return undefined;
  const rest = text.replace(SEEN_PARTS, 'x');
  return UNSEEN.find(({ found }) => found.test(rest))?.why;
}

/** Returns a text without invisible characters, and with one space for each stretch of white space within it. */
export function withoutUnseen(text: string): string {
  return text
    .replace(SEEN_OR_INVISIBLE, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Complains about a name with characters that nobody sees, or with white space around it. */
export function complainAboutName(name: string): Complaint | undefined {
  const why = unseenIn(name);
  if (why === undefined) return undefined;
  const plain = withoutUnseen(name);
  return {
    summary: 'Not a name',
    detail:
      `${quote(name)} is not a name: ${why}, which nobody sees and which a tenant may keep or cut. ` +
      `Write ${plain === '' ? 'a name that can be seen' : quote(plain)}. ` +
      'White space around a name that the tenant holds already makes no difference.',
  };
}

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
 * Returns the label of a host name that looks as if it were made to be taken for another one (UTS 39), because it has
 * several scripts, or letters that all look like Latin ones; undefined where none does. Letters that look like Latin
 * ones are ordinary where the whole name is in their script.
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
