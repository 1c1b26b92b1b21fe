import { checkModel, RULES, type Rule } from '../../../steering/rules';
import { FIXTURES } from './fixtures';
import { TODAY } from './fixtures/expired';
import type { Fixture } from './fixture';
import { modelOf, type Stack } from './stack';
import * as stacks from './stacks';

const inOrder: [string, () => Stack][] = Object.entries(stacks).flatMap(([name, make]) =>
  ['contractors', 'everybody', 'branches', 'servers'].includes(name) ? [[name, make as () => Stack]] : [],
);

function find({ stack, before, expiries, orders = [] }: Fixture, rules: readonly Rule[]) {
  return checkModel(modelOf(stack), {
    rules,
    orders,
    ...(before && { before: modelOf(before) }),
    ...(expiries && { expiries: { stated: expiries, on: TODAY } }),
  }).findings;
}

it.each(inOrder)('finds nothing but notes on UDP in the stack of %s', (_, make) => {
  expect(checkModel(modelOf(make())).findings.filter(({ rule }) => rule !== 'udp-port')).toEqual([]);
});

it('has fixtures for every rule: one or more that pass, three or more mistakes', () => {
  expect(Object.keys(FIXTURES).sort()).toEqual(RULES.map(({ id }) => id).sort());
  for (const { passing, mistakes } of Object.values(FIXTURES)) {
    expect(passing.length).toBeGreaterThanOrEqual(1);
    expect(mistakes.length).toBeGreaterThanOrEqual(3);
  }
  expect(Object.values(FIXTURES).flatMap(({ mistakes }) => mistakes).length).toBeGreaterThanOrEqual(60);
});

/**
 * The rules that no short configuration shows: a block of an app that dials addresses or uses UDP is not better in
 * another form, thousands of domains are no example, and last days are stated beside a configuration.
 */
const WITHOUT_EXAMPLE = ['literal-addresses', 'udp-port', 'many-domains', 'expired'];

it('has an example for every rule that a short configuration can show', () => {
  const without = RULES.filter(({ example }) => example === undefined).map(({ id }) => id);
  expect(without.sort()).toEqual([...WITHOUT_EXAMPLE].sort());
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { passing, mistakes } = FIXTURES[id]!;

  it.each(passing.map((fixture) => [fixture.what, fixture] as const))('is content with %s', (_, fixture) => {
    expect(find(fixture, [rule])).toEqual([]);
  });

  it.each(mistakes.map((fixture) => [fixture.what, fixture] as const))('finds %s', (_, fixture) => {
    const findings = find(fixture, [rule]);
    expect(findings).not.toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(fixture.codes);
    for (const finding of findings) {
      expect(finding.subject.origin.address).toMatch(/^netskopesteering_/);
      expect(finding.message).toMatch(/^\S.*[.!]$/);
      expect(finding.message).not.toMatch(/undefined|\[object/);
    }
  });

  it('has a fixture for every code', () => {
    const codes = mistakes.flatMap((fixture) => fixture.codes);
    for (const code of Object.keys(rule.messages)) expect(codes).toContain(code);
  });

  it('yields no code but its own, for which alone its fixtures speak', () => {
    const codes = mistakes.flatMap((fixture) => [...find(fixture, [rule]).map(({ code }) => code), ...fixture.codes]);
    for (const code of codes) expect(Object.keys(rule.messages)).toContain(code);
  });

  it('fails on no stack of another rule', () => {
    const others = Object.values(FIXTURES).flatMap(({ passing, mistakes }) => [...passing, ...mistakes]);
    const findings = others.flatMap((fixture) => find(fixture, [rule]));
    expect(findings.filter(({ code }) => code === 'rule-failed')).toEqual([]);
    for (const finding of findings) expect(finding.message).toMatch(/^\S.*[.!]$/);
  });

  it('is described, with marks', () => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const code of Object.keys(rule.messages)) expect(code.split('/')[0]).toBe(id);
    expect(rule.rationale).toMatch(/\[(seed|doc|community|assumed)[\],;]/);
    expect(rule.source).toMatch(/\[(seed|doc|community|assumed)\]/);
  });
});
