/** Reviews of plans that the real terraform makes. Their texts are goldens: whoever changes one looks at it. */
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, reviewPlans, type Report, type Review, type Verdict } from '../../review';
import { widthOf } from '../../steering';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';
import { expectGolden } from './support/golden';
import { makePlans, makeSix, SCENARIOS, SIX, type MadePlan } from './support/scenarios';

// Two dozen plans, on a machine that may be busy.
jest.setTimeout(300_000);

const VERSION = '0.0.0';
const plans = new Map<string, MadePlan>();

beforeAll(async () => {
  for (const make of [makePlans, makeSix]) {
    let tenant: LocalTenant | undefined;
    let workspace: Workspace | undefined;
    try {
      tenant = await startTenant({ trafficMode: 'web', seed: 1 });
      const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
      workspace = await Workspace.create(address);
      for (const plan of await make(workspace, address)) plans.set(plan.name, plan);
    } finally {
      await workspace?.remove();
      await tenant?.close();
    }
  }
});

const reports = new Map<string, Report>();

function reportOf(name: string): Report {
  const plan = plans.get(name)?.json ?? '';
  const report = reports.get(name) ?? reviewPlans([{ name, source: `${name}.json`, plan }], { today: '2026-11-24' });
  reports.set(name, report);
  return report;
}

const reviewOf = (name: string): Review => reportOf(name).plans[0]!;

const VERDICTS: Readonly<Record<string, Verdict>> = {
  create: 'narrowing',
  'port-without-domains': 'collateral',
  'bypass-with-wildcard': 'broadening',
  'managed-devices-only': 'broadening',
  'broad-pattern': 'collateral',
  replace: 'broadening',
  'unknown-references': 'broadening',
  sensitive: 'broadening',
  move: 'no_traffic_change',
  import: 'no_traffic_change',
  'a-thousand-exceptions': 'broadening',
  drift: 'collateral',
  destroy: 'broadening',
  'one-app': 'narrowing',
  '25-apps': 'narrowing',
  'one-domain': 'broadening',
  mode: 'broadening',
  priority: 'narrowing',
  'destroy-all': 'broadening',
};

const SIX_NAMES = SIX.map(({ name }) => name);
const NAMES = ['create', ...SCENARIOS.map(({ name }) => name), ...SIX_NAMES];

it.each(NAMES)('%s: says what it was looked at to say, in Markdown', (name) => {
  expectGolden(`${name}.markdown`, render(reportOf(name), 'markdown', { version: VERSION }));
});

it.each(NAMES)('%s: has its verdict', (name) => {
  expect(reviewOf(name).verdict).toBe(VERDICTS[name]);
});

it.each(SIX_NAMES)('%s: says first on terminals what it was looked at to say', (name) => {
  const screens = [80, 200].map((columns) => {
    const [screen = ''] = render(reportOf(name), 'terminal', { version: VERSION, columns }).split('\n\nDetails\n');
    expect(Math.max(...screen.split('\n').map(widthOf))).toBeLessThanOrEqual(columns);
    return `${columns} columns\n\n${screen}\n`;
  });
  expectGolden(`${name}.terminal`, screens.join('\n\n'));
});

it.each(['terminal', 'json', 'sarif', 'html'] as const)('says the same in %s, to the byte', (format) => {
  expectGolden(
    `port-without-domains.${format}`,
    render(reportOf('port-without-domains'), format, { version: VERSION }),
  );
});

it('is the same to the byte for the same plan, in every format', () => {
  for (const name of ['broad-pattern', 'destroy']) {
    const [plan, again] = [0, 1].map(() =>
      reviewPlans([{ name, source: '', plan: plans.get(name)!.json }], { today: '2026-11-24' }),
    );
    for (const format of ['terminal', 'markdown', 'json', 'sarif', 'html'] as const) {
      expect(render(plan!, format, { version: VERSION })).toBe(render(again!, format, { version: VERSION }));
    }
  }
});

it('prints JSON that the published schema describes', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/review.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
  for (const name of NAMES) {
    validate(JSON.parse(render(reportOf(name), 'json', { version: VERSION })));
    expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
  }
  expect(validate({ formatVersion: '1.0', verdict: 'harmless', plans: [] })).toBe(false);
});

it('keeps Markdown below the limit of a comment, and counts what it leaves out', () => {
  const text = render(reportOf('a-thousand-exceptions'), 'markdown', { version: VERSION });
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  const { changes } = reviewOf('a-thousand-exceptions');
  const shown = text.split('\n').filter((line) => line.startsWith('- ⚪ **create**')).length;
  expect(text).toContain(`- … and ${changes.length - shown} more, left out here`);
  expect(shown).toBeGreaterThan(0);
});

it('shows nothing that terraform marks as sensitive, in any format', () => {
  for (const format of ['terminal', 'markdown', 'json', 'sarif', 'html'] as const) {
    const text = render(reportOf('sensitive'), format, { version: VERSION });
    expect(text).not.toContain('acquisition');
    expect(text).toContain('(sensitive)');
  }
});
