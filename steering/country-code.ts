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

/** The country of a client: a code that stands for none would be one that no exception can name. */
export function complainAboutCountryOfClient(code: string): Complaint | undefined {
  const complaint = complainAboutCountry(code);
  if (complaint !== undefined || isCountry(code)) return complaint;
  return {
    summary: 'Not a country code',
    detail: `${JSON.stringify(code)} is no country of ISO 3166-1. Write the code of one, such as "DE" or "US".`,
  };
}

/** Codes that ISO leaves to its users name none, except that of Kosovo, which is in general use. */
function isCountry(code: string): boolean {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return code === 'XK' || (!/^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code) && names.of(code) !== undefined);
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
