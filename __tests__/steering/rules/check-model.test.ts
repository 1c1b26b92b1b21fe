import { checkModel, RULES, type Rule } from '../../../steering/rules';
import { modelOf } from './stack';
import { article, contractors, everybody } from './stacks';

const REASON = 'Store apps are not allowed on these machines.';
/** All rules but the one that has a note on each messenger. */
const MOST = RULES.filter(({ id }) => id !== 'udp-port');
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

it('puts errors first, then warnings, then what is harmless', () => {
  const stack = everybody();
  stack.ports.push({ in: 'default', port: 80 });
  stack.configurations['default']!.name = 'x'.repeat(50);
  const { findings } = checkModel(modelOf(stack), { rules: MOST });
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info']);
});

it('takes a rule that throws for a finding, and asks the others all the same', () => {
  const broken: Rule = {
    ...RULES[0]!,
    id: 'broken',
    check: () => {
      throw new Error('no such thing');
    },
  };
  const { findings } = checkModel(modelOf(article()), { rules: [broken, ...MOST] });
  expect(codes(findings)).toEqual(['rule-failed', 'missing-executable']);
  expect(findings[0]).toMatchObject({ rule: 'broken', severity: 'error' });
  expect(findings[0]!.message).toContain('The rule "broken" failed (no such thing)');
});

it('takes a rule that throws halfway for a finding as well', () => {
  const broken: Rule = {
    ...RULES[0]!,
    id: 'broken',
    *check() {
      yield* [];
      throw new TypeError('words');
    },
  };
  expect(codes(checkModel(modelOf(contractors()), { rules: [broken] }).findings)).toEqual(['rule-failed']);
});

describe('a suppression', () => {
  const suppress = (...suppressions: { rule: string; on?: string; reason: string }[]) =>
    checkModel(modelOf(article()), { suppressions, rules: MOST });

  it.each([
    ['everywhere', undefined],
    ['by key', 'noWhatsapp'],
    ['by Terraform address', 'netskopesteering_certificate_pinned_app_exception.noWhatsapp'],
    ['by path of the construct', 'tenant/noWhatsapp/Resource'],
    ['by path of a construct above', 'tenant/noWhatsapp'],
  ])('accepts findings %s', (_, on) => {
    const suppression = { rule: 'missing-executable', reason: REASON, ...(on !== undefined && { on }) };
    const { findings, suppressed } = suppress(suppression);
    expect(findings).toEqual([]);
    expect(suppressed).toEqual([
      { suppression, finding: expect.objectContaining({ code: 'missing-executable', rule: 'missing-executable' }) },
    ]);
  });

  it.each([
    ['without a reason', { rule: 'missing-executable', reason: ' ' }, ['suppression/no-reason', 'missing-executable']],
    [
      'of another object',
      { rule: 'missing-executable', on: 'tenant/no', reason: REASON },
      ['missing-executable', 'suppression/unused'],
    ],
    ['of a rule that is content', { rule: 'unused-app', reason: REASON }, ['missing-executable', 'suppression/unused']],
    [
      'of a rule that does not exist',
      { rule: 'missing-executables', reason: REASON },
      ['suppression/unknown-rule', 'missing-executable'],
    ],
    [
      'of a rule by a name that it had before',
      { rule: 'block-never-bites', reason: REASON },
      ['suppression/unknown-rule', 'missing-executable'],
    ],
  ])('%s is itself a finding', (_, suppression, expected) => {
    const { findings, suppressed } = suppress(suppression);
    expect(codes(findings)).toEqual(expected);
    expect(suppressed).toEqual([]);
    for (const finding of findings) expect(finding.message).toMatch(/\.$/);
  });
});

describe('a last day', () => {
  const expiries = (expires: string, name?: string) => ({
    stated: [{ construct: 'tenant/noWhatsapp', expires, ...(name !== undefined && { name }) }],
    on: '2026-12-01',
  });
  const judged = (expires: string, options: object = {}) =>
    checkModel(modelOf(article()), { expiries: expiries(expires), ...options }).findings.filter(
      ({ rule }) => rule === 'expired',
    );
  const told = (expires: string, options?: object) =>
    judged(expires, options).map((finding) => `${finding.severity}: ${finding.message}`);

  it('is warned of from 14 days before, and is an error after it', () => {
    expect(told('2026-12-16')).toEqual([]);
    expect(told('2026-12-15')).toEqual([
      'warning: The certificate pinned app exception of the default configuration is to go after 2026-12-15: 14 days are left. From the day after on it is an error. Remove the statement that makes it in time, or write a later day in "expires".',
    ]);
    expect(told('2026-12-02')[0]).toContain(': 1 day is left.');
    expect(told('2026-12-01')[0]).toContain(': today is the last day.');
    expect(told('2026-11-30')).toEqual([
      'error: The certificate pinned app exception of the default configuration was to go after 2026-11-30, and is still planned. Remove the statement that makes it, or write a later day in "expires".',
    ]);
  });

  it('is of an exception that is there, or that is only planned', () => {
    expect(told('2026-11-30', { before: modelOf(article()) })[0]).toContain('and is still there.');
    expect(told('2026-11-30', { before: modelOf(contractors()) })[0]).toContain('and is still planned.');
  });

  it('is told with the name that the stack gives it', () => {
    expect(told('2026-11-30', { expiries: expiries('2026-11-30', 'Vendor') })[0]).toContain(
      'error: "Vendor", the certificate pinned app exception of the default configuration, was to go',
    );
  });

  it('is never judged without a day', () => {
    expect(checkModel(modelOf(article())).findings.map(({ rule }) => rule)).not.toContain('expired');
  });

  it('may be accepted for good, before anything is found', () => {
    const suppressions = [{ rule: 'expired', on: 'tenant/noWhatsapp', reason: REASON }];
    expect(judged('2026-11-30', { suppressions })).toEqual([]);
    for (const options of [{ suppressions }, { suppressions, expiries: expiries('2027-11-30') }]) {
      expect(codes(checkModel(modelOf(article()), { ...options, rules: MOST }).findings)).toEqual([
        'missing-executable',
      ]);
    }
  });
});

it('changes nothing: the same model gives the same report again', () => {
  const model = modelOf(everybody());
  const before = JSON.stringify(model);
  expect(checkModel(model)).toEqual(checkModel(model));
  expect(JSON.stringify(model)).toBe(before);
});
