/**
 * The six reviews of docs/review.md as people see them: as a comment in GitHub's style, on terminals and as pages.
 * UPDATE_PICTURES=1 writes the pictures of docs/pictures anew, to be looked at.
 */
import { marked } from 'marked';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { render, reviewPlans, type Report } from '../../review';
import { startTenant } from '../../tenant/emulator';
import { makeSix, SIX } from '../review/support/scenarios';
import { Workspace } from '../support/workspace';
import { startBrowser } from './support/browser';

const FOLDER = join(__dirname, '../../docs/pictures');
/** The most bytes of a picture in the repository. */
const MOST_BYTES = 150_000;
const NAMES = SIX.map(({ name }) => name);
/** The width of a comment on a pull request, in pixels. */
const COMMENT = 778;

const reports = new Map<string, Report>();
let browser: Browser;

beforeAll(async () => {
  const tenant = await startTenant({ trafficMode: 'web', seed: 1 });
  const workspace = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
  try {
    for (const { name, json } of await makeSix(workspace)) {
      const input = { name, source: `${name}.json`, plan: json };
      reports.set(name, reviewPlans([input], { today: '2026-11-24' }));
    }
  } finally {
    await workspace.remove();
    await tenant.close();
  }
  browser = await startBrowser();
});
afterAll(() => browser?.close());

type Format = Parameters<typeof render>[1];

const textOf = (name: string, format: Format, columns?: number): string =>
  render(reports.get(name)!, format, { version: '0', color: true, ...(columns !== undefined && { columns }) });

async function show(html: string, width: number, colorScheme: 'light' | 'dark' = 'light', height = 700): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.setContent(html);
  return page;
}

const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

/** The colours of marks, which are drawn here because a machine may have no font with emoji. */
const MARKS: Readonly<Record<string, string>> = { '🔴': '#dd2e44', '🟠': '#f4900c', '🟢': '#78b159', '⚪': '#e6e7e8' };

