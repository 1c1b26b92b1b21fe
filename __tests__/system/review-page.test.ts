/** The page of a review in a real Chromium: silent, usable by keyboard and screen reader, readable in light and dark. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { render, reviewPlans } from '../../review';
import { app, blocked, DEFAULT, planOf, port } from '../review/support/plan';
import { startBrowser } from './support/browser';

const HOSTILE = '<img src=https://evil.example/x onerror="document.title=1">';

const plan = planOf(
  DEFAULT,
  { type: 'certificate_pinned_app', name: 'a', after: app('A', ['A.exe', HOSTILE]) },
  { type: 'certificate_pinned_app', name: 'b', before: app('B', ['B.exe']), after: app('B', ['B.exe']) },
  { name: 'a', after: { ...blocked('a', 'app-A'), notes: HOSTILE } },
  { name: 'b', before: blocked('b', 'app-B'), after: blocked('b', 'app-B', 'bypass_direct') },
  { type: 'non_standard_port', name: 'p', after: port(5222, []) },
  { type: 'certificate_pinned_app', name: 'c', before: app('C', ['C.exe']) },
);

let browser: Browser;
let folder: string;
let url: string;
/** Whatever should not have happened. */
let complaints: string[];

beforeAll(async () => {
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), 'review-page-'));
  const report = reviewPlans([{ name: 'tenant', source: 'plan.json', plan: JSON.stringify(plan) }], {
    today: '2026-11-24',
  });
  const path = join(folder, 'review.html');
  writeFileSync(path, render(report, 'html', { version: '0' }));
  url = pathToFileURL(path).href;
});
afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

async function open(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  complaints = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => request.url() !== url && complaints.push(`request: ${request.url()}`));
  await page.goto(url);
  return page;
}

test('it says what it says without a console error, a script or a request', async () => {
  const page = await open();
  expect(await page.title()).toBe('Collateral: Review of tenant');
  expect(await page.locator('script, img, link, iframe, object, form').count()).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  await page.close();
});

test('its policy stops a script and an image that got in all the same', async () => {
  const page = await open();
  const ran = await page.evaluate(`(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const image = document.createElement('img');
    image.src = 'https://evil.example/x.png';
    document.body.append(image);
    return window.ran === true;
  })()`);
  expect(ran).toBe(false);
  expect(complaints.filter((one) => one.includes('Content Security Policy'))).toHaveLength(2);
  await page.close();
});

test('a screen reader finds a table with headers, and what each cell says', async () => {
  const page = await open();
  const table = page.getByRole('table', { name: /^Windows, TCP before → after/ });
  await expectSome(table);
  await expectSome(table.getByRole('columnheader', { name: 'Port 5222', exact: true }));
  await expectSome(table.getByRole('rowheader', { name: /A\.exe/ }));
  await expectSome(table.getByRole('link', { name: /^collateral, narrowing: .*direct becomes steer/ }));
  await expectSome(table.getByRole('link', { name: /^broadening: any host name: block becomes bypass \(direct\)/ }));
  await expectSome(page.getByRole('heading', { level: 1 }));
  await expectSome(page.getByRole('heading', { name: /^Destroyed and replaced/, level: 3 }));
  await expectSome(page.getByRole('region', { name: /^Processes by ports on Windows/ }));
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.close();
});

async function expectSome(found: ReturnType<Page['locator']>): Promise<void> {
  expect(await found.count()).toBeGreaterThan(0);
}

test('with the keyboard alone: past the head, along the matrix, to what changes, and into what is folded', async () => {
  const page = await open();
  const focused = () => page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('Skip to the review');
  expect((await page.locator(':focus').boundingBox())?.x).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('role="region"');
  await page.keyboard.press('Tab');
  const link = page.locator(':focus');
  expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  const target = (await link.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  expect(await page.locator(`[id="${target.slice(1)}"]:target`).isVisible()).toBe(true);
  await page.getByText('Attributes').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details').first().getAttribute('open')).toBe('');
  expect(complaints).toEqual([]);
  await page.close();
});

test.each(['light', 'dark'] as const)('every text has a contrast of 4.5 and more, in %s', async (colorScheme) => {
  const page = await open({ colorScheme });
  await page
    .locator('details > summary')
    .evaluateAll((all) => all.forEach((one) => one.parentElement?.setAttribute('open', '')));
  const { low, looked, back } = await page.evaluate<{ low: string[]; looked: number; back: string }>(CONTRASTS);
  expect(low).toEqual([]);
  expect(looked).toBeGreaterThan(50);
  expect(back).toBe(colorScheme === 'light' ? 'rgb(246, 247, 249)' : 'rgb(13, 17, 23)');
  await page.close();
});

test('on a narrow screen nothing but the matrix scrolls sideways', async () => {
  const page = await open({ viewport: { width: 360, height: 700 } });
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.close();
});

/** The contrast of each element with text of its own, by the formula of WCAG 2. */
const CONTRASTS = `(() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const backOf = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const back = parse(getComputedStyle(at).backgroundColor);
      if (back.length === 3 || back[3] === 1) return back;
    }
    return [255, 255, 255];
  };
  const texts = [...document.body.querySelectorAll('*')].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  const low = texts.filter((one) => {
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(backOf(one))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05) < 4.5;
  });
  return {
    low: low.map((one) => one.outerHTML.slice(0, 120)),
    looked: texts.length,
    back: getComputedStyle(document.body).backgroundColor,
  };
})()`;
