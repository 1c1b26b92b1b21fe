/** Countries as ISO 3166-1 codes of two capital letters. [assumed] */
import type { Complaint } from './complaint';

export function complainAboutCountry(code: string): Complaint | undefined {
  if (/^[A-Z]{2}$/.test(code)) return undefined;
  const meant = codeOf(code.trim());
  return {
    summary: 'Not a country code',
    detail:
      `${JSON.stringify(code)} is not a code of ISO 3166-1. Write two capital letters, such as "DE" or "US".` +
      (meant === undefined ? '' : ` Did you mean ${JSON.stringify(meant)}?`),
  };
}

/** The code that a text means: the same letters in another case, or the English name of the country. */
function codeOf(text: string): string | undefined {
  if (/^[a-z]{2}$/i.test(text)) return today(text.toUpperCase());
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = CODES.find((code) => names.of(code)?.toLowerCase() === text.toLowerCase());
  return found === undefined ? undefined : today(found);
}

/** Codes that were given up stand for those that came after them: UK for GB. */
const today = (code: string): string => new Intl.Locale(`und-${code}`).region ?? code;

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
