/**
 * How is a text from outside made fit to stand in an error? It becomes short and one line, without the token, in
 * whatever form the token comes back: whole or in part, in another case, percent-encoded, escaped, in base64 or hex, or
 * with other characters in between.
 */

/** The most characters of a text that are shown. */
const LONGEST = 500;
/** The most characters of a text that are read. The rest would not be shown anyway. */
const LOOKED_AT = 8 * 1024;
/**
 * Control characters, ANSI escapes included, and bidirectional controls. They are replaced, because the text may be
 * shown in a terminal.
 */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** A function that cleans one text. */
export type Clean = (text: string) => string;

/** Makes a cleaner that redacts a token. */
export function cleanerFor(token: string): Clean {
  const redact = redacterOf(token);
  return (text) => {
    // The token is redacted before anything is cut or replaced: half a token is still a secret.
    const line = redact(text.slice(0, LOOKED_AT)).replace(CONTROLS, ' ').trim();
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  };
}

/** How many letters and digits of a token in a row count as a piece of it. Fewer occur in any text by chance. */
const PIECE = 8;

/** The forms of a token that are looked for, each with the number of characters that hold one piece of the token. */
const FORMS: readonly (readonly [size: number, of: (token: string) => string])[] = [
  [PIECE, (token) => token],
  [2 * PIECE, (token) => Buffer.from(token).toString('hex')],
  // Base64 looks different at each of three offsets, and its ends depend on the neighbours.
  ...[0, 1, 2].map((offset) => [Math.ceil((PIECE * 4) / 3), (token: string) => base64From(offset, token)] as const),
];

function base64From(offset: number, token: string): string {
  const bytes = Buffer.from(token).subarray(offset);
  return bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
}

function redacterOf(token: string): Clean {
  // A token this short is looked for only as a whole word. Inside of words it would destroy every text and hide
  // nothing.
  if (textOf(lettersOf(token)).length < PIECE) return wordRedacterOf(token);
  const forms = FORMS.map(([size, of]) => piecesOf(textOf(lettersOf(of(token))), size));
  return (text) => {
    const letters = lettersOf(text);
    const plain = textOf(letters);
    const secret = new Set<number>();
    for (const { size, pieces } of forms) {
      for (let at = 0; at + size <= plain.length; at += 1) {
        if (pieces.has(plain.slice(at, at + size))) for (let n = at; n < at + size; n += 1) secret.add(n);
      }
    }
    let redacted = '';
    let shown = 0;
    letters.forEach(({ from, to }, at) => {
      if (!secret.has(at)) return;
      if (!secret.has(at - 1)) redacted += `${text.slice(shown, from)}[redacted]`;
      shown = to;
    });
    return redacted + text.slice(shown);
  };
}

function piecesOf(form: string, longest: number): { size: number; pieces: ReadonlySet<string> } {
  const size = Math.max(1, Math.min(longest, form.length));
  const count = form.length - size + 1;
  return {
    size,
    pieces: new Set(Array.from({ length: form === '' ? 0 : count }, (_, at) => form.slice(at, at + size))),
  };
}

/** A letter or digit in lower case, and the place in the text where it is spelled. */
interface Letter {
  readonly letter: string;
  readonly from: number;
  readonly to: number;
}

/** One character as it is, as its percent-encoding (once or more), or as an escape of JSON, JavaScript or HTML. */
const CHARACTER = /%(?:25)*([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,5});|&#(\d{1,6});|[^]/giu;

function lettersOf(text: string): Letter[] {
  return [...text.matchAll(CHARACTER)].flatMap(({ 0: spelled, index, ...groups }) => {
    const hex = groups[1] ?? groups[2] ?? groups[3] ?? groups[4];
    const code = hex === undefined ? Number(groups[5] ?? NaN) : parseInt(hex, 16);
    const character = Number.isNaN(code) ? spelled : String.fromCodePoint(code);
    const plain = character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    return [...plain].map((letter) => ({ letter, from: index, to: index + spelled.length }));
  });
}

const textOf = (letters: readonly Letter[]) => letters.map(({ letter }) => letter).join('');

function wordRedacterOf(token: string): Clean {
  const forms = [token, encodeURIComponent(token), Buffer.from(token).toString('base64')];
  const alternatives = forms.map((form) => form.replace(/[^A-Za-z0-9]/g, '\\$&')).join('|');
  const words = new RegExp(`(?<![A-Za-z0-9])(?:${alternatives})(?![A-Za-z0-9])`, token.length < PIECE / 2 ? 'g' : 'gi');
  return (text) => text.replace(words, '[redacted]');
}
