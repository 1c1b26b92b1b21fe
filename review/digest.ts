/** Short names for contents: equal for equal contents, whatever the order of their fields. */
import { createHash, scryptSync } from 'node:crypto';

/** 128 bits as text: enough that nobody makes two contents for one approval. */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex').slice(0, 32);
}

/** The same of what nobody may find out by trying: slow to compute. */
export function secretDigestOf(content: unknown): string {
  return scryptSync(canonical(content), 'netskope-steering review', 8).toString('hex');
}

/** JSON with fields in order. */
export function canonical(content: unknown): string {
  return JSON.stringify(content, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
