/* scratch, never committed */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { planThatBlocks, catalogueApps } from './benchmarks/review-plans';
import { app, blocked, DEFAULT, DEFAULT_CONFIGURATION, planOf, port, type Made } from './__tests__/review/support/plan';
import { render, reviewPlans } from './review';
const OUT = '/tmp/h17/shots';
mkdirSync(OUT, { recursive: true });
const same = (type: string, name: string, value: any): Made => ({ type, name, before: value, after: value });
function catalogue(n: number): any {
  const plan: any = planThatBlocks(catalogueApps(n));
  plan.resource_changes[0].change.before = plan.resource_changes[0].change.after = DEFAULT_CONFIGURATION;
  plan.prior_state.values.root_module.resources[0].values = DEFAULT_CONFIGURATION;
  return plan;
}
function destroyed(n: number): any {
  const plan = catalogue(n);
  for (const one of plan.resource_changes.slice(1)) {
    one.change = { actions: ['delete'], before: one.change.after, after: null, after_unknown: {} };
    plan.prior_state.values.root_module.resources.push({ address: one.address, mode: 'managed', type: one.type, name: one.name, values: one.change.before });
  }
  return plan;
}
const whats = catalogueApps(200).find((a) => a.name.includes('WhatsApp'))!;
function oneApp() { const plan: any = planThatBlocks([whats]); plan.resource_changes[0].change.before = plan.resource_changes[0].change.after = DEFAULT_CONFIGURATION; plan.prior_state.values.root_module.resources[0].values = DEFAULT_CONFIGURATION; return plan; }
const blocks25 = Array.from({ length: 25 }, (_, i) => [same('certificate_pinned_app', `App${i}`, app(`App${i}`, [`App${i}.exe`])), same('certificate_pinned_app_exception', `e${i}`, blocked(`e${i}`, `app-App${i}`))]).flat();
const mode = () => planOf({ ...DEFAULT, after: { ...DEFAULT_CONFIGURATION, traffic_mode: 'cloud_apps' } }, ...blocks25);
const prio = () => {
  const it = { ...DEFAULT_CONFIGURATION, id: '1', name: 'IT', traffic_mode: 'all', priority: 2, user_groups: ['Sales', 'IT'] };
  const sales = { ...DEFAULT_CONFIGURATION, id: '2', name: 'Sales', priority: 1, user_groups: ['Sales'] };
  return planOf(DEFAULT, { type: 'configuration', name: 'it', before: it, after: { ...it, priority: 1 } }, { type: 'configuration', name: 'sales', before: sales, after: { ...sales, priority: 2 } }, ...blocks25.slice(0, 4));
};
const domain = () => planOf(DEFAULT, same('certificate_pinned_app', 'Telegram', app('Telegram', ['Telegram.exe'])), same('certificate_pinned_app_exception', 'e', blocked('e', 'app-Telegram')), { name: 'partner', after: { id: '0/p', configuration_id: '0', domains: ['partner.example.com'] } });
const bypass = () => planOf(DEFAULT, same('certificate_pinned_app', 'Box', app('Box', ['^Box.*\\.exe$', 'Telegram'], 'regex')), { name: 'e', before: blocked('e', 'app-Box'), after: blocked('e', 'app-Box', 'bypass_direct') }, { type: 'non_standard_port', name: 'p', after: port(5222, []) });
const plans: Record<string, () => any> = { one: oneApp, many: () => catalogue(25), mode, destroy: () => destroyed(25), priority: prio, domain, bypass };
const wanted = process.argv[2]?.split(',') ?? Object.keys(plans);
const kinds = process.argv[3]?.split(',') ?? ['html', 'term'];
async function main() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  for (const name of wanted) {
    const report = reviewPlans([{ name, source: 'plan.json', plan: JSON.stringify(plans[name]!()) }], { today: '2026-11-24' });
    console.log(name, JSON.stringify(report.plans[0]!.matrices.map((m) => [m.platforms.join(), m.transport, m.rows.length, m.ports, m.more])));
    const html = render(report, 'html', { version: '0' });
    writeFileSync(`${OUT}/${name}.html`, html);
    if (kinds.includes('html')) for (const scheme of (process.argv[4]?.split(',') ?? ['light', 'dark']) as any[]) for (const width of [400, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
      await page.goto(`file://${OUT}/${name}.html`);
      const h = Math.min(4500, await page.evaluate<number>('document.documentElement.scrollHeight'));
      await page.screenshot({ path: `${OUT}/${name}-${width}-${scheme}.png`, clip: { x: 0, y: 0, width, height: Math.min(h, width === 400 ? 2600 : 1800) }, fullPage: true });
      console.log(name, width, h);
      await page.close();
    }
    if (kinds.includes('print')) {
      const page = await browser.newPage({ colorScheme: 'dark' });
      await page.goto(`file://${OUT}/${name}.html`);
      await page.pdf({ path: `${OUT}/${name}.pdf`, format: 'A4' });
      await page.close();
    }
    if (kinds.includes('term')) for (const columns of [40, 80, 200]) {
      const text = render(report, 'terminal', { version: '0', color: true, columns } as any);
      writeFileSync(`${OUT}/${name}-${columns}.ansi`, text);
      const colors: Record<string, string> = { '1': 'font-weight:bold', '2': 'opacity:.6', '31': 'color:#ff7b72', '32': 'color:#7ee787', '33': 'color:#e3b341', '36': 'color:#79c0ff' };
      const body = text.split('\n').slice(0, 90).join('\n').replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`).replace(/\u001b\[([\d;]*)m/g, (_, codes: string) => codes === '0' ? '</span>' : `<span style="${codes.split(';').map((c) => colors[c] ?? '').join(';')}">`);
      const page = await browser.newPage({ viewport: { width: Math.ceil(columns * 7.83) + 24, height: 400 } });
      await page.setContent(`<body style="background:#0d1117;color:#e6edf3;margin:8px"><pre style="font:13px/1.35 'DejaVu Sans Mono',monospace;margin:0;width:${columns}ch;white-space:pre-wrap;word-break:break-all;border-right:1px solid #555">${body}</pre>`);
      await page.screenshot({ path: `${OUT}/${name}-term${columns}.png`, fullPage: true });
      await page.close();
    }
  }
  await browser.close();
}
void main();
