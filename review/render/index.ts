/** In which formats is a report printed? Each has a file, and makes what others wrote inert in its own way. */
import type { Report } from '../report';
import { renderHtml } from './html';
import { renderJson } from './json';
import { renderMarkdown } from './markdown';
import { renderSarif } from './sarif';
import { renderTerminal } from './terminal';

/** What a format may need besides the report. */
export interface RenderOptions {
  /** Whether the terminal shows colours. @default false */
  readonly color?: boolean;
  /**
   * The width of the terminal. A pipe, a file and the log of a CI system have none.
   * @default - lines of the first screen are not wrapped, and tables are 100 columns wide
   */
  readonly columns?: number;
  /** The version of this program. */
  readonly version: string;
}

const RENDERERS = {
  terminal: (report: Report, { color = false, columns }: RenderOptions) => renderTerminal(report, { color, columns }),
  markdown: (report: Report) => renderMarkdown(report),
  json: (report: Report) => renderJson(report),
  sarif: (report: Report, { version }: RenderOptions) => renderSarif(report, version),
  html: (report: Report) => renderHtml(report),
} as const;

export type Format = keyof typeof RENDERERS;
export const FORMATS = Object.keys(RENDERERS) as Format[];

/** Writes a report in a format. The same report always gives the same bytes. */
export function render(report: Report, format: Format, options: RenderOptions): string {
  return RENDERERS[format](report, options);
}
