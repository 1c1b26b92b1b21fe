/** The page of a review in a real Chromium: silent, usable by keyboard and screen reader, readable in light and dark. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { render, reviewPlans } from '../../review';
import { app, blocked, DEFAULT, planOf, port } from '../review/support/plan';
import { startBrowser } from './support/browser';
import { CONTRASTS } from './support/contrasts';

const HOSTILE = '<img src=https://evil.example/x onerror="document.title=1">';

/** More ports than a table has room for, each with a domain of its own. */
const PORTS = [7001, 7002, 7003, 7004, 7005].map((number) => ({
  type: 'non_standard_port',
  name: `p${number}`,
  after: port(number, [`${'long-label.'.repeat(5)}port${number}.example`]),
}));

const plan = planOf(
  DEFAULT,
  { type: 'certificate_pinned_app', name: 'a', after: app('A', ['A.exe', HOSTILE, 'A2.exe', 'A3.exe', 'A4.exe']) },
  { type: 'certificate_pinned_app', name: 'b', before: app('B', ['B.exe']), after: app('B', ['B.exe']) },
  { name: 'a', after: { ...blocked('a', 'app-A'), notes: HOSTILE } },
  { name: 'b', before: blocked('b', 'app-B'), after: blocked('b', 'app-B', 'bypass_direct') },
  { type: 'non_standard_port', name: 'p', after: port(5222, []) },
  { type: 'certificate_pinned_app', name: 'c', before: app('C', ['C.exe']) },
);

const WIDE_PLAN = planOf(
  DEFAULT,
  { type: 'certificate_pinned_app', name: 'a', after: app('A', ['A.exe']) },
  { name: 'a', after: blocked('a', 'app-A') },
  ...PORTS,
);

let browser: Browser;
let folder: string;
let url: string;
let wideUrl: string;
/** Whatever should not have happened. */
let complaints: string[];

beforeAll(async () => {
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), 'review-page-'));
  [url, wideUrl] = [plan, WIDE_PLAN].map((one, index) => {
    const input = { name: 'tenant', source: 'plan.json', plan: JSON.stringify(one) };
    const path = join(folder, `review${index}.html`);
    writeFileSync(path, render(reviewPlans([input], { today: '2026-11-24' }), 'html', { version: '0' }));
    return pathToFileURL(path).href;
  }) as [string, string];
});
afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

async function open(options: Parameters<Browser['newPage']>[0] = {}, address = url): Promise<Page> {
  complaints = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => request.url() !== address && complaints.push(`request: ${request.url()}`));
  await page.goto(address);
  return page;
}

