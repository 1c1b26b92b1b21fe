/** The tenant knows no difference between empty and not set; Terraform does. The spelling the user chose stays. */

/** An empty text reads as null, unless it was written as empty. */
export function readText(text: string | undefined, previous: unknown): string | null {
  if (text === undefined || text === '') return previous === '' ? '' : null;
  return text;
}

/** An empty list reads as null, unless it was written as empty. */
export function readList(list: readonly string[] | undefined, previous: unknown): readonly string[] | null {
  if (list === undefined || list.length === 0) return Array.isArray(previous) && previous.length === 0 ? [] : null;
  return list;
}
