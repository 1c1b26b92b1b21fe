/** The page of a runbook in a real Chromium: it keeps what is done, gives what is copied, and does nothing else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { writeRunbook } from '../../live/runbook/formats';
import type { Runbook } from '../../live/runbook/runbook';
import { ARTICLE, CSV, HAZARDOUS, HOSTILE, LARGE, NASTY } from '../live/support/runbooks';
import { startBrowser } from './support/browser';
import { CONTRASTS, UNNAMED } from './support/contrasts';

const [FIRST, PORTS, BLOCK] = ARTICLE.steps.map(({ id }) => `[id="${id}"]`) as [string, string, string];

/** The article after the tenant was observed again, long after anybody who runs this test checked a box. */
const LATER: Runbook = { ...ARTICLE, name: 'another name', observedAt: '2099-01-01T00:00:00.000Z' };
/** As long as a page that a person scrolls through, and quick to draw. */
const MIDDLE: Runbook = { ...LARGE, steps: LARGE.steps.slice(0, 12) };
const RUNBOOKS = { article: ARTICLE, hazards: HAZARDOUS, later: LATER, hostile: HOSTILE, middle: MIDDLE };

let browser: Browser;
let folder: string;
let context: BrowserContext;
/** Whatever should not have happened. */
let complaints: string[];

beforeAll(async () => {
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), 'runbook-page-'));
  for (const [name, runbook] of Object.entries(RUNBOOKS)) {
    writeFileSync(join(folder, `${name}.html`), writeRunbook(runbook, 'html'));
  }
});
afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});
afterEach(() => context.close());

async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => /^(file|blob):/.test(request.url()) || complaints.push(`request: ${request.url()}`));
  return page;
}

const urlOf = (name: keyof typeof RUNBOOKS) => pathToFileURL(join(folder, `${name}.html`)).href;

async function open(name: keyof typeof RUNBOOKS, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await newPage(options);
  await page.goto(urlOf(name));
  return page;
}

const countOf = (page: Page) => page.locator('#count').innerText();
const isOpen = (page: Page, id: string) =>
  page
    .locator('.step', { has: page.locator(id) })
    .locator('table')
    .isVisible();

/** Waits until a screen reader is told something. */
const expectSaid = (page: Page, hasText: RegExp) =>
  page.locator('#said').filter({ hasText }).waitFor({ state: 'attached', timeout: 2_000 });

test('what is checked stays checked after a reload, is folded, and can be unfolded', async () => {
  const page = await open('article');
  expect(await countOf(page)).toBe('0 of 3 done');
  await page.check(FIRST);
  expect(await countOf(page)).toBe('1 of 3 done');
  expect([await isOpen(page, FIRST), await isOpen(page, PORTS)]).toEqual([false, true]);
  await page.reload();
  expect([await page.isChecked(FIRST), await page.isChecked(PORTS)]).toEqual([true, false]);
  expect(await countOf(page)).toBe('1 of 3 done');
  expect(await page.locator('progress').evaluate((one) => (one as unknown as { value: number }).value)).toBe(1);
  expect(await isOpen(page, FIRST)).toBe(false);
  await page.locator('summary').first().click();
  expect(await isOpen(page, FIRST)).toBe(true);
  expect(complaints).toEqual([]);
});

test('a step that waits for another says so until that is done', async () => {
  const page = await open('article');
  const waits = page.locator('.step', { has: page.locator(BLOCK) }).locator('.waits');
  expect(await waits.innerText()).toBe('Only after step 1. Not done yet: step 1.');
  await page.check(BLOCK);
  await expectSaid(page, /should wait for others/);
  await page.check(FIRST);
  expect((await waits.innerText()).trim()).toBe('Only after step 1.');
});

test('a later runbook keeps what cannot be observed, and says of the rest that it was not done', async () => {
  const page = await open('article');
  for (const id of [FIRST, PORTS]) await page.check(id);
  await page.locator('.check input').first().check();
  await page.goto(urlOf('hazards'));
  expect(await countOf(page)).toBe('2 of 3 done');
  await page.goto(urlOf('later'));
  expect([await page.isChecked(FIRST), await page.isChecked(PORTS)]).toEqual([false, true]);
  expect(await page.locator('.step .when').first().innerText()).toMatch(/^You checked this on .* it was not done\.$/);
  expect(await page.locator('.check input:checked').count()).toBe(0);
  // The clock of this machine is behind what was observed: what is checked now counts all the same.
  await page.check(FIRST);
  await page.reload();
  expect(await page.isChecked(FIRST)).toBe(true);
});

test('what somebody else left in the memory of the browser does no harm', async () => {
  const page = await open('article');
  const memory = await page.evaluate<string>('document.body.dataset.memory');
  for (const left of ['{', 'null', '[1]', '"x"', '{"step a1000000":7}', '{"step a1000000":{"at":1,"done":"yes"}}']) {
    await page.evaluate(`localStorage.setItem('${memory}', '${left}')`);
    await page.reload();
    expect(await countOf(page)).toBe('0 of 3 done');
  }
  expect(complaints).toEqual([]);
});

test('without a memory it works and says so, and a copy of the page keeps the boxes', async () => {
  const page = await newPage();
  await page.addInitScript(
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
  );
  await page.goto(urlOf('article'));
  expect(await page.getByText('This browser keeps nothing for this page').isVisible()).toBe(true);
  await page.check(PORTS);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const path = join(folder, 'copy.html');
  await (await download).saveAs(path);
  expect((await download).suggestedFilename()).toBe('article.html');
  expect(complaints).toEqual([]);
  await context.close();

  const copy = await newPage();
  await copy.goto(pathToFileURL(path).href);
  expect([await copy.isChecked(FIRST), await copy.isChecked(PORTS)]).toEqual([false, true]);
  await copy.uncheck(PORTS);
  await copy.reload();
  expect(await copy.isChecked(PORTS)).toBe(false);
  expect(complaints).toEqual([]);
});

