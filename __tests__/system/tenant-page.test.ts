/** The page of a local tenant in a real Chromium: what it shows while programs write, what it answers, what it never does. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { tenantPage } from '../../cli/tenant/page';
import { startTenant, type LocalTenant, type TenantOptions } from '../../tenant/emulator';
import { startBrowser } from './support/browser';
import { CONTRASTS, UNNAMED } from './support/contrasts';

const TOKEN = 'the-token';
const MARKUP = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>';
const CONFIGURATION = '/configurations/0';

type Look = Parameters<Browser['newContext']>[0];

let browser: Browser;
let tenant: LocalTenant;
let context: BrowserContext;
/** Whatever the browser complained of, and whom it asked. */
let complaints: string[];
let asked: string[];

beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  await tenant?.close();
});

const start = async (options: TenantOptions = {}) => {
  tenant = await startTenant({ trafficMode: 'web', token: TOKEN, page: async () => tenantPage, ...options });
};
const root = () => new URL('/', tenant.serverUrl).href;

async function visit(options: Look = {}): Promise<Page> {
  complaints = [];
  asked = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(root());
  return page;
}

async function enter(page: Page, token = TOKEN): Promise<void> {
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.keyboard.press('Enter');
}

async function open(options: Look = {}): Promise<Page> {
  const page = await visit(options);
  await enter(page);
  await page.locator('#work').waitFor();
  return page;
}

/** Writes something, as terraform does while it applies. */
async function write(method: string, path: string, body?: object): Promise<{ id: string; config_id: number }> {
  const headers = { 'Netskope-Api-Token': tenant.consoleToken, 'Content-Type': 'application/json' };
  const url = `${tenant.serverUrl}/steering${path}`;
  const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const { data } = (await response.json()) as { data: { id: string; config_id: number } };
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return data;
}
const app = (app_name: string, ...processes: string[]) =>
  write('POST', '/apps/certpinned', { app_name, platforms: { windows: { match: 'exact', processes } } });

const rowIn = (page: Page, screen: string, hasText: string) => page.locator(`#${screen} tbody tr`).filter({ hasText });

async function ask(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Decide' }).click();
}
const FLOW = { Process: 'WhatsApp.exe', Host: 'g.whatsapp.net', Port: '5222' };

test('it asks for the token, says what is wrong with another, keeps it in this tab only, and forgets it', async () => {
  await start();
  const page = await visit();
  expect(await page.evaluate('document.activeElement.id')).toBe('token');
  await enter(page, 'the-wrong-one');
  const refused = page.getByRole('alert');
  await refused.filter({ hasText: 'The tenant does not take this token. It knows two: the API token' }).waitFor();
  expect(await page.locator('#where').innerText()).toContain('NETSKOPE_API_KEY=');
  await enter(page, 'tokén');
  await refused.filter({ hasText: 'visible ASCII' }).waitFor();
  await enter(page, ` ${TOKEN} `);
  await page.getByRole('heading', { name: 'Certificate pinned apps' }).waitFor();
  await page.reload();
  await page.locator('#apps').waitFor();
  expect([page.url(), await page.content(), ...asked].join('\n')).not.toMatch(/the-token|the-wrong-one/);
  const other = await context.newPage();
  await other.goto(root());
  await other.locator('#enter').waitFor();
  await page.getByRole('button', { name: 'Forget the token' }).click();
  expect(await page.evaluate('sessionStorage.length + localStorage.length + document.cookie.length')).toBe(0);
  expect(await page.locator('#screens').innerText()).toBe('');
  expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([new URL(root()).origin]));
  expect(complaints.filter((one) => !one.includes('401'))).toEqual([]);
});

