/** This helper writes a list of names within a sentence. */

/** The most names that a sentence has. */
const MOST = 6;

/** Returns names within a sentence; where there are many, the first ones and the number of others. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST;
  if (more > 0) return `${names.slice(0, MOST).join(', ')} and ${more} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
