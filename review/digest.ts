/**
 * How can a few characters stand for a content? A digest does it: it is equal for equal contents, whatever the order of
 * their fields.
 */
import { createHash, scryptSync } from 'node:crypto';

/**
 * Makes a digest of 128 bits as text. That is enough to keep anybody from making two contents that one approval fits.
 */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex').slice(0, 32);
}

/** Makes a digest of a secret content. It is slow to compute, so that nobody finds the content by trying. */
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
