/** What do comments in exported code say? The same in both languages: what is not known, why, and what to do. */
import { inert, isNotObserved } from '../../steering';
import type { Remark } from './attributes';
import type { ExportedObject } from './exported';

/** The text of each file, by its path in the folder. */
export type ExportedFiles = Readonly<Record<string, string>>;

/** What is said of an export as a whole. */
export interface ExportFacts {
  /** Where it was read, as a part of a sentence, such as `the tenant at https://…`. */
  readonly source: string;
  /** The name of the project and of its stack. */
  readonly name: string;
  /** Whether REST v1 was read. */
  readonly isPartial: boolean;
  /** Where terraform finds the provider. */
  readonly providerSource: string;
  /** The version of this program. */
  readonly version: string;
}

/** The lines at the head of the code. @param imports the file with the import ids */
export function* generalRemarks({ source, isPartial }: ExportFacts, imports: string): Generator<string> {
  yield `Exported from ${inert(source)}.`;
  if (!isPartial) {
    yield `The first plan imports what is there and changes nothing; after its apply, ${imports} may go.`;
    return;
  }
  yield 'REST v1 does not show everything. What it does not show is a comment at its place, and what cannot do without';
  yield 'it is a comment as a whole. Complete the code before you apply it: what is left out counts as not wanted.';
}

/** What is said in the place of attributes. */
export function commentsOf(object: ExportedObject): string[] {
  return [...todosOf(object), ...remarksOf(object)];
}

/** What is not known and may be left out, one line for each reason. */
function remarksOf({ remarks }: ExportedObject): string[] {
  const byReason = new Map<string, string[]>();
  for (const { attribute, reason } of remarks) {
    const said = isNotObserved(reason) ? 'REST v1 does not show it' : inert(reason);
    byReason.set(said, [...(byReason.get(said) ?? []), attribute]);
  }
  return [...byReason].map(([reason, names]) => `${reason}: ${names.join(', ')}`);
}

/** What the object needs and nobody knows, one line for each attribute, to be completed by hand. */
function todosOf({ missing }: ExportedObject): string[] {
  return missing.map(({ attribute, reason, among }: Remark) => {
    const choice =
      among === undefined || among.length > 3
        ? ''
        : ` Choose one of ${among.map((one) => JSON.stringify(one)).join(', ')}.`;
    return `TODO ${attribute}: ${inert(reason)}.${choice}`;
  });
}

/** Why an object is only a comment. */
export function whyWithheld({ withheld = '' }: ExportedObject): string[] {
  return [`Only a comment, because ${withheld.replace(/\.$/, '')}.`];
}

export function importIdRemark({ importId }: ExportedObject): string[] {
  return importId === undefined ? [] : [`Its import id is ${inert(importId)}.`];
}
