/** One rule for the white space in every text that somebody writes as a name: of an app, a group, a category, a process. */
import type { Complaint } from './complaint';

/**
 * What nobody sees on a screen, and what a tenant may keep or cut. [assumed] It is a rule for what is written: a tenant may
 * hold such names, and they are read as they are.
 */
const UNSEEN: readonly { readonly found: RegExp; readonly why: string }[] = [
  { found: /^\s|\s$/u, why: 'it begins or ends with white space' },
  { found: /[\p{Cc}\u2028\u2029]/u, why: 'it contains a control character, such as a line break or a tab' },
];

/** Why a text cannot be meant as a name, as a part of a sentence; undefined where it can. */
export function unseenIn(text: string): string | undefined {
  return UNSEEN.find(({ found }) => found.test(text))?.why;
}

/** The same text without what nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

export function complainAboutName(name: string): Complaint | undefined {
  const why = unseenIn(name);
  if (why === undefined) return undefined;
  const plain = withoutUnseen(name);
  return {
    summary: 'Not a name',
    detail:
      `${JSON.stringify(name)} is not a name: ${why}, which nobody sees and which a tenant may keep or cut. ` +
      `Write ${plain === '' ? 'a name that can be seen' : JSON.stringify(plain)}. ` +
      'White space around a name that the tenant holds already makes no difference.',
  };
}