/** A comment as GitHub shows it: its fonts, and its styles of tables, code, lists and folds. */
function asComment(markdown: string): string {
  const html = (marked.parse(markdown, { gfm: true, async: false }) as string).replace(
    /🔴|🟠|🟢|⚪/gu,
    (mark) => `<span class="mark" style="background:${MARKS[mark]}">${mark}</span>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; color: #1f2328; overflow-wrap: break-word; }
h3 { font-size: 1.25em; font-weight: 600; line-height: 1.25; margin: 0 0 16px; } p, ul, table, details { margin: 0 0 16px; }
code { padding: .2em .4em; font: 85% ui-monospace, Menlo, "Liberation Mono", monospace; background: #818b981f; border-radius: 6px; white-space: break-spaces; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0; } tr:nth-child(2n) { background: #f6f8fa; } th { font-weight: 600; }
ul { padding-left: 2em; } li + li { margin-top: .25em; } summary { cursor: pointer; }
.mark { display: inline-block; width: 1em; height: 1em; border-radius: 50%; overflow: hidden; color: transparent; vertical-align: -.15em; }
</style><body>${html}</body>`;
}

/** A terminal of some columns. */
function asTerminal(text: string, columns: number): string {
  const styles: Readonly<Record<string, string>> = {
    1: 'font-weight:700',
    2: 'color:#9aa5b1',
    31: 'color:#ff938a',
    32: 'color:#6fdd8b',
    33: 'color:#f0b45c',
    36: 'color:#79c0ff',
  };
  const escaped = text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
  const painted = escaped.replace(
    /\u001b\[([\d;]+)m(.*?)\u001b\[0m/gs,
    (_, codes: string, inner: string) =>
      `<span style="${codes
        .split(';')
        .map((code) => styles[code] ?? 'color:red')
        .join(';')}">${inner}</span>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>body { margin: 0; background: #0d1117; color: #e6edf3; }
pre { margin: 0; padding: 12px; width: calc(${columns}ch + 24px); font: 13px/1.4 "DejaVu Sans Mono", "Liberation Mono", monospace; }</style><pre>${painted}</pre>`;
}

const firstScreen = (name: string, columns: number): string =>
  textOf(name, 'terminal', columns).split('\n\n\u001b[2mDetails')[0]!;

describe.each(NAMES)('%s', (name) => {
  test('as a comment: a table, notes and folds come out, and nothing of the markup is left', async () => {
    const page = await show(asComment(textOf(name, 'markdown')), COMMENT);
    expect(await page.locator('h3').count()).toBe(1);
    expect(await page.locator('body > table').count()).toBe(1);
    expect(await page.locator('body > table thead th').allInnerTexts()).toEqual([
      '',
      'who',
      'before',
      'after',
      'where',
    ]);
    expect(await page.locator('body > ul > li').count()).toBeGreaterThan(1);
    const folds = page.locator('body > details');
    expect(await folds.count()).toBeGreaterThan(3);
    expect(await page.locator('details[open]').count()).toBe(0);
    await folds.evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    const plain = await page.evaluate<string>(
      "[...document.querySelectorAll('code')].forEach((one) => one.remove()), document.body.innerText",
    );
    expect(plain).not.toMatch(/\*\*|\||<\/?details|<br>|^#/m);
    expect(plain).toMatch(/🔴|🟠|🟢|⚪/u);
    expect(await widthOf(page)).toBeLessThanOrEqual(COMMENT);
    await page.close();
  });

  test.each([80, 200])('on a terminal of %i columns: no line is wider, and every colour is known', async (columns) => {
    const page = await show(asTerminal(firstScreen(name, columns), columns), 9 * columns);
    expect(await page.locator('span[style*="red"]').count()).toBe(0);
    const { wide, room } = await page.evaluate<Record<'wide' | 'room', number>>(
      '({ wide: document.querySelector("pre").scrollWidth, room: document.querySelector("pre").clientWidth })',
    );
    expect(wide).toBeLessThanOrEqual(room);
    await page.close();
  });

  test.each([400, 1280])('as a page of %i pixels: nothing scrolls sideways', async (width) => {
    const page = await show(textOf(name, 'html'), width);
    expect(await widthOf(page)).toBeLessThanOrEqual(width);
    await page.close();
  });
});

type Picture = readonly [file: string, show: () => Promise<Page>, until: string];

/** Each picture ends before an element, so that it stays small. */
const PICTURES: readonly Picture[] = [
  ['page-25-apps.png', () => show(textOf('25-apps', 'html'), 860), '.notes li:nth-child(3)'],
  ['page-mode-narrow.png', () => show(textOf('mode', 'html'), 400, 'dark'), '.first tbody tr:nth-child(4)'],
  ['page-destroy-dark.png', () => show(textOf('destroy-all', 'html'), 860, 'dark'), '.first tbody tr:nth-child(5)'],
  ['terminal-one-domain.png', () => show(`${asTerminal(firstScreen('one-domain', 80), 80)}<hr>`, 680), 'hr'],
  ['terminal-priority.png', () => show(`${asTerminal(firstScreen('priority', 200), 200)}<hr>`, 1640), 'hr'],
  ['comment-one-app.png', () => show(`${asComment(textOf('one-app', 'markdown'))}<hr>`, COMMENT), 'hr'],
];

test.each(PICTURES)('%s can be drawn, and is small', async (file, draw, until) => {
  const page = await draw();
  const { width = 0 } = page.viewportSize() ?? {};
  // The head of the page is the same on all.
  const top = Math.floor((await page.locator('h2, pre, h3').first().boundingBox())?.y ?? 0);
  const y = Math.max(0, top - 16);
  const height = Math.floor((await page.locator(until).boundingBox())?.y ?? 0) - y;
  const picture = await page.screenshot({ clip: { x: 0, y, width, height }, fullPage: true });
  expect(height).toBeGreaterThan(100);
  expect(picture.length).toBeLessThan(MOST_BYTES);
  if (process.env['UPDATE_PICTURES'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, file), picture);
  }
  await page.close();
});
