/**
 * The report itself (docs/review.schema.json). What would move, hide or reorder text in a terminal is escaped: it is the same
 * JSON.
 */
import type { Report } from '../report';

/** The same characters as in `inert`, but for line ends: those are ours, and others are escaped already. */
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
