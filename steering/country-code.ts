/** Countries as ISO 3166-1 codes of two capital letters. [assumed] */
import type { Complaint } from './complaint';

export function complainAboutCountry(code: string): Complaint | undefined {
  if (/^[A-Z]{2}$/.test(code)) return undefined;
  return {
    summary: 'Not a country code',
    detail: `${JSON.stringify(code)} is not a code of ISO 3166-1. Write two capital letters, such as "DE" or "US".`,
  };
}