test('screens and journal grow while programs write, and what a person does meanwhile stays', async () => {
  await start();
  await app('Many', ...Array.from({ length: 20 }, (_, index) => `many${index}.exe`));
  const page = await open();
  await rowIn(page, 'apps', 'Many').getByText('and 14 more').click();
  await page.getByLabel('Process', { exact: true }).fill('Wha');
  await page.getByLabel('Configuration', { exact: true }).selectOption('0');
  const { id } = await app('WhatsApp', 'WhatsApp.exe');
  await write('POST', `${CONFIGURATION}/nonstandardports`, { port: 5222, domains: ['whatsapp.net'] });
  const pinned = { app_id: id, custom_app_domains: ['*'], windows: { action: 'block' } };
  await write('POST', `${CONFIGURATION}/exceptions`, {
    type: 'certificate_pinned_app',
    certificate_pinned_app: pinned,
  });
  const { config_id } = await write('POST', '/configurations', { config_name: 'Sales' });
  await rowIn(page, 'exceptions', 'WhatsApp').filter({ hasText: 'Windows action: Block' }).waitFor();
  expect(await rowIn(page, 'ports', '5222').innerText()).toContain('whatsapp.net');
  expect(await page.locator('#entries tr').first().innerText()).toMatch(/createConfiguration.*console.*POST.*201/s);
  await page
    .locator('#said')
    .filter({ hasText: /^The tenant has changed: .*6 apps/ })
    .waitFor({ state: 'attached' });
  await write('DELETE', `/configurations/${config_id}`);
  await rowIn(page, 'configurations', 'Sales').waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.id')).toBe('flow-process');
  expect(await page.getByLabel('Process', { exact: true }).inputValue()).toBe('Wha');
  expect(await page.getByLabel('Configuration', { exact: true }).inputValue()).toBe('0');
  expect(await rowIn(page, 'apps', 'Many').getByText('many19.exe').isVisible()).toBe(true);
  // No request of the page itself is in the journal.
  expect(tenant.journal.entries.filter(({ method }) => method === 'GET')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a question is answered with its steps and assumptions, and an answer that is old says so', async () => {
  await start();
  const page = await open();
  await ask(page, FLOW);
  const answer = page.getByRole('region', { name: 'Answer' });
  await answer.getByText('direct', { exact: true }).waitFor();
  expect(await answer.innerText()).toMatch(/Its traffic mode is web\..*It rests on:\s+unsteered-goes-direct \[seed\]/s);
  expect(await page.locator('#stale').isVisible()).toBe(false);
  await write('POST', '/configurations', { config_name: 'Sales', user_groups: ['Sales'], enabled: true });
  await page.locator('#stale').waitFor();
  await ask(page, { Port: '443' });
  await answer.getByRole('button', { name: 'User groups' }).click();
  await page.keyboard.type('Sales');
  await ask(page, { Process: 'C:\\x.exe' });
  await page.locator('.field.process .wrong').filter({ hasText: 'it contains a path' }).waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('flow-process');
  await page.getByLabel('none (User groups)').check();
  await ask(page, { Process: FLOW.Process });
  await answer.getByText('steer', { exact: true }).waitFor();

  // The second question is asked while the first one is answered.
  await ask(page, { Host: 'first.example' });
  await ask(page, { Host: 'second.example' });
  await answer.getByText('second.example').first().waitFor();
  expect(await answer.innerText()).not.toContain('first.example');
  expect(complaints).toEqual([]);
});

test('hostile names are text, and the policy stops a script that got in all the same', async () => {
  await start();
  const long = `x${'\u202e\u0007y'.repeat(60)}`;
  await app(MARKUP, MARKUP, long);
  await write('POST', '/configurations', { config_name: MARKUP.slice(0, 40) });
  await write('POST', `${CONFIGURATION}/exceptions`, {
    type: 'domains',
    domains: { domains: ['example.com'] },
    notes: `${MARKUP}\n${'long '.repeat(100)}`,
  });
  const page = await open();
  await fetch(`${tenant.serverUrl}/<b>${MARKUP.length}?x=%3Cscript%3E`, { headers: { 'Netskope-Api-Token': TOKEN } });
  await rowIn(page, 'apps', MARKUP).filter({ hasText: 'x\\u202e\\u0007y' }).waitFor();
  await page.locator('#entries').getByText('no such route').waitFor();
  await ask(page, { ...FLOW, Process: MARKUP });
  await page.locator('.wrong:not(:empty)').first().waitFor();
  expect([await page.locator('main img, main script, iframe').count(), complaints]).toEqual([0, []]);
  const ran = await page.evaluate<boolean>(`(() => {
    try {
      const script = document.createElement('script');
      script.append('window.ran = true');
      document.head.append(script);
    } catch {}
    return window.ran === true;
  })()`);
  expect(ran).toBe(false);
  expect(complaints.length).toBeGreaterThan(0);
});

test('it rests while it is paused or hidden, and asks again for the token of a tenant that was started anew', async () => {
  await start();
  const page = await open();
  const rests = async () => {
    const before = asked.length;
    await page.waitForTimeout(1_100);
    expect(asked.length).toBe(before);
  };
  await page.getByRole('button', { name: 'Pause' }).click();
  await app('Later', 'later.exe');
  await rests();
  await page.getByRole('button', { name: 'Go on' }).click();
  await rowIn(page, 'apps', 'Later').waitFor();
  await page.evaluate(`Object.defineProperty(document, 'hidden', { get: () => window.hides !== false });
    document.dispatchEvent(new Event('visibilitychange'))`);
  await rests();
  await page.evaluate("window.hides = false; document.dispatchEvent(new Event('visibilitychange'))");
  const port = Number(new URL(root()).port);
  await tenant.close();
  await page.getByText(/No answer since .* start it again/).waitFor();
  await start({ port, token: 'a-new-one' });
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('alert').filter({ hasText: 'does not take this token' }).waitFor();
});

test('where only REST v1 is offered it says so, and the console token opens the screens', async () => {
  await start({ restV1Only: true });
  const page = await open();
  await page.getByText(/offers REST v1 only.*console token/).waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Journal 0']);
  await page.getByRole('button', { name: 'Forget the token' }).click();
  await enter(page, tenant.consoleToken);
  await rowIn(page, 'apps', 'Zoom').waitFor();
  await ask(page, FLOW);
  await page.locator('#answer .outcome').waitFor();
  expect(complaints).toEqual([]);
});

test('under a bad day it says what programs meet, and shows what is there', async () => {
  await start({
    rateLimit: { requests: 24, perSeconds: 5, retryAfter: 'seconds' },
    visibilityLagMs: 60_000,
    faults: [{ operation: 'listConfigurations', calls: 1, answer: { status: 503 } }],
    quirks: { listsReordered: true },
  });
  await app('Not yet', 'notyet.exe');
  const page = await open();
  await rowIn(page, 'apps', 'Not yet').waitFor();
  expect(await page.locator('#conditions').innerText()).toMatch(
    /24 requests in 5 s; a new object is missing from reads for 60000 ms; 1 fault; quirks listsReordered/,
  );
  await ask(page, FLOW);
  await page.locator('#answer .outcome').waitFor();
  expect(await page.locator('#entries').innerText()).toMatch(/struck by the fault 503, and not carried out/);
});

describe('for everybody', () => {
  const full = async (options: Look = {}) => {
    await start();
    await app('x'.repeat(100), ...Array.from({ length: 20 }, (_, index) => `${'y'.repeat(60)}${index}.exe`));
    const page = await open(options);
    await ask(page, FLOW);
    await page.locator('#answer .outcome').waitFor();
    return page;
  };

  test('each control has a name, and the keyboard reaches it and shows where it is', async () => {
    const page = await full();
    expect(await page.evaluate(UNNAMED)).toEqual([]);
    await page.locator('#flow-process').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('flow-platform');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    const table = page.getByRole('table', { name: 'Certificate pinned apps' });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Name', 'Definitions']);
    expect(await table.getByRole('rowheader').first().innerText()).toBe('Zoom predefined');
  });

  test('every text has a contrast of 4.5 and more, in light and in dark, and nothing scrolls sideways', async () => {
    const page = await full();
    await page.locator('tr').evaluateAll((rows) => rows.forEach((row) => row.classList.add('fresh')));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { low, looked, back } = await page.evaluate<{ low: string[]; looked: number; back: string }>(CONTRASTS);
      expect(low).toEqual([]);
      expect(looked).toBeGreaterThan(50);
      expect(back).toBe(colorScheme === 'light' ? 'rgb(246, 247, 249)' : 'rgb(13, 17, 23)');
    }
    for (const width of [320, 390, 700, 1130, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      // No text is squeezed into a column of letters.
      const widths = await page
        .locator('.frame td:visible')
        .evaluateAll((cells) => cells.map((one) => one.clientWidth));
      expect(Math.min(...widths)).toBeGreaterThan(80);
    }
  });

  test('on paper there are no controls, and everything is whole', async () => {
    const page = await full({ colorScheme: 'dark', viewport: { width: 718, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, input:visible, select:visible, nav:visible').count()).toBe(0);
    expect(await page.getByText(`${'y'.repeat(60)}19.exe`).isVisible()).toBe(true);
    expect(await page.locator('.scroll').evaluate((one) => one.scrollHeight <= one.clientHeight + 2)).toBe(true);
    expect(await page.evaluate<string>('getComputedStyle(document.body).color')).toBe('rgb(27, 31, 36)');
  });
});