test('it says what it says without a console error, a script or a request', async () => {
  const page = await open();
  expect(await page.title()).toMatch(/^Reaches traffic that the change does not name\. .*: review of tenant$/);
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

test('a screen reader finds the verdict first, then what becomes of traffic, then details with their counts', async () => {
  const page = await open();
  const headings = await page.getByRole('heading').allInnerTexts();
  expect(headings.slice(0, 3)).toEqual([
    'Netskope steering: what this change does to traffic',
    'tenant',
    'Reaches traffic that the change does not name. Ends a block; also blocks and inspects other traffic.',
  ]);
  expect(headings.slice(3)).toEqual([
    'Processes by ports 2',
    'Destroyed and replaced 1',
    expect.stringMatching(/^Changed traffic \d+$/),
    expect.stringMatching(/^Reaches beyond what it names \d+$/),
    expect.stringMatching(/^Guardrails \d+$/),
    expect.stringMatching(/^Attributes \d+$/),
    'Clients must fetch a new configuration 1',
    expect.stringMatching(/^Approvals \d+$/),
    expect.stringMatching(/^What weakens the verdict \d+$/),
  ]);
  const table = page.getByRole('table', { name: 'What becomes of traffic' });
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['who', 'before', 'after', 'where']);
  await expectSome(table.getByRole('rowheader', { name: /^danger: B\.exe \(Windows\)/ }));
  await expectSome(table.getByRole('cell', { name: 'blocked', exact: true }));
  await page.close();
});

test('a screen reader finds a table with headers, and what each cell says', async () => {
  const page = await open();
  await unfold(page, 'Processes by ports');
  const table = page.getByRole('table', { name: /^TCP before → after/ });
  await expectSome(table);
  await expectSome(table.getByRole('columnheader', { name: 'Port 5222', exact: true }));
  await expectSome(table.getByRole('rowheader', { name: /^Windows: .*A\.exe/ }));
  await expectSome(
    table.getByRole('cell', { name: /^the change does not name all of it\. narrowing: .*direct becomes steer/ }),
  );
  await expectSome(table.getByRole('cell', { name: /^broadening: any host name: block becomes bypass \(direct\)/ }));
  await expectSome(table.getByRole('link', { name: 'block becomes bypass (direct)', exact: true }));
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.close();
});

async function unfold(page: Page, title: string): Promise<void> {
  await page.locator('summary', { hasText: title }).first().click();
}

async function expectSome(found: ReturnType<Page['locator']>): Promise<void> {
  expect(await found.count()).toBeGreaterThan(0);
}

test('with the keyboard alone: past the head, into the folded table, and to a change that is folded', async () => {
  const page = await open();
  const focused = () => page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('Skip to the review');
  expect((await page.locator(':focus').boundingBox())?.x).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('Processes by ports');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  while (!(await focused()).startsWith('<a')) await page.keyboard.press('Tab');
  const link = page.locator(':focus');
  expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  const target = (await link.getAttribute('href')) ?? '';
  const change = page.locator(`[id="${target.slice(1)}"]`);
  expect(await change.isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  expect(await page.locator(`[id="${target.slice(1)}"]:target`).isVisible()).toBe(true);
  const box = await change.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeLessThan(900);
  await page.locator('.matrix summary', { hasText: 'and 2 more' }).first().focus();
  await page.keyboard.press('Enter');
  expect(await page.getByText('A4.exe', { exact: true }).first().isVisible()).toBe(true);
  await page.locator('summary', { hasText: 'Attributes' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details', { hasText: 'Attributes' }).last().getAttribute('open')).toBe('');
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

describe.each([360, 400, 700, 1280])('at %i pixels', (width) => {
  test('nothing scrolls sideways, and every cell is in view and says its ports', async () => {
    for (const address of [url, wideUrl]) {
      const page = await open({ viewport: { width, height: 700 } }, address);
      const { cells: first } = await page.evaluate<Record<'cells', number>>(CELLS);
      expect(first).toBeGreaterThan(3);
      await unfold(page, 'Processes by ports');
      await page.locator('details.udp > summary').click();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const { cells, cut, unnamed } = await page.evaluate<Record<'cells' | 'cut' | 'unnamed', number>>(CELLS);
      expect({ cut, unnamed }).toEqual({ cut: 0, unnamed: 0 });
      expect(cells).toBeGreaterThan(5);
      await page.close();
    }
  });

  test('the first screen stands before all that is folded, each colour beside a sign', async () => {
    const page = await open({ viewport: { width, height: 700 } });
    const rows = page.locator('.first tbody tr');
    expect(await rows.count()).toBeGreaterThan(3);
    for (const row of await rows.all()) {
      const sign = await row.locator('th .sign').innerText();
      expect(sign).toMatch(/^[!▲▼·]$/);
    }
    expect(await page.locator('.notes li .sign').count()).toBe(await page.locator('.notes li').count());
    expect(await page.locator('details ~ .first, details ~ .notes, details .first').count()).toBe(0);
    const who = rows.first().locator('th');
    const where = rows.first().locator('td').last();
    const [a, b] = [await who.boundingBox(), await where.boundingBox()];
    expect((b?.y ?? 0) > (a?.y ?? 0)).toBe(width < 640);
    await page.close();
  });

  test('a screen reader finds the same table', async () => {
    const page = await open({ viewport: { width, height: 700 } }, wideUrl);
    await unfold(page, 'Processes by ports');
    const table = page.getByRole('table', { name: /TCP before → after/ }).first();
    expect(await table.getByRole('columnheader').count()).toBe(1 + 1 + PORTS.length);
    expect(await table.getByRole('row').count()).toBe(4);
    await expectSome(table.getByRole('rowheader', { name: /A\.exe$/ }));
    await expectSome(table.getByRole('cell', { name: /^narrowing: long-label/ }));
    await page.close();
  });
});

test('on paper nothing is cut or left folded, and it is dark on light', async () => {
  const page = await open({ viewport: { width: 718, height: 1000 }, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const { cut } = await page.evaluate<Record<'cut', number>>(CELLS);
  expect(cut).toBe(0);
  const folded = page.locator('details:not([open])');
  expect(await folded.count()).toBeGreaterThan(1);
  expect(await page.getByText('A4.exe', { exact: true }).first().isVisible()).toBe(true);
  expect(await page.getByRole('table', { name: /^UDP before → after/ }).isVisible()).toBe(true);
  const { low, looked } = await page.evaluate<{ low: string[]; looked: number }>(CONTRASTS);
  expect(low).toEqual([]);
  expect(looked).toBeGreaterThan(50);
  expect(await page.evaluate<string>('getComputedStyle(document.body).color')).toBe('rgb(27, 31, 36)');
  await page.close();
});

/** How many cells there are, how many of them are cut at some edge, and how many show nowhere which ports they are about. */
const CELLS = `(() => {
  const cells = [...document.querySelectorAll('td')].filter((one) => one.checkVisibility() && one.textContent !== '');
  const wide = document.documentElement.clientWidth;
  const isCut = (one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width === 0 || left < 0 || right > wide || one.scrollWidth > one.clientWidth + 1;
  };
  const isNamed = (one) => {
    const head = one.closest('table').querySelector('thead');
    return head.getBoundingClientRect().height > 5 || getComputedStyle(one, '::before').content.includes(one.dataset.ports ?? one.dataset.label);
  };
  return { cells: cells.length, cut: cells.filter(isCut).length, unnamed: cells.filter((one) => !isNamed(one)).length };
})()`;
