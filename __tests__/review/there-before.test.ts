/** What guardrails found before a plan is counted; what the plan brings is told, at all of its places. */
import { FORMATS, render, reviewPlans, type Report } from '../../review';
import { app, blocked, DEFAULT, planOf, type Made } from './support/plan';

const review = (...made: readonly Made[]): Report =>
  reviewPlans([{ name: 'plan', source: 'plan.json', plan: JSON.stringify(planOf(DEFAULT, ...made)) }], {
    today: '2026-11-30',
  });

/** Apps whose names have paths, which nobody can mean, and a block of each: as they are and stay. */
const OLD = Array.from({ length: 12 }, (_, index): Made[] => {
  const one = app(`Old${index}`, [`C:\\Old${index}.exe`]);
  const exception = blocked(`old${index}`, one.id, 'block', ['ignored.example']);
  return [
    { type: 'certificate_pinned_app', name: `old${index}`, before: one, after: one },
    { name: `old${index}`, before: exception, after: exception },
  ];
}).flat();
const domains = (...list: readonly string[]) => ({ id: '0/d', configuration_id: '0', domains: list });
const bypass = (before: readonly string[], after: readonly string[]): Made => ({
  ...{ type: 'domain_exception', name: 'd' },
  before: domains(...before),
  after: domains(...after),
});

const isTold = (text: string) =>
  /is not the name of a process|Block ignores custom app domains/.test(text.replace(/\s+/g, ' '));

it('counts what was there before a change of one domain, in every format for people', () => {
  const report = review(...OLD, bypass(['a.example'], ['a.example', 'b.example']));
  const { findings } = report.plans[0]!;
  expect(findings.length).toBeGreaterThan(20);
  expect(findings.filter(({ isNew }) => isNew)).toEqual([]);
  for (const format of FORMATS) {
    const text = render(report, format, { version: '0' });
    if (format === 'json' || format === 'sarif') {
      expect([format, isTold(text)]).toEqual([format, true]);
      continue;
    }
    expect([format, isTold(text)]).toEqual([format, false]);
    expect(text).toMatch(/there before/);
  }
});

it('tells what the plan brings, beside the count', () => {
  const text = render(review(...OLD, bypass(['a.example'], ['*.com'])), 'markdown', { version: '0' });
  expect(text).toContain('covers every domain that anybody registers');
  expect(isTold(text)).toBe(false);
});

it('takes a mistake for new where the plan changes its object, or makes one more', () => {
  const one = app('A', ['C:\\A.exe']);
  const change = (after: object): Made => ({
    type: 'certificate_pinned_app',
    name: 'a',
    before: one,
    after: { ...one, ...after },
  });
  const unused = (made: Made) =>
    review(made)
      .plans[0]!.findings.filter(({ rule }) => rule === 'process-name')
      .map(({ isNew }) => isNew);
  expect(unused(change({}))).toEqual([false]);
  expect(unused(change({ windows: { match: 'exact', processes: ['D:\\A.exe'] } }))).toEqual([true]);
});

it('names the new places of a finding first', () => {
  const whatsapp = app('WhatsApp', ['WhatsApp.exe']);
  const there = blocked('e', whatsapp.id);
  const sales = { id: '7', name: 'Sales', enabled: true, priority: 1, traffic_mode: 'web', user_groups: ['Sales'] };
  const { findings } = review(
    { type: 'certificate_pinned_app', name: 'w', before: whatsapp, after: whatsapp },
    { type: 'configuration', name: 's', before: sales, after: sales },
    { name: 'old', before: there, after: there },
    { name: 'new', after: { ...there, id: '7/f', configuration_id: '7' } },
  ).plans[0]!;
  const missing = findings.filter(({ rule }) => rule === 'missing-executable');
  expect(missing).toHaveLength(1);
  expect(missing[0]?.isNew).toBe(true);
  expect(missing[0]?.at.map(({ address }) => address?.split('.')[1])).toEqual(['new', 'old']);
});
