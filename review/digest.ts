/**
 * What stands for a content in few characters? A digest, which is equal for equal contents, whatever the order of their
 * fields.
 */
import { createHash, scryptSync } from 'node:crypto';

/** Makes a digest of 128 bits as text, enough that nobody makes two contents for one approval. */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex').slice(0, 32);
}

/** Makes a digest of what nobody may find out by trying: it is slow to compute. */
export function secretDigestOf(content: unknown): string {
  return scryptSync(canonical(content), 'netskope-steering review', 8).toString('hex');
}

/** Writes a content as JSON with its fields in order. */
export function canonical(content: unknown): string {
  return JSON.stringify(content, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