test('it resets after it asked', async () => {
  const page = await open('article');
  await page.check(FIRST);
  const reset = page.getByRole('button', { name: 'Reset' });
  page.once('dialog', (dialog) => void dialog.dismiss());
  await reset.click();
  expect(await countOf(page)).toBe('1 of 3 done');
  page.once('dialog', (dialog) => void dialog.accept());
  await reset.click();
  expect(await countOf(page)).toBe('0 of 3 done');
  await page.reload();
  expect(await countOf(page)).toBe('0 of 3 done');
});

test('only open steps are shown where that is wanted, and the next one gets the focus', async () => {
  const page = await open('article');
  await page.check(PORTS);
  await page.getByLabel('Open steps only').check();
  expect(await page.locator('.step:visible').count()).toBe(2);
  expect(await page.locator('h2:visible').allInnerTexts()).toHaveLength(3);
  await page.check(FIRST);
  expect(await page.evaluate<string>('document.activeElement.id')).toBe(BLOCK.slice(5, -2));
  await page.check(BLOCK);
  expect(await page.getByText('No step is open.').isVisible()).toBe(true);
});

test('a value is copied as it is, also where it is shown with escapes, and this is announced', async () => {
  const page = await open('hostile', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: /^Copy/ }).first().click();
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(NASTY);
  await expectSaid(page, /^Copied: /);
  await page.goto(urlOf('article'));
  await page.getByRole('button', { name: 'Copy Executables' }).click();
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('WhatsApp.exe,WhatsAppDesktop.exe');
  expect(complaints).toEqual([]);
});

test('where the browser does not let it copy, the value is selected', async () => {
  const page = await newPage();
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await page.goto(urlOf('article'));
  const button = page.getByRole('button', { name: 'Copy Executables' });
  await button.click();
  expect(await page.evaluate<string>('getSelection().toString()')).toBe('WhatsApp.exe,WhatsAppDesktop.exe');
  expect(await page.locator('button', { hasText: 'Selected' }).count()).toBe(1);
});

test('a CSV file is saved as it is', async () => {
  const page = await open('middle');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(CSV);
  expect(complaints).toEqual([]);
});

test('hostile names are text, and the policy stops a script that got in all the same', async () => {
  const page = await open('hostile');
  expect(await page.title()).toMatch(/^Runbook: </);
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('img, link, iframe, object, form').count()).toBe(0);
  expect(complaints).toEqual([]);
  const ran = await page.evaluate<boolean>(`(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    return window.ran === true;
  })()`);
  expect(ran).toBe(false);
  expect(complaints).toEqual([expect.stringContaining('Content Security Policy')]);
});

test('with the keyboard and a screen reader: each control has a name, and each step is reached and checked', async () => {
  const page = await open('hazards');
  expect(await page.evaluate(UNNAMED)).toEqual([]);
  await page.getByRole('checkbox', { name: '1. Create the certificate pinned app "WhatsApp".' }).focus();
  expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
  await page.keyboard.press('Space');
  await expectSaid(page, /^1 of 3 done$/);
  expect(
    await page.getByRole('table', { name: 'What to enter in step 2' }).getByRole('rowheader').allInnerTexts(),
  ).toEqual(['Steer non-standard ports', 'Port', 'Domains']);
  const headings = await page.getByRole('heading').allInnerTexts();
  expect(headings[0]).toBe('Runbook: tenant on https://acme.goskope.com');
  await page.getByRole('button', { name: 'Next open step' }).press('Enter');
  expect(await page.evaluate<string>('document.activeElement.id')).toBe(PORTS.slice(5, -2));
  const [bar, step] = [await page.locator('.bar').boundingBox(), await page.locator(PORTS).boundingBox()];
  expect(step?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
});

test('every text has a contrast of 4.5 and more, in light and in dark', async () => {
  const page = await open('hazards');
  await page.check(FIRST);
  await page.locator('summary').first().click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { low, looked, back } = await page.evaluate<{ low: string[]; looked: number; back: string }>(CONTRASTS);
    expect(low).toEqual([]);
    expect(looked).toBeGreaterThan(50);
    expect(back).toBe(colorScheme === 'light' ? 'rgb(246, 247, 249)' : 'rgb(13, 17, 23)');
  }
});

test('nothing scrolls sideways, however narrow it is', async () => {
  const page = await newPage();
  for (const name of ['middle', 'hostile', 'hazards'] as const) {
    await page.goto(urlOf(name));
    for (const width of [360, 700, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  }
});

test('on paper everything is open and whole, without buttons, and the boxes are squares', async () => {
  const page = await open('middle', { viewport: { width: 718, height: 1000 }, colorScheme: 'dark' });
  await page.check('[id="a1000001"]');
  await page.getByLabel('Open steps only').check();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible, .bar:visible').count()).toBe(0);
  expect(await page.locator('.step:visible').count()).toBe(12);
  expect(await page.locator('table:visible').count()).toBe(12);
  expect(
    await page
      .locator('pre')
      .first()
      .evaluate((one) => one.scrollHeight <= one.clientHeight),
  ).toBe(true);
  const box = page.locator('[id="a1000001"]');
  expect(
    await page.evaluate<string>("getComputedStyle(document.getElementById('a1000001'), '::before').content"),
  ).toContain('✓');
  expect((await box.boundingBox())?.width).toBeGreaterThan(10);
  expect(await page.evaluate<string>('getComputedStyle(document.body).color')).toBe('rgb(27, 31, 36)');
});
