/**
 * How does a review look as JSON? It is the report itself (docs/review.schema.json). Characters that would move, hide
 * or reorder text in a terminal are escaped, which does not change the meaning of the JSON.
 */
import type { Report } from '../report';

/**
 * The characters that `inert` replaces, except line ends: the line ends here are our own, and JSON escapes all others.
 */
const ACTIVE = /[^\P{C}\n]|[\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

export function renderJson(report: Report): string {
  return `${escapeActive(JSON.stringify(report, undefined, 2))}\n`;
}

/** Escapes in JSON what would move, hide or reorder text. */
export function escapeActive(json: string): string {
  return json.replace(ACTIVE, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
