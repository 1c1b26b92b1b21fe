/** In which formats is a runbook written? Each makes what others wrote inert in its own way. */
import { escapeActive } from '../../steering';
import { runbookPage } from './html';
import { runbookMarkdown } from './markdown';
import type { Runbook } from './runbook';

const WRITERS = {
  markdown: runbookMarkdown,
  html: runbookPage,
  json: runbookJson,
} as const;

export type RunbookFormat = keyof typeof WRITERS;
export const RUNBOOK_FORMATS = Object.keys(WRITERS) as RunbookFormat[];

/** Writes a runbook in a format. The same runbook always gives the same bytes. */
export function writeRunbook(runbook: Runbook, format: RunbookFormat): string {
  return WRITERS[format](runbook);
}

/** Writes a runbook as JSON: the runbook itself, in the spelling of a review's JSON, and the version of the format. */
function runbookJson(runbook: Runbook): string {
  return `${escapeActive(JSON.stringify({ formatVersion: '1.0', ...runbook }, undefined, 2))}\n`;
}
