/**
 * How does a review look as JSON? It is the report itself (docs/review.schema.json). Characters that would move, hide
 * or reorder text in a terminal are escaped, which does not change the meaning of the JSON.
 */
import { escapeActive } from '../../steering';
import type { Report } from '../report';

export function renderJson(report: Report): string {
  return `${escapeActive(JSON.stringify(report, undefined, 2))}\n`;
}
