/**
 * How a tenant's values are spelled in Terraform. The tenant knows no difference between empty and not set; Terraform does,
 * and the spelling that the user chose stays. A field that the tenant accepts and never returns [vendor] is `undefined` here:
 * it is what was written last.
 */
import { isKnown } from '../plugin-sdk';
import { eachHostOnce } from './normal-forms';

/** @param otherwise where the tenant does not return the field and nobody wrote it */
export function readValue<T>(value: T | undefined, previous: unknown, otherwise: T): T {
  if (value !== undefined) return value;
  return isKnown(previous) ? (previous as T) : otherwise;
}

/** An empty text reads as null, unless it was written as empty. */
export function readText(text: string | undefined, previous: unknown): string | null {
  if (text === undefined) return isKnown(previous) ? (previous as string) : null;
  if (text === '') return previous === '' ? '' : null;
  return text;
}

/** An empty list reads as null, unless it was written as empty. */
export function readList(list: readonly string[] | undefined, previous: unknown): readonly string[] | null {
  if (list === undefined) return isKnown(previous) ? (previous as readonly string[]) : null;
  if (list.length === 0) return Array.isArray(previous) && previous.length === 0 ? [] : null;
  return list;
}

/** The same for host names, each of which is listed once, in whichever spellings the tenant has it. */
export function readHosts(list: readonly string[] | undefined, previous: unknown): readonly string[] | null {
  return readList(list && eachHostOnce(list), previous);
}
